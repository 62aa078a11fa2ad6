import { illegalTransition, invalidInput } from '../base/errors.ts';
import type { FieldProblem } from '../base/message.logic.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { onWhen, statesOf } from '../graphql/acts/standing.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { type Days, problemsOfCentre, shareADay } from './oversight.logic.ts';

type OpenOrClosed = { readonly closedOn: Date | null };
type Overseeing = { readonly oversees: readonly Days[] };

const overseesToo = { oversees: { select: { validFrom: true, validTo: true } } } as const;

const agencies = statesOf('Agency', (db, ids) =>
  db.agency.findMany({ where: { id: { in: ids } }, select: { id: true, closedOn: true, ...overseesToo } }),
);

/** A closed agency stays as it was. */
export function requireOpenAgency({ closedOn }: OpenOrClosed): void {
  if (closedOn) throw illegalTransition('CLOSED', 'หน่วยงานปิดแล้ว', 'The agency is closed.');
}

/** Why an agency that is open cannot be closed: it oversees others, today or later. */
export function problemsOfClosing({ oversees }: Overseeing): FieldProblem[] {
  const fromToday = { validFrom: todayInBangkok(), validTo: null };
  if (!oversees.some((days) => shareADay(days, fromToday))) return [];
  const th = 'หน่วยงานนี้กำกับหน่วยงานอื่นอยู่ ให้การกำกับสิ้นสุดก่อน';
  return [{ field: 'agencyId', message: { th, en: 'The agency oversees others: end that first.' } }];
}

/** An agency that is open. */
export const onOpenAgency = onWhen(agencies, requireOpenAgency);

/** An agency that is open and oversees no other. */
export const onClosableAgency = onWhen(agencies, (agency) => {
  requireOpenAgency(agency);
  const problems = problemsOfClosing(agency);
  if (problems.length > 0) throw invalidInput(...problems);
});

/** The agency whose centre oversees others by what is recorded; absent while nothing is. */
export async function recordedCentre(db: ScopedDb): Promise<string | undefined> {
  return (await db.oversight.findFirst({ select: { centreId: true } }))?.centreId;
}

/** The agency whose centre oversees others, or any while nothing is recorded. */
export const onCentre = onWhen(
  statesOf('Agency', async (db, ids) => {
    const recorded = await recordedCentre(db);
    const found = await db.agency.findMany({ where: { id: { in: ids } }, select: { id: true } });
    return found.map(({ id }) => ({ id, recorded }));
  }),
  ({ id, recorded }) => {
    const problems = problemsOfCentre(id, recorded);
    if (problems.length > 0) throw invalidInput(...problems);
  },
);
