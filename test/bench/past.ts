import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

export type Editor = {
  readonly accountId: string;
  readonly sub: string;
  readonly agencyId: string;
  readonly code: string;
};

/** Moments are told in milliseconds: acts keep this far from the one that is asked about. */
const APART_MS = 10;

const CHANGES = `
  WITH given AS (
    SELECT r.id, r."agencyId", g."methodId", c.likelihood, c.impact, c.score, c.level FROM "Risk" r
    JOIN "RiskRegister" g ON g."agencyId" = r."agencyId" AND g.id = r."registerId"
    JOIN "RiskMethodCell" c ON c."methodId" = g."methodId" AND c.likelihood = 1 + coalesce(r.likelihood, 0) % 5 AND c.impact = coalesce(r.impact, 3)
    WHERE r."agencyId" = $1 AND r.id = ANY($2)
  ), assessed AS (
    INSERT INTO "Assessment" (id, "agencyId", "riskId", "methodId", phase, likelihood, impact, score, level, "justificationTh", "assessedOn", "assessedById")
    SELECT gen_random_uuid(), "agencyId", id, "methodId", 'RESIDUAL', likelihood, impact, score, level, 'ทบทวนระดับ', (now() AT TIME ZONE 'Asia/Bangkok')::date, $3
    FROM given
  )
  UPDATE "Mitigation" SET "progressPercent" = ("progressPercent" + 10) % 90, "updatedAt" = now(), version = version + 1
  WHERE "agencyId" = $1 AND "riskId" = ANY($2) AND status = 'IN_PROGRESS'`;

async function change(superuser: pg.Client, editors: readonly Editor[], riskIds: readonly string[]): Promise<void> {
  for (const { agencyId, accountId } of editors) {
    await superuser.query('BEGIN');
    await superuser.query(
      `SELECT set_config('app.agency', $1, true), set_config('app.account', $2, true), set_config('app.role', 'EDITOR', true), set_config('app.act', 'assessRisk', true)`,
      [agencyId, accountId],
    );
    await superuser.query(CHANGES, [agencyId, riskIds, accountId]);
    await superuser.query('COMMIT');
  }
}

/** Gives risks a past: all of them and their mitigations are changed twice. Answers a moment between the two. */
export async function makePast(
  superuser: pg.Client,
  editors: readonly Editor[],
  riskIds: readonly string[],
): Promise<string> {
  await change(superuser, editors, riskIds);
  await sleep(APART_MS);
  const moment = new Date().toISOString();
  await sleep(APART_MS);
  await change(superuser, editors, riskIds);
  return moment;
}
