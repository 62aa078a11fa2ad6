import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { aRisk, assessmentOf as input, risksOf } from '../kit/risks.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const assess = `mutation ($input: AssessRiskInput!) {
  assessRisk(input: $input) { risk { id version } assessment { id } }
}`;

const count = async () => {
  const [row] = await registry.rows<{ assessments: number; keys: number }>(
    'SELECT (SELECT count(*) FROM "Assessment")::int AS assessments, (SELECT count(*) FROM "IdempotencyRecord")::int AS keys',
  );
  return row ?? { assessments: 0, keys: 0 };
};

const codes = (answer: { errors: readonly { extensions: Record<string, any> }[] }) =>
  answer.errors.map(({ extensions }) => extensions.code);

describe('a request with an Idempotency-Key', () => {
  it('sent twenty times at once is done once, and every answer is the same', async () => {
    const risk = await aRisk(registry.as('chomthong-editor'));
    const before = await count();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        registry.as('chomthong-editor')(assess, { input: input(risk) }, { 'idempotency-key': 'twenty' }),
      ),
    );
    expect(answers.flatMap(codes)).toEqual([]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers[0]?.data.assessRisk.risk.version).toBe(risk.version + 1);
    const after = await count();
    expect([after.assessments - before.assessments, after.keys - before.keys]).toEqual([1, 1]);
    console.info('20 requests with one key at once: 1 assessment, 1 key, 1 distinct answer');
  });

  it('is refused when the key was used for another request, and the key is named', async () => {
    const risk = await aRisk(registry.as('chomthong-editor'));
    const ask = registry.as('chomthong-editor');
    const key = { 'idempotency-key': 'reused' };
    expect(codes(await ask(assess, { input: input(risk) }, key))).toEqual([]);
    const before = await count();
    const other = await ask(assess, { input: input(risk, { likelihood: 5 }) }, key);
    expect(codes(other)).toEqual(['INVALID_INPUT']);
    expect(other.errors[0]?.extensions.fields).toMatchObject([{ field: 'Idempotency-Key' }]);
    expect(await count()).toEqual(before);
  });

  it('at once with another request under the same key leaves exactly one of them done', async () => {
    const risk = await aRisk(registry.as('chomthong-editor'));
    const ask = registry.as('chomthong-editor');
    const before = await count();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((likelihood) =>
        ask(assess, { input: input(risk, { likelihood }) }, { 'idempotency-key': 'contested' }),
      ),
    );
    expect(answers.flatMap(codes)).toEqual(Array(3).fill('INVALID_INPUT'));
    const after = await count();
    expect([after.assessments - before.assessments, after.keys - before.keys]).toEqual([1, 1]);
  });

  it('is its account’s own: another account’s same key is another key', async () => {
    const risk = await aRisk(registry.as('chomthong-editor'));
    const key = { 'idempotency-key': 'shared' };
    const editor = await registry.as('chomthong-editor')(assess, { input: input(risk) }, key);
    const approver = await registry.as('chomthong-approver')(
      assess,
      { input: input({ ...risk, version: risk.version + 1 }) },
      key,
    );
    expect([codes(editor), codes(approver)]).toEqual([[], []]);
    expect(approver.data.assessRisk.risk.version).toBe(risk.version + 2);
    expect(approver.data.assessRisk.assessment.id).not.toBe(editor.data.assessRisk.assessment.id);
  });

  it('that failed frees its key', async () => {
    const risk = await aRisk(registry.as('chomthong-editor'));
    const ask = registry.as('chomthong-editor');
    const key = { 'idempotency-key': 'freed' };
    const before = await count();
    expect(codes(await ask(assess, { input: input(risk, { expectedVersion: 99 }) }, key))).toEqual(['CONFLICT']);
    expect(codes(await ask(assess, { input: input(risk, { likelihood: 99 }) }, key))).toEqual(['INVALID_INPUT']);
    expect(await count()).toEqual(before);
    expect(codes(await ask(assess, { input: input(risk) }, key))).toEqual([]);
  });

  it('with two mutations does each once, however often it is sent', async () => {
    const [first, second] = await risksOf(registry.as('chomthong-editor'));
    if (!first || !second) throw new Error('Chom Thong has two risks.');
    const both = `mutation ($a: AssessRiskInput!, $b: AssessRiskInput!) {
      a: assessRisk(input: $a) { risk { version } assessment { id } } b: assessRisk(input: $b) { risk { version } assessment { id } }
    }`;
    const ask = registry.as('chomthong-editor');
    const before = await count();
    const sent = () => ask(both, { a: input(first), b: input(second) }, { 'idempotency-key': 'both' });
    const answers = [await sent(), await sent(), await sent()];
    expect(answers.flatMap(codes)).toEqual([]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    const after = await count();
    expect([after.assessments - before.assessments, after.keys - before.keys]).toEqual([2, 2]);
  });

  it('whose second mutation failed does only that one when it comes again', async () => {
    const [first, second] = await risksOf(registry.as('chomthong-editor'));
    if (!first || !second) throw new Error('Chom Thong has two risks.');
    const both = `mutation ($a: AssessRiskInput!, $b: AssessRiskInput!) { a: assessRisk(input: $a) { risk { version } } b: assessRisk(input: $b) { risk { version } } }`;
    const ask = registry.as('chomthong-editor');
    const key = { 'idempotency-key': 'half' };
    const before = await count();
    const half = await ask(both, { a: input(first), b: input(second, { expectedVersion: 99 }) }, key);
    expect(codes(half)).toEqual(['CONFLICT']);
    expect(codes(await ask(both, { a: input(first), b: input(second) }, key))).toEqual([]);
    expect((await count()).assessments - before.assessments).toBe(2);
  });

  it('of which some items failed is answered again in the same words', async () => {
    const risk = await aRisk(registry.as('chomthong-editor'));
    const bulk = `mutation ($input: AssessRisksInput!) { assessRisks(input: $input) {
      doneCount failedCount results { index done { risk { id version } } error { code messageTh messageEn fields { field messageTh } } }
    } }`;
    const items = [input(risk), input(risk), input(risk, { expectedVersion: risk.version + 1, likelihood: 99 })];
    const ask = () =>
      registry.as('chomthong-editor')(
        bulk,
        { input: { items, errorPolicy: 'REJECT_FAILED' } },
        { 'idempotency-key': 'bulk' },
      );
    const [answer, again] = [await ask(), await ask()];
    expect(answer.errors).toEqual([]);
    expect(answer.data.assessRisks.results.map(({ error }: any) => error?.code ?? null)).toEqual([
      null,
      'CONFLICT',
      'INVALID_INPUT',
    ]);
    expect(again.text).toBe(answer.text);
  });
});

describe('an Idempotency-Key', () => {
  it('is refused with 400 when it is malformed', async () => {
    const risk = await aRisk(registry.as('chomthong-editor'));
    const before = await count();
    for (const key of ['two words', 'x'.repeat(201), 'ü']) {
      const answer = await registry.as('chomthong-editor')(assess, { input: input(risk) }, { 'idempotency-key': key });
      expect([key, answer.status, codes(answer)]).toEqual([key, 400, ['INVALID_INPUT']]);
    }
    expect(await count()).toEqual(before);
  });

  it('means nothing to a query', async () => {
    const before = await count();
    const ask = registry.as('chomthong-editor');
    const key = { 'idempotency-key': 'query' };
    expect((await ask('{ risks(first: 1) { totalCount } }', {}, key)).errors).toEqual([]);
    expect((await ask('{ viewer { role } }', {}, key)).data).toEqual({ viewer: { role: 'EDITOR' } });
    expect(await count()).toEqual(before);
  });
});
