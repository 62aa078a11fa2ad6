import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { oitItemAtVersion } from '../oit.inputs.ts';
import { OitItemPayload } from '../oit.payload.ts';
import { changeItem, itemOf, notAtThisStep, onOitStep, requireOfficersAnswer, requireStep } from '../oit-item-state.ts';
import { problemsOfStepOn } from '../round-days.ts';

const WithdrawOitAnswerInput = builder.inputType('WithdrawOitAnswerInput', {
  description: 'การถอนคำตอบ · Withdrawal of an answer.',
  fields: oitItemAtVersion,
});

act({
  name: 'withdrawOitAnswer',
  description:
    'ถอนคำตอบที่เจ้าหน้าที่ให้ ข้อจะตอบด้วยข้อมูลในทะเบียนเองถ้ามี · Withdraws the answer that an officer gave; what the registry has as published under the topic then answers the item by itself, if there is any.',
  by: isEditorOfAgency,
  on: onOitStep('WITHDRAW'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notAtThisStep },
  input: WithdrawOitAnswerInput,
  payload: OitItemPayload,
  work: async ({ oitItemId: { id }, expectedVersion }, tx) => {
    const item = await itemOf(tx, id);
    requireStep('WITHDRAW', item);
    requireOfficersAnswer(item);
    const check = new Check();
    check.include(problemsOfStepOn(item, 'WITHDRAW'));
    check.refuse();
    const nothing = { editionId: null, declarationId: null, publicItemId: null, address: null, noteTh: null };
    return changeItem(
      tx,
      item,
      { id, expectedVersion },
      { ...nothing, answer: 'NONE', publishedOn: null, currentOn: null },
    );
  },
});
