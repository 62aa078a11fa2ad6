import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { assessmentOf as item, risksOf } from '../kit/risks.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const bulk = `mutation ($input: AssessRisksInput!) { assessRisks(input: $input) {
  doneCount failedCount results { index done { risk { id version } } error { code messageEn fields { field } } }
} }`;

const send = (items: readonly unknown[], errorPolicy?: string) =>
  registry.as('chomthong-editor')(bulk, { input: { items, ...(errorPolicy ? { errorPolicy } : {}) } });

const rows = async () =>
  (
    await registry.rows<{ assessments: number; audits: number; versions: number }>(
      'SELECT (SELECT count(*) FROM "Assessment")::int AS assessments, (SELECT count(*) FROM "AuditEntry")::int AS audits, (SELECT sum(version) FROM "Risk")::int AS versions',
    )
  )[0] ?? { assessments: 0, audits: 0, versions: 0 };

/** One right item among wrong ones of every kind. */
async function mixed() {
  const [first, second, third] = await risksOf(registry.as('chomthong-editor'));
  const [foreign] = await risksOf(registry.as('sample-1-editor'));
  if (!first || !second || !third || !foreign) throw new Error('Too few risks.');
  return [
    item(first),
    item(second, { expectedVersion: 99 }),
    item(second, { likelihood: 0, justificationTh: ' ' }),
    item(foreign),
    item({ id: encodeGlobalId('Risk', '00000000-0000-7000-8000-00000000dead'), version: 1 }),
    item(third),
    item({ ...first, version: first.version + 1 }),
  ];
}

describe('assessRisks', () => {
  it('with REJECT_FAILED does the right items and says of each other why not', async () => {
    const items = await mixed();
    const before = await rows();
    const { data, errors } = await send(items, 'REJECT_FAILED');
    expect(errors).toEqual([]);
    expect(data.assessRisks).toMatchObject({ doneCount: 3, failedCount: 4 });
    expect(
      data.assessRisks.results.map(({ index, done, error }: any) => [index, done !== null, error?.code ?? null]),
    ).toEqual([
      [0, true, null],
      [1, false, 'CONFLICT'],
      [2, false, 'INVALID_INPUT'],
      [3, false, 'NOT_FOUND'],
      [4, false, 'NOT_FOUND'],
      [5, true, null],
      [6, true, null],
    ]);
    expect(data.assessRisks.results[2].error.fields).toEqual([{ field: 'likelihood' }, { field: 'justificationTh' }]);
    expect(data.assessRisks.results[3].error).toEqual(data.assessRisks.results[4].error);
    const after = await rows();
    expect([after.assessments - before.assessments, after.versions - before.versions]).toEqual([3, 3]);
  });

  it('with REJECT_ALL, which is the default, does nothing when an item is wrong, and names every wrong field', async () => {
    const items = await mixed();
    const before = await rows();
    for (const policy of ['REJECT_ALL', undefined]) {
      const { data, errors } = await send(items, policy);
      expect(data).toEqual({ assessRisks: null });
      expect(errors[0]?.extensions.code).toBe('INVALID_INPUT');
      expect(errors[0]?.extensions.fields.map(({ field }: { field: string }) => field)).toEqual([
        'items[1]',
        'items[2].likelihood',
        'items[2].justificationTh',
        'items[3].riskId',
        'items[4].riskId',
      ]);
      expect(await rows()).toEqual(before);
    }
    const [, risk] = await risksOf(registry.as('chomthong-editor'));
    if (!risk) throw new Error('Chom Thong has risks.');
    const stale = await send([item(risk, { expectedVersion: 99 })]);
    expect(stale.errors[0]?.extensions.code).toBe('CONFLICT');
  });

  it('takes 250 items, and none without items or with more', async () => {
    const [, , , risk] = await risksOf(registry.as('chomthong-editor'));
    if (!risk) throw new Error('Chom Thong has four risks.');
    const items = Array.from({ length: 251 }, (_unused, index) => item({ ...risk, version: risk.version + index }));
    const before = await rows();
    for (const refused of [[], items]) {
      const { errors } = await send(refused);
      expect(errors[0]?.extensions.code).toBe('INVALID_INPUT');
      expect(errors[0]?.message).toContain('250');
    }
    expect(await rows()).toEqual(before);
    const since = performance.now();
    const { data, errors, extensions } = await send(items.slice(0, 250));
    const ms = Math.round(performance.now() - since);
    console.info(`250 items in one transaction: ${ms} ms, cost ${extensions.cost?.requested}`);
    expect(errors).toEqual([]);
    expect(data.assessRisks.doneCount).toBe(250);
    expect(extensions.cost).toEqual({ requested: expect.any(Number), limit: 500_000 });
    // The items, and what comes back of each: the item, its payload and its risk.
    expect(extensions.cost?.requested).toBeGreaterThanOrEqual(750);
    expect((await rows()).assessments - before.assessments).toBe(250);
  }, 60_000);
});
