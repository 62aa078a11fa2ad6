import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool } from '@registry/prisma/client.ts';
import { fiscalYearOf } from '@registry/schema/base/fiscal-year.logic.ts';
import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { checkDomains } from '@registry/schema/finding/checks/catalog.ts';
import { refreshFindingsOf, valuesOf } from '@registry/schema/finding/refresh.ts';
import { textFor } from '@registry/schema/finding/refresh-statement.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { type CheckedModel, checkedModels } from '@registry/schema/tenancy/derivation.ts';
import { executeAsService } from '@registry/schema/tenancy/raw-sql.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { registryAccountId } from '@registry/seed/rows/registry-account.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { today } from '../kit/today.ts';
import { faultsOf } from '../words/faults.ts';
import { enumNames } from '../words/schema-sentences.ts';
import { clearStage, id, setStage } from './stage.ts';

const names = enumNames(unguardedSchema);

let registry: Registry;
let pool: ReturnType<typeof createPool>;
let tenancy: Tenancy;
let agencyId: string;
beforeAll(async () => {
  registry = await startRegistry();
  pool = createPool({ url: registry.database.app, max: 1 });
  tenancy = new Tenancy(pool);
  agencyId = await setStage(registry.database.superuser);
});
afterAll(async () => {
  await pool.end();
  await registry.stop();
});

const run = (sql: string) => registry.rows(`SET session_replication_role = 'replica'; ${sql}`);
const refresh = () => refreshFindingsOf({ tenancy, accountId: registryAccountId }, agencyId);

/** The findings of a code on what stands on the stage. */
const found = (code: string) =>
  registry.rows<{
    id: string;
    messageTh: string;
    messageEn: string;
    basisTh: string;
    origin: string;
    disclosure: number;
  }>(
    `SELECT * FROM "Finding" WHERE code = $1 AND '${id(0).slice(0, 30)}' IN
      (left("planId"::text, 30), left("analysisId"::text, 30), left("registerId"::text, 30), left("orderId"::text, 30))
      OR (code = $1 AND "ruleKey" LIKE '%${id(0).slice(0, 30)}%')`,
    [code],
  );

/** The conflicts of duties that are found of a position. */
const conflictsAt = (positionId: string) =>
  registry.rows<{ messageTh: string }>(
    `SELECT "messageTh" FROM "Finding" WHERE code = 'DUTIES_NOT_SEGREGATED' AND "positionId" = $1`,
    [positionId],
  );

const risk = (level: string) => `UPDATE "Risk" SET level = '${level}' WHERE id = '${id(11)}'`;
/** A training of the project on the stage, years ago, which 5 of 10 attended. */
const activity = (printed = 'NULL') =>
  `${noActivity}; INSERT INTO "IntegrityActivity" (id, "agencyId", disclosure, status, kind, "titleTh", "titleEn", "fiscalYear", "heldFrom", "invitedCount",
     "attendedCount", "percentPrinted", "projectId", "indicatorId") VALUES ('${id(60)}', '${agencyId}', 2, 'RECORDED', 'TRAINING', 'อบรม', 'Training', 2560, '2017-01-10', 10, 5, ${printed}, '${id(22)}', '${id(24)}')`;
const noActivity = `DELETE FROM "IntegrityActivity" WHERE id = '${id(60)}'`;
const noPublicItem = `DELETE FROM "PublicItem" WHERE id = '${id(62)}'`;
/** Something that the agency has published. */
const publicItem = ({ currentOn, month = 'NULL' }: { currentOn: string; month?: string }) =>
  `${noPublicItem}; INSERT INTO "PublicItem" (id, "agencyId", disclosure, status, topic, "titleTh", "titleEn", "currentOn", "summaryMonth")
   VALUES ('${id(62)}', '${agencyId}', 2, 'PUBLISHED', 'BUDGET', 'ข้อมูล', 'Item', ${currentOn}, ${month})`;
const summaryBeforeLast = (status: string) =>
  `UPDATE "PublicItem" SET status = '${status}' WHERE "agencyId" = '${agencyId}' AND "summaryMonth" = (date_trunc('month', ${today}) - interval '3 months')::date`;
const order = (columns: string) => `UPDATE "DelegationOrder" SET ${columns} WHERE id = '${id(41)}'`;
const report = (month: string, more = '') =>
  `INSERT INTO "MonthlyReport" (id, "agencyId", "orderId", "delegateId", month, "dueOn", "filedOn")
   VALUES ('${id(44)}', '${agencyId}', '${id(41)}', '${id(43)}', ${month}, ${month} + 40, ${month} + 35); ${more}`;
