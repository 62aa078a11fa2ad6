import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { keepAnswer, offeredRisk, onOfferedRisk } from '../answer.ts';
import { LibraryResponsePayload } from '../library.payload.ts';
import { LibraryRisk } from '../library-risk.type.ts';

const DeclineInput = builder.inputType('DeclineLibraryRiskInput', {
  description: 'การไม่รับความเสี่ยงจากคลัง · What is said when a risk of the library is declined.',
  fields: (t) => ({
    libraryRiskId: t.globalID({
      for: LibraryRisk,
      required: true,
      description: 'ความเสี่ยงในคลัง · The risk of the library.',
    }),
    expectedVersion: t.int({
      description: 'รุ่นของคำตอบเดิม เมื่อเปลี่ยนคำตอบ · `version` of the agency’s earlier answer, when it changes it.',
    }),
    reasonTh: t.string({
      required: true,
      description: 'เหตุผลที่ไม่รับ (ไม่เกิน 4,000 ตัวอักษร) · Why, at most 4,000 characters.',
    }),
  }),
});

act({
  name: 'declineLibraryRisk',
  description:
    'ไม่รับความเสี่ยงจากคลังพร้อมเหตุผล ความเสี่ยงที่เคยรับไว้ยังอยู่ในทะเบียน · Declines a risk of the library with a reason; a risk that an earlier answer added stays in its register.',
  by: isEditorOfAgency,
  on: onOfferedRisk,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: DeclineInput,
  payload: LibraryResponsePayload,
  reason: ({ reasonTh }) => reasonTh,
  work: async ({ libraryRiskId, expectedVersion, ...input }, tx) => {
    const offered = await offeredRisk(tx, libraryRiskId.id);
    const check = new Check();
    const reasonTh = check.text('reasonTh', input.reasonTh, { max: TEXT_MAX });
    check.refuse();
    return keepAnswer(tx, {
      libraryRiskId: offered.id,
      expectedVersion,
      decision: 'DECLINED',
      reasonTh,
      riskId: null,
    });
  },
});
