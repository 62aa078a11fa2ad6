import { isApproverOfAgency } from '../../access/access.rules.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { oitItemAtVersion } from '../oit.inputs.ts';
import { OitItemPayload } from '../oit.payload.ts';
import { changeItem, itemOf, notAtThisStep, onOitStep, requireStep } from '../oit-item-state.ts';
import { problemsOfStepOn } from '../round-days.ts';

const AppealOitReviewInput = builder.inputType('AppealOitReviewInput', {
  description: 'การอุทธรณ์ผลการตรวจข้อ OIT · An appeal against the review of an item.',
  fields: (t) => ({
    ...oitItemAtVersion(t),
    textTh: t.string({
      required: true,
      description: 'เหตุผลที่อุทธรณ์ ไม่เกิน 4,000 ตัวอักษร · Grounds of the appeal, in Thai, at most 4,000 characters.',
    }),
  }),
});

act({
  name: 'appealOitReview',
  description:
    'บันทึกการอุทธรณ์ผลการตรวจข้อ OIT ที่ไม่ผ่าน ภายในวันอุทธรณ์ของรอบ · Records that the agency appeals against the review of an item that failed, within the days of the round on which it may.',
  by: isApproverOfAgency,
  on: onOitStep('APPEAL'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notAtThisStep },
  input: AppealOitReviewInput,
  payload: OitItemPayload,
  work: async ({ oitItemId: { id }, expectedVersion, textTh }, tx) => {
    const item = await itemOf(tx, id);
    requireStep('APPEAL', item);
    const appealedOn = todayInBangkok();
    const check = new Check();
    const appealTextTh = check.text('textTh', textTh, { max: TEXT_MAX });
    check.include(problemsOfStepOn(item, 'APPEAL', appealedOn));
    check.refuse();
    return changeItem(tx, item, { id, expectedVersion }, { appealedOn, appealTextTh });
  },
});
