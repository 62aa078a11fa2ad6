import { isEditorOfAgency } from '../../access/access.rules.ts';
import { Position } from '../../agency/agency.type.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { idOf, requireOne } from '../../graphql/inputs/references.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { YearReportPayload } from '../report.payload.ts';
import { onWrittenReport } from '../report-standing.ts';
import { lockWrittenReport } from '../report-state.ts';
import { periodEndsOn } from '../year-report.logic.ts';
import { YearReport } from '../year-report.type.ts';

const EditYearReportInput = builder.inputType('EditYearReportInput', {
  description:
    'การแก้ไขรายงานผล ช่องที่ไม่ระบุคงเดิม null = ล้าง · A change of a year report: what is absent stays, null empties.',
  fields: (t) => ({
    yearReportId: t.globalID({ for: YearReport, required: true, description: 'รายงานผล · The year report.' }),
    ...atVersion(t, 'year report', { withParts: true }),
    summaryTh: t.string({
      description: 'สรุปผลโดยรวม ไม่เกิน 4,000 ตัวอักษร · The results as a whole; at most 4,000 characters.',
    }),
    problemsTh: t.string({ description: 'ปัญหาอุปสรรคโดยรวม · Problems as a whole; at most 4,000 characters.' }),
    suggestionsTh: t.string({ description: 'ข้อเสนอแนะ · Suggestions; at most 4,000 characters.' }),
    signedByPositionId: t.globalID({
      for: Position,
      description: 'ตำแหน่งผู้ลงนาม · Position of the agency that signs it.',
    }),
    signedOn: t.field({
      type: 'Date',
      description:
        'วันที่ลงนาม หลังสิ้นรอบ และไม่เป็นวันในอนาคต · Date of the signature, after the period and not in the future.',
    }),
  }),
});

act({
  name: 'editYearReport',
  description: `แก้ไขสรุปผล ข้อเสนอแนะ และผู้ลงนามของรายงานผล ${whileWritten.th} · Edits what a year report says as a whole, and who signs it, ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenReport,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.report },
  input: EditYearReportInput,
  payload: YearReportPayload,
  work: async ({ yearReportId: { id }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const { kind, fiscalYear } = await lockWrittenReport(tx, id, 'yearReportId');
    const signedById = idOf(input.signedByPositionId);
    await requireOne('signedByPositionId', signedById, (position) =>
      db.position.findUnique({ where: { id: position }, select: { id: true } }),
    );
    const check = new Check();
    const texts = {
      summaryTh: check.optionalText('summaryTh', input.summaryTh, { max: TEXT_MAX }),
      problemsTh: check.optionalText('problemsTh', input.problemsTh, { max: TEXT_MAX }),
      suggestionsTh: check.optionalText('suggestionsTh', input.suggestionsTh, { max: TEXT_MAX }),
    };
    check.notInFuture('signedOn', input.signedOn);
    if (input.signedOn && input.signedOn <= periodEndsOn(kind, fiscalYear))
      check.add('signedOn', 'ลงนามก่อนสิ้นรอบที่รายงานไม่ได้', 'It is not signed before its period has ended.');
    check.refuse();
    tx.requireRecordVersion('YearReport', id, expectedVersion);
    await requireVersion(
      db.yearReport.updateMany({
        where: { id },
        data: { ...texts, signedById, signedOn: input.signedOn, version: { increment: 1 } },
      }),
    );
    return { id };
  },
});
