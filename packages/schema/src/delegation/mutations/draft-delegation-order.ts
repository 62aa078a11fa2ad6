import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { orderContentFields, orderHeader } from '../orders/order.inputs.ts';
import { DelegationOrderPayload } from '../orders/order.payload.ts';
import { orderContentOf } from '../orders/order-content.ts';
import { checkFreeNumber, orderNoOf, yearOf } from '../orders/order-number.ts';
import { noteTakenBack, replaceLines } from '../orders/order-parts.ts';
import { requireReferences } from '../orders/order-references.ts';

const DraftDelegationOrderInput = builder.inputType('DraftDelegationOrderInput', {
  description: 'ร่างคำสั่งมอบอำนาจใหม่ · A new draft of a delegation order.',
  fields: (t) => ({
    ...orderHeader(t),
    titleTh: t.string({ required: true, description: 'เรื่อง ไม่เกิน 500 ตัวอักษร · Subject, at most 500 characters.' }),
    ...orderContentFields(t),
  }),
});

act({
  name: 'draftDelegationOrder',
  description: 'ร่างคำสั่งมอบอำนาจ · Drafts a delegation order.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: { NOT_FOUND: true },
  input: DraftDelegationOrderInput,
  payload: DelegationOrderPayload,
  work: async (input, { db, agencyId }) => {
    const { effectiveFrom } = input;
    const check = new Check();
    const orderNo = orderNoOf(check, input.orderNo);
    const year = yearOf(check, input.year, input.signedOn);
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    check.inOrder('effectiveFrom', effectiveFrom, 'effectiveTo', input.effectiveTo);
    const content = orderContentOf(check, input);
    await checkFreeNumber(db, check, { orderNo, year });
    await requireReferences(db, check, content);
    const { id } = await db.delegationOrder.create({
      data: { ...content.columns, agencyId, orderNo, year, titleTh, effectiveFrom },
      select: { id: true },
    });
    await replaceLines(db, { id, agencyId }, content.lines);
    await noteTakenBack(db, { id, agencyId }, content);
    return { id };
  },
});
