import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { orderAtVersion } from '../orders/order.inputs.ts';
import { DiscardDelegationOrderPayload } from '../orders/order.payload.ts';
import { noteTakenBack } from '../orders/order-parts.ts';
import { lockDraftOrder, onDraftOrder } from '../orders/order-state.ts';

const DiscardDelegationOrderInput = builder.inputType('DiscardDelegationOrderInput', {
  description: 'การยกเลิกร่างคำสั่ง · Discarding of a draft order.',
  fields: orderAtVersion,
});

act({
  name: 'discardDelegationOrder',
  description: 'ยกเลิกร่างคำสั่งมอบอำนาจ · Discards a draft order; what it would have taken back stays.',
  by: isEditorOfAgency,
  on: onDraftOrder,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'ไม่ใช่ร่าง · not a draft' },
  input: DiscardDelegationOrderInput,
  payload: DiscardDelegationOrderPayload,
  removes: ({ orderId }) => orderId,
  work: async ({ orderId, expectedVersion }, tx) => {
    const { db } = tx;
    const order = await lockDraftOrder(tx, orderId.id);
    tx.requireRecordVersion('DelegationOrder', order.id, expectedVersion);
    await noteTakenBack(db, order, { revokes: [], supersedes: [] });
    await requireVersion(db.delegationOrder.deleteMany({ where: { id: order.id, status: 'DRAFT' } }));
    return { agencyId: order.agencyId };
  },
});
