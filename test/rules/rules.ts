import { lasts } from '@registry/schema/agency/appointment.logic.ts';
import { shareADay } from '@registry/schema/agency/oversight.logic.ts';
import { thresholds } from '@registry/schema/base/thresholds.logic.ts';
import { fiscalYearDays } from '@registry/schema/calendar/fiscal-year.logic.ts';
import { reportState, type StoredOrderStatus, shownOrderStatus } from '@registry/schema/delegation/delegation.logic.ts';
import { dayAfter, isInForce as isLineInForce } from '@registry/schema/delegation/in-force.logic.ts';
import { monthOf, monthsInForce, reportDueOn } from '@registry/schema/delegation/monthly-report.logic.ts';
import { isYearOver } from '@registry/schema/lifecycle/closing.logic.ts';
import { isOwedFrom } from '@registry/schema/lifecycle/first-approval.logic.ts';
import { isInForce } from '@registry/schema/lifecycle/lifecycle.logic.ts';
import { needsAnswer, type RiskLevelName, riskLevels } from '@registry/schema/method/level.logic.ts';
import { isEnded, lastYearOf } from '@registry/schema/plan/plan-closing.logic.ts';
import { reportsDue } from '@registry/schema/plan/report-due.logic.ts';
import { owesReports } from '@registry/schema/plan/running.logic.ts';
import { coversRisk } from '@registry/schema/risk/acceptance.logic.ts';
import { isLive, type StoredStatus, shownStatus } from '@registry/schema/risk/mitigation.logic.ts';
import { reviewDueOn, reviewState } from '@registry/schema/risk/review.logic.ts';
import fc from 'fast-check';
import { daysNear, iso } from './generated.ts';
import { orderLine } from './order-line.ts';

/** A value as SQL reads it and writes it back in JSON. */
type Value = string | number | boolean | null | readonly (string | number)[];

/** A generated record: what the statement is asked about it, and what TypeScript answers. */
export type Case = { readonly given: Readonly<Record<string, Value>>; readonly answer: Value };

/** A rule that stands in SQL and in TypeScript: an expression over the columns of generated records, and the records with the other answer. */
export type TwiceSaid = { readonly sql: string; readonly columns: string; readonly cases: fc.Arbitrary<Case> };

const rule = (sql: string, columns: string, cases: fc.Arbitrary<Case>): TwiceSaid => ({ sql, columns, cases });

const needed = (days: readonly (Date | null)[], place: number, day: Date): Date => days[place] ?? day;
const { dueSoonDays, orderEndsSoonDays } = thresholds;

const mitigationStatus = fc.constantFrom<StoredStatus>('PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED');
const orderStatus = fc.constantFrom<StoredOrderStatus>('DRAFT', 'ISSUED', 'REVOKED', 'SUPERSEDED');
const level = fc.constantFrom<RiskLevelName>(...riskLevels);
const recordState = fc.record({
  status: fc.constantFrom(
    ...(['DRAFT', 'SUBMITTED', 'RETURNED', 'IMPORTED', 'APPROVED', 'PUBLISHED', 'AMENDING', 'CLOSED'] as const),
  ),
  isAmendment: fc.boolean(),
  isImported: fc.boolean(),
});
const year = fc.integer({ min: 2566, max: 2574 });
const years = fc.uniqueArray(year, { maxLength: 4 });
const quarter = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);

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

