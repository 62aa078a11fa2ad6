import { thresholds } from '@registry/schema/base/thresholds.logic.ts';
import { dayAfter, isInForce as isLineInForce } from '@registry/schema/delegation/authority/in-force.logic.ts';
import { type StoredOrderStatus, shownOrderStatus } from '@registry/schema/delegation/orders/order-status.logic.ts';
import { monthOf, monthsInForce, reportDueOn } from '@registry/schema/delegation/reports/monthly-report.logic.ts';
import { reportState } from '@registry/schema/delegation/reports/report-state.logic.ts';
import fc from 'fast-check';
import { daysNear, iso } from './generated.ts';
import { orderLine } from './order-line.ts';
import { needed, rule, type TwiceSaid } from './twice-said.ts';

const { orderEndsSoonDays } = thresholds;
/** Mostly issued: the rules on days ask of such alone. */
const orderStatus = fc.oneof(
  { weight: 3, arbitrary: fc.constant<StoredOrderStatus>('ISSUED') },
  { weight: 1, arbitrary: fc.constantFrom<StoredOrderStatus>('DRAFT', 'REVOKED', 'SUPERSEDED') },
);
const lineDays = daysNear(4).map(({ day, days: [from, to, ended, revoked] }) => ({
  day,
  from: from ?? day,
  to: to ?? null,
  ended: ended ?? null,
  revoked: revoked ?? null,
}));
const ofLine = ({
  day,
  from,
  to,
  ended,
  revoked,
}: { [Name in 'day' | 'from' | 'to' | 'ended' | 'revoked']: Date | null }) => ({
  day: iso(day),
  from: iso(from),
  to: iso(to),
  ended: iso(ended),
  revoked: iso(revoked),
});
const LINE = 'day date, "from" date, "to" date, ended date, revoked date';
const ENDS = 'app.order_ends_on(g.revoked, g.ended, g."to")';

/** Rules on orders and on what their delegates report. */
export const orderRules: Readonly<Record<string, TwiceSaid>> = {
  'a line of an order is in force on a day': rule(
    `app.is_in_force(g."from", ${ENDS}, g.day)`,
    LINE,
    lineDays.map((days) => ({ given: ofLine(days), answer: isLineInForce(orderLine(days), days.day) })),
  ),
  'a line of an order is in force in a month': rule(
    `app.is_in_force_between(g."from", ${ENDS}, date_trunc('month', g.day::timestamp)::date, (date_trunc('month', g.day::timestamp) + interval '1 month')::date - 1)`,
    LINE,
    lineDays.map((days) => {
      const month = monthOf(days.day).getTime();
      const months = monthsInForce(orderLine(days), dayAfter(monthOf(days.day, 1), -1));
      return { given: ofLine(days), answer: months.some((each) => each.getTime() === month) };
    }),
  ),
  'the months in which a line was in force': rule(
    `(SELECT coalesce(jsonb_agg(m ORDER BY m), '[]') FROM app.months_in_force(g."from", ${ENDS}, NULL, g.day) AS m)`,
    LINE,
    lineDays.map((days) => ({
      given: ofLine(days),
      answer: monthsInForce(orderLine(days), days.day).map((month) => iso(month) ?? ''),
    })),
  ),
  'an order ends soon': rule(
    'app.order_ends_soon(g.status, g.effective_from, g.effective_to, g.day)',
    'status "DelegationOrderStatus", effective_from date, effective_to date, day date',
    fc.tuple(orderStatus, daysNear(2)).map(([status, { day, days }]) => {
      const [effectiveFrom, effectiveTo] = [needed(days, 0, day), days[1] ?? null];
      const shown = shownOrderStatus({ status, effectiveFrom, effectiveTo }, day);
      return {
        given: { status, effective_from: iso(effectiveFrom), effective_to: iso(effectiveTo), day: iso(day) },
        answer: shown === 'IN_FORCE' && effectiveTo !== null && effectiveTo <= dayAfter(day, orderEndsSoonDays),
      };
    }),
  ),
  'the day by which a monthly report is due': rule(
    'app.monthly_report_due_on(g.month)',
    'month date',
    daysNear(0).map(({ day }) => ({ given: { month: iso(monthOf(day)) }, answer: iso(reportDueOn(monthOf(day))) })),
  ),
  'the state of a monthly report': rule(
    'app.monthly_report_state(g.due, g.filed, g.provisional, g.day)',
    'due date, filed date, provisional date, day date',
    daysNear(3).map(({ day, days }) => {
      const report = { dueOn: needed(days, 0, day), filedOn: days[1] ?? null, provisionalOn: days[2] ?? null };
      return {
        given: {
          due: iso(report.dueOn),
          filed: iso(report.filedOn),
          provisional: iso(report.provisionalOn),
          day: iso(day),
        },
        answer: reportState(report, day),
      };
    }),
  ),
};
