import type { Appointment } from '../../agency/appointment.logic.ts';
import { buddhistYear } from '../../base/buddhist-year.logic.ts';
import { notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { decidingColumns, powerRecords } from '../authority/power-records.loader.ts';
import { checkIssue, type IssueCheck } from './issue.logic.ts';
import { appointmentToSign, type SignedOrder, signsFor } from './signer.logic.ts';
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
  const headId = await headWhoTakesBack(db, draft);
  return {
    problems: [...problems, ...problemsOfEnding(draft, appointments, headId), ...problemsOfSuperseded(draft)],
    notices,
    signedUnderId: appointmentOf(draft, appointments, headId)?.id ?? null,
  };
}

/** The head of the agency may take back every delegation; looked up only when the draft takes something back. */
async function headWhoTakesBack(db: ScopedDb, draft: TakenBackLines): Promise<string | null> {
  if (draft.powersRevoked.length + draft.supersedes.length === 0) return null;
  return (await db.position.findFirst({ where: { isHead: true }, select: { id: true } }))?.id ?? null;
}

/** Whether the signer may end what the draft takes back; asked once it is signed. */
function problemsOfEnding(
  { signedOn, signedByPositionId: signerId, ...draft }: SignedOrder & TakenBackLines,
  appointments: readonly Appointment[],
  headId: string | null,
) {
  if (signedOn === null || signerId === null) return [];
  return problemsOfTakenBack(draft, { signsFor: signsFor(appointments, signerId, signedOn), headId });
}

/**
 * The appointment that an order rests on: by it its signer gives what the lines give, or takes back what others delegated; null when the
 * signer does both in their own name. It is kept with the order, and so keeps the day of signature.
 */
function appointmentOf(
  { signedOn: on, signedByPositionId: signerId, ...draft }: SignedOrder & TakenBackLines,
  appointments: readonly Appointment[],
  headId: string | null,
) {
  if (on === null || signerId === null) return null;
  const delegatorsOf = (lines: readonly { readonly delegatorId: string }[]) =>
    lines.map(({ delegatorId }) => delegatorId);
  const takenBack = delegatorsOf([...draft.powersRevoked, ...draft.supersedes.flatMap(({ powers }) => powers)]);
  const endsInOwnName = signerId === headId || takenBack.every((delegatorId) => delegatorId === signerId);
  const ended = endsInOwnName ? [] : [...takenBack, ...(headId === null ? [] : [headId])];
  const found = [...delegatorsOf(draft.powers), ...ended]
    .filter((delegatorId) => delegatorId !== signerId)
    .map((delegatorId) => appointmentToSign(appointments, { signerId, delegatorId, on }));
  return found.find((appointment) => appointment !== undefined) ?? null;
}
