import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import pg from 'pg';
import { today } from '../kit/today.ts';

const years = { min: 2568, max: 2570 } as const;

// Every change is one statement that may name what it is about: an agency, a fiscal year, one of the year's risks or mitigations, a cell
// of a method, and a number that says what to write.
const about = `WITH p AS (SELECT $1::uuid AS agency, $2::int AS year, $3::int AS pick, $4::int AS value),
  register AS (SELECT r.id FROM "RiskRegister" r, p WHERE "agencyId" = agency AND "fiscalYear" = year),
  risk AS (SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS total FROM "Risk", p
    WHERE "agencyId" = agency AND "fiscalYear" = year) r, p WHERE n = 1 + pick % total),
  mitigation AS (SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS total FROM "Mitigation", p
    WHERE "agencyId" = agency AND "fiscalYear" = year) m, p WHERE n = 1 + pick % total),
  cell AS (SELECT * FROM "RiskMethodCell" ORDER BY "methodId", likelihood, impact OFFSET (SELECT value % 30 FROM p) LIMIT 1),
  state AS (SELECT (ARRAY['PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED'])[1 + value % 4]::"MitigationStatus" AS status, value % 101 AS progress,
    ${today} + value % 7 - 3 AS due, CASE WHEN value % 4 = 2 THEN ${today} END AS done FROM p)`;

const changes = {
  addRegister: `INSERT INTO "RiskRegister" (id, "agencyId", "fiscalYear", "methodId")
    SELECT gen_random_uuid(), agency, year, "methodId" FROM p, cell`,
  moveRegister: `UPDATE "RiskRegister" r SET version = version + 1,
    status = (ARRAY['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED'])[1 + value % 5]::"RecordStatus" FROM p, register WHERE r.id = register.id`,
  removeRegister: `DELETE FROM "RiskRegister" r USING register WHERE r.id = register.id`,
  addRisks: `INSERT INTO "Risk" (id, "agencyId", "registerId", "fiscalYear", code, "titleTh", "processArea")
    SELECT gen_random_uuid(), agency, register.id, year, gen_random_uuid(), 'เสี่ยง', 'OTHER' FROM p, register, generate_series(0, value % 3)`,
  editRisk: `UPDATE "Risk" r SET version = version + 1 FROM risk WHERE r.id = risk.id`,
  assess: `INSERT INTO "Assessment" (id, "agencyId", "riskId", "methodId", phase, likelihood, impact, score, level, "justificationTh", "assessedOn")
    SELECT gen_random_uuid(), agency, risk.id, "methodId", 'RESIDUAL', likelihood, impact, score, level, 'ทบทวน', ${today} FROM p, risk, cell`,
  moveRisk: `, moved AS (
      UPDATE "Risk" r SET "registerId" = target.id, "fiscalYear" = target."fiscalYear" FROM risk, p, "RiskRegister" target
      WHERE r.id = risk.id AND target."agencyId" = agency AND target."fiscalYear" = ${years.min} + value % 3 RETURNING r.id, r."fiscalYear"
    ) UPDATE "Mitigation" m SET "fiscalYear" = moved."fiscalYear" FROM moved WHERE m."riskId" = moved.id`,
  removeRisk: `DELETE FROM "Risk" r USING risk WHERE r.id = risk.id`,
  addMitigations: `INSERT INTO "Mitigation" (id, "agencyId", "riskId", "fiscalYear", "sortOrder", "measureTh", strategy, "dueOn", status, "progressPercent", "doneOn")
    SELECT gen_random_uuid(), agency, risk.id, year, n, 'มาตรการ', 'TREAT', due + n, status, progress, done FROM p, risk, state, generate_series(0, value % 3) n`,
  editMitigation: `UPDATE "Mitigation" m SET "dueOn" = due, status = state.status, "progressPercent" = progress, "doneOn" = done, "cancelReasonTh" = NULL
    FROM mitigation, state WHERE m.id = mitigation.id`,
  removeMitigation: `DELETE FROM "Mitigation" m USING mitigation WHERE m.id = mitigation.id`,
} as const;

const step = fc.record({
  change: fc.constantFrom(...Object.entries(changes)),
  year: fc.integer(years),
  pick: fc.nat(1000),
  value: fc.nat(1000),
});

/** What one connection does, transaction by transaction. */
export const work = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 8 });
export type Work = typeof work extends fc.Arbitrary<infer Generated> ? Generated : never;

const lostRace = new Set(['40P01', '40001']);
/** Two rows of one key, and a row that others need. */
const refused = new Set(['23505', '23503', '23001']);

export type Outcome = Record<'done' | 'refused' | 'retried', number>;

/**
 * Does the work as the application would: in an agency's name, and again after a lost race, but never after COMMIT. As the owner, whom
 * the life cycles do not bind: what is counted has to be right wherever a status goes.
 */
export async function doWork(
  url: string,
  agency: { readonly id: string; readonly account: string },
  transactions: Work,
): Promise<Outcome> {
  const outcome = { done: 0, refused: 0, retried: 0 };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const steps of transactions) {
      for (;;) {
        let isAtCommit = false;
        try {
          await client.query('BEGIN');
          await client.query(`SELECT set_config('app.agency', $1, true), set_config('app.account', $2, true)`, [
            agency.id,
            agency.account,
          ]);
          for (const {
            change: [name, statement],
            year,
            pick,
            value,
          } of steps) {
            // Whoever changes a part of a register holds it, as every act does: its disclosure is not to change meanwhile.
            if (name !== 'moveRegister' && name !== 'removeRegister')
              await client.query('SELECT 1 FROM "RiskRegister" WHERE "agencyId" = $1 ORDER BY id FOR SHARE', [
                agency.id,
              ]);
            await client.query(`${about} ${statement}`, [agency.id, year, pick, value]);
          }
          isAtCommit = true;
          await client.query('COMMIT');
          outcome.done += 1;
          break;
        } catch (error) {
          const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
          if (isAtCommit || !(lostRace.has(code) || refused.has(code))) throw error;
          await client.query('ROLLBACK');
          outcome[refused.has(code) ? 'refused' : 'retried'] += 1;
          if (refused.has(code)) break;
          await sleep(Math.random() * 20);
        }
      }
    }
  } finally {
    await client.end();
  }
  return outcome;
}
