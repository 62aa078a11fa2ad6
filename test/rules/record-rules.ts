import { lasts } from '@registry/schema/agency/appointment.logic.ts';
import { shareADay } from '@registry/schema/agency/oversight.logic.ts';
import { fiscalYearDays, fiscalYearOf } from '@registry/schema/base/fiscal-year.logic.ts';
import { thresholds } from '@registry/schema/base/thresholds.logic.ts';
import { dayAfter } from '@registry/schema/delegation/authority/in-force.logic.ts';
import { lastDayOf, periodOf } from '@registry/schema/gift/gift.logic.ts';
import { isInForce } from '@registry/schema/lifecycle/lifecycle.logic.ts';
import { isYearOver } from '@registry/schema/lifecycle/record/closing.logic.ts';
import { isOwedFrom } from '@registry/schema/lifecycle/record/first-approval.logic.ts';
import { needsAnswer, type RiskLevelName, riskLevels } from '@registry/schema/method/level.logic.ts';
import { isEnded, lastYearOf } from '@registry/schema/plan/plan-closing.logic.ts';
import { reportsDue } from '@registry/schema/plan/report-due.logic.ts';
import { owesReports } from '@registry/schema/plan/running.logic.ts';
import { periodEndsOn, reportDueOn } from '@registry/schema/report/year-report.logic.ts';
import { coversRisk } from '@registry/schema/risk/acceptance.logic.ts';
import { isLive, type StoredStatus, shownStatus } from '@registry/schema/risk/mitigation.logic.ts';
import { reviewDueOn, reviewState } from '@registry/schema/risk/review.logic.ts';
import fc from 'fast-check';
import { daysNear, iso } from './generated.ts';
import { needed, rule, type TwiceSaid } from './twice-said.ts';

const { dueSoonDays } = thresholds;

const mitigationStatus = fc.constantFrom<StoredStatus>('PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED');
const level = fc.constantFrom<RiskLevelName>(...riskLevels);
const recordState = fc.record({
  status: fc.constantFrom(
    ...(['DRAFT', 'SUBMITTED', 'RETURNED', 'IMPORTED', 'APPROVED', 'PUBLISHED', 'AMENDING', 'CLOSED'] as const),
  ),
  isAmendment: fc.boolean(),
  isImported: fc.boolean(),
});
const year = fc.integer({ min: 2566, max: 2574 });
const reportKind = fc.constantFrom('SIX_MONTHS' as const, 'TWELVE_MONTHS' as const, 'BRIBERY_RISKS' as const);
const years = fc.uniqueArray(year, { maxLength: 4 });
const quarter = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);

/** Rules on plans, registers and the days of whatever lasts. */
export const recordRules: Readonly<Record<string, TwiceSaid>> = {
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
  'the fiscal year of a day': rule(
    'app.fiscal_year_of(g.day)',
    'day date',
    daysNear(0).map(({ day }) => ({ given: { day: iso(day) }, answer: fiscalYearOf(day) })),
  ),
  'the last day of the period of a year report': rule(
    'app.year_report_ends(g.kind::"YearReportKind", g.year)',
    'kind text, year integer',
    fc.record({ kind: reportKind, year }).map(({ kind, year: fiscalYear }) => ({
      given: { kind, year: fiscalYear },
      answer: iso(periodEndsOn(kind, fiscalYear)),
    })),
  ),
  'the day by which a year report is due': rule(
    'app.year_report_due(g.kind::"YearReportKind", g.year)',
    'kind text, year integer',
    fc.record({ kind: reportKind, year }).map(({ kind, year: fiscalYear }) => ({
      given: { kind, year: fiscalYear },
      answer: iso(reportDueOn(kind, fiscalYear)),
    })),
  ),
  'two times of oversight share a day': rule(
    'app.share_a_day(g.a, g.b, g.c, g.d)',
    'a date, b date, c date, d date',
    daysNear(4).map(({ days: [a = null, b = null, c = null, d = null] }) => ({
      given: { a: iso(a), b: iso(b), c: iso(c), d: iso(d) },
      answer: shareADay({ validFrom: a, validTo: b }, { validFrom: c, validTo: d }),
    })),
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
  'the half of a fiscal year in which a day lies, and its last day': rule(
    'jsonb_build_array(app.fiscal_year_of(g.day), app.half_of(g.day), app.half_ends(app.fiscal_year_of(g.day), app.half_of(g.day)))',
    'day date',
    daysNear(0).map(({ day }) => {
      const period = periodOf(day);
      return { given: { day: iso(day) }, answer: [period.fiscalYear, period.half, iso(lastDayOf(period)) ?? ''] };
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
