import { type Appointment, type Days, lasts } from '../../agency/appointment.logic.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../../base/message.logic.ts';
import { nameOfOrder } from '../orders/order-name.logic.ts';

const shareADay = (one: Days, other: Days): boolean => lasts(one, other.validFrom) || lasts(other, one.validFrom);

/**
 * Two appointments that cannot both be: a position has one that acts for it on a day, and stands in for another in one capacity. Several
 * may act on its behalf, each within what it was given.
 */
const collide = (one: Omit<Appointment, 'id'>, other: Omit<Appointment, 'id'>): boolean =>
  one.actsForId === other.actsForId &&
  (one.positionId === other.positionId || (one.capacity === 'ACTING' && other.capacity === 'ACTING')) &&
  shareADay(one, other);

/** Why an appointment cannot be recorded beside the others of its agency. */
export function problemsOfAppointment(
  given: Omit<Appointment, 'id'>,
  others: readonly Omit<Appointment, 'id'>[],
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (given.positionId === given.actsForId)
    problems.push({ code: 'ACTS_FOR_ITSELF', field: 'actsForId', message: messages.forItself });
  if (others.some((other) => collide(given, other)))
    problems.push({ code: 'APPOINTMENT_OVERLAPS', field: 'validFrom', message: messages.overlap });
  return problems;
}

type SignedOrder = { readonly orderNo: string | null; readonly year: number | null; readonly signedOn: Date | null };

/** Why an appointment cannot end on a day: orders that rest on it were signed later. */
export const problemsOfEnd = (validTo: Date, orders: readonly SignedOrder[]): FieldProblem[] =>
  orders
    .filter(({ signedOn }) => signedOn !== null && signedOn > validTo)
    .map((order) => ({ code: 'ORDER_SIGNED_LATER', field: 'validTo', message: signedLater(nameOfOrder(order)) }));

const signedLater = ({ th, en }: Message): Message =>
  withSource(
    {
      th: `${th} ลงนามโดยอาศัยการแทนนี้หลังวันดังกล่าว: กำหนดวันสุดท้ายไม่ก่อนวันลงนาม`,
      en: `The ${en} was signed by this appointment after that day: let it last at least until the signature.`,
    },
    'delegation',
  );

const messages = {
  forItself: withSource(
    {
      th: 'ตำแหน่งรักษาราชการแทนหรือปฏิบัติราชการแทนตนเองไม่ได้: เลือกตำแหน่งอื่น',
      en: 'A position does not act for itself: choose another.',
    },
    'acting',
  ),
  overlap: withSource(
    {
      th: 'ช่วงวันซ้อนกับการรักษาราชการแทนหรือปฏิบัติราชการแทนตำแหน่งนี้ที่บันทึกไว้แล้ว: กำหนดวันสุดท้ายของรายการเดิมก่อน หรือแก้ช่วงวัน',
      en: 'Another appointment to act for the position has some of the same days: end that one first, or choose other days.',
    },
    'acting',
  ),
} satisfies Record<string, Message>;
