import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

/** Rules that stand in SQL alone, so that nothing else tells when one is moved: every value that they may be asked about, written out. */
let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

type Row = Readonly<Record<string, unknown>>;
const ask = (text: string, values: unknown[] = []) => asSuperuser<Row>(database.superuser, text, values);

describe('a rule that stands in SQL alone', () => {
  it('calls the two highest levels high', async () => {
    const high = await ask(`SELECT l FROM unnest(enum_range(NULL::"CurrentRiskLevel")) AS l WHERE app.is_high(l)`);
    expect(high.map(({ l }) => l)).toEqual(['HIGH', 'EXTREME']);
  });

  it('tells a count of 1 to 4 to nobody, nor the counts beside one', async () => {
    const told = await ask(
      `SELECT array_agg(n ORDER BY n) AS counts FROM generate_series(0, 8) n WHERE app.told_count(n) IS NOT NULL`,
    );
    expect(told).toEqual([{ counts: [0, 5, 6, 7, 8] }]);
    const wrong = await ask(
      `SELECT counts FROM (SELECT ARRAY[a, b, c] AS counts, a BETWEEN 1 AND 4 OR b BETWEEN 1 AND 4 OR c BETWEEN 1 AND 4 AS small
         FROM generate_series(0, 8) a, generate_series(0, 8) b, generate_series(0, 8) c) asked
       WHERE app.told_counts(counts) IS DISTINCT FROM CASE WHEN small THEN ARRAY[NULL, NULL, NULL]::integer[] ELSE counts END`,
    );
    expect(wrong).toEqual([]);
  });

  it('waits for an internal audit that is confirmed from the first day of its month until it is noted as done', async () => {
    const due = await ask(
      `SELECT s, d::text AS day, h::text AS held, app.internal_audit_due_on('2027-02-01')::text AS "dueOn"
       FROM unnest(enum_range(NULL::"EntryStatus")) AS s, unnest(ARRAY['2027-01-31', '2027-02-01', '2028-01-01']::date[]) AS d,
         unnest(ARRAY[NULL, '2027-02-03']::date[]) AS h
       WHERE app.is_internal_audit_due(s, '2027-02-01', h, d) ORDER BY d, s`,
    );
    const confirmed = ['IMPORTED', 'RECORDED', 'PUBLISHED', 'CORRECTING'];
    expect(due).toEqual(
      ['2027-02-01', '2028-01-01'].flatMap((day) =>
        confirmed.map((s) => ({ s, day, held: null, dueOn: '2027-02-28' })),
      ),
    );
  });

  it('waits for what an audit recommends while its observation is confirmed and not done', async () => {
    const open = await ask(
      `SELECT s, f FROM unnest(enum_range(NULL::"EntryStatus")) AS s, unnest(enum_range(NULL::"AuditFollowUp")) AS f
       WHERE app.is_observation_open(s, f) ORDER BY s, f`,
    );
    expect(open).toEqual(
      ['IMPORTED', 'RECORDED', 'PUBLISHED', 'CORRECTING'].flatMap((s) =>
        ['NOT_STARTED', 'IN_PROGRESS'].map((f) => ({ s, f })),
      ),
    );
  });

  it('follows up a record in every status but CLOSED, and none that is only imported', async () => {
    const left = await ask(
      `SELECT s, imported FROM unnest(enum_range(NULL::"RecordStatus")) AS s, unnest(ARRAY[false, true]) AS imported
       WHERE NOT app.is_followed_up(s, imported) AND (s = 'CLOSED' OR NOT imported)`,
    );
    expect(left).toEqual([
      { s: 'CLOSED', imported: false },
      { s: 'CLOSED', imported: true },
    ]);
    const imported = await ask(
      `SELECT s FROM unnest(enum_range(NULL::"RecordStatus")) AS s WHERE app.is_followed_up(s, true)`,
    );
    expect(imported).toEqual([]);
  });

  it('takes the latest year that an agency has a register of, whatever others have, and none without one', async () => {
    const years = await ask(
      `SELECT app.latest_register_year(a.id) AS said, (SELECT g."fiscalYear" FROM "RiskRegister" g WHERE g."agencyId" = a.id
         ORDER BY g."fiscalYear" DESC LIMIT 1) AS latest FROM "Agency" a ORDER BY a.code`,
    );
    expect(new Set(years.map(({ latest }) => latest)).size).toBeGreaterThan(2);
    expect(years.map(({ said }) => said)).toEqual(years.map(({ latest }) => latest));
  });

  it('takes the first approval of a plan by the day that it is in Bangkok', async () => {
    const [change] = await ask(
      `SELECT "agencyId", "planId", id FROM "StatusChange" WHERE "planId" IS NOT NULL AND act = 'APPROVE' LIMIT 1`,
    );
    const approvedAt = async (at: string) => {
      await ask(
        `WITH off AS (SELECT set_config('session_replication_role', 'replica', false)) UPDATE "StatusChange" SET at = $2::timestamptz FROM off WHERE id = $1`,
        [change?.id, at],
      );
      const [found] = await ask(`SELECT "firstApprovedOn"::text AS day FROM app.plan_first_approved($1, $2)`, [
        change?.agencyId,
        change?.planId,
      ]);
      return found?.day;
    };
    expect(await approvedAt('2020-12-31T16:59:59Z')).toBe('2020-12-31');
    expect(await approvedAt('2020-12-31T17:00:00Z')).toBe('2021-01-01');
    const [never] = await ask(`SELECT "firstApprovedOn" AS day FROM app.plan_first_approved($1, $2)`, [
      change?.agencyId,
      randomUUID(),
    ]);
    expect(never).toEqual({ day: null });
  });
});
