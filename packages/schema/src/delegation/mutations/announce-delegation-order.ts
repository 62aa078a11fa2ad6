import { isEditorOfAgency } from '../../access/access.rules.ts';
import { appointmentsOfPosition } from '../../agency/appointment.logic.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { announcementFields, NUMBER_MAX } from '../../lifecycle/announcements/announcement.type.ts';
import {
  problemsOfAnnouncement,
  problemsOfAnnouncer,
} from '../../lifecycle/announcements/signed-announcement.logic.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import { orderAtVersion } from '../orders/order.inputs.ts';
import { DelegationOrderPayload } from '../orders/order.payload.ts';
import { checkDay, note } from '../orders/order-publicity.ts';
import { lockIssuedOrder, onIssuedOrder } from '../orders/order-state.ts';

const AnnounceDelegationOrderInput = builder.inputType('AnnounceDelegationOrderInput', {
  description: 'การประกาศคำสั่งต่อสาธารณะ · Public announcement of an issued order.',
  fields: (t) => ({
    ...orderAtVersion(t),
    announcedThrough: t.string({
      required: true,
      description: 'ช่องทาง ไม่เกิน 500 ตัวอักษร · Channel, at most 500 characters.',
    }),
    announcedOn: t.field({
      type: 'Date',
      required: true,
      description: 'วันที่ประกาศ · Date, from the day of signature to today.',
    }),
    ...announcementFields(t),
  }),
});

/** The position that signs an announcement, with what it acts for. */
async function requireSigner({ db }: ActTransaction, id: string) {
  const signer = await db.position.findUnique({
    where: { id },
    select: { id: true, actingFor: appointmentsOfPosition },
  });
  if (!signer) throw notFound('signedByPositionId');
  return signer;
}

act({
  name: 'announceDelegationOrder',
  description: `บันทึกการประกาศคำสั่งต่อสาธารณะ · Notes the announcement of an order to the public: its kind, number, date, signer, address and channel.`,
  by: isEditorOfAgency,
  on: onIssuedOrder,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION: 'คำสั่งยังไม่ออก ถูกเพิกถอน หรือถูกแทนที่แล้ว · not issued, revoked or superseded',
  },
  input: AnnounceDelegationOrderInput,
  payload: DelegationOrderPayload,
  work: async ({ orderId, expectedVersion, announcedOn, ...input }, tx) => {
    const { id, signedOn } = await lockIssuedOrder(tx, orderId.id);
    const signer = input.signedByPositionId && (await requireSigner(tx, input.signedByPositionId.id));
    const check = new Check();
    const announcedThrough = check.text('announcedThrough', input.announcedThrough, { max: NAME_MAX });
    checkDay(check, 'announcedOn', announcedOn, signedOn);
    check.include(problemsOfAnnouncement(input));
    const announcementNo = check.text('announcementNo', input.announcementNo ?? undefined, { max: NUMBER_MAX });
    const announcementAddress = check.text('announcementAddress', input.announcementAddress ?? undefined, {
      max: NAME_MAX,
    });
    const capacity = input.signerCapacity;
    if (signer && capacity) check.include(problemsOfAnnouncer({ capacity, on: announcedOn }, signer.actingFor));
    check.refuse();
    await note(tx, id, expectedVersion, {
      announcedThrough,
      announcedOn,
      announcementKind: input.announcementKind,
      announcementNo,
      announcementAddress,
      announcementSignedById: signer?.id,
      announcementSignerCapacity: capacity,
    });
    return { id };
  },
});
