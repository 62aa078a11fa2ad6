import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type HeldLock, holdLock, runningStatements } from '../kit/held-lock.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { aRisk, assessmentOf } from '../kit/risks.ts';
import { batchesOf } from '../kit/statements.ts';
import { until } from '../kit/subscriber.ts';
import { machineryOn } from '../kit/switches.ts';

const TIMEOUT_MS = 1_000;
/** What the end of a request may come later than its deadline. */
const LATE_MS = 500;

let registry: Registry;
let lock: HeldLock | undefined;
beforeAll(async () => {
  registry = await startRegistry({ requestTimeoutMs: TIMEOUT_MS, switches: machineryOn });
  // Signed in beforehand, so that only what is asked waits.
  for (const persona of ['chomthong-editor', 'sample-1-viewer', 'centre'])
    await registry.as(persona)('{ viewer { role } }');
});
afterEach(async () => {
  await lock?.release();
  lock = undefined;
});
afterAll(async () => registry.stop());

const lockRisks = async () => {
  lock = await holdLock(registry.database, 'LOCK TABLE "Risk" IN ACCESS EXCLUSIVE MODE');
};
const nothingRuns = (withinMs = LATE_MS) =>
  until('nothing of the request runs', async () => (await runningStatements(registry.database)) === 0, withinMs);

/** Asks, and leaves after a while. */
async function leaveAfter(milliseconds: number, persona: string, query: string, variables = {}): Promise<void> {
  const response = fetch(`${registry.base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await registry.tokenOf(persona)}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(milliseconds),
  });
  await expect(response).rejects.toThrow();
}

const manyRisks = `{ ${Array.from({ length: 40 }, (_unused, place) => `a${place}: risks(first: 1, where: {code: {eq: "${place}"}}) { totalCount edges { node { id } } }`).join(' ')} }`;

describe('a request whose statements take too long', () => {
  it.each([
    ['one list', 'sample-1-viewer', '{ risks(first: 1) { totalCount } }'],
    ['forty lists', 'sample-1-viewer', manyRisks],
    ['a figure of the centre', 'centre', '{ centre { riskMatrix(fiscalYear: 2569) { riskCount } } }'],
    [
      'a list beside what is no row',
      'chomthong-editor',
      '{ viewer { tasks(first: 5) { titleTh } } risks(first: 1) { totalCount } }',
    ],
  ])('ends at its deadline, with everything that ran for it: %s', async (_what, persona, query) => {
    await lockRisks();
    const since = performance.now();
    const { errors } = await registry.as(persona)(query);
    expect(performance.now() - since).toBeLessThan(TIMEOUT_MS + LATE_MS);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['DEADLINE_EXCEEDED']));
    await nothingRuns();
  });

  it('says so with a status of its own and in the language of the client', async () => {
    await lockRisks();
    const { status, errors } = await registry.as('sample-1-viewer')(
      '{ risks(first: 1) { totalCount } }',
      {},
      {
        'accept-language': 'th',
      },
    );
    expect(status).toBe(504);
    expect(errors).toMatchObject([{ message: expect.stringMatching(/เกิน 1 วินาที/) }]);
  });

  it('is not asked again', async () => {
    await lockRisks();
    const batches = await batchesOf(async () => {
      await registry.as('sample-1-viewer')('{ risks(first: 1, where: {code: {eq: "R-1"}}) { edges { node { id } } } }');
    });
    expect(batches.flat().filter((text) => text.includes('FROM "Risk"'))).toHaveLength(1);
  });

  it('keeps what was done before it', async () => {
    await lockRisks();
    const { status, data, errors } = await registry.as('sample-1-viewer')(
      '{ viewer { role } risks(first: 1) { edges { node { id } } } }',
    );
    expect(status).toBe(200);
    expect(data).toMatchObject({ viewer: { role: 'VIEWER' }, risks: null });
    expect(errors).toMatchObject([{ path: ['risks'], extensions: { code: 'DEADLINE_EXCEEDED' } }]);
  });
});

describe('a client that leaves', () => {
  it.each([
    ['one list', '{ risks(first: 1) { totalCount } }'],
    ['forty lists', manyRisks],
  ])('takes its statements with it: %s', async (_what, query) => {
    await lockRisks();
    await leaveAfter(200, 'sample-1-viewer', query);
    await nothingRuns();
  });

  it('leaves nothing of a change that had not come to its end', async () => {
    const risk = await aRisk(registry.as('chomthong-editor'));
    const [, id] = Buffer.from(risk.id, 'base64url').toString('utf8').split(':');
    lock = await holdLock(registry.database, 'SELECT 1 FROM "Risk" WHERE id = $1 FOR UPDATE', [id]);
    await leaveAfter(
      300,
      'chomthong-editor',
      'mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { id } } }',
      { input: assessmentOf(risk, { justificationTh: 'ออกก่อน' }) },
    );
    // What has been sent together with its COMMIT is given up at the deadline alone.
    await nothingRuns(TIMEOUT_MS + LATE_MS);
    await lock.release();
    lock = undefined;
    expect(await registry.rows(`SELECT 1 FROM "Assessment" WHERE "justificationTh" = 'ออกก่อน'`)).toEqual([]);
    const { data } = await registry.as('chomthong-editor')(
      'query ($id: ID!) { node(id: $id) { ... on Risk { version } } }',
      {
        id: risk.id,
      },
    );
    expect(data.node.version).toBe(risk.version);
  });
});

describe('connections', () => {
  it('are left to others by whoever asks for much', async () => {
    await lockRisks();
    const flood = Array.from({ length: 20 }, () =>
      registry.as('chomthong-editor')('{ risks(first: 1) { totalCount } }'),
    );
    await until('its statements wait', async () => (await runningStatements(registry.database)) > 0);
    const since = performance.now();
    const { data, errors } = await registry.as('sample-1-viewer')('{ plans(first: 1) { totalCount } }');
    expect(performance.now() - since).toBeLessThan(500);
    expect([data.plans.totalCount, errors]).toEqual([expect.any(Number), []]);
    for (const { status } of await Promise.all(flood)) expect([503, 504]).toContain(status);
  });

  it('that are all in use are not waited for beyond the deadline, and serve again when they are free', async () => {
    await lockRisks();
    const personas = ['chomthong-viewer', 'thonburi-viewer', 'finance-viewer', 'sample-1-viewer'];
    const ask = (persona: string) => registry.as(persona)('{ risks(first: 1) { totalCount } }');
    const answers = await Promise.all([...personas, ...personas, ...personas].map(ask));
    for (const { status, errors } of answers) {
      expect([503, 504]).toContain(status);
      expect(errors.map(({ extensions }) => extensions.code).join()).toMatch(/^(UNAVAILABLE|DEADLINE_EXCEEDED)$/);
    }
    await lock?.release();
    lock = undefined;
    for (const persona of personas) expect((await ask(persona)).errors).toEqual([]);
  });
});
