import { setTimeout as sleep } from 'node:timers/promises';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { isObjectType } from 'graphql';
import { asSuperuser } from '../kit/database-copy.ts';
import { drawn } from '../kit/generated.ts';
import type { Client } from '../kit/registry.ts';
import { selectionOf } from '../kit/schema-walk.ts';
import { canaryOf } from '../kit/world.ts';
import { leaksIn, type Prober, probers, tenantTypes, visibility, type World } from './isolation-world.ts';

const absent = '00000000-0000-7000-8000-00000000dead';
const foreign = ['BMA-CHOMTHONG', 'LG-MAEDONG', 'SAMPLE-1', 'SAMPLE-3'];

const valuesOf = (name: string): string => {
  const type = unguardedSchema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type.`);
  return selectionOf(type, 0);
};

/** Types of records that one request asks for: as anything may have an id, each counts with the fields of all. */
const TYPES_AT_ONCE = 8;
const typeGroups = Array.from({ length: Math.ceil(tenantTypes.length / TYPES_AT_ONCE) }, (_unused, index) =>
  tenantTypes.slice(index * TYPES_AT_ONCE, (index + 1) * TYPES_AT_ONCE),
);

/** All records of some types at once. */
const byId = (
  types: readonly string[],
): string => `query (${types.map((type) => `$${type}: [ID!]!`).join(' ')} $at: DateTime!) {
  ${types.map((type) => `${type}: nodes(ids: $${type}, asOf: $at) { __typename id ... on ${type} { ${valuesOf(type)} } }`).join('\n')}
}`;

/** Lists and filters of an agency, none of which may tell another agency anything. */
const byAgency = `query ($code: String!, $text: String!, $at: DateTime!) { agency(code: $code, asOf: $at) {
  risks(first: 5) { totalCount edges { node { titleTh } } } plans(first: 5) { totalCount } swotAnalyses(first: 5) { totalCount }
  riskRegisters(first: 5) { totalCount } delegationOrders(first: 5) { totalCount } units { nameTh }
  found: risks(first: 5, where: { titleTh: { contains: $text } }) { totalCount }
} }`;

/** Moments from the first entry of the trail to now, the last of which shows what is there. */
async function momentsOf({ database }: World): Promise<string[]> {
  const [row] = await asSuperuser<{ first: Date; middle: Date }>(
    database.superuser,
    'SELECT min(at) AS first, percentile_disc(0.5) WITHIN GROUP (ORDER BY at) AS middle FROM "AuditEntry"',
  );
  await sleep(2);
  return [row?.first, row?.middle, new Date()].map((moment) => moment?.toISOString() ?? '');
}

/** What everybody is told of every kind of record as of several moments: never more than of now, and as of now the same. */
export async function probeMoments(world: World, clientOf: (prober: Prober) => Client) {
  const moments = await momentsOf(world);
  const wrong: string[] = [];
  let probes = 0;
  // The first of each type does not exist.
  const ids = new Map(
    tenantTypes.map((type): [string, string[]] => [
      type,
      [absent, ...world.targets.filter((each) => each.type === type).map(({ id }) => id)].map((id) =>
        encodeGlobalId(type, id),
      ),
    ]),
  );
  for (const prober of probers) {
    const sees = visibility().get(prober.role) ?? (() => false);
    const check = (text: string, where: string): void => {
      for (const leak of leaksIn(text, prober, world, sees)) wrong.push(`${where}: ${leak}`);
    };
    for (const at of moments) {
      for (const types of drawn(typeGroups)) {
        const given = Object.fromEntries(types.map((type) => [type, ids.get(type)]));
        const answer = await clientOf(prober)(byId(types), { ...given, at });
        check(answer.text, `${prober.role} as of ${at}`);
        for (const type of types) {
          const shown = answer.data?.[type] ?? [];
          const targets = world.targets.filter((each) => each.type === type);
          if (shown.length !== targets.length + 1) wrong.push(`${prober.role} ${type}: ${answer.text.slice(0, 300)}`);
          for (const [index, target] of targets.entries()) {
            const isSeen = target.agencyCode === prober.agencyCode || sees(target.disclosure);
            const isShown = Boolean(shown[index + 1]);
            probes += 1;
            if (isShown ? !isSeen : isSeen && at === moments.at(-1))
              wrong.push(
                `${prober.role} ${type} of ${target.agencyCode} (${target.disclosure}) as of ${at}: shown ${isShown}`,
              );
          }
        }
      }
      if (prober.agencyCode === null) continue;
      for (const code of drawn(foreign.filter((each) => each !== prober.agencyCode))) {
        const { text, data } = await clientOf(prober)(byAgency, { code, text: canaryOf(code), at });
        probes += 7;
        check(text, `${prober.role} ${code} as of ${at}`);
        const { units, ...lists } = data?.agency ?? {};
        const counts = Object.values<{ totalCount: number }>(lists).map(({ totalCount }) => totalCount);
        if (units?.length !== 0 || counts.length !== 6 || counts.some((count) => count !== 0))
          wrong.push(`${prober.role} ${code} as of ${at}: ${text.slice(0, 200)}`);
      }
    }
  }
  return { probes, wrong };
}
