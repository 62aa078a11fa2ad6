import { asSuperuser } from '../kit/database-copy.ts';
import { today } from '../kit/today.ts';

/** Ids of what stands on the stage. */
export const id = (number: number): string => `0000f1d0-0000-7000-8000-00000000${String(number).padStart(4, '0')}`;

/** The agency whose stage it is, as SQL. */
export const agency = `(SELECT id FROM "Agency" WHERE code = 'SAMPLE-1')`;

/** A register, a plan, an analysis and an order of SAMPLE-1, made by a user, in which there is nothing to be found. Returns the agency. */
export async function setStage(superuser: string): Promise<string> {
  const [agency] = await asSuperuser<{ id: string }>(superuser, `SELECT id FROM "Agency" WHERE code = 'SAMPLE-1'`);
  if (!agency) throw new Error('There is no SAMPLE-1.');
  const a = `'${agency.id}'`;
  const method = `(SELECT id FROM "RiskMethod" WHERE code = '5x5' LIMIT 1)`;
  await asSuperuser(
    superuser,
    `SET session_replication_role = 'replica';
     INSERT INTO "RiskRegister" (id, "agencyId", "fiscalYear", "methodId") VALUES ('${id(1)}', ${a}, 2600, ${method});
     INSERT INTO "Risk" (id, "agencyId", "registerId", "fiscalYear", code, "titleTh", "processArea", level, "currentAssessmentId") VALUES
       ('${id(11)}', ${a}, '${id(1)}', 2600, 'T1', 'เหตุการณ์ ๑', 'RECRUITMENT', 'LOW', '${id(14)}'),
       ('${id(12)}', ${a}, '${id(1)}', 2600, 'T2', 'เหตุการณ์ ๒', 'OTHER', 'LOW', NULL);
     INSERT INTO "Assessment" (id, "agencyId", "riskId", "methodId", phase, likelihood, impact, score, level, "justificationTh", "assessedOn")
       VALUES ('${id(14)}', ${a}, '${id(11)}', ${method}, 'INHERENT', 2, 2, 4, 'LOW', 'x', ${today});
     INSERT INTO "Mitigation" (id, "agencyId", "riskId", "fiscalYear", "sortOrder", "measureTh", strategy, "dueOn") VALUES
       ('${id(16)}', ${a}, '${id(11)}', 2600, 1, 'มาตรการ ๑', 'TREAT', ${today} + 90),
       ('${id(17)}', ${a}, '${id(12)}', 2600, 1, 'มาตรการ ๒', 'TREAT', ${today} + 90);
     INSERT INTO "Plan" (id, "agencyId", "frameworkId", "titleTh", "fiscalYearFrom", "fiscalYearTo")
       SELECT '${id(21)}', ${a}, id, 'แผน', 2600, 2600 FROM "Framework" LIMIT 1;
     INSERT INTO "Project" (id, "agencyId", "planId", "dimensionId", kind, "sequenceNo", "sortOrder", "titleTh", "fiscalYears")
       SELECT '${id(22)}', ${a}, '${id(21)}', id, 'PROJECT', 1, 1, 'โครงการ', '{2600}' FROM "FrameworkDimension" LIMIT 1;
     INSERT INTO "BudgetLine" (id, "agencyId", "projectId", "fiscalYear", status)
       VALUES ('${id(23)}', ${a}, '${id(22)}', 2600, 'NO_BUDGET');
     INSERT INTO "Indicator" (id, "agencyId", "projectId", "sortOrder", kind, "textTh")
       VALUES ('${id(24)}', ${a}, '${id(22)}', 1, 'OUTPUT', 'ตัวชี้วัด');
     INSERT INTO "PublicItem" (id, "agencyId", disclosure, status, topic, "titleTh", "titleEn", "currentOn", "summaryMonth")
       SELECT gen_random_uuid(), ${a}, 2, 'PUBLISHED', 'BUDGET', 'ข้อมูล', 'Item', ${today}, m.month FROM app.procurement_summaries_missing(${a}, ${today}) m;
     INSERT INTO "SwotAnalysis" (id, "agencyId", "fiscalYear") VALUES ('${id(31)}', ${a}, 2600);
     INSERT INTO "SwotItem" (id, "agencyId", "analysisId", quadrant, factor, rank, "textTh") VALUES
       ('${id(32)}', ${a}, '${id(31)}', 'STRENGTH', 'STYLE', 1, 'x'), ('${id(33)}', ${a}, '${id(31)}', 'WEAKNESS', 'STYLE', 1, 'x'),
       ('${id(34)}', ${a}, '${id(31)}', 'OPPORTUNITY', 'LEGAL', 1, 'x'), ('${id(35)}', ${a}, '${id(31)}', 'THREAT', 'LEGAL', 1, 'x');
     INSERT INTO "Position" (id, "agencyId", code, "titleTh", "titleEn") VALUES
       ('${id(43)}', ${a}, 'STAGE-1', 'ผู้รับมอบอำนาจ', 'Delegate'), ('${id(46)}', ${a}, 'STAGE-2', 'ผู้มอบอำนาจ', 'Delegator');
     INSERT INTO "DelegationOrder" (id, "agencyId", "orderNo", year, "titleTh", "effectiveFrom", status)
       VALUES ('${id(41)}', ${a}, 'S1', 2600, 'คำสั่ง', date_trunc('month', ${today})::date, 'ISSUED');
     INSERT INTO "DelegatedPower" (id, "agencyId", "orderId", "lineNo", verb, "subjectTh", "processArea", "delegatorId", "delegateId", "ceilingAmount")
       VALUES ('${id(42)}', ${a}, '${id(41)}', 1, 'COLLECT', 'x', 'RECRUITMENT', '${id(46)}', '${id(43)}', 100)`,
  );
  return agency.id;
}

/** Takes it all away again. */
export const clearStage = (): string =>
  `DELETE FROM "AuditObservation" WHERE id::text LIKE '${id(0).slice(0, 30)}%';
   DELETE FROM "InternalAudit" WHERE id::text LIKE '${id(0).slice(0, 30)}%';
   DELETE FROM "DeclarationAcknowledgement" WHERE "declarationId"::text LIKE '${id(0).slice(0, 30)}%';
   DELETE FROM "Declaration" WHERE id::text LIKE '${id(0).slice(0, 30)}%';
   SET session_replication_role = 'origin'; SELECT set_config('app.account', '${id(99)}', false);
   UPDATE "Risk" SET "currentAssessmentId" = NULL WHERE "registerId" = '${id(1)}';
   UPDATE "Mitigation" SET "projectId" = NULL WHERE "riskId" = '${id(11)}';
   DELETE FROM "RiskRegister" WHERE id = '${id(1)}'; DELETE FROM "Plan" WHERE id = '${id(21)}';
   DELETE FROM "SwotAnalysis" WHERE id = '${id(31)}'; DELETE FROM "DelegationOrder" WHERE id = '${id(41)}'`;
