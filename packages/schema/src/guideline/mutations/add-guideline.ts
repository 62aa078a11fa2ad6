import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { GuidelinePayload } from '../guideline.payload.ts';
import { checkIndicator, checkRoom } from '../next-number.ts';

const AddGuidelineInput = builder.inputType('AddGuidelineInput', {
  description: 'แนวทางใหม่ ต่อท้ายตัวชี้วัด · A new guideline; it comes last at its indicator.',
  fields: (t) => ({
    fiscalYear: t.field({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณ · Fiscal year.' }),
    indicatorNumber: t.int({
      required: true,
      description: 'ลำดับตัวชี้วัดในชุดเกณฑ์ของปีนั้น · Number of the indicator in the rule set of the year.',
    }),
    textTh: t.string({
      required: true,
      description: 'แนวทางภาษาไทย ไม่เกิน 4,000 ตัวอักษร · The guideline, in Thai; at most 4,000 characters.',
    }),
    textEn: t.string({ description: 'แนวทางภาษาอังกฤษ · The guideline, in English.' }),
  }),
});

act({
  name: 'addGuideline',
  bulk: 'addGuidelines',
  description: 'เพิ่มแนวทางตามตัวชี้วัดของปี เป็นร่าง · Adds a guideline on an indicator of the year, as a draft.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: {},
  input: AddGuidelineInput,
  payload: GuidelinePayload,
  work: async ({ fiscalYear, indicatorNumber, ...input }, { db, agencyId }) => {
    const check = new Check();
    const texts = {
      textTh: check.text('textTh', input.textTh, { max: TEXT_MAX }),
      textEn: check.optionalText('textEn', input.textEn, { max: TEXT_MAX }),
    };
    await checkIndicator(db, check, fiscalYear, indicatorNumber);
    const { _max } = await db.guideline.aggregate({ where: { fiscalYear, indicatorNumber }, _max: { number: true } });
    const number = (_max.number ?? 0) + 1;
    checkRoom(check, number, most.guidelinesOfIndicator);
    check.refuse();
    return db.guideline.create({
      data: { ...texts, agencyId, fiscalYear, indicatorNumber, number },
      select: { id: true },
    });
  },
});