const use = (most: number) =>
  `INSERT INTO "PowerUse" ("agencyId", "reportId", "powerId", count, "totalAmount", "maxAmount")
   VALUES ('${agencyId}', '${id(44)}', '${id(42)}', 1, ${most}, ${most})`;
const noReport = `DELETE FROM "PowerUse" WHERE "reportId" = '${id(44)}'; DELETE FROM "MonthlyReport" WHERE id = '${id(44)}'`;
const thisMonth = `date_trunc('month', ${today})::date`;

const declaration = (number: number, kind: string, fiscalYear: string, signatory = 'NULL', signedOn = 'NULL') =>
  `INSERT INTO "Declaration" (id, "agencyId", kind, form, "fiscalYear", "titleTh", status, "signatoryId", "signedOn")
   VALUES ('${id(number)}', '${agencyId}', '${kind}', 'POLICY', ${fiscalYear}, 'x', 'RECORDED', ${signatory}, ${signedOn})`;
const gift = (number: number, outcome: string) =>
  `INSERT INTO "GiftReport" (id, "agencyId", "positionId", "offeredOn", "receivedOn", "fiscalYear", half, giver, benefit, occasion, "valueBand", outcome, status)
   VALUES ('${id(number)}', '${agencyId}', '${id(43)}', '1956-12-01', '1956-12-01', 2500, 1, 'CITIZEN', 'FOOD', 'OTHER', 'UP_TO_1000', '${outcome}', 'RECORDED')`;
const noGifts = (half: number) =>
  `INSERT INTO "NoGiftStatement" (id, "agencyId", "fiscalYear", half, "statedOn")
   VALUES (gen_random_uuid(), '${agencyId}', 2499, ${half}, ${today})`;
const audit = (month: string, held = 'NULL') =>
  `${noAudit}; INSERT INTO "InternalAudit" (id, "agencyId", disclosure, status, "fiscalYear", "topicTh", "plannedMonth", "heldFrom", "heldTo")
   VALUES ('${id(68)}', '${agencyId}', 1, 'RECORDED', app.fiscal_year_of(${month}), 'การรับเงิน', ${month}, ${held}, ${held})`;
const noAudit = `DELETE FROM "AuditObservation" WHERE id = '${id(69)}'; DELETE FROM "InternalAudit" WHERE id = '${id(68)}'`;
const observation = (dueOn: string) =>
  `${audit(thisMonth, today)}; INSERT INTO "AuditObservation" (id, "agencyId", status, "auditId", number, "observationTh", "recommendationTh", "positionId", "dueOn")
   VALUES ('${id(69)}', '${agencyId}', 'RECORDED', '${id(68)}', 1, 'x', 'x', '${id(43)}', ${dueOn})`;
const declaredWithin = (days: number) =>
  `CREATE OR REPLACE FUNCTION app.declaration_due_days() RETURNS integer LANGUAGE sql IMMUTABLE RETURN ${days}`;

/** A fiscal year whose reports are owed and late, on whatever day this runs. */
const LAST_YEAR = fiscalYearOf(todayInBangkok()) - 2;
const planIn = (status: string) =>
  `UPDATE "Plan" SET status = '${status}', "fiscalYearFrom" = ${status === 'DRAFT' ? 2600 : LAST_YEAR}, "fiscalYearTo" = ${status === 'DRAFT' ? 2600 : LAST_YEAR} WHERE id = '${id(21)}'`;
const reported = (kind: string, number: number) =>
  `INSERT INTO "YearReport" (id, "agencyId", kind, "planId", "fiscalYear", status) VALUES ('${id(number)}', '${agencyId}', '${kind}', '${id(21)}', ${LAST_YEAR}, 'SUBMITTED')`;
/** An ITA result of a year of its own; further columns as they are given. */
const noOit = `DELETE FROM "OitItem" WHERE id = '${id(82)}'; DELETE FROM "OitChecklistItem" WHERE id = '${id(81)}';
  DELETE FROM "ItaRoundStep" WHERE "roundId" = '${id(80)}'; DELETE FROM "ItaRound" WHERE id = '${id(80)}'`;
