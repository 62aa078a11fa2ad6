import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personas } from '@registry/seed/people/personas.ts';
import type { Example } from '../../packages/api/ide/examples/example.ts';
import { examples } from '../../packages/api/ide/examples.ts';
import { operationKindOf } from '../../packages/api/ide/operation.ts';
import { type Answer, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const named = examples.map((example): [string, Example] => [example.id, example]);
const queries = named.filter(([, { query }]) => operationKindOf(query) === 'query');
const mutations = named.filter(([, { query }]) => operationKindOf(query) === 'mutation');

/** Runs an example as the page does: as the first persona that it is meant for, or signed out. */
const run = async ({ persona: { role, agencyCode }, query, variables }: Example): Promise<Answer> => {
  if (role === 'PUBLIC') return registry.public(query, variables);
  const persona = personas.find((each) => each.role === role && (!agencyCode || each.agencyCode === agencyCode));
  if (!persona) throw new Error(`No persona has the role ${role} at ${agencyCode ?? 'any agency'}.`);
  return registry.as(persona.id)(query, variables);
};

/** The lists of an answer that stand under no other list, with the number of their items; and what is null above them. */
const countsOf = (value: unknown, path = 'data'): [string, number | null][] => {
  if (Array.isArray(value)) return [[path, value.length]];
  if (value === null) return [[path, null]];
  return typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => countsOf(inner, `${path}.${key}`))
    : [];
};

describe('an example of the gallery', () => {
  it('is one of twelve to forty, each with a name of its own', () => {
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
    expect(examples.length).toBeGreaterThanOrEqual(12);
    expect(examples.length).toBeLessThanOrEqual(40);
    for (const { titleTh, descriptionTh } of examples) expect(titleTh + descriptionTh).toMatch(/[ก-๙]/);
  });

  it.each(queries)('%s answers its persona with data in every list, in Thai', async (_id, example) => {
    const { data, errors, text } = await run(example);
    expect(errors).toEqual([]);
    const counts = countsOf(data);
    expect(counts.length).toBeGreaterThan(0);
    expect(counts.filter(([, count]) => count === null || count === 0)).toEqual([]);
    expect(text).toMatch(/[ก-๙]{4}/);
  });

  it.each(mutations)('%s succeeds once as it is filled in, then says CONFLICT', async (_id, example) => {
    const first = await run(example);
    expect(first.errors).toEqual([]);
    expect(first.data.assessRisk).toMatchObject({
      assessment: { score: 12, level: 'HIGH' },
      risk: { titleTh: 'แบ่งซื้อแบ่งจ้างเพื่อเลี่ยงการแข่งขัน', level: 'HIGH', version: 2 },
    });
    const second = await run(example);
    expect(second.errors.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
  });
});

describe('what the gallery promises', () => {
  const answerOf = async (id: string) => {
    const example = examples.find((each) => each.id === id);
    if (!example) throw new Error(`The gallery has no example ${id}.`);
    return (await run(example)).data;
  };

  it('nine risks of Chom Thong await an assessment', async () => {
    expect((await answerOf('unassessed-risks')).risks.totalCount).toBe(9);
  });

  it('fifty district offices stand in six groups', async () => {
    const groups: { totalCount: number }[] = Object.values(await answerOf('agencies'));
    expect(groups).toHaveLength(6);
    expect(groups.reduce((sum, { totalCount }) => sum + totalCount, 0)).toBe(50);
  });

  it('the centre sees the plans of four agencies', async () => {
    expect((await answerOf('side-by-side')).plans.totalCount).toBe(4);
  });
});
