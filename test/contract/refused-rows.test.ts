import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { tenantTables } from '../kit/world.ts';
import { asApplication, failure } from './application-session.ts';

let database: DatabaseCopy;
const select = <Row extends pg.QueryResultRow>(text: string) => asSuperuser<Row>(database.superuser, text);

beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

describe('row-level security', () => {
  it('shows nothing and takes nothing while no identity is set', async () => {
    const tables = await tenantTables(database);
    for (const { table } of tables) {
      const { rows } = await asApplication(database, {}, (client) =>
        client.query(`SELECT count(*)::int AS count FROM "${table}" WHERE disclosure < 3`),
      );
      expect([table, rows[0]?.count]).toEqual([table, 0]);
      expect([
        table,
        (
          await asApplication(database, {}, (client) =>
            client.query(`DELETE FROM "${table}"`).catch(() => ({ rowCount: 0 })),
          )
        ).rowCount,
      ]).toEqual([table, 0]);
    }
    console.info(`no identity: ${tables.length} tables, 0 rows seen, 0 removed`);
  });

  it('refuses to add, move, change or remove a row of another agency, in every table', async () => {
    const agencies = await select<{ id: string }>('SELECT id FROM "Agency" ORDER BY code');
    const [account] = await select<{ id: string }>('SELECT id FROM "Account" LIMIT 1');
    const tables = await tenantTables(database);
    for (const { table } of tables) {
      const [row] = await select<{ row: Record<string, string> }>(
        `SELECT to_jsonb(t) AS row FROM "${table}" t LIMIT 1`,
      );
      // A table without rows would make the probe empty.
      if (!row) throw new Error(`${table} has no rows: seed some in packages/seed/src/sample.`);
      const other = row.row.agencyId;
      const own = agencies.find(({ id }) => id !== other)?.id;
      const settings = { 'app.agency': own ?? '', 'app.account': account?.id ?? '' };
      // A trigger is asked before a policy, and would hide that there is none.
      await select(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
      const adding = asApplication(database, settings, (client) =>
        client.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(null::"${table}", $1)`, [
          JSON.stringify(row.row),
        ]),
      );
      expect([table, await failure(adding)]).toEqual([table, '42501']);
      await select(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
      const moved = await asApplication(database, { ...settings, 'app.agency': other ?? '' }, (client) =>
        client.query(`UPDATE "${table}" SET "agencyId" = $1`, [own]).then(
          () => 'moved',
          () => 'refused',
        ),
      );
      expect([table, moved]).toEqual([table, 'refused']);
      for (const statement of [
        `DELETE FROM "${table}" WHERE "agencyId" = $1`,
        `UPDATE "${table}" SET disclosure = 2 WHERE "agencyId" = $1`,
      ]) {
        const { rowCount } = await asApplication(database, settings, (client) =>
          client.query(statement, [other]).catch(() => ({ rowCount: 0 })),
        );
        expect([table, rowCount]).toEqual([table, 0]);
      }
    }
    console.info(`${tables.length} tables x add, move, change, remove: 0 succeeded`);
  }, 60_000);

  it('refuses every link to a row of another agency, whoever writes it', async () => {
    const tables = (await tenantTables(database)).map(({ table }) => `'${table}'`).join(', ');
    const links = await select<{ table: string; column: string; target: string }>(
      `SELECT c.relname AS table, a.attname AS column, f.relname AS target FROM pg_constraint o
       JOIN pg_class c ON c.oid = o.conrelid JOIN pg_class f ON f.oid = o.confrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = o.conkey[2]
       WHERE o.contype = 'f' AND array_length(o.conkey, 1) = 2 AND c.relname IN (${tables}) AND f.relname IN (${tables})
         -- A record is counted under its own key, which is no link that could lead elsewhere.
         AND a.attname <> 'id'`,
    );
    for (const { table, column, target } of links) {
      // As the superuser: not even without policies can the link exist, because the keys carry the agency. Keys that are looked at when the
      // transaction ends are looked at now, before the trail asks who acts.
      const linking = asSuperuser(
        database.superuser,
        `SET CONSTRAINTS ALL IMMEDIATE; WITH pair AS (
           SELECT t.ctid AS place, f.id FROM "${table}" t JOIN "${target}" f ON f."agencyId" <> t."agencyId" LIMIT 1
         )
         UPDATE "${table}" t SET "${column}" = pair.id FROM pair WHERE t.ctid = pair.place RETURNING 1`,
      );
      expect([table, column, await failure(linking)]).toEqual([
        table,
        column,
        expect.stringMatching(/^(23503|23514)$/),
      ]);
    }
    console.info(`${links.length} foreign keys to another agency: 0 accepted`);
  }, 60_000);

  it('refuses a change without an actor, and history that would be rewritten', async () => {
    const [own] = await select<{ id: string }>(`SELECT id FROM "Agency" WHERE code = 'SAMPLE-1'`);
    const settings = { 'app.agency': own?.id ?? '' };
    expect(
      await failure(
        asApplication(database, settings, (client) => client.query('UPDATE "Risk" SET version = version + 1')),
      ),
    ).toBe('RG001');
    const acting = { ...settings, 'app.account': own?.id ?? '' };
    expect(
      await failure(asApplication(database, acting, (client) => client.query('UPDATE "Assessment" SET impact = 1'))),
    ).toBe('42501');
    expect(await failure(asApplication(database, acting, (client) => client.query('DELETE FROM "Acceptance"')))).toBe(
      '42501',
    );
    expect(
      await failure(
        asApplication(database, acting, (client) =>
          client.query('INSERT INTO "AuditEntry" SELECT * FROM "AuditEntry" LIMIT 1'),
        ),
      ),
    ).toBe('42501');
  });
});