/** An item of a round of the running year, whose days to answer are over. */
const oitItem = (columns: string, values: string) =>
  `${noOit}; INSERT INTO "ItaRound" (id, "fiscalYear", "ruleSetId", "sourceTh")
   SELECT '${id(80)}', app.fiscal_year_of(${today}), id, 'x' FROM "ItaRuleSet" WHERE code = 'ITA-2566';
   INSERT INTO "OitChecklistItem" (id, "roundId", code, "sortOrder", "textTh", "indicatorId") VALUES ('${id(81)}', '${id(80)}', 'O1', 1, 'x', '${id(83)}');
   INSERT INTO "ItaRoundStep" ("roundId", step, "opensOn", "closesOn") VALUES ('${id(80)}', 'OIT_ANSWERS', ${today} - 9, ${today} - 1);
   INSERT INTO "OitItem" (id, "agencyId", "checklistItemId", "fiscalYear", ${columns})
   VALUES ('${id(82)}', '${agencyId}', '${id(81)}', app.fiscal_year_of(${today}), ${values})`;
const itaResult = (number: number, columns = '', values = '') =>
  `INSERT INTO "ItaAssessment" (id, "agencyId", disclosure, "fiscalYear", "ruleSetId", status${columns})
   SELECT '${id(number)}', '${agencyId}', 2, ${2500 + number}, id, 'RECORDED'${values} FROM "ItaRuleSet" WHERE code = 'ITA-2566'`;
const itaScore = (number: number, score: string, weighted = 'NULL') =>
  `INSERT INTO "ItaInstrumentScore" (id, "agencyId", disclosure, "assessmentId", code, "scorePrinted", "weightedPrinted")
   VALUES (gen_random_uuid(), '${agencyId}', 2, '${id(number)}', 'IIT', '${score}', ${weighted})`;
const itaAverages = (number: number) =>
  `INSERT INTO "ItaIndicatorScore" (id, "agencyId", disclosure, "assessmentId", "indicatorId", "averagePrinted")
   SELECT gen_random_uuid(), '${agencyId}', 2, '${id(number)}', n.id, '90' FROM "ItaIndicator" n JOIN "ItaRuleSet" r ON r.id = n."ruleSetId" AND r.code = 'ITA-2566'`;
const itaTable = (number: number, total: string, row: string) =>
  `${itaResult(number)}; INSERT INTO "ItaRespondentTable" (id, "agencyId", disclosure, "assessmentId", number, "instrumentCode", "titleTh", "totalCountPrinted", "totalPercentPrinted")
   VALUES ('${id(number + 1)}', '${agencyId}', 2, '${id(number)}', '2.1', 'IIT', 'ตามอายุ', ${total});
   INSERT INTO "ItaRespondentRow" (id, "agencyId", disclosure, "assessmentId", "tableId", "sortOrder", "labelTh", "countPrinted", "percentPrinted")
   VALUES ('${id(number + 2)}', '${agencyId}', 2, '${id(number)}', '${id(number + 1)}', 1, 'กลุ่มหนึ่ง', ${row})`;
const itaGone = () =>
  ['ItaRespondentRow', 'ItaRespondentTable', 'ItaIndicatorScore', 'ItaInstrumentScore']
    .map((part) => `DELETE FROM "${part}" WHERE "assessmentId"::text LIKE '${id(0).slice(0, 30)}%'`)
    .concat(`DELETE FROM "ItaAssessment" WHERE id::text LIKE '${id(0).slice(0, 30)}%'`)
    .join('; ');

/** An amendment that has removed an item of what a record said before, and its approval. */
const amended = (table: string, link: string, record: string, content: object): [() => string, () => string] => [
  () => `UPDATE "${table}" SET status = 'AMENDING', "isAmendment" = true WHERE id = '${record}';
    INSERT INTO "StatusChange" (id, "agencyId", "${link}", act, "fromStatus", "toStatus", "contentBefore", "accountId", role)
    VALUES ('${id(51)}', '${agencyId}', '${record}', 'AMEND', 'PUBLISHED', 'AMENDING', '${JSON.stringify(content)}', '${registryAccountId}', 'APPROVER')`,
  () =>
    `UPDATE "${table}" SET status = 'DRAFT', "isAmendment" = false WHERE id = '${record}'; DELETE FROM "StatusChange" WHERE id = '${id(51)}'`,
];

