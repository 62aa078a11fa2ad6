import { isApproverOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { OitReviewResult } from '../oit.enums.ts';
import { oitItemAtVersion } from '../oit.inputs.ts';
import { OitItemPayload } from '../oit.payload.ts';
import { changeItem, itemOf, notAtThisStep, onOitStep, requireStep } from '../oit-item-state.ts';
import { problemsOfStepOn } from '../round-days.ts';

const RecordOitReviewInput = builder.inputType('RecordOitReviewInput', {
  description: 'ผลการตรวจข้อ OIT · Result of the review of an item.',
  fields: (t) => ({
    ...oitItemAtVersion(t),
    result: t.field({ type: OitReviewResult, required: true, description: 'ผลการตรวจ · The result.' }),
    reviewedOn: t.field({
      type: 'Date',
      required: true,
      description:
        'วันที่ผู้ประเมินแจ้งผล ไม่หลังวันนี้ และไม่ก่อนวันแรกของการตรวจ · Day on which the reviewer gave it: not after today, nor before the review begins.',
    }),
    noteTh: t.string({
      description: 'เหตุผลของผู้ประเมิน ไม่เกิน 4,000 ตัวอักษร · What the reviewer said, in Thai, at most 4,000 characters.',
    }),
  }),
});

act({
  name: 'recordOitReview',
  description:
    'บันทึกผลการตรวจข้อ OIT ตามที่ผู้ประเมินแจ้งหน่วยงาน บันทึกซ้ำเพื่อแก้ไขได้จนกว่าจะอุทธรณ์ · Records the result of the review of an item as the reviewer gave it to the agency; recorded again to correct it, until it is appealed against. From then on the answer stays as it was reviewed.',
  by: isApproverOfAgency,
  on: onOitStep('REVIEW'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notAtThisStep },
  input: RecordOitReviewInput,
  payload: OitItemPayload,
  work: async ({ oitItemId: { id }, expectedVersion, result, reviewedOn, noteTh }, tx) => {
    const item = await itemOf(tx, id);
    requireStep('REVIEW', item);
    const check = new Check();
    const reviewNoteTh = check.optionalText('noteTh', noteTh, { max: TEXT_MAX }) ?? null;
    check.notInFuture('reviewedOn', reviewedOn);
    check.include(problemsOfStepOn(item, 'REVIEW', reviewedOn));
    check.refuse();
    return changeItem(tx, item, { id, expectedVersion }, { reviewResult: result, reviewedOn, reviewNoteTh });
  },
});
