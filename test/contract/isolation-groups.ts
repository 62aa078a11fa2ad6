import { models } from '@registry/prisma/generated/model.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { type GraphQLField, getNamedType, isEnumType, isObjectType } from 'graphql';
import { asSuperuser } from '../kit/database-copy.ts';
import { drawn } from '../kit/generated.ts';
import type { Client } from '../kit/registry.ts';
import { leaksIn, type Prober, probers, visibility, type World } from './isolation-world.ts';

type Field = GraphQLField<unknown, unknown>;

/** Groups of a model: what they can be grouped by, and the numbers of which figures are told. */
type Groups = {
  readonly root: string;
  readonly model: string;
  readonly keys: readonly string[];
  readonly numbers: readonly string[];
};

function groupsOf({ name: root, type, args }: Field): Groups {
  const model = getNamedType(type).name.replace(/Groups$/, '');
  const keys = getNamedType(args.find(({ name }) => name === 'groupBy')?.type);
  const numbers = unguardedSchema.getType(`${model}GroupNumbers`);
  return {
    root,
    model,
    keys: isEnumType(keys) ? keys.getValues().map(({ name }) => name) : [],
    numbers: isObjectType(numbers) ? Object.keys(numbers.getFields()) : [],
  };
}

/** Every grouping of the schema. */
export const everyGrouping: readonly Groups[] = Object.values(unguardedSchema.getQueryType()?.getFields() ?? {})
  .filter(({ type }) => getNamedType(type).name.endsWith('Groups'))
  .map(groupsOf);

/** What the rows that a prober may see come to: their number, and the least and greatest of each column of numbers. */
async function seenBy(
  prober: Prober,
  { model, numbers }: Groups,
  world: World,
): Promise<Record<string, string | null>> {
  const columns = numbers.filter((name) => models[model]?.columns[name]);
  const figures = columns.flatMap((name) =>
    ['min', 'max'].map((figure) => `${figure}(t."${name}")::numeric(20, 2)::text AS "${figure}.${name}"`),
  );
  const sees = visibility().get(prober.role) ?? (() => false);
  const [row] = await asSuperuser<Record<string, string | null>>(
    world.database.superuser,
    `SELECT ${['count(*)::text AS count', ...figures].join(', ')} FROM "${model}" t JOIN "Agency" g ON g.id = t."agencyId" WHERE g.code = $1 OR t.disclosure = ANY($2)`,
    [prober.agencyCode ?? '', [0, 1, 2, 3].filter(sees)],
  );
  return row ?? {};
}

const amounts = (groups: readonly any[], figure: string, name: string): number[] =>
  groups.flatMap((group) => (group[figure][name] === null ? [] : [Number(group[figure][name])]));

/** The same of all groups of an answer. */
function told(groups: readonly any[], seen: Readonly<Record<string, string | null>>): Record<string, string | null> {
  const all = Object.keys(seen).map((place): [string, string | null] => {
    const [figure = '', name] = place.split('.');
    if (name === undefined) return [place, String(groups.reduce((sum, { count }) => sum + count, 0))];
    const found = amounts(groups, figure, name);
    const most = figure === 'min' ? Math.min(...found) : Math.max(...found);
    return [place, found.length === 0 ? null : most.toFixed(2)];
  });
  return Object.fromEntries(all);
}

/** Groups by every key for everybody: counts, figures and labels are of rows that they may see, and of all of these. */
export async function probeGroups(world: World, clientOf: (prober: Prober) => Client) {
  const wrong: string[] = [];
  let probes = 0;
  for (const prober of probers) {
    const sees = visibility().get(prober.role) ?? (() => false);
    for (const grouping of drawn(everyGrouping)) {
      const { root, keys, numbers } = grouping;
      const seen = await seenBy(prober, grouping, world);
      const figures = numbers.length > 0 ? `min { ${numbers.join(' ')} } max { ${numbers.join(' ')} }` : '';
      for (const key of drawn(keys)) {
        const answer = await clientOf(prober)(
          `{ ${root}(groupBy: [${key}], first: 1000) { groupCount groups { count labels { th en } where ${figures} } } }`,
        );
        const groups = answer.data?.[root]?.groups ?? [];
        const where = `${prober.role} ${root} by ${key}`;
        probes += 1;
        const found = told(groups, seen);
        if (JSON.stringify(found) !== JSON.stringify(seen))
          wrong.push(`${where}: ${JSON.stringify(found)} instead of ${JSON.stringify(seen)}`);
        for (const leak of leaksIn(answer.text, prober, world, sees)) wrong.push(`${where}: ${leak}`);
      }
    }
  }
  return { probes, wrong };
}
