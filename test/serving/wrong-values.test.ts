import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const editor = 'sample-1-editor';
const postpone = 'mutation ($input: PostponeMitigationInput!) { postponeMitigation(input: $input) { __typename } }';
const assess = 'mutation ($input: AssessRisksInput!) { assessRisks(input: $input) { doneCount } }';
const due = 'query ($where: MitigationWhere) { mitigations(first: 1, where: $where) { totalCount } }';

type Told = { readonly field: string; readonly message: string };
const toldOf = ({ errors }: Answer): Told[] => errors.flatMap(({ extensions }) => extensions.fields ?? []);

/** A request, the fields that are wrong in it, and what Thai readers are told of the first. */
const cases: readonly (readonly [string, string, Record<string, unknown>, readonly string[], string])[] = [
  [
    'a year of the Buddhist era',
    postpone,
    { input: { mitigationId: 'x', expectedVersion: 1, dueOn: '2569-01-01', reason: 'x' } },
    ['dueOn'],
    '(ปี พ.ศ. 2569 คือ ค.ศ. 2026)',
  ],
  [
    'a text for a number, and what was left out, in an entry of a list',
    assess,
    { input: { items: [{ riskId: 'x', expectedVersion: '1', phase: 'NEVER' }] } },
    ['items[0].expectedVersion', 'items[0].phase', 'items[0].likelihood'],
    'ต้องเป็นจำนวนเต็ม',
  ],
  ['what no input has', postpone, { input: { mitigationId: 'x', nothing: 1 } }, ['nothing'], 'ไม่มีข้อมูลชื่อนี้'],
  ['a day in a filter', due, { where: { dueOn: { gte: '2026-02-30' } } }, ['where.dueOn.gte'], 'วันที่ต้องเป็นรูปแบบ'],
  ['no value', 'query ($code: String!) { agency(code: $code) { id } }', {}, ['code'], 'ต้องระบุ'],
  ['null', 'query ($code: String!) { agency(code: $code) { id } }', { code: null }, ['code'], 'ต้องระบุ'],
];

describe('a variable of the wrong kind', () => {
  it.each(cases)(
    '(%s) is told by the field, in the language of whoever asks',
    async (_name, query, variables, fields, th) => {
      const ask = (language: string) => registry.as(editor)(query, variables, { 'accept-language': language });
      const [thai, english] = [await ask('th'), await ask('en')];
      for (const answer of [thai, english]) {
        expect(new Set(answer.errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['INVALID_INPUT']));
        expect(toldOf(answer).map(({ field }) => field)).toEqual(expect.arrayContaining([...fields]));
      }
      expect(toldOf(thai).find(({ field }) => field === fields[0])?.message).toContain(th);
      for (const { message } of toldOf(english)) expect(message).not.toMatch(/[\u0e00-\u0e7f]/);
      for (const { message } of toldOf(thai)) expect(message).not.toMatch(/Expected|required|cannot|written/);
    },
  );

  it('is told alike when a request of the same shape came before, for which everything was known', async () => {
    const ask = (gte: string) => registry.as(editor)(due, { where: { dueOn: { gte } } });
    expect((await ask('2026-01-01')).errors).toEqual([]);
    const fresh = await registry.as(editor)(due.replace('$where:', '$where :'), {
      where: { dueOn: { gte: '2026-02-30' } },
    });
    const known = await ask('2026-02-30');
    expect(toldOf(known)).toEqual(toldOf(fresh));
    expect(toldOf(known)).toHaveLength(1);
  });

  it('is named to Thai readers of a mutation as they know it', async () => {
    const input = { mitigationId: 'x', expectedVersion: 1, dueOn: '2569-01-01', reason: 'x' };
    const [told] = toldOf(await registry.as(editor)(postpone, { input }, { 'accept-language': 'th' }));
    expect(told?.message).toMatch(/^[^A-Za-z]+$/);
  });

  it('that stands in the document is told in one language too, with its place', async () => {
    const ask = async (language: string) =>
      (
        await registry.as(editor)('{ holidays(from: "2569-01-01", to: "2026-01-01") { date } }', undefined, {
          'accept-language': language,
        })
      ).errors[0] as Answer['errors'][number] & { locations?: unknown };
    const [th, en] = [await ask('th'), await ask('en')];
    for (const error of [th, en]) {
      expect(error.extensions.code).toBe('INVALID_INPUT');
      expect(error.locations).toEqual([{ line: 1, column: 18 }]);
    }
    expect(th.message).toMatch(/^วันที่ต้อง/);
    expect(en.message).not.toMatch(/[\u0e00-\u0e7f]/);
  });
});

describe('where the public may not see the schema', () => {
  it('no value is suggested to it, also when a request of the same shape came before', async () => {
    const closed = await startRegistry({ limits: { publicIntrospection: false } });
    const ask = closed.public;
    const query = 'query ($where: AgencyWhere) { agencies(first: 1, where: $where) { totalCount } }';
    await ask(query, { where: { kind: { eq: 'DISTRICT_OFFICE' } } });
    for (const kind of ['DISTRICT_OFFICES', 'DISTRICT_OFFICX', 'SAMPLEE']) {
      const { errors } = await ask(query, { where: { kind: { eq: kind } } });
      expect(errors[0]?.extensions.code).toBe('INVALID_INPUT');
      expect(JSON.stringify(errors)).not.toContain('Did you mean');
    }
    await closed.stop();
  });
});
