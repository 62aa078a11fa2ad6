import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { cityDb } from '../tenancy/city-db.ts';
import type { Context } from '../tenancy/context.ts';
import { fiscalYearOf, hasSamples, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import type { CentreFilter } from './centre-filter.ts';
import { processCondition } from './filter.ts';
import type { Grouping } from './grouping.ts';

/** What every group has besides its figures. */
export type Group = { key: string; nameTh: string | null; nameEn: string | null; isSample: boolean };

type Asked = {
  readonly fiscalYear: number;
  readonly groupBy: Grouping;
  readonly filter?: CentreFilter | null | undefined;
};

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
      return plain(Prisma.sql`coalesce("Agency"."districtGroup"::text, 'NONE')`);
    case 'AGENCY_KIND':
      return plain(Prisma.sql`"Agency".kind::text`);
    case 'PROCESS_AREA':
      return plain(Prisma.sql`counted."processArea"::text`);
  }
}

/**
 * Figures of the agencies that are asked about, by group. `from` gives rows of counts with agency, disclosure and fiscal year, and with process area
 * where it is asked for; `columns` sums them, as `counted`. Groups without a `total` are absent.
 */
export async function groupedQuery<Row extends Group & { total: number }>(
  context: Context,
  { fiscalYear, groupBy, filter }: Asked,
  figures: {
    readonly from: (floor: 1 | 2) => Prisma.Sql;
    readonly columns: Readonly<Record<Exclude<keyof Row, keyof Group>, Prisma.Sql>>;
  },
): Promise<Row[]> {
  const { floor, query } = cityDb(context);
  const { key, nameTh, nameEn } = groupColumns(groupBy);
  const columns = Object.entries<Prisma.Sql>(figures.columns).map(
    ([name, figure]) => Prisma.sql`${figure} AS ${Prisma.raw(`"${name}"`)}`,
  );
  const rows = await query<Row>(Prisma.sql`
    SELECT ${key} AS key, ${nameTh} AS "nameTh", ${nameEn} AS "nameEn", ${Prisma.join(columns)}, ${hasSamples}
    FROM ${figures.from(floor)} counted JOIN "Agency" ON "Agency".id = counted."agencyId"
    WHERE counted.disclosure >= ${floor} AND counted."fiscalYear" = ${fiscalYear}
      AND ${selectedAgencies(filter, fiscalYearOf(fiscalYear))} AND ${processCondition(filter, Prisma.sql`counted."processArea"`)}
    GROUP BY 1 HAVING sum(counted.total) > 0 ORDER BY 1`);
  return withSelectionNotices(context, filter, rows);
}
