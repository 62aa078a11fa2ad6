import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { YearReportMeasurePayload } from '../report.payload.ts';
import { onMeasureOfWritten } from '../report-standing.ts';
import { lockWrittenReport } from '../report-state.ts';
import { YearReportMeasure } from '../year-report-parts.type.ts';

const EditYearReportMeasureInput = builder.inputType('EditYearReportMeasureInput', {
  description: 'การแก้ไขผลของมาตรการในรายงาน ช่องที่ไม่ระบุคงเดิม · A change of a measure in a report: what is absent stays.',
  fields: (t) => ({
    measureId: t.globalID({ for: YearReportMeasure, required: true, description: 'มาตรการในรายงาน · The measure.' }),
    ...atVersion(t, 'measure'),
    doneTh: t.string({ description: 'สิ่งที่ได้ทำ ไม่เกิน 4,000 ตัวอักษร · What was done; at most 4,000 characters.' }),
    leftTh: t.string({ description: 'สิ่งที่ยังต้องทำ · What is left to do; at most 4,000 characters.' }),
  }),
});

act({
  name: 'editYearReportMeasure',
  description: `ระบุสิ่งที่ได้ทำและสิ่งที่ยังต้องทำของมาตรการในรายงาน ${whileWritten.th} · Says what was done by a measure and what is left to do, in a report ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onMeasureOfWritten,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.report },
  input: EditYearReportMeasureInput,
  payload: YearReportMeasurePayload,
  work: async ({ measureId: { id }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const measure = await db.yearReportMeasure.findUnique({
      where: { id },
      select: { item: { select: { reportId: true } } },
    });
    if (!measure) throw notFound('measureId');
    await lockWrittenReport(tx, measure.item.reportId, 'measureId');
    const check = new Check();
    const data = {
      doneTh: check.optionalText('doneTh', input.doneTh, { max: TEXT_MAX }),
      leftTh: check.optionalText('leftTh', input.leftTh, { max: TEXT_MAX }),
    };
    check.refuse();
    await requireVersion(
      db.yearReportMeasure.updateMany({
        where: { id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      }),
    );
    return { measureId: id };
  },
});
