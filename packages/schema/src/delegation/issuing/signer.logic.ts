import { type Appointment, lasts } from '../../agency/appointment.logic.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import type { OrderProblem } from './issue-problem.logic.ts';

export type SignedOrder = {
  readonly signedOn: Date | null;
  readonly signedByPositionId: string | null;
  readonly powers: readonly { readonly delegatorId: string }[];
};

/**
 * The appointment by which a position signs for another on a day: one that acts for it before one that acts on its behalf, then a fixed
 * order; undefined when there is none.
 */
export function appointmentToSign(
  appointments: readonly Appointment[],
  { signerId, delegatorId, on }: { signerId: string; delegatorId: string; on: Date },
): Appointment | undefined {
  return appointments
    .filter((each) => each.positionId === signerId && each.actsForId === delegatorId && lasts(each, on))
    .sort((one, other) => (one.capacity + one.id < other.capacity + other.id ? -1 : 1))[0];
}

/** The positions for which a position signs on a day: itself, and those that it stands in for. */
export const signsFor = (appointments: readonly Appointment[], signerId: string, on: Date): ReadonlySet<string> =>
  new Set([
    signerId,
    ...appointments.filter((each) => each.positionId === signerId && lasts(each, on)).map(({ actsForId }) => actsForId),
  ]);

/** Whether the right position signed: an order has one delegator, who signs it or is represented on the day of signature. */
export function problemsOfSigner(
  { signedOn, signedByPositionId: signerId, powers }: SignedOrder,
  appointments: readonly Appointment[],
): OrderProblem[] {
  const [first] = powers;
  const others = powers.flatMap(({ delegatorId }, index) =>
    delegatorId === first?.delegatorId
      ? []
      : [{ code: 'TWO_DELEGATORS' as const, field: `powers[${index}].delegatorId`, message: messages.twoDelegators }],
  );
  if (signedOn === null || signerId === null) return others;
  const principals = signsFor(appointments, signerId, signedOn);
  if (powers.every(({ delegatorId }) => principals.has(delegatorId))) return others;
  return [{ code: 'SIGNER_NOT_DELEGATOR', field: 'signedByPositionId', message: messages.notDelegator }, ...others];
}

const messages = {
  notDelegator: withSource(
    {
      th: 'ผู้ลงนามไม่ใช่ผู้มอบอำนาจทุกรายการ และไม่มีบันทึกว่ารักษาราชการแทนหรือปฏิบัติราชการแทนผู้มอบอำนาจในวันที่ลงนาม: ให้ผู้มอบอำนาจลงนาม หรือบันทึกการแทนก่อน',
      en: 'The signer is not the delegator of every line, and no recorded appointment lets it act for the delegator on the day of signature: have the delegator sign, or record the appointment first.',
    },
    'delegation',
  ),
  twoDelegators: withSource(
    {
      th: 'คำสั่งหนึ่งฉบับมีผู้มอบอำนาจได้ตำแหน่งเดียว: แยกรายการของผู้มอบอำนาจอื่นเป็นอีกคำสั่ง',
      en: 'An order has one delegator: make another order of the lines of other delegators.',
    },
    'delegation',
  ),
};
