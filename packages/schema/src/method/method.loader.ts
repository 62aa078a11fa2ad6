import { valueLoader } from '../graphql/loader.ts';
import type { Context } from '../tenancy/context.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** What of a method decides the level of a risk, its colour, and what that level asks for. */
const scoring = {
  id: true,
  version: true,
  likelihoodMax: true,
  impactMax: true,
  levels: true,
  cells: { select: { likelihood: true, impact: true, score: true, level: true } },
} as const;

const methodsWhere = (context: Context, where: { id: { in: string[] } } | { version: { in: string[] } }) =>
  agencyDb(context).riskMethod.findMany({ where, select: scoring });

export const scoringMethodById = valueLoader(async (context, ids: readonly string[]) => {
  const methods = await methodsWhere(context, { id: { in: [...ids] } });
  return ids.map((id) => {
    const method = methods.find((each) => each.id === id);
    if (!method) throw new Error('A register or an assessment has a method that does not exist.');
    return method;
  });
});

/** Null when there is no such version. */
export const scoringMethodByVersion = valueLoader(async (context, versions: readonly string[]) => {
  const methods = await methodsWhere(context, { version: { in: [...versions] } });
  return versions.map((version) => methods.find((each) => each.version === version) ?? null);
});
