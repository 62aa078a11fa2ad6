import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool, type Pool } from '@registry/prisma/client.ts';
import { FairPool } from '@registry/prisma/fair-pool.ts';
import { createScopedReader } from '@registry/prisma/scoped-batches.ts';
import { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { batchesOf } from '../kit/statements.ts';

const TRIES = 200;

let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

async function withPool<Result>(max: number, work: (pool: Pool) => Promise<Result>): Promise<Result> {
  const pool = createPool({ url: database.app, max });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

const nobodys = { 'app.agency': '', 'app.floor': '', 'app.duty': '', 'app.account': '' };

it('cancels the statements of whoever is late, and never those of the next on the same connection', async () => {
  await withPool(1, async (pool) => {
    const read = createScopedReader(new FairPool(pool), nobodys);
    const outcomes = { cancelled: 0, inTime: 0, wrong: 0 };
    for (let round = 0; round < TRIES; round += 1) {
      // About as long as every other statement takes, so that the request to cancel it comes before, with and after its end.
      const deadline = new RequestDeadline(8 + (round % 9));
      const seconds = round % 2 === 0 ? '0.012' : '0.5';
      const slow = read([{ text: `SELECT pg_sleep(${seconds})::text`, values: [] }], { shareKey: 'slow', deadline });
      const next = read([{ text: `SELECT 'next'::text`, values: [] }], { shareKey: 'next', deadline: null });
      await slow.then(
        () => (outcomes.inTime += 1),
        () => (outcomes.cancelled += 1),
      );
      const rows = await next.then(
        ([outcome]) => outcome?.rows,
        () => [],
      );
      if (rows?.[0] !== 'next') outcomes.wrong += 1;
    }
    console.info(
      `${TRIES} tries: ${outcomes.cancelled} cancelled, ${outcomes.inTime} in time, ${outcomes.wrong} neighbours hit`,
    );
    expect(outcomes.wrong).toBe(0);
    expect(outcomes.cancelled).toBeGreaterThan(TRIES / 10);
    expect(pool.totalCount).toBe(1);
  });
});

it('leaves the batch to those who still wait when one of those who share it leaves', async () => {
  await withPool(2, async (pool) => {
    const tenancy = new Tenancy(pool);
    const scope = { kind: 'none' } as const;
    const ask = (milliseconds: number) =>
      tenancy.query<{ done: string }>(
        scope,
        { text: `SELECT 'yes' AS done, pg_sleep(0.2)::text`, values: [] },
        { shareKey: 'both', deadline: new RequestDeadline(milliseconds) },
      );
    const batches = await batchesOf(async () => {
      const since = performance.now();
      const [late, inTime] = await Promise.allSettled([
        ask(50).finally(() => expect(performance.now() - since).toBeLessThan(150)),
        ask(5_000),
      ]);
      expect(late).toMatchObject({ status: 'rejected', reason: { code: 'DEADLINE_EXCEEDED' } });
      expect(inTime).toMatchObject({ status: 'fulfilled', value: [{ done: 'yes' }] });
    });
    expect(batches).toHaveLength(1);
  });
});

it('answers the neighbours of a statement that fails, which itself is run once', async () => {
  await withPool(2, async (pool) => {
    const tenancy = new Tenancy(pool);
    const ask = (text: string) => tenancy.query<{ said: string }>({ kind: 'none' }, { text, values: [] });
    const batches = await batchesOf(async () => {
      const [before, failing, after] = await Promise.allSettled([
        ask(`SELECT 'before' AS said`),
        ask(`SELECT (1 / 0)::text AS said`),
        ask(`SELECT 'after' AS said`),
      ]);
      expect(before).toMatchObject({ value: [{ said: 'before' }] });
      expect(failing).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
      expect(after).toMatchObject({ value: [{ said: 'after' }] });
    });
    expect(batches.map(({ length }) => length)).toEqual([3, 2]);
    expect(batches.flat().filter((text) => text.includes('1 / 0'))).toHaveLength(1);
  });
});

it('sends nothing again when the failure is not of a statement', async () => {
  await withPool(2, async (pool) => {
    const tenancy = new Tenancy(pool);
    const ask = (text: string) => tenancy.query({ kind: 'none' }, { text, values: [] });
    const batches = await batchesOf(async () => {
      const answers = await Promise.allSettled([
        ask(`SELECT 'here' AS said`),
        ask(`SELECT pg_terminate_backend(pg_backend_pid()) AS said`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    });
    expect(batches).toHaveLength(1);
  });
});
