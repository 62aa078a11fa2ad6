import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { YearReportItemPayload } from '../report.payload.ts';
import { onItemOfWritten } from '../report-standing.ts';
import { itemOfWritten } from '../report-state.ts';
import { YearReportItem } from '../year-report-parts.type.ts';

const EditYearReportItemInput = builder.inputType('EditYearReportItemInput', {
  description: 'การแก้ไขผลรายข้อ ช่องที่ไม่ระบุคงเดิม null = ล้าง · A change of an item: what is absent stays, null empties.',
  fields: (t) => ({
    itemId: t.globalID({ for: YearReportItem, required: true, description: 'ผลรายข้อ · The item.' }),
    ...atVersion(t, 'item'),
    resultTh: t.string({
      description: 'ผลการดำเนินงาน ไม่เกิน 4,000 ตัวอักษร · What came of it; at most 4,000 characters.',
    }),
    progressPercent: t.int({ description: 'ความก้าวหน้า (0-100) เฉพาะโครงการ · Progress, 0 to 100; of a project only.' }),
    spentAmount: t.field({
      type: 'Decimal',
      description: 'ใช้จ่ายแล้ว (บาท) เฉพาะโครงการ · Spent, in baht; of a project only.',
    }),
    problemsTh: t.string({ description: 'ปัญหาอุปสรรค · Problems met; at most 4,000 characters.' }),
    suggestionsTh: t.string({
      description: 'ข้อเสนอแนะ หรือสิ่งที่ยังต้องดำเนินการ · Suggestions, or what is left to do; at most 4,000 characters.',
    }),
  }),
});

act({
  name: 'editYearReportItem',
  description: `แก้ไขผลของโครงการหรือความเสี่ยงหนึ่งในรายงาน ${whileWritten.th} · Edits what a year report says of one project or risk ${whileWritten.en}; levels of risks follow from assessments alone.`,
  by: isEditorOfAgency,
  on: onItemOfWritten,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.report },
  input: EditYearReportItemInput,
  payload: YearReportItemPayload,
  work: async ({ itemId: { id }, expectedVersion, ...input }, tx) => {
    const { item } = await itemOfWritten(tx, id);
    const check = new Check();
    const data = {
      resultTh: check.optionalText('resultTh', input.resultTh, { max: TEXT_MAX }),
      problemsTh: check.optionalText('problemsTh', input.problemsTh, { max: TEXT_MAX }),
      suggestionsTh: check.optionalText('suggestionsTh', input.suggestionsTh, { max: TEXT_MAX }),
      progressPercent: check.within('progressPercent', input.progressPercent, 0, 100),
      spentAmount: check.amount('spentAmount', input.spentAmount),
    };
    if (item.riskId) {
      for (const field of ['progressPercent', 'spentAmount'] as const)
        if (data[field] !== undefined && data[field] !== null)
          check.add(field, 'ระบุได้เฉพาะผลของโครงการ', 'It is said of projects only.');
    }
    check.refuse();
    await requireVersion(
      tx.db.yearReportItem.updateMany({
        where: { id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      }),
    );
    return { itemId: id };
  },
});
