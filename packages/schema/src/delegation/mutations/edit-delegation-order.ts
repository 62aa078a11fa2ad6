import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { orderAtVersion, orderContentFields, orderNumber } from '../orders/order.inputs.ts';
import { DelegationOrderPayload } from '../orders/order.payload.ts';
import { orderContentOf } from '../orders/order-content.ts';
import { checkFreeNumber, orderNoOf, yearOf } from '../orders/order-number.ts';
import { noteTakenBack, replaceLines } from '../orders/order-parts.ts';
import { requireReferences } from '../orders/order-references.ts';
import { lockDraftOrder, onDraftOrder } from '../orders/order-state.ts';

const EditDelegationOrderInput = builder.inputType('EditDelegationOrderInput', {
  description:
    'การแก้ไขร่างคำสั่ง ไม่ระบุ = คงเดิม · Changes of a draft order: what is absent stays, null empties; lists are given whole.',
  fields: (t) => ({
    ...orderAtVersion(t),
    ...orderNumber(t),
    effectiveFrom: t.field({ type: 'Date', description: 'มีผลตั้งแต่วันที่ · First day in force.' }),
    titleTh: t.string({ description: 'เรื่อง ไม่เกิน 500 ตัวอักษร · Subject, at most 500 characters.' }),
    ...orderContentFields(t),
  }),
});

act({
  name: 'editDelegationOrder',
  description: 'แก้ไขร่างคำสั่งมอบอำนาจ · Edits a draft order.',
  by: isEditorOfAgency,
  on: onDraftOrder,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'ไม่ใช่ร่าง · not a draft' },
  input: EditDelegationOrderInput,
  payload: DelegationOrderPayload,
  work: async ({ orderId, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const order = await lockDraftOrder(tx, orderId.id);
    const check = new Check();
    const orderNo = orderNoOf(check, input.orderNo);
    const { signedOn = order.signedOn } = input;
    const year = yearOf(check, input.year, signedOn);
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const effectiveFrom = check.required('effectiveFrom', input.effectiveFrom);
    const content = orderContentOf(check, input);
    const { effectiveTo = order.effectiveTo } = content.columns;
    check.inOrder('effectiveFrom', effectiveFrom ?? order.effectiveFrom, 'effectiveTo', effectiveTo);
    const { orderNo: number = order.orderNo, year: of = order.year } = { orderNo, year };
    await checkFreeNumber(db, check, { orderNo: number, year: of }, order.id);
    await requireReferences(db, check, content, order.id);
    tx.requireRecordVersion('DelegationOrder', order.id, expectedVersion);
    await requireVersion(
      db.delegationOrder.updateMany({
        where: { id: order.id, status: 'DRAFT' },
        data: { ...content.columns, orderNo, year, titleTh, effectiveFrom, version: { increment: 1 } },
      }),
    );
    await replaceLines(db, order, content.lines);
    await noteTakenBack(db, order, content);
    return { id: order.id };
  },
});
