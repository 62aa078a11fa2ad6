import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { AgencyKind } from '@registry/prisma/generated/client/enums.ts';
import type { Message } from '../base/message.logic.ts';
import type { Where } from '../graphql/filters/where.logic.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import { cityDb } from '../tenancy/city-db.ts';
import type { Context } from '../tenancy/context.ts';
import { todayFor } from '../tenancy/moment.ts';
import { selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import type { CentreFilter } from './centre-filter.ts';
import type { Counted, CountedList } from './counted-rows.ts';
import { mitigationCounts, riskCounts } from './counts.ts';
import { inYears } from './grouped-query.ts';
import { type AskedYears, yearsOf } from './years.ts';

/** A share of an agency's records in percent: of which ones, over which. */
type Measure = {
  readonly name: Message;
  readonly counts: (asked: { readonly floor: 1 | 2; readonly today: Date }) => Prisma.Sql;
  readonly part: Prisma.Sql;
  readonly whole: Prisma.Sql;
  readonly list: CountedList;
  readonly where: Where;
};

const risks = () => riskCounts('AGENCY', null);
const mitigations = (asked: Parameters<Measure['counts']>[0]) => mitigationCounts('AGENCY', null, asked);

export const measures = {
  HIGH_RISK_SHARE: {
    name: { th: 'ร้อยละของความเสี่ยงที่ประเมินแล้วซึ่งสูงหรือสูงมาก', en: 'Share of assessed risks that are high or extreme' },
    counts: risks,
    part: Prisma.sql`sum(counted.high + counted.extreme)`,
    whole: Prisma.sql`sum(counted.total - counted.unassessed)`,
    list: 'risks',
    where: { level: { in: ['HIGH', 'EXTREME'] } },
  },
  UNASSESSED_SHARE: {
    name: { th: 'ร้อยละของความเสี่ยงที่ยังไม่ประเมิน', en: 'Share of risks without an assessment' },
    counts: risks,
    part: Prisma.sql`sum(counted.unassessed)`,
    whole: Prisma.sql`sum(counted.total)`,
    list: 'risks',
    where: { level: { eq: 'UNASSESSED' } },
  },
  MITIGATION_COMPLETION: {
    name: {
      th: 'ร้อยละของมาตรการที่แล้วเสร็จ ไม่นับที่ยกเลิก',
      en: 'Share of mitigations that are done, cancelled ones left out',
    },
    counts: mitigations,
    part: Prisma.sql`sum(counted.done)`,
    whole: Prisma.sql`sum(counted.total - counted.cancelled)`,
    list: 'mitigations',
    where: { status: { eq: 'DONE' } },
  },
  OVERDUE_SHARE: {
    name: { th: 'ร้อยละของมาตรการที่ยังไม่เสร็จซึ่งเกินกำหนด', en: 'Share of open mitigations that are overdue' },
    counts: mitigations,
    part: Prisma.sql`sum(counted.overdue)`,
    whole: Prisma.sql`sum(counted.total - counted.done - counted.cancelled)`,
    list: 'mitigations',
    where: { status: { eq: 'OVERDUE' } },
  },
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureName = keyof typeof measures;

type Row = {
  readonly fiscalYear: number;
  readonly agencyCode: string;
  readonly agencyNameTh: string;
  readonly agencyNameEn: string;
  readonly agencyKind: AgencyKind;
  readonly part: number;
  readonly value: number;
  readonly percentile: number;
  readonly peerCount: number;
  readonly peerMedian: number;
  readonly isSample: boolean;
};

/** Where an agency stands among those of its kind. */
export type Standing = Row & { readonly rows: () => Counted };

export type StandingAsked = AskedYears & {
  readonly measure: MeasureName;
  readonly agencyCodes?: readonly string[] | null | undefined;
  readonly filter?: CentreFilter | null | undefined;
};

/**
 * Where agencies stand among those of their kind, in one statement. The percentile of a value is the share of its peers, itself among them,
 * that lie below it, equal ones counted half.
 */
export async function standings(context: Context, asked: StandingAsked): Promise<Standing[]> {
  const { measure, agencyCodes, filter } = asked;
  const years = yearsOf(asked);
  const { counts, part, whole, list, where, name } = measures[measure];
  const shown = agencyCodes?.map((code, place) => givenText(`agencyCodes[${place}]`, code));
  const { floor, query } = cityDb(context);
  const { condition, period } = inYears(years, Prisma.sql`counted."fiscalYear"`);
  const rows = await query<Row>(Prisma.sql`
    WITH peer AS MATERIALIZED (
      SELECT "Agency".code, "Agency"."nameTh", "Agency"."nameEn", "Agency".kind, counted."fiscalYear", ${part}::int AS part,
        round(100 * ${part}::numeric / ${whole}, 2) AS value
      FROM ${counts({ floor, today: todayFor(context) })} counted JOIN "Agency" ON "Agency".id = counted."agencyId"
      WHERE counted.disclosure >= ${floor} AND ${condition} AND ${selectedAgencies(filter, period)}
      GROUP BY "Agency".id, counted."fiscalYear" HAVING ${whole} > 0
    ), ranked AS (
      SELECT peer.*, count(*) OVER kinds AS peers, rank() OVER (kinds ORDER BY value) - 1 AS below,
        count(*) OVER (PARTITION BY kind, "fiscalYear", value) AS equal
      FROM peer WINDOW kinds AS (PARTITION BY kind, "fiscalYear")
    ), middle AS (
      SELECT kind, "fiscalYear", round((percentile_cont(0.5) WITHIN GROUP (ORDER BY value))::numeric, 2) AS median FROM peer GROUP BY 1, 2
    )
    SELECT r."fiscalYear", r.code AS "agencyCode", r."nameTh" AS "agencyNameTh", r."nameEn" AS "agencyNameEn", r.kind::text AS "agencyKind",
      r.part, r.value::float8 AS value, round(100 * (r.below + r.equal / 2.0) / r.peers, 2)::float8 AS percentile, r.peers::int AS "peerCount",
      m.median::float8 AS "peerMedian", r.kind = 'SAMPLE' AS "isSample"
    FROM ranked r JOIN middle m ON m.kind = r.kind AND m."fiscalYear" = r."fiscalYear"
    WHERE ${shown ? Prisma.sql`r.code = ANY(${shown}::text[])` : Prisma.sql`true`}
    ORDER BY r.code, r."fiscalYear"`);
  return withSelectionNotices(context, filter, rows).map((row) => ({
    ...row,
    rows: () => ({
      key: measure,
      name,
      count: row.part,
      list,
      where: { ...where, agency: { code: { eq: row.agencyCode } }, fiscalYear: { eq: row.fiscalYear } },
    }),
  }));
}
