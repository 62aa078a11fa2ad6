import { isApproverOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { OitAppealResult } from '../oit.enums.ts';
import { oitItemAtVersion } from '../oit.inputs.ts';
import { OitItemPayload } from '../oit.payload.ts';
import { changeItem, itemOf, notAtThisStep, onOitStep, requireStep } from '../oit-item-state.ts';

const RecordOitAppealResultInput = builder.inputType('RecordOitAppealResultInput', {
  description: 'ผลการอุทธรณ์ข้อ OIT · What became of an appeal.',
  fields: (t) => ({
    ...oitItemAtVersion(t),
    result: t.field({ type: OitAppealResult, required: true, description: 'ผลการอุทธรณ์ · The result.' }),
    decidedOn: t.field({
      type: 'Date',
      required: true,
      description: 'วันที่แจ้งผล ไม่หลังวันนี้ และไม่ก่อนวันที่อุทธรณ์ · Day of the decision: not after today, nor before the appeal.',
    }),
    noteTh: t.string({
      description: 'เหตุผล ไม่เกิน 4,000 ตัวอักษร · Grounds of the decision, in Thai, at most 4,000 characters.',
    }),
  }),
});

act({
  name: 'recordOitAppealResult',
  description:
    'บันทึกผลการอุทธรณ์ข้อ OIT ตามที่ผู้ประเมินแจ้งหน่วยงาน บันทึกซ้ำเพื่อแก้ไขได้ · Records what became of the appeal on an item, as the agency was told; recorded again to correct it.',
  by: isApproverOfAgency,
  on: onOitStep('DECIDE'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notAtThisStep },
  input: RecordOitAppealResultInput,
  payload: OitItemPayload,
  work: async ({ oitItemId: { id }, expectedVersion, result, decidedOn, noteTh }, tx) => {
    const item = await itemOf(tx, id);
    requireStep('DECIDE', item);
    const check = new Check();
    const appealNoteTh = check.optionalText('noteTh', noteTh, { max: TEXT_MAX }) ?? null;
    check.notInFuture('decidedOn', decidedOn);
    check.inOrder('appealedOn', item.appealedOn, 'decidedOn', decidedOn);
    check.refuse();
    return changeItem(
      tx,
      item,
      { id, expectedVersion },
      { appealResult: result, appealDecidedOn: decidedOn, appealNoteTh },
    );
  },
});
