import { buddhistYear } from '../calendar/fiscal-year.logic.ts';
import { notFound } from '../core/errors.ts';
import { todayInBangkok } from '../core/today.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import type { Appointment } from './acting.logic.ts';
import { checkIssue, type IssueCheck } from './issue.logic.ts';
import { decidingColumns, powerRecords } from './power-records.loader.ts';
import { appointmentToSign, signsFor } from './signer.logic.ts';
import {
  problemsOfSuperseded,
  problemsOfTakenBack,
  recordsOnceTakenBack,
  type TakenBackLines,
} from './takes-back.logic.ts';

export type CheckedOrder = IssueCheck & {
  /** The appointment by which it is signed; null when the signer is the delegator. */
  readonly signedUnderId: string | null;
};

/**
 * What keeps a draft from being issued today, and what is worth a look, held against all records of its agency. The number may be given
 * with the act: it is then the order's.
 */
export async function issueCheckOf(db: ScopedDb, orderId: string, orderNo?: string | null): Promise<CheckedOrder> {
  const stored = await db.delegationOrder.findUnique({
    where: { id: orderId },
    include: {
      powers: { select: decidingColumns, orderBy: { lineNo: 'asc' } },
      powersRevoked: { select: { id: true, delegatorId: true } },
      supersedes: {
        select: { id: true, orderNo: true, year: true, status: true, powers: { select: { delegatorId: true } } },
      },
    },
  });
  if (!stored) throw notFound('id');
  const draft = {
    ...stored,
    orderNo: orderNo ?? stored.orderNo,
    year: stored.year ?? (stored.signedOn && buddhistYear(stored.signedOn)),
  };
  const { agencyId, signedByPositionId: positionId } = draft;
  const appointments = positionId === null ? [] : await db.actingAppointment.findMany({ where: { positionId } });
  const records = recordsOnceTakenBack(await powerRecords(db, { agencyId }), draft);
  const { problems, notices } = checkIssue(draft, { ...records, appointments }, todayInBangkok());
  return {
    problems: [...problems, ...(await problemsOfEnding(db, draft, appointments)), ...problemsOfSuperseded(draft)],
    notices,
    signedUnderId: signedUnder(draft, appointments),
  };
}

/** Whether the signer may end what the draft takes back; asked once it is signed, and where it takes anything back. */
async function problemsOfEnding(
  db: ScopedDb,
  { signedOn, signedByPositionId: signerId, ...draft }: Signed & TakenBackLines,
  appointments: readonly Appointment[],
) {
  if (signedOn === null || signerId === null || draft.powersRevoked.length + draft.supersedes.length === 0) return [];
  const head = await db.position.findFirst({ where: { isHead: true }, select: { id: true } });
  return problemsOfTakenBack(draft, {
    signsFor: signsFor(appointments, signerId, signedOn),
    headId: head?.id ?? null,
  });
}

type Signed = {
  readonly signedOn: Date | null;
  readonly signedByPositionId: string | null;
  readonly powers: readonly { readonly delegatorId: string }[];
};

function signedUnder({ signedOn, signedByPositionId: signerId, powers }: Signed, appointments: readonly Appointment[]) {
  const delegatorId = powers[0]?.delegatorId;
  if (signedOn === null || signerId === null || delegatorId === undefined || delegatorId === signerId) return null;
  return appointmentToSign(appointments, { signerId, delegatorId, on: signedOn })?.id ?? null;
}