/** What makes each rule true, and what makes it false again. */
const cases: Readonly<Record<string, readonly [() => string, () => string]>> = {
  RISK_REMOVED_BY_AMENDMENT: amended('RiskRegister', 'registerId', id(1), {
    risks: [
      { id: id(11), code: 'T1', titleTh: 'เหตุการณ์ ๑', level: 'LOW' },
      { id: id(13), code: 'T3', titleTh: 'เหตุการณ์ ๓', level: 'EXTREME' },
    ],
  }),
  PROJECT_REMOVED_BY_AMENDMENT: amended('Plan', 'planId', id(21), {
    projects: [
      { id: id(22), sequenceNo: 1, titleTh: 'โครงการ' },
      { id: id(27), sequenceNo: 2, titleTh: 'โครงการที่ตัดออก' },
    ],
  }),
  SWOT_ITEM_REMOVED_BY_AMENDMENT: amended('SwotAnalysis', 'analysisId', id(31), {
    items: [
      { id: id(32), quadrant: 'STRENGTH', textTh: 'x' },
      { id: id(36), quadrant: 'THREAT', textTh: 'ภัยที่ตัดออก' },
    ],
  }),
  RISK_UNASSESSED: [() => risk('UNASSESSED'), () => risk('LOW')],
  RISK_REVIEW_OVERDUE: [
    () => `UPDATE "Assessment" SET "assessedOn" = ${today} - 400 WHERE id = '${id(14)}'`,
    () => `UPDATE "Assessment" SET "assessedOn" = ${today} WHERE id = '${id(14)}'`,
  ],
  RESIDUAL_LOWERED_WITHOUT_MEASURE: [
    () =>
      `INSERT INTO "Assessment" SELECT '${id(15)}', "agencyId", disclosure, "riskId", "methodId", 'RESIDUAL', 1, 1, 1, 'LOW', 'x', "assessedOn" FROM "Assessment" WHERE id = '${id(14)}'`,
    () => `DELETE FROM "Assessment" WHERE id = '${id(15)}'`,
  ],
  RISK_TEXT_COPIED: [
    () => `UPDATE "Risk" SET "titleTh" = 'เหตุการณ์ ๑' WHERE id = '${id(12)}'`,
    () => `UPDATE "Risk" SET "titleTh" = 'เหตุการณ์ ๒' WHERE id = '${id(12)}'`,
  ],
  MITIGATION_TEXT_COPIED: [
    () => `UPDATE "Mitigation" SET "measureTh" = 'มาตรการ ๑' WHERE id = '${id(17)}'`,
    () => `UPDATE "Mitigation" SET "measureTh" = 'มาตรการ ๒' WHERE id = '${id(17)}'`,
  ],
  RISK_WITHOUT_LIVE_MITIGATION: [
    () => `${risk('EXTREME')}; UPDATE "Mitigation" SET status = 'CANCELLED' WHERE id = '${id(16)}'`,
    () => `${risk('LOW')}; UPDATE "Mitigation" SET status = 'PLANNED' WHERE id = '${id(16)}'`,
  ],
  ACCEPTANCE_EXPIRED: [
    () =>
      `${risk('EXTREME')}; INSERT INTO "Acceptance" (id, "agencyId", "riskId", level, "reasonTh", "acceptedOn", "expiresOn") VALUES ('${id(18)}', '${agencyId}', '${id(11)}', 'EXTREME', 'x', '2020-01-01', '2020-06-30')`,
    () => `UPDATE "Acceptance" SET "expiresOn" = ${today} WHERE id = '${id(18)}'`,
  ],
  MITIGATION_OVERDUE: [
    () => `UPDATE "Mitigation" SET "dueOn" = ${today} - 3 WHERE id = '${id(16)}'`,
    () => `UPDATE "Mitigation" SET status = 'DONE', "doneOn" = ${today} WHERE id = '${id(16)}'`,
  ],
  HIGH_RISK_WITHOUT_CONTROL: [
    () => risk('HIGH'),
    () =>
      `INSERT INTO "Control" (id, "agencyId", "riskId", "sortOrder", "textTh", effectiveness) VALUES ('${id(19)}', '${agencyId}', '${id(11)}', 1, 'x', 'WEAK')`,
  ],
  HIGH_RISK_WITHOUT_FUNDED_PROJECT: [
    () => risk('HIGH'),
    () =>
      `UPDATE "Mitigation" SET status = 'PLANNED', "doneOn" = NULL, "projectId" = '${id(22)}' WHERE id = '${id(16)}'; UPDATE "BudgetLine" SET status = 'BUDGETED', amount = 5 WHERE id = '${id(23)}'`,
  ],
  POWER_OVER_UNCONTROLLED_RISK: [
    () => `DELETE FROM "Control" WHERE id = '${id(19)}'; ${risk('HIGH')}`,
    () => risk('LOW'),
  ],
  DUTIES_NOT_SEGREGATED: [
    () =>
      `INSERT INTO "DelegatedPower" (id, "agencyId", "orderId", "lineNo", verb, "subjectTh", "processArea", "delegatorId", "delegateId") SELECT '${id(45)}', "agencyId", "orderId", 2, 'RECORD', 'x', "processArea", "delegatorId", "delegateId" FROM "DelegatedPower" WHERE id = '${id(42)}'`,
    () => `UPDATE "DelegatedPower" SET "revokedOn" = ${today} WHERE id = '${id(45)}'`,
  ],
  PUBLIC_ITEM_STALE: [() => publicItem({ currentOn: `${today} - interval '13 months'` }), () => noPublicItem],
  PROCUREMENT_SUMMARY_MISSING: [
    () => `${publicItem({ currentOn: today, month: `date '2016-09-01'` })}; ${summaryBeforeLast('DRAFT')}`,
    () => `${noPublicItem}; ${summaryBeforeLast('PUBLISHED')}`,
  ],
  ACTIVITY_PERCENT_DIFFERS: [() => activity(`'๕๑.๐'`), () => noActivity],
  ACTIVITY_BELOW_THRESHOLD: [
    () =>
      `${activity()}; UPDATE "Indicator" SET operator = 'GTE', threshold = 50.01, unit = 'percent' WHERE id = '${id(24)}'`,
    () => `${noActivity}; UPDATE "Indicator" SET operator = NULL, threshold = NULL, unit = NULL WHERE id = '${id(24)}'`,
  ],
  ACTIVITY_ATTENDANCE_BELOW_TARGET: [
    () =>
      `${activity()}; INSERT INTO "TargetGroup" (id, "agencyId", "projectId", "sortOrder", headcount) VALUES ('${id(61)}', '${agencyId}', '${id(22)}', 1, 6)`,
    () => `UPDATE "TargetGroup" SET headcount = 5 WHERE id = '${id(61)}'; ${noActivity}`,
  ],
  SPENDING_WITHOUT_PROGRESS: [
    () =>
      `INSERT INTO "ProgressReport" (id, "agencyId", "projectId", "fiscalYear", quarter, "progressPercent", "spentAmount") VALUES ('${id(25)}', '${agencyId}', '${id(22)}', 2600, 1, 0, 1234.5)`,
    () => `UPDATE "ProgressReport" SET "progressPercent" = 1 WHERE id = '${id(25)}'`,
  ],
  SPENDING_WITHOUT_BUDGET: [
    // What was said first counts until another amount is said: a later report without one takes nothing back.
    () => `UPDATE "BudgetLine" SET status = 'NO_BUDGET', amount = NULL WHERE id = '${id(23)}';
      INSERT INTO "ProgressReport" (id, "agencyId", "projectId", "fiscalYear", quarter, "progressPercent") VALUES ('${id(28)}', '${agencyId}', '${id(22)}', 2600, 2, 5)`,
    () => `UPDATE "ProgressReport" SET "spentAmount" = 0 WHERE id = '${id(28)}'`,
  ],
  INDICATOR_WITHOUT_RESULT: [
    () => `UPDATE "Project" SET status = 'DONE' WHERE id = '${id(22)}'`,
    () =>
      `INSERT INTO "ProgressIndicatorValue" ("agencyId", "reportId", "indicatorId", value) VALUES ('${agencyId}', '${id(25)}', '${id(24)}', 1)`,
  ],
  PROJECT_BUDGET_UNKNOWN: [
    () => `UPDATE "BudgetLine" SET status = 'UNKNOWN', amount = NULL WHERE id = '${id(23)}'`,
    () => `UPDATE "BudgetLine" SET status = 'NO_BUDGET' WHERE id = '${id(23)}'`,
  ],
  PRINTED_FIGURE_MISMATCH: [
    () =>
      `INSERT INTO "PrintedFigure" (id, "agencyId", "planId", kind, "printedText", value) VALUES ('${id(26)}', '${agencyId}', '${id(21)}', 'PROJECT_COUNT', '๗', 7)`,
    () => `UPDATE "PrintedFigure" SET value = 1 WHERE id = '${id(26)}'`,
  ],
  SWOT_QUADRANT_EMPTY: [
    () => `UPDATE "SwotItem" SET quadrant = 'OPPORTUNITY' WHERE id = '${id(35)}'`,
    () => `UPDATE "SwotItem" SET quadrant = 'THREAT' WHERE id = '${id(35)}'`,
  ],
  ORDER_ENDING_SOON: [() => order(`"effectiveTo" = ${today} + 20`), () => order(`"effectiveTo" = NULL`)],
  ORDER_NOT_SIGNED_BY_DELEGATOR: [
    () => order(`"signedByPositionId" = '${id(43)}', "signedOn" = ${today}`),
    () =>
      `INSERT INTO "ActingAppointment" (id, "agencyId", "positionId", "actsForId", capacity, "validFrom", "validTo", "basisTh")
       VALUES ('${id(47)}', '${agencyId}', '${id(43)}', '${id(46)}', 'ON_BEHALF', ${today}, ${today}, 'x')`,
  ],
  MONTHLY_REPORT_MISSING: [
    () =>
      `${order(`"effectiveFrom" = ${thisMonth} - 5`)}; ${report(`(${thisMonth} - interval '1 month')::date`)};
       UPDATE "MonthlyReport" SET "dueOn" = ${today} - 1, "filedOn" = NULL WHERE id = '${id(44)}'`,
    () => `${order(`"effectiveFrom" = ${thisMonth}`)}; ${noReport}`,
  ],
  MONTHLY_REPORT_LATE: [
    () => report(thisMonth, `UPDATE "MonthlyReport" SET "filedOn" = "dueOn" + 1 WHERE id = '${id(44)}'`),
    () => noReport,
  ],
  ENDED_ORDER_REPORTED_ON: [
    () => `${order(`"effectiveFrom" = '2020-01-01', "effectiveTo" = '2020-12-31'`)}; ${report(`date '2021-02-01'`)}`,
    () => `${order(`"effectiveFrom" = ${thisMonth}, "effectiveTo" = NULL`)}; ${noReport}`,
  ],
  USE_ABOVE_CEILING: [() => report(thisMonth, use(101)), () => noReport],
  YEAR_REPORT_MISSING: [
    () => `${planIn('APPROVED')}; ${reported('SIX_MONTHS', 61)}`,
    () => `${planIn('DRAFT')}; DELETE FROM "YearReport" WHERE id = '${id(61)}'`,
  ],
  YEAR_REPORT_SOURCE_CHANGED: [
    () => `${reported('TWELVE_MONTHS', 62)}; INSERT INTO "YearReportItem" (id, "agencyId", "reportId", "sortOrder", "projectId", "titleTh", "progressReportId", "takenVersion")
      VALUES ('${id(63)}', '${agencyId}', '${id(62)}', 1, '${id(22)}', 'โครงการ', '${id(25)}', 99)`,
    () =>
      `UPDATE "YearReportItem" SET "takenVersion" = (SELECT version FROM "ProgressReport" WHERE id = '${id(25)}') WHERE id = '${id(63)}'`,
  ],
  PLAN_SUBMISSION_MISSING: [
    () => `${planIn('APPROVED')}; INSERT INTO "StatusChange" (id, "agencyId", "planId", act, "fromStatus", "toStatus", "accountId", role, at)
      VALUES ('${id(64)}', '${agencyId}', '${id(21)}', 'APPROVE', 'SUBMITTED', 'APPROVED', '${registryAccountId}', 'CENTRE', now() - interval '90 days')`,
    () =>
      `${planIn('DRAFT')}; DELETE FROM "StatusChange" WHERE id = '${id(64)}'; DELETE FROM "YearReportItem" WHERE id = '${id(63)}'; DELETE FROM "YearReport" WHERE id = '${id(62)}'`,
  ],
  BRIBERY_REPORT_MISSING: [
    // The agency has a register of that year already, which makes room.
    () => `UPDATE "RiskRegister" SET "fiscalYear" = 2699 WHERE "agencyId" = '${agencyId}' AND "fiscalYear" = ${LAST_YEAR};
      UPDATE "RiskRegister" SET status = 'APPROVED', "fiscalYear" = ${LAST_YEAR} WHERE id = '${id(1)}';
      UPDATE "Risk" SET "corruptionTypes" = '{BRIBERY}' WHERE id = '${id(11)}'`,
    () => `UPDATE "RiskRegister" SET status = 'DRAFT', "fiscalYear" = 2600 WHERE id = '${id(1)}';
      UPDATE "RiskRegister" SET "fiscalYear" = ${LAST_YEAR} WHERE "agencyId" = '${agencyId}' AND "fiscalYear" = 2699`,
  ],
  USE_OUT_OF_FORCE: [() => report(`date '2021-02-01'`, use(50)), () => noReport],
  OIT_ITEMS_UNANSWERED: [() => oitItem('answer', `'NONE'`), () => noOit],
  OIT_ANSWER_GONE: [() => oitItem('answer, "publicItemId"', `'CHOSEN', '${id(62)}'`), () => noOit],
  OIT_ANSWER_STALE: [
    () => oitItem('answer, address, "isPublished", "coversYear"', `'LINK', 'https://example.go.th', true, false`),
    () => `UPDATE "OitItem" SET "coversYear" = true WHERE id = '${id(82)}'`,
  ],
  ITA_SCORE_DIFFERS: [() => `${itaResult(71)}; ${itaAverages(71)}; ${itaScore(71, '91')}`, itaGone],
  ITA_WEIGHTED_SCORE_DIFFERS: [() => `${itaResult(72)}; ${itaScore(72, '90', `'28.00'`)}`, itaGone],
  ITA_TOTAL_DIFFERS: [() => `${itaResult(73, ', "totalPrinted"', `, '91'`)}; ${itaAverages(73)}`, itaGone],
  ITA_GRADE_DIFFERS: [() => itaResult(74, ', "gradePrinted", "gradeCode"', `, 'ผ่านดี', 'PASS'`), itaGone],
  ITA_RESPONDENTS_DIFFER: [() => itaTable(75, '10, NULL', '9, NULL'), itaGone],
  ITA_PERCENTAGES_DIFFER: [() => itaTable(75, `NULL, '100.00'`, `NULL, '90.00'`), itaGone],
  ITA_PERCENTAGES_ROUNDED: [() => itaTable(75, `NULL, '100.00'`, `NULL, '99.996'`), itaGone],
  ITA_PERCENTAGE_DIFFERS: [() => itaTable(75, '10, NULL', `5, '40.00'`), itaGone],
  DECLARATION_MISSING: [
    // On every day of the year that it may be tried: the days that are left for it are over.
    () => `${declaredWithin(-1)}; ${declaration(61, 'INTEGRITY_POLICY', '2500')}`,
    () => declaration(62, 'INTEGRITY_POLICY', `app.fiscal_year_of(${today})`),
  ],
  DECLARATION_NOT_SIGNED_BY_HEAD: [
    () => declaration(63, 'ANTI_BRIBERY_POLICY', '2500', `'${id(43)}'`, today),
    () =>
      `UPDATE "Declaration" SET "signatoryId" = (SELECT id FROM "Position" WHERE "agencyId" = '${agencyId}' AND "isHead") WHERE id = '${id(63)}'`,
  ],
  GIFT_REPORT_MISSING: [() => `${declaration(65, 'NO_GIFT_POLICY', '2499')}; ${noGifts(1)}`, () => noGifts(2)],
  GIFT_KEPT_DESPITE_POLICY: [
    () => `${declaration(66, 'NO_GIFT_POLICY', '2500')}; ${gift(67, 'KEPT')}`,
    () => `DELETE FROM "Declaration" WHERE id = '${id(66)}'; DELETE FROM "GiftReport" WHERE id = '${id(67)}'`,
  ],
  INTERNAL_AUDIT_NOT_DONE: [() => audit(`(${thisMonth} - interval '1 month')::date`), () => `${audit(thisMonth)}`],
  AUDIT_FOLLOW_UP_OVERDUE: [() => observation(`${today} - 1`), () => observation(today)],
  DECLARATION_NOT_ACKNOWLEDGED: [
    () => declaration(64, 'NO_GIFT_POLICY', '2500', 'NULL', `${today} - 100`),
    () =>
      `INSERT INTO "DeclarationAcknowledgement" (id, "agencyId", "declarationId", "unitId", acknowledged, "headCount", "countedOn")
       SELECT gen_random_uuid(), "agencyId", '${id(64)}', id, 1, 1, ${today} FROM "Unit" WHERE "agencyId" = '${agencyId}'`,
  ],
};

