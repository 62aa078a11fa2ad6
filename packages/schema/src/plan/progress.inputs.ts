import type { InputShapeFromFields } from '@pothos/core';
import { evidenceOf } from '../entry/evidence.ts';
import { builder } from '../graphql/builder.ts';
import { type Check, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { requireEach } from '../graphql/inputs/references.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { Indicator } from './project-parts.type.ts';

const VALUES_MAX = most.valuesOfReport;

const IndicatorValueInput = builder.inputType('IndicatorValueInput', {
  description: 'ค่าตัวชี้วัดที่วัดได้ · The value of an indicator that was measured.',
  fields: (t) => ({
    indicatorId: t.globalID({
      for: Indicator,
      required: true,
      description: 'ตัวชี้วัดของโครงการ · An indicator of the project.',
    }),
    value: t.field({ type: 'Decimal', required: true, description: 'ค่าที่วัดได้ · Value measured.' }),
  }),
});

/** What a report may say besides the percentage. */
export const progressFields = (t: InputFieldBuilder) => ({
  spentAmount: t.field({
    type: 'Decimal',
    description: 'ใช้จ่ายสะสมในปีงบประมาณ (บาท) · Spent so far in the fiscal year, in baht.',
  }),
  summaryTh: t.string({ description: 'สรุปผล ไม่เกิน 4,000 ตัวอักษร · What was done; at most 4,000 characters.' }),
  problemsTh: t.string({ description: 'ปัญหาอุปสรรค ไม่เกิน 4,000 ตัวอักษร · Problems met; at most 4,000 characters.' }),
  evidenceUrls: t.stringList({
    description: 'ลิงก์หลักฐาน https ไม่เกิน 20 · Links to evidence, https only; at most 20.',
  }),
  values: t.field({
    type: [IndicatorValueInput],
    description: 'ค่าตัวชี้วัดทั้งหมดของรายงาน ตัวละหนึ่งค่า · All values of the report, one for each indicator.',
  }),
});

type ProgressInput = InputShapeFromFields<ReturnType<typeof progressFields>>;

/** The content of a report, checked and normalised; what is not given stays undefined. */
export function progressOf(check: Check, input: ProgressInput) {
  const evidenceUrls = evidenceOf(check, input.evidenceUrls);
  const values = input.values?.map(({ indicatorId, value }) => ({ indicatorId: indicatorId.id, value }));
  check.list(
    'values',
    values?.map(({ indicatorId }) => indicatorId),
    VALUES_MAX,
  );
  return {
    columns: {
      spentAmount: check.amount('spentAmount', input.spentAmount),
      summaryTh: check.optionalText('summaryTh', input.summaryTh, { max: TEXT_MAX }),
      problemsTh: check.optionalText('problemsTh', input.problemsTh, { max: TEXT_MAX }),
      evidenceUrls,
    },
    values: input.values === null ? [] : values,
  };
}

type Values = NonNullable<ReturnType<typeof progressOf>['values']>;

/** Puts the values of a report in the place of those that it has; each is of an indicator of the project. */
export async function replaceValues(
  db: ScopedDb,
  report: { readonly id: string; readonly agencyId: string; readonly projectId: string },
  values: Values | undefined,
): Promise<void> {
  if (!values) return;
  const { id: reportId, agencyId, projectId } = report;
  const ids = values.map(({ indicatorId }) => indicatorId);
  const found = await db.indicator.findMany({ where: { projectId, id: { in: ids } }, select: { id: true } });
  const own = new Set(found.map(({ id }) => id));
  requireEach(
    ids,
    (id) => own.has(id),
    (index) => `values[${index}].indicatorId`,
  );
  await db.progressIndicatorValue.deleteMany({ where: { reportId } });
  if (values.length > 0)
    await db.progressIndicatorValue.createMany({ data: values.map((value) => ({ ...value, agencyId, reportId })) });
}
