import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool } from '@registry/prisma/client.ts';
import { refreshFindingsOf } from '@registry/schema/finding/refresh.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { generateLoad } from '@registry/seed/load.ts';
import { registryAccountId } from '@registry/seed/rows/registry-account.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

const ask = <Row extends object>(text: string) => asSuperuser<Row>(database.superuser, text);

describe('agencies to measure with', () => {
  it('are made once, all of the kind SAMPLE, and leave every trigger on', async () => {
    const options = { ownerUrl: database.owner, agencies: 2, years: 2 };
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

  it('have of everything that an agency records in a year', async () => {
    const kinds = [
      ...[
        'Declaration',
        'DeclarationAcknowledgement',
        'NoGiftStatement',
        'GiftYear',
        'Committee',
        'CommitteeMember',
        'IntegrityActivity',
      ],
      ...[
        'ItaAssessment',
        'ItaInstrumentScore',
        'InternalAudit',
        'AuditObservation',
        'PublicItem',
        'OitItem',
        'YearReport',
        'YearReportItem',
        'PlanSubmission',
      ],
    ];
    const counts = await ask<{ kind: string; count: number }>(
      kinds
        .map(
          (kind) =>
            `SELECT '${kind}' AS kind, count(*)::int AS count FROM "${kind}" d JOIN "Agency" a ON a.id = d."agencyId" WHERE a.code = 'LOAD-0001'`,
        )
        .join(' UNION ALL '),
    );
    expect(counts.filter(({ count }) => count === 0)).toEqual([]);
    expect(
      await ask(
        `SELECT i.id FROM "OitItem" i JOIN "Agency" a ON a.id = i."agencyId" WHERE a.code LIKE 'LOAD-%' AND i.answer = 'NONE'`,
      ),
    ).toEqual([]);
  });

  it('are complete: what is found of them would otherwise be what is measured', async () => {
    const pool = createPool({ url: database.app, max: 1 });
    const [agency] = await ask<{ id: string }>(`SELECT id FROM "Agency" WHERE code = 'LOAD-0001'`);
    await refreshFindingsOf({ tenancy: new Tenancy(pool), accountId: registryAccountId }, agency?.id ?? '');
    await pool.end();
    const found = await ask<{ code: string; count: number }>(
      `SELECT code, count(*)::int AS count FROM "Finding" WHERE "agencyId" = '${agency?.id}' GROUP BY code`,
    );
    console.info(`findings of an agency to measure with: ${JSON.stringify(found)}`);
    const left = ['ORDER_ENDING_SOON', 'RISK_REVIEW_OVERDUE'];
    // What days bring is left: orders that are about to end, and later the reviews of the year.
    expect(found.map(({ code }) => code).filter((code) => !left.includes(code))).toEqual([]);
    const [lacking] = await ask<{ count: number }>(
      `SELECT count(*)::int AS count FROM "Risk" r WHERE r."agencyId" = '${agency?.id}' AND (
         NOT EXISTS (SELECT 1 FROM "RiskCause" c WHERE c."riskId" = r.id) OR NOT EXISTS (SELECT 1 FROM "Control" c WHERE c."riskId" = r.id)
         OR NOT EXISTS (SELECT 1 FROM "Assessment" a WHERE a."riskId" = r.id AND a.phase = 'INHERENT')
         OR NOT EXISTS (SELECT 1 FROM "Mitigation" m WHERE m."riskId" = r.id AND m.status IN ('PLANNED', 'IN_PROGRESS'))
         OR ('BRIBERY' = ANY (r."corruptionTypes") AND r."itaArea" IS NULL))`,
    );
    expect(lacking?.count).toBe(0);
  });
});
