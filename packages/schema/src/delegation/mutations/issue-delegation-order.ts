import { isApproverOfAgency } from '../../access/access.rules.ts';
import { buddhistYear } from '../../base/buddhist-year.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { noteStatusChange } from '../../lifecycle/record/record-state.ts';
import { type ActTransaction, requireVersion } from '../../tenancy/act-transaction.ts';
import { lockOrders } from '../../tenancy/lock-orders.ts';
import { issueCheckOf } from '../issuing/issue-check.ts';
import { orderAtVersion } from '../orders/order.inputs.ts';
import { DelegationOrderPayload } from '../orders/order.payload.ts';
import { checkFreeNumber, orderNoOf } from '../orders/order-number.ts';
import { lockOrder, onOrderAct, requireAct } from '../orders/order-state.ts';

const IssueDelegationOrderInput = builder.inputType('IssueDelegationOrderInput', {
  description: 'การออกคำสั่ง · Issuing of a draft order.',
  fields: (t) => ({
    ...orderAtVersion(t),
    orderNo: t.string({
      description:
        'เลขที่คำสั่งที่ให้เมื่อลงนาม ไม่ระบุ = ตามร่าง ไม่เกิน 100 ตัวอักษร · Number given at signing; that of the draft when absent; at most 100 characters.',
    }),
    comment: t.string({
      description: 'ความเห็นประกอบ ไม่เกิน 4,000 ตัวอักษร · What is said about it; at most 4,000 characters.',
    }),
  }),
});

type Issued = { readonly id: string; readonly agencyId: string; readonly effectiveFrom: Date };

/** From its first day an order ends the lines and orders that its draft named. */
async function takeBack({ id, agencyId, effectiveFrom }: Issued, tx: ActTransaction): Promise<void> {
  const { db, lockShared } = tx;
  await db.delegatedPower.updateMany({
    where: { revokedByOrderId: id, revokedOn: null },
    data: { revokedOn: effectiveFrom, version: { increment: 1 } },
  });
  const superseded = await db.delegationOrder.findMany({
    where: { supersededById: id },
    orderBy: { id: 'asc' },
    select: { id: true, status: true },
  });
  for (const order of superseded) {
    lockShared('DelegationOrder', order.id);
    const toStatus = requireAct('SUPERSEDE', order.status);
    await db.delegationOrder.update({
      where: { id: order.id },
      data: { status: toStatus, endedOn: effectiveFrom, version: { increment: 1 } },
    });
    await noteStatusChange(tx, {
      of: { orderId: order.id },
      agencyId,
      act: 'SUPERSEDE',
      fromStatus: order.status,
      toStatus,
    });
  }
}

act({
  name: 'issueDelegationOrder',
  description:
    'ออกคำสั่งมอบอำนาจ เพิกถอนและแทนที่ตามที่ร่างระบุ · Issues a draft order: revokes the lines and supersedes the orders that it names, from its first day.',
  by: isApproverOfAgency,
  on: onOrderAct('ISSUE'),
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'คำสั่งยังมีข้อบกพร่อง · every problem of `issueProblems`',
    ILLEGAL_TRANSITION: 'ไม่ใช่ร่าง · not a draft',
  },
  input: IssueDelegationOrderInput,
  payload: DelegationOrderPayload,
  reason: ({ comment }) => comment,
  work: async ({ orderId, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const check = new Check();
    const comment = check.optionalText('comment', input.comment, { max: TEXT_MAX });
    const given = orderNoOf(check, input.orderNo);
    check.refuse();
    lockOrders(tx);
    const order = await lockOrder(tx, orderId.id);
    const toStatus = requireAct('ISSUE', order.status);
    const { id, agencyId } = order;
    const orderNo = given ?? order.orderNo;
    const year = order.year ?? (order.signedOn && buddhistYear(order.signedOn));
    // The version is checked first, so that a client with an older version does not get messages about the newer one.
    tx.requireRecordVersion('DelegationOrder', id, expectedVersion);
    await checkFreeNumber(db, check, { orderNo, year }, id);
    const { problems, signedUnderId } = await issueCheckOf(db, id, orderNo);
    check.include(problems);
    check.refuse();
    await requireVersion(
      db.delegationOrder.updateMany({
        where: { id, status: order.status },
        data: { status: toStatus, orderNo, year, signedUnderId, version: { increment: 1 } },
      }),
    );
    await takeBack(order, tx);
    await noteStatusChange(tx, {
      of: { orderId: id },
      agencyId,
      act: 'ISSUE',
      fromStatus: order.status,
      toStatus,
      comment,
    });
    return { id };
  },
});
