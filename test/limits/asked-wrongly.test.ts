import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const risks = 'query ($where: RiskWhere) { risks(first: 1, where: $where) { totalCount } }';
const grouped = (args: string): string => `{ risksGrouped(${args}) { groupCount groups { count } } }`;
const ids = (count: number): string[] =>
  Array.from({ length: count }, (_none, index) =>
    encodeGlobalId('Risk', `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`),
  );

const isThai = /[ก-๙]/;

describe('a question that is asked wrongly', () => {
  it.each<[string, string, object, string]>([
    ['10,000 values in a list', risks, { where: { code: { in: ids(10_000) } } }, 'INVALID_INPUT'],
    ['10,000 ids', risks, { where: { id: { in: ids(10_000) } } }, 'INVALID_INPUT'],
    ['10,000 conditions', risks, { where: { or: ids(10_000).map((id) => ({ id: { eq: id } })) } }, 'INVALID_INPUT'],
    [
      'the id of another kind of record',
      risks,
      { where: { id: { in: [encodeGlobalId('Plan', '00000000-0000-7000-8000-000000000001')] } } },
      'INVALID_INPUT',
    ],
    ['an id that is none', risks, { where: { register: { id: { eq: 'x' } } } }, 'INVALID_INPUT'],
    ['a field that is not there', risks, { where: { colour: { eq: 'red' } } }, 'INVALID_INPUT'],
    ['an operator that is not there', risks, { where: { score: { about: 9 } } }, 'INVALID_INPUT'],
    ['a value of another kind', risks, { where: { score: { gte: 'many' } } }, 'INVALID_INPUT'],
    [
      'a filter of a field that is not there, in the document',
      '{ risks(first: 1, where: {colour: {eq: "red"}}) { totalCount } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an order by what nobody compares',
      '{ risks(first: 1, orderBy: [{field: version}]) { totalCount } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['groups by a field that is no key', grouped('groupBy: [id], first: 10'), {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['groups by nothing', grouped('groupBy: [], first: 10'), {}, 'INVALID_INPUT'],
    ['more groups than are told at a time', grouped('groupBy: [agency], first: 1001'), {}, 'INVALID_INPUT'],
  ])('is refused with a code, in Thai and English: %s', async (_name, query, variables, code) => {
    const ask = registry.as('centre');
    for (const [language, isRight] of [
      ['th', (text: string) => isThai.test(text)],
      ['en', (text: string) => !isThai.test(text)],
    ] as const) {
      const { errors } = await ask(query, { ...variables }, { 'accept-language': language });
      expect(errors.map(({ extensions }) => extensions?.code)).toContain(code);
      // What graphql-js says of a document is for whoever writes it, in English.
      if (code !== 'GRAPHQL_VALIDATION_FAILED')
        expect(errors.map(({ message }) => [message, isRight(message)])).toEqual(
          errors.map(({ message }) => [message, true]),
        );
    }
  });

  it('names the place of each wrong id, and what to give instead', async () => {
    const wrong = [ids(1)[0], encodeGlobalId('Plan', '00000000-0000-7000-8000-000000000001')];
    const where = { mitigations: { some: { or: [{ risk: { id: { in: wrong } } }] } } };
    const { errors } = await registry.as('centre')(risks, { where });
    expect(errors[0]?.extensions.fields).toEqual([
      { field: 'where.mitigations.some.or[0].risk.id.in[1]', message: 'Give the id of a Risk, not of a Plan.' },
    ]);
  });
});

describe('a question that contradicts itself', () => {
  it.each<[string, object]>([
    ['a value above and below', { score: { gt: 20, lt: 5 } }],
    ['two values at once', { and: [{ level: { eq: 'HIGH' } }, { level: { eq: 'LOW' } }] }],
    ['none of nothing', { level: { in: [] } }],
    ['what some and none are', { mitigations: { some: {}, none: {} } }],
    ['an id that nothing has', { id: { eq: ids(1)[0] } }],
  ])('has no rows and no groups, and is no mistake: %s', async (_name, where) => {
    const query = `query ($where: RiskWhere) {
      risks(first: 1, where: $where) { totalCount }
      risksGrouped(groupBy: [level], first: 5, where: $where) { groupCount groups { count } }
    }`;
    const { data, errors } = await registry.as('centre')(query, { where });
    expect(errors).toEqual([]);
    expect(data).toEqual({ risks: { totalCount: 0 }, risksGrouped: { groupCount: 0, groups: [] } });
  });

  it.each<[string, object | null]>([
    ['none', null],
    ['one without a condition', {}],
    ['conditions without an operator', { level: {}, mitigations: {}, register: {} }],
    ['every one is anything', { mitigations: { every: {} } }],
  ])('an empty filter lets every row through: %s', async (_name, where) => {
    const { data } = await registry.as('centre')(risks, { where });
    const { data: all } = await registry.as('centre')('{ risks { totalCount } }');
    expect(data.risks).toEqual(all.risks);
    expect(all.risks.totalCount).toBeGreaterThan(0);
  });
});

describe('groups by what every row has of its own', () => {
  it('are as many as the rows, of which as many are told as were asked for', async () => {
    const { data, errors } = await registry.as('centre')(
      '{ risks { totalCount } risksGrouped(groupBy: [agency, fiscalYear, responsibleUnit, processArea, level], first: 3) { groupCount groups { count } } }',
    );
    expect(errors).toEqual([]);
    expect(data.risksGrouped.groupCount).toBeLessThanOrEqual(data.risks.totalCount);
    expect(data.risksGrouped.groups).toHaveLength(3);
  });
});
