import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { NOT_SEARCHED, notSearchedOf } from './searched-columns.ts';

let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

type Column = { readonly table: string; readonly column: string; readonly isSearched: boolean };

/** Every text of a table of agencies, and whether the view of what is searched reads it. */
const texts = (): Promise<Column[]> =>
  asSuperuser<Column>(
    database.superuser,
    `SELECT c.relname AS table, a.attname AS column, EXISTS (SELECT 1 FROM pg_rewrite r JOIN pg_depend d ON d.objid = r.oid AND d.classid = 'pg_rewrite'::regclass
       WHERE r.ev_class = 'app.search_source'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum) AS "isSearched"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.atttypid IN ('text'::regtype, 'text[]'::regtype)
       AND EXISTS (SELECT 1 FROM pg_attribute g WHERE g.attrelid = c.oid AND g.attname = 'agencyId')
     ORDER BY c.relname, a.attnum`,
  );

const reasonOf = ({ table, column }: Column): string | undefined => {
  const own = notSearchedOf[table];
  return (typeof own === 'string' ? own : own?.[column]) ?? NOT_SEARCHED[column];
};

describe('a text of an agency', () => {
  it('is searched, or has the reason why not', async () => {
    const silent = (await texts()).filter((each) => !each.isSearched && !reasonOf(each));
    expect(
      silent.map(
        ({ table, column }) =>
          `${table}.${column}: search it in prisma/functions/3-records/search-source.sql, or give the reason in test/contract/searched-columns.ts`,
      ),
    ).toEqual([]);
  });

  it('that has a reason is there, and is not searched', async () => {
    const known = (await texts()).filter(({ isSearched }) => !isSearched);
    const isThere = (table: string, column?: string) =>
      known.some((each) => each.table === table && (column === undefined || each.column === column));
    const stale = Object.entries(notSearchedOf).flatMap(([table, reasons]) =>
      typeof reasons === 'string'
        ? [table].filter(() => !isThere(table))
        : Object.keys(reasons)
            .filter((column) => !isThere(table, column))
            .map((column) => `${table}.${column}`),
    );
    expect(stale).toEqual([]);
    expect(Object.keys(NOT_SEARCHED).filter((column) => !known.some((each) => each.column === column))).toEqual([]);
  });
});
