import { registryAccountId } from '@registry/seed/rows/registry-account.ts';
import { agency, id } from '../stage.ts';
import { amended, type Cases, LAST_YEAR } from './case.ts';

const planIn = (status: string) =>
  `UPDATE "Plan" SET status = '${status}', "fiscalYearFrom" = ${status === 'DRAFT' ? 2600 : LAST_YEAR}, "fiscalYearTo" = ${status === 'DRAFT' ? 2600 : LAST_YEAR} WHERE id = '${id(21)}'`;
const reported = (kind: string, number: number) =>
  `INSERT INTO "YearReport" (id, "agencyId", kind, "planId", "fiscalYear", status) VALUES ('${id(number)}', ${agency}, '${kind}', '${id(21)}', ${LAST_YEAR}, 'SUBMITTED')`;
/** A training of the project on the stage, years ago, which 5 of 10 attended. */
const activity = (printed = 'NULL') =>
  `${noActivity}; INSERT INTO "IntegrityActivity" (id, "agencyId", disclosure, status, kind, "titleTh", "titleEn", "fiscalYear", "heldFrom", "invitedCount",
     "attendedCount", "percentPrinted", "projectId", "indicatorId") VALUES ('${id(60)}', ${agency}, 2, 'RECORDED', 'TRAINING', 'อบรม', 'Training', 2560, '2017-01-10', 10, 5, ${printed}, '${id(22)}', '${id(24)}')`;
const noActivity = `DELETE FROM "IntegrityActivity" WHERE id = '${id(60)}'`;

/** What makes each check of plans, analyses, their reports and activities true, and what makes it false again. */
export const planCases: Cases = {
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
  ACTIVITY_PERCENT_DIFFERS: [activity(`'๕๑.๐'`), noActivity],
  ACTIVITY_BELOW_THRESHOLD: [
    `${activity()}; UPDATE "Indicator" SET operator = 'GTE', threshold = 50.01, unit = 'percent' WHERE id = '${id(24)}'`,
    `${noActivity}; UPDATE "Indicator" SET operator = NULL, threshold = NULL, unit = NULL WHERE id = '${id(24)}'`,
  ],
  ACTIVITY_ATTENDANCE_BELOW_TARGET: [
    `${activity()}; INSERT INTO "TargetGroup" (id, "agencyId", "projectId", "sortOrder", headcount) VALUES ('${id(61)}', ${agency}, '${id(22)}', 1, 6)`,
    `UPDATE "TargetGroup" SET headcount = 5 WHERE id = '${id(61)}'; ${noActivity}`,
  ],
  SPENDING_WITHOUT_PROGRESS: [
    `INSERT INTO "ProgressReport" (id, "agencyId", "projectId", "fiscalYear", quarter, "progressPercent", "spentAmount") VALUES ('${id(25)}', ${agency}, '${id(22)}', 2600, 1, 0, 1234.5)`,
    `UPDATE "ProgressReport" SET "progressPercent" = 1 WHERE id = '${id(25)}'`,
  ],
  SPENDING_WITHOUT_BUDGET: [
    // What was said first counts until another amount is said: a later report without one takes nothing back.
    `UPDATE "BudgetLine" SET status = 'NO_BUDGET', amount = NULL WHERE id = '${id(23)}';
      INSERT INTO "ProgressReport" (id, "agencyId", "projectId", "fiscalYear", quarter, "progressPercent") VALUES ('${id(28)}', ${agency}, '${id(22)}', 2600, 2, 5)`,
    `UPDATE "ProgressReport" SET "spentAmount" = 0 WHERE id = '${id(28)}'`,
  ],
  INDICATOR_WITHOUT_RESULT: [
    `UPDATE "Project" SET status = 'DONE' WHERE id = '${id(22)}'`,
    `INSERT INTO "ProgressIndicatorValue" ("agencyId", "reportId", "indicatorId", value) VALUES (${agency}, '${id(25)}', '${id(24)}', 1)`,
  ],
  PROJECT_BUDGET_UNKNOWN: [
    `UPDATE "BudgetLine" SET status = 'UNKNOWN', amount = NULL WHERE id = '${id(23)}'`,
    `UPDATE "BudgetLine" SET status = 'NO_BUDGET' WHERE id = '${id(23)}'`,
  ],
  PRINTED_FIGURE_MISMATCH: [
    `INSERT INTO "PrintedFigure" (id, "agencyId", "planId", kind, "printedText", value) VALUES ('${id(26)}', ${agency}, '${id(21)}', 'PROJECT_COUNT', '๗', 7)`,
    `UPDATE "PrintedFigure" SET value = 1 WHERE id = '${id(26)}'`,
  ],
  SWOT_QUADRANT_EMPTY: [
    `UPDATE "SwotItem" SET quadrant = 'OPPORTUNITY' WHERE id = '${id(35)}'`,
    `UPDATE "SwotItem" SET quadrant = 'THREAT' WHERE id = '${id(35)}'`,
  ],
  YEAR_REPORT_MISSING: [
    `${planIn('APPROVED')}; ${reported('SIX_MONTHS', 61)}`,
    `${planIn('DRAFT')}; DELETE FROM "YearReport" WHERE id = '${id(61)}'`,
  ],
  YEAR_REPORT_SOURCE_CHANGED: [
    `${reported('TWELVE_MONTHS', 62)}; INSERT INTO "YearReportItem" (id, "agencyId", "reportId", "sortOrder", "projectId", "titleTh", "progressReportId", "takenVersion")
      VALUES ('${id(63)}', ${agency}, '${id(62)}', 1, '${id(22)}', 'โครงการ', '${id(25)}', 99)`,
    `UPDATE "YearReportItem" SET "takenVersion" = (SELECT version FROM "ProgressReport" WHERE id = '${id(25)}') WHERE id = '${id(63)}'`,
  ],
  PLAN_SUBMISSION_MISSING: [
    `${planIn('APPROVED')}; INSERT INTO "StatusChange" (id, "agencyId", "planId", act, "fromStatus", "toStatus", "accountId", role, at)
      VALUES ('${id(64)}', ${agency}, '${id(21)}', 'APPROVE', 'SUBMITTED', 'APPROVED', '${registryAccountId}', 'CENTRE', now() - interval '90 days')`,
    `${planIn('DRAFT')}; DELETE FROM "StatusChange" WHERE id = '${id(64)}'; DELETE FROM "YearReportItem" WHERE id = '${id(63)}'; DELETE FROM "YearReport" WHERE id = '${id(62)}'`,
  ],
};
