import { today } from '../../kit/today.ts';
import { agency, id } from '../stage.ts';
import { amended, type Cases, LAST_YEAR, risk } from './case.ts';

/** What makes each check of risk registers true, and what makes it false again. */
export const riskCases: Cases = {
  RISK_REMOVED_BY_AMENDMENT: amended('RiskRegister', 'registerId', id(1), {
    risks: [
      { id: id(11), code: 'T1', titleTh: 'เหตุการณ์ ๑', level: 'LOW' },
      { id: id(13), code: 'T3', titleTh: 'เหตุการณ์ ๓', level: 'EXTREME' },
    ],
  }),
  RISK_UNASSESSED: [risk('UNASSESSED'), risk('LOW')],
  RISK_REVIEW_OVERDUE: [
    `UPDATE "Assessment" SET "assessedOn" = ${today} - 400 WHERE id = '${id(14)}'`,
    `UPDATE "Assessment" SET "assessedOn" = ${today} WHERE id = '${id(14)}'`,
  ],
  RESIDUAL_LOWERED_WITHOUT_MEASURE: [
    `INSERT INTO "Assessment" SELECT '${id(15)}', "agencyId", disclosure, "riskId", "methodId", 'RESIDUAL', 1, 1, 1, 'LOW', 'x', "assessedOn" FROM "Assessment" WHERE id = '${id(14)}'`,
    `DELETE FROM "Assessment" WHERE id = '${id(15)}'`,
  ],
  RISK_TEXT_COPIED: [
    `UPDATE "Risk" SET "titleTh" = 'เหตุการณ์ ๑' WHERE id = '${id(12)}'`,
    `UPDATE "Risk" SET "titleTh" = 'เหตุการณ์ ๒' WHERE id = '${id(12)}'`,
  ],
  MITIGATION_TEXT_COPIED: [
    `UPDATE "Mitigation" SET "measureTh" = 'มาตรการ ๑' WHERE id = '${id(17)}'`,
    `UPDATE "Mitigation" SET "measureTh" = 'มาตรการ ๒' WHERE id = '${id(17)}'`,
  ],
  RISK_WITHOUT_LIVE_MITIGATION: [
    `${risk('EXTREME')}; UPDATE "Mitigation" SET status = 'CANCELLED' WHERE id = '${id(16)}'`,
    `${risk('LOW')}; UPDATE "Mitigation" SET status = 'PLANNED' WHERE id = '${id(16)}'`,
  ],
  ACCEPTANCE_EXPIRED: [
    `${risk('EXTREME')}; INSERT INTO "Acceptance" (id, "agencyId", "riskId", level, "reasonTh", "acceptedOn", "expiresOn") VALUES ('${id(18)}', ${agency}, '${id(11)}', 'EXTREME', 'x', '2020-01-01', '2020-06-30')`,
    `UPDATE "Acceptance" SET "expiresOn" = ${today} WHERE id = '${id(18)}'`,
  ],
  MITIGATION_OVERDUE: [
    `UPDATE "Mitigation" SET "dueOn" = ${today} - 3 WHERE id = '${id(16)}'`,
    `UPDATE "Mitigation" SET status = 'DONE', "doneOn" = ${today} WHERE id = '${id(16)}'`,
  ],
  HIGH_RISK_WITHOUT_CONTROL: [
    risk('HIGH'),
    `INSERT INTO "Control" (id, "agencyId", "riskId", "sortOrder", "textTh", effectiveness) VALUES ('${id(19)}', ${agency}, '${id(11)}', 1, 'x', 'WEAK')`,
  ],
  HIGH_RISK_WITHOUT_FUNDED_PROJECT: [
    risk('HIGH'),
    `UPDATE "Mitigation" SET status = 'PLANNED', "doneOn" = NULL, "projectId" = '${id(22)}' WHERE id = '${id(16)}'; UPDATE "BudgetLine" SET status = 'BUDGETED', amount = 5 WHERE id = '${id(23)}'`,
  ],
  BRIBERY_REPORT_MISSING: [
    // The agency has a register of that year already, which makes room.
    `UPDATE "RiskRegister" SET "fiscalYear" = 2699 WHERE "agencyId" = ${agency} AND "fiscalYear" = ${LAST_YEAR};
      UPDATE "RiskRegister" SET status = 'APPROVED', "fiscalYear" = ${LAST_YEAR} WHERE id = '${id(1)}';
      UPDATE "Risk" SET "corruptionTypes" = '{BRIBERY}' WHERE id = '${id(11)}'`,
    `UPDATE "RiskRegister" SET status = 'DRAFT', "fiscalYear" = 2600 WHERE id = '${id(1)}';
      UPDATE "RiskRegister" SET "fiscalYear" = ${LAST_YEAR} WHERE "agencyId" = ${agency} AND "fiscalYear" = 2699`,
  ],
};
