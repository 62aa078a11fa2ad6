import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { fiscalYearDays } from '../base/fiscal-year.logic.ts';
import type { Message } from '../base/message.logic.ts';
import type { Where } from '../graphql/filters/where.logic.ts';
import { cityDb } from '../tenancy/city-db.ts';
import type { Context } from '../tenancy/context.ts';
import { fiscalYearOf, hasSamples, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import type { CentreFilter } from './centre-filter.ts';
import type { Counted } from './counted-rows.ts';
import { whereSelected } from './drill-down.ts';
import { askedYears, type DutyName, duties, whereDone, whereMissing } from './duty-kinds.ts';
import { type AskedYears, yearsOf } from './years.ts';

export const MISSING_SHOWN = 100;

/** How many agencies have done one of their duties of a year. */
export type DutyCount = {
  readonly duty: DutyName;
  readonly fiscalYear: number;
  readonly agencyCount: number;
  readonly missingAgencyCodes: readonly string[];
  readonly isSample: boolean;
  readonly cells: () => Counted[];
};

type YearRow = {
  readonly fiscalYear: number;
  readonly isSample: boolean;
  readonly centres: readonly string[];
} & Readonly<Record<string, unknown>>;

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);
const codesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** A year may ask for a duty of invented agencies alone, or of the others alone. */
function whereOwed(agencies: number, samples: number): Where[] {
  if (samples > 0 && samples < agencies) return [];
  return samples > 0 ? [{ kind: { eq: 'SAMPLE' } }] : [{ not: { kind: { eq: 'SAMPLE' } } }];
}

type Asked = AskedYears & { readonly filter?: CentreFilter | null | undefined };

function countOf(duty: DutyName, row: YearRow, filter: Asked['filter']): DutyCount {
  const { fiscalYear, isSample, centres } = row;
  const done = numberIn(row[duty]);
  const agencies = numberIn(row[`${duty} agencies`]);
  const cell = (key: string, name: Message, count: number, where: Where): Counted => ({
    key,
    name,
    count,
    list: 'agencies',
    where: {
      and: [
        whereSelected(filter, fiscalYearDays(fiscalYear)),
        { not: { code: { in: [...centres] } } },
        ...whereOwed(agencies, numberIn(row[`${duty} samples`])),
        where,
      ],
    },
  });
  return {
    duty,
    fiscalYear,
    agencyCount: agencies,
    missingAgencyCodes: codesIn(row[`${duty} missing`]),
    isSample,
    cells: () =>
      agencies === 0
        ? []
        : [
            cell('DONE', { th: 'ส่งแล้ว', en: 'Submitted' }, done, whereDone(duty, fiscalYear)),
            cell('MISSING', { th: 'ยังไม่ส่ง', en: 'Not submitted' }, agencies - done, whereMissing(duty, fiscalYear)),
          ],
  };
}

/** How many agencies have done each of some duties in each year, in one statement. The agency of the centre owes none, and nobody what a year does not ask for. */
export async function dutyCounts(context: Context, asked: Asked, names: readonly DutyName[]): Promise<DutyCount[]> {
  const { filter } = asked;
  const { floor, query } = cityDb(context);
  const year = Prisma.sql`asked.year`;
  const has = names.map(
    (name) => Prisma.sql`EXISTS (SELECT 1 FROM ${duties[name].found(year)}
      AND d."agencyId" = "Agency".id AND d.disclosure >= ${floor}) AS ${Prisma.raw(`"${name}"`)}`,
  );
  const columns = names.map((name) => {
    const column = Prisma.raw(`has."${name}"`);
    const owed = Prisma.raw(`asked."${name} owed"`);
    return Prisma.sql`count(*) FILTER (WHERE ${owed})::int AS ${Prisma.raw(`"${name} agencies"`)},
      count(*) FILTER (WHERE ${owed} AND "Agency".kind = 'SAMPLE')::int AS ${Prisma.raw(`"${name} samples"`)},
      count(*) FILTER (WHERE ${owed} AND ${column})::int AS ${Prisma.raw(`"${name}"`)},
      coalesce((array_agg("Agency".code ORDER BY "Agency".code) FILTER (WHERE ${owed} AND NOT ${column}))[1:${MISSING_SHOWN}], '{}') AS ${Prisma.raw(`"${name} missing"`)}`;
  });
  const rows = await query<YearRow>(Prisma.sql`
    WITH ${askedYears(yearsOf(asked), names)}
    SELECT asked.year AS "fiscalYear", ${Prisma.join(columns)}, ${hasSamples},
      (SELECT coalesce(array_agg(DISTINCT own.code), '{}') FROM "Oversight" o JOIN "Agency" own ON own.id = o."centreId") AS centres
    FROM "Agency" JOIN asked ON asked."ofSamples" = ("Agency".kind = 'SAMPLE') CROSS JOIN LATERAL (SELECT ${Prisma.join(has)}) has
    WHERE ${selectedAgencies(filter, fiscalYearOf(year))}
      AND NOT EXISTS (SELECT 1 FROM "Oversight" own WHERE own."centreId" = "Agency".id)
    GROUP BY asked.year ORDER BY asked.year`);
  return withSelectionNotices(context, filter, rows).flatMap((row) => names.map((name) => countOf(name, row, filter)));
}
