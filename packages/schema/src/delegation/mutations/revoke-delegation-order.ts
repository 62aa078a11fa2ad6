import { isApproverOfAgency } from '../../access/access.rules.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { noteStatusChange } from '../../lifecycle/record/record-state.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { orderAtVersion } from '../orders/order.inputs.ts';
import { DelegationOrderPayload } from '../orders/order.payload.ts';
import { lockOrder, onOrderAct, requireAct } from '../orders/order-state.ts';

const RevokeDelegationOrderInput = builder.inputType('RevokeDelegationOrderInput', {
  description: 'การเพิกถอนคำสั่ง · Revocation of an issued order.',
  fields: (t) => ({
    ...orderAtVersion(t),
    reason: t.string({ required: true, description: 'เหตุผล ไม่เกิน 4,000 ตัวอักษร · Why; at most 4,000 characters.' }),
    endedOn: t.field({
      type: 'Date',
      description:
        'วันแรกที่ไม่มีผลแล้ว ไม่ระบุ = วันนี้ · First day on which it no longer holds, from the day of its signature to its last day; today in Bangkok when absent.',
    }),
  }),
});

act({
  name: 'revokeDelegationOrder',
  description:
    'เพิกถอนคำสั่งมอบอำนาจทั้งฉบับ รายการเดียวให้เพิกถอนด้วยคำสั่งใหม่ · Revokes an order as a whole; single lines are taken back by another order.',
  by: isApproverOfAgency,
  on: onOrderAct('REVOKE'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'คำสั่งเป็นร่าง ถูกเพิกถอน หรือถูกแทนที่แล้ว · draft, revoked or superseded' },
  input: RevokeDelegationOrderInput,
  payload: DelegationOrderPayload,
  reason: ({ reason }) => reason,
  work: async ({ orderId, expectedVersion, ...input }, tx) => {
    const { id, agencyId, status, signedOn, effectiveFrom, effectiveTo } = await lockOrder(tx, orderId.id);
    const toStatus = requireAct('REVOKE', status);
    const endedOn = input.endedOn ?? todayInBangkok();
    const check = new Check();
    const comment = check.text('reason', input.reason, { max: TEXT_MAX });
    check.inOrder('signedOn', signedOn ?? effectiveFrom, 'endedOn', endedOn);
    if (effectiveTo && endedOn > effectiveTo)
      check.add(
        'endedOn',
        'คำสั่งสิ้นผลเองก่อนวันนั้น: ระบุวันที่ไม่เกินวันสุดท้ายที่มีผล',
        'The order ends by itself before that day: enter a day that is not after its last.',
      );
    check.refuse();
    tx.requireRecordVersion('DelegationOrder', id, expectedVersion);
    await requireVersion(
      tx.db.delegationOrder.updateMany({
        where: { id, status },
        data: { status: toStatus, endedOn, version: { increment: 1 } },
      }),
    );
    await noteStatusChange(tx, {
      of: { orderId: id },
      agencyId,
      act: 'REVOKE',
      fromStatus: status,
      toStatus,
      comment,
    });
    return { id };
  },
});
