import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

let database: DatabaseCopy;
const select = <Row extends pg.QueryResultRow>(text: string) => asSuperuser<Row>(database.superuser, text);

beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

/** Foreign keys whose columns are not the first of any index; the columns of a key may stand in another order there. */
const UNINDEXED = `
  SELECT o.conname AS key FROM pg_constraint o
  WHERE o.contype = 'f' AND o.connamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT 1 FROM pg_index i WHERE i.indrelid = o.conrelid AND i.indpred IS NULL
      AND (SELECT array_agg(n ORDER BY n) FROM unnest((string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(o.conkey)]) n)
        = (SELECT array_agg(n ORDER BY n) FROM unnest(o.conkey) n))
  ORDER BY 1`;

/** Functions that look names up by the search path of their caller: neither a path of their own nor a body bound when it was made, as aggregates have none. */
const UNBOUND = `
  SELECT p.oid::regprocedure::text AS function FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname IN ('app', 'public', 'history', 'past') AND p.prosqlbody IS NULL AND p.prokind <> 'a'
    AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) setting WHERE setting LIKE 'search_path=%')
  ORDER BY 1`;

describe('the keys and functions of the database', () => {
  it('have an index for every foreign key', async () => {
    expect(await select(UNINDEXED)).toEqual([]);
  });

  it('notice a foreign key without an index', async () => {
    await select('DROP INDEX "Plan_frameworkId_idx"');
    expect(await select(UNINDEXED)).toEqual([{ key: 'Plan_frameworkId_fkey' }]);
  });

  it('let no function of ours look names up by the search path of its caller', async () => {
    expect(await select(UNBOUND)).toEqual([]);
  });

  it('keep what every policy asks a part of the statement: no settings, which would make each a call of its own', async () => {
    const called = await select(
      `SELECT proname FROM pg_proc WHERE pronamespace = 'app'::regnamespace
         AND proname IN ('agency', 'floor', 'account', 'duty', 'audit_hash', 'audit_content') AND (proconfig IS NOT NULL OR prosqlbody IS NULL)`,
    );
    expect(called).toEqual([]);
  });
});
