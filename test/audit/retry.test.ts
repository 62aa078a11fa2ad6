import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, type Pool } from '@registry/prisma/client.ts';
import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import type { Transaction } from '@registry/schema/tenancy/transaction.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

let database: DatabaseCopy;
let pool: Pool;
let tenancy: Tenancy;
let accountId: string;
let agencyId: string;
let risks: [string, string];

beforeAll(async () => {
  database = await copyDatabase();
  pool = createPool({ url: database.app, max: 6 });
  tenancy = new Tenancy(pool);
  const [one, other] = await asSuperuser<{ id: string; agencyId: string }>(
    database.superuser,
    `SELECT r.id, r."agencyId" FROM "Risk" r JOIN "Agency" g ON g.id = r."agencyId" WHERE g.code = 'SAMPLE-1' ORDER BY r.id LIMIT 2`,
  );
  risks = [one?.id ?? '', other?.id ?? ''];
  agencyId = one?.agencyId ?? '';
  const [editor] = await asSuperuser<{ id: string }>(
    database.superuser,
    `SELECT id FROM "Account" WHERE sub = 'demo|sample-1-editor'`,
  );
  accountId = editor?.id ?? '';
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** A transaction of the agency, which counts how often it ran. */
async function transact(work: (tx: Transaction, attempt: number) => Promise<void>): Promise<number> {
  const settings = { 'app.account': accountId, 'app.act': 'editRisk', 'app.role': 'EDITOR', 'app.reason': '' };
  let attempts = 0;
  await tenancy.transaction({ kind: 'agency', agencyId }, settings, (tx) => {
    attempts += 1;
    return work(tx, attempts);
  });
  return attempts;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const changes = {
  'by a model': (tx: Transaction, id: string) =>
    tx.db.risk.updateMany({ where: { id }, data: { version: { increment: 1 } } }),
  'by a statement': (tx: Transaction, id: string) =>
    tx.execute(Prisma.sql`UPDATE "Risk" SET version = version + 1 WHERE id = ${id}::uuid`),
};

const versions = async (): Promise<number> =>
  (
    await asSuperuser<{ sum: number }>(
      database.superuser,
      `SELECT sum(version)::int AS sum FROM "Risk" WHERE id IN ('${risks.join("', '")}')`,
    )
  )[0]?.sum ?? 0;

async function terminate(tx: Transaction): Promise<() => Promise<unknown>> {
  const [backend] = await tx.query<{ pid: number }>(Prisma.sql`SELECT pg_backend_pid() AS pid`);
  return () => asSuperuser(database.superuser, `SELECT pg_terminate_backend(${backend?.pid})`);
}

describe.each(Object.entries(changes))('a transaction that changes rows %s', (_name, change) => {
  it('runs again when it meets another in a deadlock, and neither change is lost', async () => {
    const before = await versions();
    const bothInTurn = ([one, other]: readonly [string, string]) =>
      transact(async (tx) => {
        await change(tx, one);
        await pause(200);
        await change(tx, other);
      });
    const attempts = await Promise.all([bothInTurn(risks), bothInTurn([risks[1], risks[0]])]);
    expect(attempts[0] + attempts[1]).toBeGreaterThan(2);
    expect(await versions()).toBe(before + 4);
  });

  it('runs again when its connection is cut between two statements, or during one', async () => {
    const before = await versions();
    const between = await transact(async (tx, attempt) => {
      const cut = await terminate(tx);
      await change(tx, risks[0]);
      if (attempt === 1) await cut().then(() => pause(50));
      await change(tx, risks[1]);
    });
    const during = await transact(async (tx, attempt) => {
      const cut = await terminate(tx);
      await change(tx, risks[0]);
      if (attempt === 1) await Promise.all([tx.query(Prisma.sql`SELECT pg_sleep(5)::text`), pause(100).then(cut)]);
    });
    expect([between, during]).toEqual([2, 2]);
    expect(await versions()).toBe(before + 3);
  });
});

describe('a transaction', () => {
  it('runs again when it cannot be serialized, four times at most', async () => {
    let attempts = 0;
    const losing = transact(async (tx, attempt) => {
      attempts = attempt;
      await tx.execute(Prisma.sql`DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END $$`);
    });
    await expect(losing).rejects.toMatchObject({ code: '40001' });
    expect(attempts).toBe(4);
  });

  it('runs once when it fails for a reason of its own', async () => {
    let attempts = 0;
    const failing = transact(async (tx, attempt) => {
      attempts = attempt;
      await tx.execute(Prisma.sql`SELECT 1 / 0`);
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(attempts).toBe(1);
  });

  it('takes no statement once it is over: its connection may be somebody else’s', async () => {
    const kept: Transaction[] = [];
    const failing = transact(async (tx) => {
      kept.push(tx);
      await tx.execute(Prisma.sql`SELECT 1`);
      throw new Error('changed its mind');
    });
    await expect(failing).rejects.toThrow('changed its mind');
    for (const tx of kept) await expect(tx.execute(Prisma.sql`SELECT 1`)).rejects.toThrow('The transaction is over');
    expect(kept).toHaveLength(1);
  });
});
