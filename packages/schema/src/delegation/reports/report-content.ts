import { type Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import type { Baht } from '../authority/power-records.loader.ts';
import type { OrderLine } from '../authority/power-records.logic.ts';
import type { UsesInput } from './report.inputs.ts';
import { checkReport } from './report-check.logic.ts';

const USES_MAX = most.usesOfReport;

type About = { readonly orderId: string; readonly delegateId: string; readonly month: Date };

/** The uses of a report, checked and normalised; `lines` are those of its order. */
export function usesOf(check: Check, report: About, lines: readonly OrderLine<Baht>[], input: UsesInput) {
  const uses = check.list('uses', input, USES_MAX)?.map(({ powerId, exceptionsTh, ...use }, index) => ({
    ...use,
    powerId: powerId.id,
    exceptionsTh: check.at(`uses[${index}]`).optionalText('exceptionsTh', exceptionsTh, { max: TEXT_MAX }) ?? null,
  }));
  if (uses) check.include(checkReport({ ...report, uses }, lines).problems);
  return uses;
}

type Report = { readonly id: string; readonly agencyId: string };

/** Puts uses in the place of those that the report has. */
export async function replaceUses(
  db: ScopedDb,
  { id, agencyId }: Report,
  uses: ReturnType<typeof usesOf>,
): Promise<void> {
  if (!uses) return;
  await db.powerUse.deleteMany({ where: { reportId: id } });
  if (uses.length > 0) await db.powerUse.createMany({ data: uses.map((use) => ({ ...use, agencyId, reportId: id })) });
}
