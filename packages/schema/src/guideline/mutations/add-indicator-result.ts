import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { checkThreshold, requireReferences, resultFields, resultOf } from '../guideline.inputs.ts';
import { GuidelineResultPayload } from '../guideline.payload.ts';
import { checkIndicator, checkRoom } from '../next-number.ts';

const AddIndicatorResultInput = builder.inputType('AddIndicatorResultInput', {
  description: 'ผลใหม่ ต่อท้ายตัวชี้วัด · A new result; it comes last at its indicator.',
  fields: (t) => ({
    fiscalYear: t.field({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณ · Fiscal year.' }),
    indicatorNumber: t.int({
      required: true,
      description: 'ลำดับตัวชี้วัดในชุดเกณฑ์ของปีนั้น · Number of the indicator in the rule set of the year.',
    }),
    textTh: t.string({
      required: true,
      description: 'ผลภาษาไทย ไม่เกิน 4,000 ตัวอักษร · What was done, in Thai; at most 4,000 characters.',
    }),
    ...resultFields(t),
  }),
});

act({
  name: 'addIndicatorResult',
  bulk: 'addIndicatorResults',
  description: 'เพิ่มผลการดำเนินการตามตัวชี้วัดของปี เป็นร่าง · Adds a result on an indicator of the year, as a draft.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: { NOT_FOUND: true },
  input: AddIndicatorResultInput,
  payload: GuidelineResultPayload,
  work: async ({ fiscalYear, indicatorNumber, ...input }, { db, agencyId }) => {
    const check = new Check();
    const textTh = check.text('textTh', input.textTh, { max: TEXT_MAX });
    const { columns, parts = [] } = resultOf(check, input);
    checkThreshold(check, columns);
    await checkIndicator(db, check, fiscalYear, indicatorNumber);
    const of = { fiscalYear, indicatorNumber };
    const { _max } = await db.guidelineResult.aggregate({ where: of, _max: { number: true } });
    const number = (_max.number ?? 0) + 1;
    checkRoom(check, number, most.resultsOfIndicator);
    check.refuse();
    await requireReferences(db, columns, of);
    const { id } = await db.guidelineResult.create({
      data: { ...columns, ...of, textTh, agencyId, number },
      select: { id: true },
    });
    if (parts.length > 0)
      await db.guidelineResultPart.createMany({ data: parts.map((part) => ({ ...part, agencyId, resultId: id })) });
    return { id };
  },
});
