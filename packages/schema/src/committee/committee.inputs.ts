import type { InputShapeFromFields } from '@pothos/core';
import { Position } from '../agency/agency.type.ts';
import { DelegationOrder } from '../delegation/orders/order.type.ts';
import { builder } from '../graphql/builder.ts';
import { type Check, NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { idOf, requireEach, requireOne } from '../graphql/inputs/references.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { CommitteeRole } from './committee.enums.ts';
import type { Seat } from './committee.logic.ts';

const PRINTED_MAX = 100;

const CommitteeMemberInput = builder.inputType('CommitteeMemberInput', {
  description: 'กรรมการหนึ่งตำแหน่ง · A seat of a committee.',
  fields: (t) => ({
    positionId: t.globalID({
      for: Position,
      required: true,
      description: 'ตำแหน่งของหน่วยงาน · A position of the agency.',
    }),
    role: t.field({ type: CommitteeRole, required: true, description: 'หน้าที่ · Role.' }),
    validFrom: t.field({ type: 'Date', description: 'ตั้งแต่วันที่ · First day; null since the committee began.' }),
    validTo: t.field({ type: 'Date', description: 'ถึงวันที่ · Last day; null for as long as the committee lasts.' }),
  }),
});

/** What a committee may say besides its kind, name and first day. */
export const committeeFields = (t: InputFieldBuilder) => ({
  nameEn: t.string({ description: 'ชื่อภาษาอังกฤษ ไม่เกิน 500 ตัวอักษร · Name in English, at most 500 characters.' }),
  orderId: t.globalID({
    for: DelegationOrder,
    description: 'คำสั่งแต่งตั้งในทะเบียน · The order of the registry that appoints it.',
  }),
  orderPrinted: t.string({
    description: `เลขที่คำสั่งตามที่พิมพ์ ไม่เกิน ${PRINTED_MAX} ตัวอักษร · Number of its order as printed, at most ${PRINTED_MAX} characters, where that is not in the registry.`,
  }),
  validTo: t.field({ type: 'Date', description: 'วันสุดท้าย · Last day; null while it goes on.' }),
  dutiesTh: t.string({ description: 'หน้าที่และอำนาจ ไม่เกิน 4,000 ตัวอักษร · What it is to do, at most 4,000 characters.' }),
  noteTh: t.string({ description: 'หมายเหตุ ไม่เกิน 4,000 ตัวอักษร · Note, at most 4,000 characters.' }),
  members: t.field({
    type: [CommitteeMemberInput],
    description: `กรรมการทั้งหมดตามลำดับ ไม่เกิน ${most.partsOfProject} · All of its seats, in order; at most ${most.partsOfProject}.`,
  }),
});

type CommitteeInput = InputShapeFromFields<ReturnType<typeof committeeFields>>;

/** The content of a committee, checked and normalised; what is not given stays undefined. */
export function committeeContentOf(check: Check, input: CommitteeInput) {
  const members = check.list('members', input.members, most.partsOfProject);
  return {
    columns: {
      nameEn: check.optionalText('nameEn', input.nameEn, { max: NAME_MAX }),
      orderId: idOf(input.orderId),
      orderPrinted: check.optionalText('orderPrinted', input.orderPrinted, { max: PRINTED_MAX }),
      validTo: input.validTo,
      dutiesTh: check.optionalText('dutiesTh', input.dutiesTh, { max: TEXT_MAX }),
      noteTh: check.optionalText('noteTh', input.noteTh, { max: TEXT_MAX }),
    },
    seats: members?.map(({ positionId, ...seat }) => ({ ...seat, positionId: positionId.id })),
  };
}

export type GivenSeat = NonNullable<ReturnType<typeof committeeContentOf>['seats']>[number];

/** The order and the positions are the agency's own. */
export async function requireOfAgency(
  db: ScopedDb,
  orderId: string | null | undefined,
  seats: readonly Seat[] = [],
): Promise<void> {
  await requireOne('orderId', orderId, (id) => db.delegationOrder.findUnique({ where: { id }, select: { id: true } }));
  const ids = seats.map(({ positionId }) => positionId);
  const own = new Set(
    (await db.position.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(({ id }) => id),
  );
  requireEach(
    ids,
    (id) => own.has(id),
    (index) => `members[${index}].positionId`,
  );
}

/** Puts seats in the place of those that the committee has. */
export async function replaceSeats(
  db: ScopedDb,
  { id, agencyId }: { readonly id: string; readonly agencyId: string },
  seats: readonly GivenSeat[] | undefined,
): Promise<void> {
  if (!seats) return;
  await db.committeeMember.deleteMany({ where: { committeeId: id } });
  if (seats.length > 0)
    await db.committeeMember.createMany({
      data: seats.map((seat, index) => ({ ...seat, agencyId, committeeId: id, sortOrder: index + 1 })),
    });
}
