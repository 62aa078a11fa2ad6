import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateLoad } from '@registry/seed/load.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

const ask = <Row extends object>(text: string) => asSuperuser<Row>(database.superuser, text);

describe('agencies to measure with', () => {
  it('are made once, all of the kind SAMPLE, and leave every trigger on', async () => {
    const options = { ownerUrl: database.owner, agencies: 2, years: 1 };
    expect(await generateLoad(options)).toMatchObject({ agencies: 2, rows: expect.any(Number) });
    expect(await generateLoad(options)).toMatchObject({ agencies: 0, rows: 0 });
    expect(await ask(`SELECT code, kind::text FROM "Agency" WHERE code LIKE 'LOAD-%' ORDER BY code`)).toEqual([
      { code: 'LOAD-0001', kind: 'SAMPLE' },
      { code: 'LOAD-0002', kind: 'SAMPLE' },
    ]);
    // None claims an approval that nobody gave.
    const claims = `SELECT r.id, r.status::text FROM "RiskRegister" r UNION ALL SELECT id, status::text FROM "Plan"`;
    expect(
      await ask(`SELECT c.id FROM (${claims}) c WHERE c.status = 'APPROVED' AND NOT EXISTS (
        SELECT 1 FROM "StatusChange" s WHERE c.id IN (s."planId", s."registerId") AND s.act = 'APPROVE')`),
    ).toEqual([]);
    expect(await ask(`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'`)).toEqual([]);
  });
});
