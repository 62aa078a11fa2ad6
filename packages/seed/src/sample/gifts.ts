import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { EntryStatus, GiftOutcome } from '@registry/prisma/generated/client/enums.ts';
import { type SampleAgency, sampleAgencies } from '../reference/sample-agencies.ts';
import { dayOfFiscalYear, daysAfter } from '../rows/calendar.ts';
import { agencyId, positionId } from '../rows/identifiers.ts';
import { noRows, type TenantRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { identifierOf } from './identifier-of.ts';
import { samplePositions } from './structure.ts';

type Half = { readonly fiscalYear: number; readonly half: 1 | 2 };
/** What a half-year has: reports with these outcomes, the statement that there was none, or (absent) nothing at all. */
type SampleHalf = Half &
  ({ readonly outcomes: readonly GiftOutcome[]; readonly status?: EntryStatus } | { readonly none: true });

const of = (outcome: GiftOutcome, count: number): GiftOutcome[] => Array.from({ length: count }, () => outcome);

const halves: Readonly<Record<string, readonly SampleHalf[]>> = {
  'SAMPLE-1': [
    { fiscalYear: 2568, half: 1, outcomes: [...of('REFUSED', 6), ...of('RETURNED', 5)] },
    { fiscalYear: 2568, half: 2, none: true },
    { fiscalYear: 2569, half: 1, outcomes: [...of('REFUSED', 3), ...of('RETURNED', 2), 'HANDED_OVER', 'KEPT'] },
    { fiscalYear: 2569, half: 2, outcomes: ['REFUSED', 'RETURNED'], status: 'DRAFT' },
  ],
  'SAMPLE-2': [
    { fiscalYear: 2568, half: 1, none: true },
    { fiscalYear: 2568, half: 2, none: true },
    { fiscalYear: 2569, half: 1, outcomes: ['HANDED_OVER', 'REFUSED'] },
    { fiscalYear: 2569, half: 2, none: true },
  ],
  'SAMPLE-3': [{ fiscalYear: 2568, half: 1, outcomes: ['RETURNED'], status: 'CORRECTING' }],
  'SAMPLE-5': [{ fiscalYear: 2569, half: 1, none: true }],
};

const givers = ['CITIZEN', 'BUSINESS', 'STATE_AGENCY', 'CIVIL_SOCIETY', 'COLLEAGUE', 'UNKNOWN'] as const;
const benefits = ['GOODS', 'FOOD', 'MONEY', 'TICKET', 'DISCOUNT'] as const;
const occasions = ['NEW_YEAR', 'SERVICE_OR_PERMIT', 'INSPECTION', 'OFFICIAL_VISIT', 'SONGKRAN'] as const;
const valueBands = ['UP_TO_1000', 'UP_TO_3000', 'NOT_VALUED', 'UP_TO_10000'] as const;

/** One of some values, by turns. */
const turn = <Value>(values: readonly [Value, ...Value[]], index: number): Value =>
  values[index % values.length] ?? values[0];

function addReport(
  code: string,
  { fiscalYear, half }: Half,
  index: number,
  outcome: GiftOutcome,
  status: EntryStatus,
  rows: TenantRows,
) {
  const offeredOn = dayOfFiscalYear(fiscalYear, (half === 1 ? 3 : 9) + (index % 3), 4 + index);
  const isRefused = outcome === 'REFUSED';
  rows.giftReport.push({
    id: identifierOf(code, 'gift-report', fiscalYear, half, index),
    agencyId: agencyId(code),
    positionId: positionId(code, samplePositions[index % samplePositions.length]?.code ?? 'DIR'),
    offeredOn,
    receivedOn: isRefused ? null : offeredOn,
    fiscalYear,
    half,
    giver: turn(givers, index),
    benefit: turn(benefits, index),
    occasion: turn(occasions, index),
    valueBand: turn(valueBands, index),
    outcome,
    settledOn: daysAfter(offeredOn, isRefused ? 0 : 2),
    status,
    origin: 'SAMPLE',
  });
}

/** What a sample agency has reported of gifts in two years. */
export function addGifts({ code }: SampleAgency, rows: TenantRows): void {
  for (const each of halves[code] ?? []) {
    const { fiscalYear, half } = each;
    if ('none' in each) {
      rows.noGiftStatement.push({
        id: identifierOf(code, 'no-gift-statement', fiscalYear, half),
        agencyId: agencyId(code),
        fiscalYear,
        half,
        statedOn: dayOfFiscalYear(fiscalYear, half === 1 ? 7 : 13, 10),
        origin: 'SAMPLE',
      });
      continue;
    }
    for (const [index, outcome] of each.outcomes.entries())
      addReport(code, each, index, outcome, each.status ?? 'RECORDED', rows);
  }
}

export async function writeSampleGifts(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const agency of sampleAgencies) {
    const rows = noRows();
    addGifts(agency, rows);
    written += await writeTenantRows(tx, agencyId(agency.code), 'loadSampleCity', rows);
  }
  return written;
}
