import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { nameOfCheck } from '../finding/check-names.type.ts';
import { cityDb } from '../tenancy/city-db.ts';
import type { Context } from '../tenancy/context.ts';
import { todayFor } from '../tenancy/moment.ts';
import { agencyColumns, dayAlone, hasSamples, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import type { CentreFilter } from './centre-filter.ts';
import type { Counted } from './counted-rows.ts';
import { whereSelected } from './drill-down.ts';

/** What the registry's checks have found, counted: in all, or at one agency. */
export type FindingFigures = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly agencyCode: string | null;
  readonly agencyNameTh: string | null;
  readonly agencyNameEn: string | null;
  readonly agencyCount: number;
  readonly isSample: boolean;
  readonly cells: () => Counted[];
};

type Row = {
  readonly code: string;
  readonly agencyCode: string | null;
  readonly agencyNameTh: string | null;
  readonly agencyNameEn: string | null;
  readonly agencies: number;
  readonly open: number;
  readonly closed: number;
  readonly isSample: boolean;
};

export type FindingsAsked = { readonly byAgency: boolean; readonly filter?: CentreFilter | null | undefined };

function figuresOf(row: Row, { filter }: FindingsAsked, today: Date): FindingFigures {
  const { code, agencyCode, agencyNameTh, agencyNameEn, agencies, open, closed, isSample } = row;
  const name = nameOfCheck(code);
  const agency =
    agencyCode === null ? whereSelected(filter, { firstDay: today, lastDay: today }) : { code: { eq: agencyCode } };
  const cell = (key: string, th: string, en: string, count: number, states: readonly string[]): Counted => ({
    key,
    name: { th, en },
    count,
    list: 'findings',
    where: { code: { eq: code }, state: { in: [...states] }, agency },
  });
  return {
    ...{ code, agencyCode, agencyNameTh, agencyNameEn, agencyCount: agencies, isSample },
    nameTh: name.th,
    nameEn: name.en,
    cells: () => [
      cell('OPEN', 'ยังไม่ยุติ', 'Open', open, ['OPEN']),
      cell('CLOSED', 'ยุติแล้ว', 'Dismissed, acknowledged or resolved', closed, ['DISMISSED', 'ACKNOWLEDGED', 'RESOLVED']),
    ],
  };
}

/**
 * How often the registry's checks of some codes have found something, in one statement. The checks are the one home of what is looked for;
 * their findings are brought up to date before they are read. Asked in all, every code has a row.
 */
export async function findingFigures(
  context: Context,
  asked: FindingsAsked,
  codes: readonly string[],
): Promise<FindingFigures[]> {
  const { byAgency, filter } = asked;
  const today = todayFor(context);
  const { floor, query } = cityDb(context);
  const rows = await query<Row>(Prisma.sql`
    SELECT looked.code, ${agencyColumns(byAgency)},
      count(DISTINCT found."agencyId")::int AS agencies, count(found.id) FILTER (WHERE found."dismissedAt" IS NULL)::int AS open,
      count(found.id) FILTER (WHERE found."dismissedAt" IS NOT NULL)::int AS closed, ${hasSamples}
    FROM unnest(${[...codes]}::text[]) WITH ORDINALITY AS looked (code, place)
    LEFT JOIN ("Finding" found JOIN "Agency" ON "Agency".id = found."agencyId" AND ${selectedAgencies(filter, dayAlone(today))})
      ON found.code = looked.code AND found.disclosure >= ${floor}
    GROUP BY looked.place, looked.code${byAgency ? Prisma.sql`, found."agencyId" HAVING count(found.id) > 0` : Prisma.empty}
    ORDER BY looked.place, 2`);
  return withSelectionNotices(context, filter, rows).map((row) => figuresOf(row, asked, today));
}
