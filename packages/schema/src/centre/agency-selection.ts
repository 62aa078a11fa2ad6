import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { notice } from '../graphql/notices.ts';
import type { Context } from '../tenancy/context.ts';
import type { CentreFilter } from './centre-filter.ts';
import { agencyCondition } from './filter.ts';

type Filter = CentreFilter | null | undefined;

/** A filter that names an agency, or the kind SAMPLE, asks for samples. */
export const areSamplesAsked = (filter: Filter): boolean =>
  Boolean(filter?.includeSamples || filter?.agencyCodes || filter?.agencyKinds?.includes('SAMPLE'));

export const areOthersAsked = (filter: Filter): boolean => Boolean(filter?.includeNotOverseen || filter?.agencyCodes);

/** The days that a total is about, as SQL. */
export type Period = { readonly from: Prisma.Sql; readonly to: Prisma.Sql };

/** A fiscal year: a number, or a column that holds one. */
export const fiscalYearOf = (year: number | Prisma.Sql): Period => ({
  from: Prisma.sql`app.fiscal_year_begins(${year}::int)`,
  to: Prisma.sql`app.fiscal_year_ends(${year}::int)`,
});

export const dayAlone = (day: Date): Period => {
  const today = Prisma.sql`${day}::date`;
  return { from: today, to: today };
};

/** That a centre oversees the agency on a day of the period. */
const isOverseen = ({ from, to }: Period): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "Oversight" o WHERE o."overseenId" = "Agency".id AND app.share_a_day(o."validFrom", o."validTo", ${from}, ${to}))`;

/**
 * Whose figures a total adds up, over "Agency", which a statement joins by that name: agencies that the centre oversees in the period,
 * without invented ones, unless the filter asks for others (docs/decisions/0029).
 */
export function selectedAgencies(filter: Filter, period: Period): Prisma.Sql {
  const parts = [
    agencyCondition(filter),
    ...(areSamplesAsked(filter) ? [] : [Prisma.sql`"Agency".kind <> 'SAMPLE'`]),
    ...(areOthersAsked(filter) ? [] : [isOverseen(period)]),
  ];
  return Prisma.join(parts, ' AND ');
}

/** Whether something of a group is invented, over "Agency". */
export const hasSamples = Prisma.sql`coalesce(bool_or("Agency".kind = 'SAMPLE'), false) AS "isSample"`;

/** Says beside the answer what a total leaves out, and that it is built on invented figures where it is. */
export function withSelectionNotices<Row extends { readonly isSample: boolean }>(
  context: Context,
  filter: Filter,
  rows: Row[],
): Row[] {
  if (!areOthersAsked(filter)) notice(context, 'OVERSEEN_ONLY');
  if (!areSamplesAsked(filter)) notice(context, 'WITHOUT_SAMPLES');
  if (rows.some(({ isSample }) => isSample)) notice(context, 'BUILT_ON_SAMPLES');
  return rows;
}

/** Code and names of the agency of a row, over "Agency"; null where rows are of all agencies together. */
export function agencyColumns(byAgency: boolean): Prisma.Sql {
  const columns = [
    ['code', 'agencyCode'],
    ['nameTh', 'agencyNameTh'],
    ['nameEn', 'agencyNameEn'],
  ].map(([column, name]) => Prisma.raw(`${byAgency ? `min("Agency"."${column}" COLLATE "C")` : 'NULL'} AS "${name}"`));
  return Prisma.join(columns);
}
