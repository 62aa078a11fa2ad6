import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { done, issued, position } from './orders.ts';
import { reportAsEditor, reportsExpected, useOf } from './reports.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const asEditor = (name: string, input: Record<string, unknown>) => reportAsEditor(registry, name, input);

describe('monthly reports', () => {
  it('before the end of the month are provisional and say so, do not count as filed, and give way to the report', async () => {
    const lasting = await issued(registry, { effectiveFrom: '2026-02-15' });
    const month = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' }).format(new Date());
    const input = {
      orderId: lasting.id,
      delegateId: position('ASST-1'),
      month,
      uses: [useOf(lasting.powers[0].id)],
    };
    const early = await asEditor('fileMonthlyReport', input);
    expect(refusalOf(early)).toEqual(['INVALID_INPUT', 'month']);
    expect(early.errors[0]?.extensions.fields[0].code).toBe('MONTH_NOT_ENDED');
    const provisional = await done(asEditor('fileMonthlyReport', { ...input, isProvisional: true }));
    expect(provisional).toMatchObject({ state: 'PROVISIONAL', filedOn: null, provisionalOn: month, notUsed: false });
    const again = await done(
      asEditor('fileMonthlyReport', { ...input, uses: undefined, notUsed: true, isProvisional: true }),
    );
    expect(again).toMatchObject({ id: provisional.id, state: 'PROVISIONAL', notUsed: true, uses: [] });
    const owed = (await reportsExpected(registry, lasting.id)).at(-1);
    expect(owed).toMatchObject({ state: 'PROVISIONAL', report: { id: provisional.id } });
    const correction = { reportId: provisional.id, expectedVersion: again.version, remarksTh: 'x' };
    expect(refusalOf(await asEditor('correctMonthlyReport', correction))).toEqual(['ILLEGAL_TRANSITION']);

    // The same month, once it has ended: the provisional report is moved to the month before.
    await registry.rows(
      `SET session_replication_role = 'replica'; UPDATE "MonthlyReport" SET month = '2026-10-01', "dueOn" = '2026-11-10' WHERE "provisionalOn" IS NOT NULL`,
    );
    const late = await asEditor('fileMonthlyReport', { ...input, month: '2026-10-01', isProvisional: true });
    expect(late.errors[0]?.extensions.fields[0].code).toBe('MONTH_HAS_ENDED');
    const filed = await done(asEditor('fileMonthlyReport', { ...input, month: '2026-10-01' }));
    expect(filed).toMatchObject({ id: provisional.id, state: 'FILED_LATE', provisionalOn: month, notUsed: false });
    expect(filed.uses).toHaveLength(1);
  });

  it('that a version before took as filed before their month had ended are provisional after the upgrade, and the trail says why', async () => {
    const script = readFileSync(
      new URL('../../prisma/migrations/20261128001320_provisional_reports/migration.sql', import.meta.url),
      'utf8',
    );
    const sql = (text: string) => registry.rows(text);
    const [early] = await sql(
      `SET session_replication_role = 'replica'; UPDATE "MonthlyReport" SET "filedOn" = month + 20
       WHERE id = (SELECT id FROM "MonthlyReport" WHERE "filedOn" IS NOT NULL AND origin = 'SAMPLE' ORDER BY id LIMIT 1) RETURNING id`,
    ).then(() => sql('SELECT id, "filedOn" FROM "MonthlyReport" WHERE "filedOn" < month + interval \'1 month\''));
    const others = `SELECT md5(string_agg(r::text, ',' ORDER BY r.id)) AS hash FROM "MonthlyReport" r WHERE id <> '${early?.id}'`;
    const before = await sql(others);
    const owner = new pg.Client(registry.database.owner);
    await owner.connect();
    await owner.query(script.slice(script.indexOf('\nDO $$')));
    await owner.end();
    expect(await sql(`SELECT "filedOn", "provisionalOn" FROM "MonthlyReport" WHERE id = '${early?.id}'`)).toEqual([
      { filedOn: null, provisionalOn: early?.filedOn },
    ]);
    expect(await sql(others)).toEqual(before);
    const entries = await sql(`SELECT "entityId", reason FROM "AuditEntry" WHERE act = 'markProvisionalReports'`);
    expect(entries).toEqual([{ entityId: early?.id, reason: expect.stringContaining('0026') }]);
    expect(await sql('SELECT * FROM app.audit_faults()')).toEqual([]);
  });
});
