import { buddhistYear } from '../calendar/fiscal-year.logic.ts';
import { notFound } from '../core/errors.ts';
import { todayInBangkok } from '../core/today.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import type { Appointment } from './acting.logic.ts';
import { checkIssue, type IssueCheck } from './issue.logic.ts';
import { decidingColumns, powerRecords } from './power-records.loader.ts';
import { appointmentToSign } from './signer.logic.ts';
import { problemsOfSuperseded, recordsOnceTakenBack } from './takes-back.logic.ts';

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
      powersRevoked: { select: { id: true } },
      supersedes: { select: { id: true, orderNo: true, year: true, status: true } },
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
    problems: [...problems, ...problemsOfSuperseded(draft)],
    notices,
    signedUnderId: signedUnder(draft, appointments),
  };
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
