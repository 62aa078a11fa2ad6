import { unguardedSchema } from '@registry/schema/schema.ts';
import { isObjectType } from 'graphql';
import type { Client } from '../kit/client.ts';
import type { Cell, Verdict } from './compare.ts';
import type { Stage } from './stage.ts';
import type { Tried } from './tried.ts';

/** Somebody who tries acts. */
export type Doer = { readonly persona: string | null; readonly ask: Client };

type Asked = { readonly type: string; readonly ids: readonly string[]; readonly acts: readonly Tried[] };
type Seen = { readonly id: string; readonly version?: number; readonly can: readonly Verdict[] };

const versionOf = (type: string): string => {
  const found = unguardedSchema.getType(type);
  return isObjectType(found) && 'version' in found.getFields() ? 'version' : '';
};

/** Records with their verdicts; those that are not seen are left out. */
async function seenBy(ask: Client, { type, ids, acts }: Asked): Promise<Seen[]> {
  const { data, errors } = await ask(
    `query ($ids: [ID!]!, $acts: [Act!]!) { nodes(ids: $ids) { id ... on ${type} { ${versionOf(type)} can(acts: $acts) { act allowed code reasonEn } } } }`,
    { ids, acts: acts.map(({ name }) => name) },
  );
  if (errors.length > 0) throw new Error(`can on ${type}: ${JSON.stringify(errors).slice(0, 500)}`);
  return data.nodes.filter((node: unknown) => node !== null);
}

/** Of records on which an act has the same verdict, so many are tried. */
const OF_EACH_VERDICT = 1;

/** Records on which an act stands differently. */
function unlike(cells: readonly Cell[]): Cell[] {
  const found = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = cell.verdict ? `${cell.verdict.code} ${cell.verdict.reasonEn}` : 'unseen';
    const alike = found.get(key) ?? [];
    if (alike.length < OF_EACH_VERDICT) found.set(key, [...alike, cell]);
  }
  return [...found.values()].flat();
}

/** What somebody may try on records of a type: each act on records on which it stands differently. */
export async function cellsOn(doer: Doer, { type, ids, acts }: Asked, stage: Stage): Promise<Cell[]> {
  if (ids.length === 0 || acts.length === 0) return [];
  const seen = new Map((await seenBy(doer.ask, { type, ids, acts })).map((each) => [each.id, each]));
  return acts.flatMap((act) =>
    unlike(
      ids.map((record) => {
        const { version = 1, can } = seen.get(record) ?? {};
        return { ...doer, act, record, version, verdict: can?.find((each) => each.act === act.name), stage };
      }),
    ),
  );
}

/** Whether the roles of somebody let them do acts at all. */
export async function verdictsOfViewer({ ask }: Doer, acts: readonly Tried[]): Promise<readonly Verdict[]> {
  const { data } = await ask('query ($acts: [Act!]!) { viewer { can(acts: $acts) { act allowed code reasonEn } } }', {
    acts: acts.map(({ name }) => name),
  });
  return data.viewer.can;
}

/** What somebody may try on no record. */
export async function cellsOfViewer(doer: Doer, acts: readonly Tried[], stage: Stage): Promise<Cell[]> {
  const verdicts = await verdictsOfViewer(doer, acts);
  return acts.map((act, place) => ({ ...doer, act, record: null, version: 1, verdict: verdicts[place], stage }));
}
