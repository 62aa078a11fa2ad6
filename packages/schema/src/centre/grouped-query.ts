import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { GraphQLSchema } from 'graphql';
import { fiscalYearDays } from '../base/fiscal-year.logic.ts';
import type { Where } from '../graphql/filters/where.logic.ts';
import { cityDb } from '../tenancy/city-db.ts';
import type { Context } from '../tenancy/context.ts';
import { fiscalYearOf, hasSamples, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import type { CentreFilter } from './centre-filter.ts';
import { type Places, whereOfGroup } from './drill-down.ts';
import { processCondition } from './filter.ts';
import { type Grouping, nameOfGroup, OUTSIDE } from './grouping.ts';
import { type AskedYears, yearsOf } from './years.ts';

/** What every row of groups has besides its figures. */
export type Group = {
  readonly key: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly fiscalYear: number;
  readonly isSample: boolean;
  /** The rows of the group in the year, for those who want to list them. */
  readonly where: () => Where;
};

/** A group as the database tells of it: agencies come with their names. */
type Row<Figures> = Figures & {
  readonly key: string;
  readonly fiscalYear: number;
  readonly isSample: boolean;
  readonly nameTh: string | null;
  readonly nameEn: string | null;
};

type Asked = AskedYears & { readonly groupBy: Grouping; readonly filter?: CentreFilter | null | undefined };

/** Key and names of a group, over "Agency" and what is `counted`. */
function groupColumns(grouping: Grouping): { key: Prisma.Sql; nameTh: Prisma.Sql; nameEn: Prisma.Sql } {
  const plain = (key: Prisma.Sql) => ({ key, nameTh: Prisma.sql`NULL`, nameEn: Prisma.sql`NULL` });
  switch (grouping) {
    case 'AGENCY':
      return {
        key: Prisma.sql`"Agency".code`,
        nameTh: Prisma.sql`min("Agency"."nameTh" COLLATE "C")`,
        nameEn: Prisma.sql`min("Agency"."nameEn")`,
      };
    case 'DISTRICT_GROUP':
      return plain(Prisma.sql`coalesce("Agency"."districtGroup"::text, ${OUTSIDE})`);
    case 'AGENCY_KIND':
      return plain(Prisma.sql`"Agency".kind::text`);
    case 'PROCESS_AREA':
      return plain(Prisma.sql`counted."processArea"::text`);
  }
}

/**
 * The years of a statement: a condition on a column, and the days that are asked about. Of a single year both are constants, which
 * PostgreSQL plans better than a list.
 */
export function inYears(years: readonly number[], column: Prisma.Sql) {
  const [only] = years;
  return years.length === 1 && only !== undefined
    ? { condition: Prisma.sql`${column} = ${only}`, period: fiscalYearOf(only) }
    : { condition: Prisma.sql`${column} = ANY(${[...years]}::int[])`, period: fiscalYearOf(column) };
}

/** The rows of every group for every year: where a group has nothing in a year, it has a row of zeros. */
function everyYear<Figures>(rows: readonly Row<Figures>[], years: readonly number[], none: Figures): Row<Figures>[] {
  if (years.length === 1) return [...rows];
  const groups = new Map<string, Map<number, Row<Figures>>>();
  for (const row of rows) groups.set(row.key, (groups.get(row.key) ?? new Map()).set(row.fiscalYear, row));
  return [...groups.values()].flatMap((ofGroup) => {
    const [some] = ofGroup.values();
    return years.flatMap((fiscalYear) => ofGroup.get(fiscalYear) ?? (some ? { ...some, ...none, fiscalYear } : []));
  });
}

/**
 * Figures of the agencies that are asked about, by group and year. `from` gives rows of counts with agency, disclosure and fiscal year, and
 * with process area where it is asked for; `columns` sums them, as `counted`. Groups without a `total` in all years are absent.
 */
export async function groupedQuery<Figures extends { readonly total: number }>(
  context: Context,
  schema: GraphQLSchema,
  asked: Asked,
  figures: {
    readonly from: (floor: 1 | 2) => Prisma.Sql;
    readonly columns: Readonly<Record<keyof Figures & string, Prisma.Sql>>;
    /** The figures of a group that has no rows. */
    readonly none: Figures;
    readonly places: Places;
  },
): Promise<(Group & Figures)[]> {
  const { groupBy, filter } = asked;
  const years = yearsOf(asked);
  const { floor, query } = cityDb(context);
  const { key, nameTh, nameEn } = groupColumns(groupBy);
  const columns = Object.entries<Prisma.Sql>(figures.columns).map(
    ([name, figure]) => Prisma.sql`${figure} AS ${Prisma.raw(`"${name}"`)}`,
  );
  const { condition, period } = inYears(years, Prisma.sql`counted."fiscalYear"`);
  const rows = await query<Row<Figures>>(Prisma.sql`
    SELECT ${key} AS key, ${nameTh} AS "nameTh", ${nameEn} AS "nameEn", counted."fiscalYear", ${Prisma.join(columns)}, ${hasSamples}
    FROM ${figures.from(floor)} counted JOIN "Agency" ON "Agency".id = counted."agencyId"
    WHERE counted.disclosure >= ${floor} AND ${condition}
      AND ${selectedAgencies(filter, period)} AND ${processCondition(filter, Prisma.sql`counted."processArea"`)}
    GROUP BY 1, counted."fiscalYear" HAVING sum(counted.total) > 0 ORDER BY 1, counted."fiscalYear"`);
  const named = everyYear(withSelectionNotices(context, filter, rows), years, figures.none).map((row) => {
    const name =
      groupBy === 'AGENCY' ? { th: row.nameTh ?? '', en: row.nameEn ?? '' } : nameOfGroup(groupBy, row.key, schema);
    const group = { groupBy, key: row.key, filter, period: fiscalYearDays(row.fiscalYear) };
    const where = () => ({ ...whereOfGroup(group, figures.places), fiscalYear: { eq: row.fiscalYear } });
    return { ...row, nameTh: name.th, nameEn: name.en, where };
  });
  return named;
}