/** Every rule that is asked about sets in SQL and about one record in TypeScript. */
export const rules: Readonly<Record<string, TwiceSaid>> = {
  'an appointment lasts on a day': rule(
    'app.lasts(g.first, g.last, g.day)',
    'first date, last date, day date',
    daysNear(2).map(({ day, days }) => {
      const [validFrom, validTo] = [needed(days, 0, day), days[1] ?? null];
      return {
        given: { first: iso(validFrom), last: iso(validTo), day: iso(day) },
        answer: lasts({ validFrom, validTo }, day),
      };
    }),
  ),
  'two times of oversight share a day': rule(
    'app.share_a_day(g.a, g.b, g.c, g.d)',
    'a date, b date, c date, d date',
    daysNear(4).map(({ days: [a = null, b = null, c = null, d = null] }) => ({
      given: { a: iso(a), b: iso(b), c: iso(c), d: iso(d) },
      answer: shareADay({ validFrom: a, validTo: b }, { validFrom: c, validTo: d }),
    })),
  ),
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
  'a mitigation is live, overdue, due soon': rule(
    'jsonb_build_array(app.mitigation_is_live(g.status)::text, app.mitigation_is_overdue(g.status, g.due, g.day)::text, app.mitigation_is_due_soon(g.status, g.due, g.day)::text)',
    'status "MitigationStatus", due date, day date',
    fc.tuple(mitigationStatus, daysNear(1)).map(([status, { day, days }]) => {
      const dueOn = needed(days, 0, day);
      const isDueSoon = isLive(status) && dueOn <= dayAfter(day, dueSoonDays);
      return {
        given: { status, due: iso(dueOn), day: iso(day) },
        answer: [isLive(status), shownStatus(status, dueOn, day) === 'OVERDUE', isDueSoon].map(String),
      };
    }),
  ),
  'the day by which a risk is reviewed, and whether that is over or soon': rule(
    `(SELECT jsonb_build_array(due, CASE WHEN due < g.day THEN 'OVERDUE' WHEN due <= g.day + app.due_soon_days() THEN 'DUE_SOON' ELSE 'CURRENT' END)
      FROM (SELECT app.review_due_on(g.level, g.assessed, g.day) AS due) AS d)`,
    'level "CurrentRiskLevel", assessed date, day date',
    fc.tuple(fc.oneof(level, fc.constant('UNASSESSED' as const)), daysNear(1)).map(
      ([
        current,
        {
          day,
          days: [assessed = null],
        },
      ]) => {
        const risk = { level: current, assessedOn: assessed, isOwed: true };
        return {
          given: { level: current, assessed: iso(assessed), day: iso(day) },
          answer: [iso(reviewDueOn(risk, day)) ?? '', reviewState(risk, day)],
        };
      },
    ),
  ),
  'an acceptance covers a risk': rule(
    'app.acceptance_covers(g.accepted, g.from_day, g.to_day, g.level, g.day)',
    'accepted "RiskLevel", from_day date, to_day date, level "RiskLevel", day date',
    fc.tuple(level, level, daysNear(2)).map(([accepted, current, { day, days }]) => {
      const [acceptedOn, expiresOn] = [needed(days, 0, day), needed(days, 1, day)];
      return {
        given: { accepted, from_day: iso(acceptedOn), to_day: iso(expiresOn), level: current, day: iso(day) },
        answer: coversRisk({ level: accepted, acceptedOn, expiresOn }, current, day),
      };
    }),
  ),
  'a level has to be answered': rule(
    'app.level_needs_answer(g.needs_plan, g.is_acceptable)',
    'needs_plan boolean, is_acceptable boolean',
    fc.record({ needsPlan: fc.boolean(), isAcceptable: fc.boolean() }).map((said) => ({
      given: { needs_plan: said.needsPlan, is_acceptable: said.isAcceptable },
      answer: needsAnswer(said),
    })),
  ),
  'a record is in force, and its plan owes reports': rule(
    'jsonb_build_array(app.record_is_in_force(g.status, g.is_amendment)::text, app.plan_owes_reports(g.status, g.is_amendment, g.is_imported)::text)',
    'status "RecordStatus", is_amendment boolean, is_imported boolean',
    recordState.map((state) => ({
      given: { status: state.status, is_amendment: state.isAmendment, is_imported: state.isImported },
      answer: [isInForce(state), owesReports(state)].map(String),
    })),
  ),
  'something is owed from the first approval on': rule(
    'app.is_owed_from(g.approved, g.day)',
    'approved date, day date',
    daysNear(1).map(({ day, days: [approved = null] }) => ({
      given: { approved: iso(approved), day: iso(day) },
      answer: isOwedFrom(approved, day),
    })),
  ),
  'a project has ended': rule(
    'app.project_has_ended(g.status)',
    'status "ProjectStatus"',
    fc
      .constantFrom(...(['PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED', 'NOT_DONE'] as const))
      .map((status) => ({ given: { status }, answer: isEnded(status) })),
  ),
  'the last year of a project': rule(
    '(SELECT y."lastYear" FROM app.project_last_year(g.years, g.plan_year) y)',
    'years integer[], plan_year integer',
    fc.tuple(years, year).map(([given, fiscalYearTo]) => ({
      given: { years: given, plan_year: fiscalYearTo },
      answer: lastYearOf(given, { fiscalYearTo }),
    })),
  ),
  'a project runs in a quarter': rule(
    'app.project_runs_in(g.years, g.quarters, g.year, g.quarter)',
    'years integer[], quarters integer[], year integer, quarter integer',
    fc
      .tuple(years, fc.uniqueArray(quarter, { maxLength: 3 }), year, quarter)
      .map(([fiscalYears, quarters, asked, quarterAsked]) => {
        const due = reportsDue({ fiscalYears, quarters }, [], {
          on: new Date('2100-01-01'),
          firstApprovedOn: null,
          closed: new Set(),
        });
        return {
          given: { years: fiscalYears, quarters, year: asked, quarter: quarterAsked },
          answer: due.some((each) => each.fiscalYear === asked && each.quarter === quarterAsked),
        };
      }),
  ),
  'the days of a fiscal year, and whether it is over': rule(
    'jsonb_build_array(app.fiscal_year_begins(g.year), app.fiscal_year_ends(g.year), app.is_year_over(g.year, g.day)::text)',
    'year integer, day date',
    fc.tuple(year, daysNear(0)).map(([asked, { day }]) => {
      const { firstDay, lastDay } = fiscalYearDays(asked);
      return {
        given: { year: asked, day: iso(day) },
        answer: [iso(firstDay) ?? '', iso(lastDay) ?? '', String(isYearOver(asked, day))],
      };
    }),
  ),
};
