import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { orderAtVersion } from '../orders/order.inputs.ts';
import { DelegationOrderPayload } from '../orders/order.payload.ts';
import { checkDay, note } from '../orders/order-publicity.ts';
import { lockIssuedOrder, onIssuedOrder } from '../orders/order-state.ts';

const CirculateDelegationOrderInput = builder.inputType('CirculateDelegationOrderInput', {
  description: 'การแจ้งเวียนคำสั่ง · Circular letter to the units about an issued order.',
  fields: (t) => ({
    ...orderAtVersion(t),
    circularNo: t.string({ required: true, description: 'เลขที่หนังสือเวียน ไม่เกิน 500 ตัวอักษร · Number of the letter.' }),
    circularOn: t.field({
      type: 'Date',
      required: true,
      description: 'วันที่หนังสือเวียน · Date, from the day of signature to today.',
    }),
  }),
});

act({
  name: 'circulateDelegationOrder',
  description: `บันทึกหนังสือเวียนแจ้งคำสั่ง · Notes the circular letter by which the units were told of an order.`,
  by: isEditorOfAgency,
  on: onIssuedOrder,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION: 'คำสั่งยังไม่ออก ถูกเพิกถอน หรือถูกแทนที่แล้ว · not issued, revoked or superseded',
  },
  input: CirculateDelegationOrderInput,
  payload: DelegationOrderPayload,
  work: async ({ orderId, expectedVersion, circularOn, ...input }, tx) => {
    const { id, signedOn } = await lockIssuedOrder(tx, orderId.id);
    const check = new Check();
    const circularNo = check.text('circularNo', input.circularNo, { max: NAME_MAX });
    checkDay(check, 'circularOn', circularOn, signedOn);
    check.refuse();
    await note(tx, id, expectedVersion, { circularNo, circularOn });
    return { id };
  },
});
