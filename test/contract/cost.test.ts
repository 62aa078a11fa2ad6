import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schema } from '@registry/schema/schema.ts';
import { personas } from '@registry/seed/people/personas.ts';
import fc from 'fast-check';
import { isObjectType } from 'graphql';
import { generated } from '../kit/generated.ts';
import { type Client, type Registry, startRegistry } from '../kit/registry.ts';
import { type Known, questions } from './cost-questions.ts';

let registry: Registry;
beforeAll(async () => {
  // What is asked here is large on purpose: nothing is refused for its size, unless more came back than its cost said.
  registry = await startRegistry({
    limits: { costMax: Number.MAX_SAFE_INTEGER, depthMax: 100, answerMbMax: 1_000 },
    responseCacheMb: 0,
  });
});
afterAll(async () => registry.stop());

const QUERIES = generated(2_000);

/** One persona of every role, and the public. */
const roles = [...new Map(personas.map((persona) => [persona.role, persona.id])).entries()];
const clients = (): [string, Client][] => [
  ...roles.map(([role, id]): [string, Client] => [role, registry.as(id)]),
  ['SAMPLE', registry.as('sample-1-approver')],
  ['PUBLIC', registry.public],
];

const objectsIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, part) => sum + objectsIn(part), 0);
  return Array.isArray(value) ? inner : inner + 1;
};

/** Some records of every type, so that whatever hangs on them is asked for too. */
async function someRecords(): Promise<Known[]> {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'),
  );
  const found: Known[] = [];
  for (const { name } of types) {
    const rows = await registry.rows<{ id: string }>(`SELECT id FROM "${name}" ORDER BY id LIMIT 4`);
    found.push(...rows.map(({ id }) => ({ type: name, id })));
  }
  return found;
}

describe('the cost of a query', () => {
  it(`is never below the objects that come back: ${QUERIES} generated queries of every role`, async () => {
    const known = await someRecords();
    const everybody = clients();
    let index = 0;
    let withData = 0;
    let tightest = Number.POSITIVE_INFINITY;
    await fc.assert(
      fc.asyncProperty(questions(schema, known), async (query) => {
        const [role, ask] = everybody[index % everybody.length] ?? ['PUBLIC', registry.public];
        index += 1;
        const { status, data, errors, extensions } = await ask(query);
        const refusals = errors.filter(({ extensions: { code } }) => code === 'QUERY_TOO_COSTLY');
        expect([role, status, status === 200 ? refusals : errors]).toEqual([role, 200, []]);
        // The answer itself is the one object that nobody asked for.
        const returned = data === null ? 0 : objectsIn(data) - 1;
        expect(extensions.cost.requested).toBeGreaterThanOrEqual(returned);
        if (returned > 0) {
          withData += 1;
          tightest = Math.min(tightest, extensions.cost.requested / returned);
        }
      }),
      { numRuns: QUERIES, endOnFailure: true },
    );
    console.info(`${QUERIES} queries, ${withData} with data; the closest cost was ${tightest.toFixed(2)} of what came`);
    expect(withData).toBeGreaterThan(QUERIES / 4);
  }, 240_000);
});
