import { onWhen, statesOf } from '../graphql/acts/standing.ts';
import { Check } from '../graphql/inputs/check.ts';
import { requireWritten } from '../lifecycle/record/record-state.ts';
import { checkPeriodLeft } from './begin-report.ts';
import { requireInForce } from './require-in-force.ts';

/** A plan that is in force, with a period to report on. */
export const onPlanToReport = onWhen(
  statesOf('Plan', (db, ids) =>
    db.plan.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        status: true,
        isAmendment: true,
        fiscalYearFrom: true,
        fiscalYearTo: true,
        yearReports: { select: { kind: true, fiscalYear: true } },
      },
    }),
  ),
  ({ yearReports, ...plan }) => {
    requireInForce(plan);
    const check = new Check();
    checkPeriodLeft(check, 'planId', plan, yearReports);
    check.refuse();
  },
);

const state = { select: { status: true, isAmendment: true } } as const;

/** A plan that is in force. */
export const onPlanInForce = onWhen(
  statesOf('Plan', (db, ids) =>
    db.plan.findMany({ where: { id: { in: ids } }, select: { id: true, status: true, isAmendment: true } }),
  ),
  requireInForce,
);

/** A submission of a plan that is in force. */
export const onSubmissionOfPlanInForce = onWhen(
  statesOf('PlanSubmission', (db, ids) =>
    db.planSubmission.findMany({ where: { id: { in: ids } }, select: { id: true, plan: state } }),
  ),
  ({ plan }) => requireInForce(plan),
);

/** A report whose content is written. */
export const onWrittenReport = onWhen(
  statesOf('YearReport', (db, ids) =>
    db.yearReport.findMany({ where: { id: { in: ids } }, select: { id: true, status: true, isAmendment: true } }),
  ),
  requireWritten,
);

/** An item of a report whose content is written. */
export const onItemOfWritten = onWhen(
  statesOf('YearReportItem', (db, ids) =>
    db.yearReportItem.findMany({ where: { id: { in: ids } }, select: { id: true, report: state } }),
  ),
  ({ report }) => requireWritten(report),
);

/** A measure of an item of a report whose content is written. */
export const onMeasureOfWritten = onWhen(
  statesOf('YearReportMeasure', (db, ids) =>
    db.yearReportMeasure.findMany({
      where: { id: { in: ids } },
      select: { id: true, item: { select: { report: state } } },
    }),
  ),
  ({ item }) => requireWritten(item.report),
);
