import { today } from '../../kit/today.ts';
import { agency, id } from '../stage.ts';
import { type Cases, risk, thisMonth } from './case.ts';

const order = (columns: string) => `UPDATE "DelegationOrder" SET ${columns} WHERE id = '${id(41)}'`;
const report = (month: string, more = '') =>
  `INSERT INTO "MonthlyReport" (id, "agencyId", "orderId", "delegateId", month, "dueOn", "filedOn")
   VALUES ('${id(44)}', ${agency}, '${id(41)}', '${id(43)}', ${month}, ${month} + 40, ${month} + 35); ${more}`;
const use = (most: number) =>
  `INSERT INTO "PowerUse" ("agencyId", "reportId", "powerId", count, "totalAmount", "maxAmount")
   VALUES (${agency}, '${id(44)}', '${id(42)}', 1, ${most}, ${most})`;
const noReport = `DELETE FROM "PowerUse" WHERE "reportId" = '${id(44)}'; DELETE FROM "MonthlyReport" WHERE id = '${id(44)}'`;

/** What makes each check of delegation orders true, and what makes it false again. */
export const orderCases: Cases = {
  POWER_OVER_UNCONTROLLED_RISK: [`DELETE FROM "Control" WHERE id = '${id(19)}'; ${risk('HIGH')}`, risk('LOW')],
  DUTIES_NOT_SEGREGATED: [
    `INSERT INTO "DelegatedPower" (id, "agencyId", "orderId", "lineNo", verb, "subjectTh", "processArea", "delegatorId", "delegateId") SELECT '${id(45)}', "agencyId", "orderId", 2, 'RECORD', 'x', "processArea", "delegatorId", "delegateId" FROM "DelegatedPower" WHERE id = '${id(42)}'`,
    `UPDATE "DelegatedPower" SET "revokedOn" = ${today} WHERE id = '${id(45)}'`,
  ],
  ORDER_ENDING_SOON: [order(`"effectiveTo" = ${today} + 20`), order(`"effectiveTo" = NULL`)],
  ORDER_NOT_SIGNED_BY_DELEGATOR: [
    order(`"signedByPositionId" = '${id(43)}', "signedOn" = ${today}`),
    `INSERT INTO "ActingAppointment" (id, "agencyId", "positionId", "actsForId", capacity, "validFrom", "validTo", "basisTh")
       VALUES ('${id(47)}', ${agency}, '${id(43)}', '${id(46)}', 'ON_BEHALF', ${today}, ${today}, 'x')`,
  ],
  MONTHLY_REPORT_MISSING: [
    `${order(`"effectiveFrom" = ${thisMonth} - 5`)}; ${report(`(${thisMonth} - interval '1 month')::date`)};
       UPDATE "MonthlyReport" SET "dueOn" = ${today} - 1, "filedOn" = NULL WHERE id = '${id(44)}'`,
    `${order(`"effectiveFrom" = ${thisMonth}`)}; ${noReport}`,
  ],
  MONTHLY_REPORT_LATE: [
    report(thisMonth, `UPDATE "MonthlyReport" SET "filedOn" = "dueOn" + 1 WHERE id = '${id(44)}'`),
    noReport,
  ],
  ENDED_ORDER_REPORTED_ON: [
    `${order(`"effectiveFrom" = '2020-01-01', "effectiveTo" = '2020-12-31'`)}; ${report(`date '2021-02-01'`)}`,
    `${order(`"effectiveFrom" = ${thisMonth}, "effectiveTo" = NULL`)}; ${noReport}`,
  ],
  USE_ABOVE_CEILING: [report(thisMonth, use(101)), noReport],
  USE_OUT_OF_FORCE: [report(`date '2021-02-01'`, use(50)), noReport],
};