describe('every check', () => {
  it('has a case here, a text in both languages and a basis', () => {
    const checks = checkDomains.flatMap((domain) => domain.checks);
    expect(checks.map(({ code }) => code).sort()).toEqual(Object.keys(cases).sort());
    for (const { titleTh, titleEn, basisTh } of checks)
      for (const text of [titleTh, titleEn, basisTh]) expect(text.length).toBeGreaterThan(5);
  });

  it('finds nothing on a stage where nothing is wrong', async () => {
    await refresh();
    for (const code of Object.keys(cases)) expect([code, await found(code)]).toEqual([code, []]);
  });

  it.each(Object.entries(cases))(
    '%s is found while it is true, and then no more',
    async (code, [makeTrue, makeFalse]) => {
      await run(makeTrue());
      await refresh();
      const [finding, ...more] = await found(code);
      expect(finding).toMatchObject({ origin: 'USER' });
      expect(more).toEqual([]);
      expect(finding?.messageTh).not.toMatch(/%\d|null/);
      expect(faultsOf(finding?.messageTh ?? '', names)).toEqual([]);
      expect(finding?.messageEn).not.toMatch(/%\d|null|[ก-๙]{30}/);
      expect(await refresh()).toBe(0);
      expect((await found(code)).map(({ id: same }) => same)).toEqual([finding?.id]);
      await run(makeFalse());
      await refresh();
      expect(await found(code)).toEqual([]);
    },
  );

  it('finds duties together where somebody acts for a position: of whoever acts, while the appointment lasts', async () => {
    const foundNow = async () => {
      await refresh();
      return (await conflictsAt(id(49))).map(({ messageTh }) => messageTh);
    };
    await run(
      `INSERT INTO "Position" (id, "agencyId", code, "titleTh", "titleEn") VALUES ('${id(49)}', '${agencyId}', 'STAGE-3', 'ผู้รักษาราชการแทน', 'Who acts');
       INSERT INTO "StatutoryPower" (id, "agencyId", "positionId", verb, "processArea", "basisTh", "validFrom") VALUES ('${id(50)}', '${agencyId}', '${id(49)}', 'RECORD', 'RECRUITMENT', 'x', '2020-01-01')`,
    );
    expect(await foundNow()).toEqual([]);
    const appoint = (capacity: string, last: string) =>
      run(`DELETE FROM "ActingAppointment" WHERE id = '${id(48)}'; INSERT INTO "ActingAppointment" (id, "agencyId", "positionId", "actsForId", capacity, "validFrom", "validTo", "basisTh")
        VALUES ('${id(48)}', '${agencyId}', '${id(49)}', '${id(43)}', '${capacity}', ${today} - 9, ${last}, 'x')`);
    await appoint('ACTING', today);
    expect(await foundNow()).toEqual([expect.stringContaining('ผู้รักษาราชการแทน มีทั้งอำนาจ')]);
    for (const [capacity, last] of [
      ['ACTING', `${today} - 1`],
      ['ON_BEHALF', today],
    ] as const) {
      await appoint(capacity, last);
      expect(await foundNow()).toEqual([]);
    }
    await run(
      `DELETE FROM "ActingAppointment" WHERE id = '${id(48)}'; DELETE FROM "StatutoryPower" WHERE id = '${id(50)}'`,
    );
  });

  it('speaks of nothing that is no longer there', async () => {
    await run(`${clearStage()}; ${noOit}`);
    await refresh();
    const [left] = await registry.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM "Finding" WHERE "ruleKey" LIKE '%${id(0).slice(0, 30)}%'`,
    );
    expect(left?.count).toBe(0);
  });
});

describe('the rules about some kinds of records', () => {
  it('can be asked by themselves, whichever stand beside each other, of every agency', async () => {
    const kinds: readonly CheckedModel[] = ['Plan', 'SwotAnalysis', 'RiskRegister', 'DelegationOrder'];
    const ofRecords = Array.from({ length: 15 }, (_none, at) => kinds.filter((_kind, bit) => ((at + 1) >> bit) & 1));
    const sets: readonly (readonly CheckedModel[])[] = [...ofRecords, ['IntegrityActivity'], [...checkedModels]];
    const agencies = await registry.rows<{ id: string }>('SELECT DISTINCT "agencyId" AS id FROM "Finding"');
    expect(agencies.length).toBeGreaterThan(3);
    for (const set of sets) {
      const text = textFor(new Set(set));
      if (!text) throw new Error(`Nothing is checked on ${set}.`);
      await run('DELETE FROM "Finding" WHERE "ruleKey" IS NOT NULL');
      for (const agency of agencies) {
        const values = valuesOf(agency.id, await recordsOf(agency.id));
        const service = { accountId: registryAccountId, act: 'refreshFindings' };
        await executeAsService(tenancy, service, agency.id, { text, values });
      }
    }
  });
});

const recordsOf = async (agency: string): Promise<string[]> =>
  (
    await registry.rows<{ id: string }>(
      ['Plan', 'SwotAnalysis', 'RiskRegister', 'DelegationOrder']
        .map((kind) => `SELECT id FROM "${kind}" WHERE "agencyId" = '${agency}'`)
        .join(' UNION ALL '),
    )
  ).map(({ id: each }) => each);
