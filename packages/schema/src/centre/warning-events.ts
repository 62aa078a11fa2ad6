import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { fiscalYearOf } from '../base/fiscal-year.logic.ts';
import type { Message } from '../base/message.logic.ts';
import { reviewMonths } from '../base/thresholds.logic.ts';
import { dayAfter } from '../delegation/authority/in-force.logic.ts';
import { monthOf, reportDueOn } from '../delegation/reports/monthly-report.logic.ts';
import type { Where } from '../graphql/filters/where.logic.ts';
import { riskLevels } from '../method/level.logic.ts';
import { firstDayDueFrom } from '../risk/review.logic.ts';
import type { CountedList } from './counted-rows.ts';

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

/**
 * What will be overdue: in SQL the rows that have a day from today on ("agencyId", "dueOn"), and in the words of a list those whose day lies
 * before another. The last day of an order is the day by which it is to be renewed.
 */
export type Warning = {
  readonly name: Message;
  readonly list: CountedList;
  readonly events: (today: Date, floor: 1 | 2) => Prisma.Sql;
  readonly where: (today: Date, before: Date) => Where;
};

/** The registers of this fiscal year and of those beside it: reviews and measures of older ones are long due. */
const yearsNear = (today: Date): number[] => [-1, 0, 1].map((years) => fiscalYearOf(today) + years);

/** The agency's latest register that the viewer may see. */
const isLatest = (floor: 1 | 2): Prisma.Sql => Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "RiskRegister" later WHERE later."agencyId" = g."agencyId" AND later.disclosure >= ${floor} AND later."fiscalYear" > g."fiscalYear")`;

const whereFollowedUp: Where = {
  reviewState: { in: ['OVERDUE', 'DUE_SOON', 'CURRENT'] },
  register: { not: { status: { eq: 'CLOSED' } } },
};

/** A month whose report falls due from today on, and by which day. */
type DueMonth = { readonly month: Date; readonly dueOn: Date };

const MONTHS_AHEAD = 5;

const monthsDueFrom = (today: Date): DueMonth[] =>
  Array.from({ length: MONTHS_AHEAD }, (_unused, place) => monthOf(today, place - 1))
    .map((month) => ({ month, dueOn: reportDueOn(month) }))
    .filter(({ dueOn }) => dueOn >= today);

/** The orders with a line that is in force in a month, in the words of their list. */
function whereInForceIn(month: Date): Where {
  const [first, last] = [isoDay(month), isoDay(dayAfter(monthOf(month, 1), -1))];
  return {
    effectiveFrom: { lte: last },
    or: [{ effectiveTo: { eq: null } }, { effectiveTo: { gte: first } }],
    powers: { some: { or: [{ revokedOn: { eq: null } }, { revokedOn: { gt: first } }] } },
  };
}

export const warnings = {
  MITIGATION: {
    name: { th: 'มาตรการที่จะเกินกำหนด', en: 'Mitigations that fall due' },
    list: 'mitigations',
    events: (today, floor) => Prisma.sql`
      SELECT m."agencyId", m."dueOn" FROM "Mitigation" m
      JOIN "Risk" r ON r."agencyId" = m."agencyId" AND r.id = m."riskId" AND r.disclosure >= ${floor}
      JOIN "RiskRegister" g ON g."agencyId" = r."agencyId" AND g.id = r."registerId" AND g.disclosure >= ${floor}
      WHERE m.disclosure >= ${floor} AND app.mitigation_is_live(m.status) AND m."dueOn" >= ${today}::date
        AND app.is_followed_up(g.status, g."isImported")`,
    where: (today, before) => ({
      status: { in: ['PLANNED', 'IN_PROGRESS'] },
      dueOn: { gte: isoDay(today), lt: isoDay(before) },
      risk: whereFollowedUp,
    }),
  },
  RISK_REVIEW: {
    name: { th: 'ความเสี่ยงที่จะถึงกำหนดทบทวน', en: 'Risks whose review falls due' },
    list: 'risks',
    events: (today, floor) => Prisma.sql`
      SELECT r."agencyId", v."dueOn" FROM "Risk" r
      JOIN "RiskRegister" g ON g."agencyId" = r."agencyId" AND g.id = r."registerId" AND g.disclosure >= ${floor}
      JOIN "Assessment" a ON a."agencyId" = r."agencyId" AND a.id = r."currentAssessmentId" AND a.disclosure >= ${floor}
      CROSS JOIN LATERAL (SELECT app.review_due_on(r.level, a."assessedOn", ${today}::date) AS "dueOn") v
      WHERE r.disclosure >= ${floor} AND app.is_followed_up(g.status, g."isImported") AND g."fiscalYear" = ANY(${yearsNear(today)}::int[])
        AND ${isLatest(floor)} AND v."dueOn" >= ${today}::date`,
    where: (today, before) => ({
      and: [
        whereFollowedUp,
        {
          or: yearsNear(today).map((year) => ({
            fiscalYear: { eq: year },
            agency: { riskRegisters: { none: { fiscalYear: { gt: year } } } },
          })),
        },
        {
          or: riskLevels.map((level) => {
            const [from, until] = [today, before].map((day) => isoDay(firstDayDueFrom(day, reviewMonths[level])));
            return { level: { eq: level }, currentAssessment: { assessedOn: { gte: from, lt: until } } };
          }),
        },
      ],
    }),
  },
  MONTHLY_REPORT: {
    name: {
      th: 'คำสั่งที่ผู้รับมอบอำนาจจะต้องส่งรายงานประจำเดือน',
      en: 'Orders whose delegates have a monthly report falling due',
    },
    list: 'delegationOrders',
    events: (today, floor) => {
      const months = monthsDueFrom(today);
      return Prisma.sql`
      SELECT o."agencyId", min(d."dueOn") AS "dueOn" FROM "DelegationOrder" o
      JOIN "DelegatedPower" l ON l."agencyId" = o."agencyId" AND l."orderId" = o.id AND l.disclosure >= ${floor}
      JOIN unnest(${months.map(({ month }) => isoDay(month))}::date[], ${months.map(({ dueOn }) => isoDay(dueOn))}::date[]) AS d (month, "dueOn")
        ON app.is_in_force_between(o."effectiveFrom", app.order_ends_on(l."revokedOn", o."endedOn", o."effectiveTo"), d.month, (d.month + interval '1 month')::date - 1)
      WHERE o.disclosure >= ${floor} AND o.status = 'ISSUED' GROUP BY o."agencyId", o.id`;
    },
    where: (today, before) => ({
      status: { in: ['ISSUED', 'IN_FORCE', 'EXPIRED'] },
      or: monthsDueFrom(today)
        .filter(({ dueOn }) => dueOn < before)
        .map(({ month }) => whereInForceIn(month)),
    }),
  },
  ORDER: {
    name: { th: 'คำสั่งมอบอำนาจที่จะสิ้นผล', en: 'Delegation orders that end' },
    list: 'delegationOrders',
    events: (today, floor) => Prisma.sql`
      SELECT o."agencyId", o."effectiveTo" AS "dueOn" FROM "DelegationOrder" o
      WHERE o.disclosure >= ${floor} AND app.order_ends_within(o.status, o."effectiveFrom", o."effectiveTo", ${today}::date, 366)`,
    where: (_today, before) => ({ status: { eq: 'IN_FORCE' }, effectiveTo: { lt: isoDay(before) } }),
  },
} as const satisfies Readonly<Record<string, Warning>>;

export type WarningName = keyof typeof warnings;
