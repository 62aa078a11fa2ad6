import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asSuperuser } from '../kit/database-copy.ts';
import { generated } from '../kit/generated.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';
import { machineryOn } from '../kit/switches.ts';
import { groupings, havingInput } from './generated.ts';
import { groupsOf, type PlaceOf } from './plain-groups.ts';
import { groupedQuery, rowsOf, toldOf } from './questions.ts';
import { type Spec, specs } from './specs.ts';

const RUNS = generated(40);

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ responseCacheMb: 0, switches: machineryOn, limits: { answerMbMax: 100 } });
});
afterAll(async () => registry.stop());

/** The places of the texts of a column, as the database sorts them. */
async function placesIn(model: string, column: string): Promise<ReadonlyMap<string, number>> {
  const sorted = await asSuperuser<{ value: string }>(
    registry.database.superuser,
    `SELECT DISTINCT "${column}" AS value FROM "${model}" WHERE "${column}" IS NOT NULL ORDER BY 1`,
  );
  return new Map(sorted.map(({ value }, place) => [value, place]));
}

async function placesFor({ keys }: Spec): Promise<PlaceOf> {
  const places = new Map<string, ReadonlyMap<string, number>>();
  for (const [name, { ranking }] of Object.entries(keys)) {
    if (ranking === 'PLAIN') continue;
    const isEnum = Array.isArray(ranking);
    places.set(
      name,
      'model' in ranking
        ? await placesIn(ranking.model, ranking.column)
        : new Map(ranking.map((value, place) => [value, place])),
    );
    expect(isEnum || 'model' in ranking).toBe(true);
  }
  return (key, value) => {
    const known = places.get(key);
    return known ? (known.get(String(value)) ?? -1) : (value ?? '');
  };
}

/** Filters that let some rows through: those that a group is listed by, their complement, and none. */
const filters = (wheres: readonly object[]): fc.Arbitrary<object | null> =>
  fc.oneof(
    fc.constant(null),
    fc.constantFrom(...wheres),
    fc.constantFrom(...wheres).map((not) => ({ not })),
    fc.tuple(fc.constantFrom(...wheres), fc.constantFrom(...wheres)).map((or) => ({ or })),
  );

const objectsIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, part) => sum + objectsIn(part), 0);
  return Array.isArray(value) ? inner : inner + 1;
};

const personas = ['centre', 'analyst', 'sample-1-viewer', 'sample-2-editor'];
const cases = specs.flatMap((spec) => personas.map((persona) => [spec.root, persona, spec] as const));

describe('groups', () => {
  it.each(cases)(
    'are those of plain arrays, each lists its rows, and their cost covers them: %s for %s',
    async (_root, persona, spec) => {
      const ask = registry.as(persona);
      const all = await rowsOf(ask, spec);
      expect(all.length).toBeGreaterThan(0);
      const byId = new Map(all.map((row) => [row.id, row]));
      const placeOf = await placesFor(spec);
      const query = groupedQuery(spec);
      const every = await ask(query, { groupBy: Object.keys(spec.keys).slice(0, 4), first: 200 });
      expect(every.errors).toEqual([]);
      const wheres = every.data[spec.root].groups.map(({ where }: any) => where);
      let several = 0;
      await fc.assert(
        fc.asyncProperty(groupings(spec), filters(wheres), fc.nat(), async (asked, where, any) => {
          const having = havingInput(asked.having);
          const { data, errors, extensions } = await ask(query, { ...asked, having, where });
          expect(errors).toEqual([]);
          const answer = data[spec.root];
          const rows = where ? (await rowsOf(ask, { ...spec, rows: '' }, where)).map(({ id }) => byId.get(id)) : all;
          const expected = groupsOf(rows, spec, asked, placeOf);
          expect(answer.groupCount).toBe(expected.groupCount);
          expect(answer.groups.map((group: any) => toldOf(spec, asked.groupBy, group))).toEqual(
            expected.groups.map(({ keys, figures }) => ({ keys, figures })),
          );
          if (expected.groupCount > 1) several += 1;
          expect(extensions.cost.requested).toBeGreaterThanOrEqual(objectsIn(data));
          const place = any % Math.max(1, expected.groups.length);
          const [group, listed] = [expected.groups[place], answer.groups[place]];
          if (!group) return;
          const found = await rowsOf(ask, { ...spec, rows: '' }, listed.where);
          expect(found.map(({ id }) => id).sort()).toEqual(group.rows.map(({ id }) => id).sort());
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
      // A few groupings may all come to one group; so many do not.
      if (RUNS >= 40) expect(several).toBeGreaterThan(0);
    },
    240_000,
  );

  it.each(specs.map((spec) => [spec.root, spec] as const))('are one statement: %s', async (_root, spec) => {
    const ask = registry.as('centre');
    const asked = { groupBy: Object.keys(spec.keys).slice(0, 5), first: 1_000 };
    await ask(groupedQuery(spec), asked);
    const statements = await statementsOf(async () => {
      expect((await ask(groupedQuery(spec), asked)).errors).toEqual([]);
    });
    expect(statements).toHaveLength(1);
  });
});
