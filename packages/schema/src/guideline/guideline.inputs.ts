import type { InputShapeFromFields } from '@pothos/core';
import { Position, Unit } from '../agency/agency.type.ts';
import { isEvidenceUrl } from '../base/web-address.logic.ts';
import { builder } from '../graphql/builder.ts';
import { type Check, NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { idOf, requireOne } from '../graphql/inputs/references.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { IndicatorOperator } from '../taxonomy/taxonomy.enums.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { ResultFrequency } from './guideline.enums.ts';
import { Guideline } from './guideline.type.ts';

const ResultPartInput = builder.inputType('IndicatorResultPartInput', {
  description: 'ข้อย่อยของผล · A sub-item of a result.',
  fields: (t) => ({
    textTh: t.string({
      required: true,
      description: 'ข้อความภาษาไทย ไม่เกิน 4,000 ตัวอักษร · Text in Thai; at most 4,000 characters.',
    }),
    textEn: t.string({ description: 'ข้อความภาษาอังกฤษ · Text in English.' }),
    reportYear: t.field({ type: 'FiscalYear', description: 'ปีงบประมาณที่กล่าวถึง · Fiscal year that it is about.' }),
    frequency: t.field({ type: ResultFrequency, description: 'รอบที่ทำ · How often it is done.' }),
  }),
});

/** What a result may say besides what was done. */
export const resultFields = (t: InputFieldBuilder) => ({
  textEn: t.string({ description: 'ผลภาษาอังกฤษ · What was done, in English.' }),
  isNumbered: t.boolean({ description: 'พิมพ์เลขข้อหรือไม่ · Whether the report numbers it.' }),
  guidelineId: t.globalID({
    for: Guideline,
    description: 'แนวทางที่ตอบ ในปีและตัวชี้วัดเดียวกัน · The guideline that it answers, of the same year and indicator.',
  }),
  frequency: t.field({ type: ResultFrequency, description: 'รอบที่ทำเป็นประจำ · How often it is done.' }),
  operator: t.field({
    type: IndicatorOperator,
    description: 'ตัวเปรียบเทียบ คู่กับเกณฑ์ · How it is compared; with a threshold.',
  }),
  threshold: t.field({ type: 'Decimal', description: 'เกณฑ์ · Threshold.' }),
  unit: t.string({ description: 'หน่วยนับ · Unit of the threshold.' }),
  unitTh: t.string({ description: 'หน่วยนับภาษาไทย · Unit in Thai.' }),
  systemNamed: t.string({ description: 'ระบบงานที่กล่าวถึง · System that it names.' }),
  listCount: t.int({ description: 'จำนวนรายการในบัญชีที่ตามมา · How many things the list that follows holds.' }),
  responsibleUnitId: t.globalID({ for: Unit, description: 'ส่วนราชการที่รับผิดชอบ · Responsible unit.' }),
  responsiblePositionId: t.globalID({ for: Position, description: 'ตำแหน่งที่รับผิดชอบ · Responsible position.' }),
  evidenceUrls: t.stringList({ description: 'ลิงก์หลักฐาน https ไม่เกิน 20 · Links to evidence, https only; at most 20.' }),
  noteTh: t.string({ description: 'หมายเหตุ · Note; at most 4,000 characters.' }),
  parts: t.field({ type: [ResultPartInput], description: 'ข้อย่อยทั้งหมดตามลำดับ · All of its sub-items, in order.' }),
});

type Given = InputShapeFromFields<ReturnType<typeof resultFields>>;

/** The same, checked; what is not given stays undefined. */
export function resultOf(check: Check, input: Given) {
  const evidenceUrls = check.list('evidenceUrls', input.evidenceUrls, most.evidenceOfReport);
  for (const [index, url] of (evidenceUrls ?? []).entries())
    if (!isEvidenceUrl(url))
      check.add(
        `evidenceUrls[${index}]`,
        'ลิงก์หลักฐานต้องขึ้นต้นด้วย https://',
        'A link to evidence is an https:// address without name and password.',
      );
  const parts = (input.parts === null ? [] : input.parts)?.map(({ textTh, textEn, ...part }, index) => ({
    ...part,
    number: index + 1,
    textTh: check.at(`parts[${index}]`).text('textTh', textTh, { max: TEXT_MAX }),
    textEn: check.at(`parts[${index}]`).optionalText('textEn', textEn, { max: TEXT_MAX }),
  }));
  check.list('parts', parts, most.partsOfResult);
  return {
    parts,
    columns: {
      textEn: check.optionalText('textEn', input.textEn, { max: TEXT_MAX }),
      isNumbered: check.required('isNumbered', input.isNumbered),
      guidelineId: idOf(input.guidelineId),
      frequency: input.frequency,
      operator: input.operator,
      threshold: input.threshold,
      unit: check.optionalText('unit', input.unit, { max: NAME_MAX }),
      unitTh: check.optionalText('unitTh', input.unitTh, { max: NAME_MAX }),
      systemNamed: check.optionalText('systemNamed', input.systemNamed, { max: NAME_MAX }),
      listCount: check.within('listCount', input.listCount, 1, 10_000),
      responsibleUnitId: idOf(input.responsibleUnitId),
      responsiblePositionId: idOf(input.responsiblePositionId),
      evidenceUrls,
      noteTh: check.optionalText('noteTh', input.noteTh, { max: TEXT_MAX }),
    },
  };
}

type Columns = ReturnType<typeof resultOf>['columns'];
type Threshold = { readonly operator?: Columns['operator']; readonly threshold?: Columns['threshold'] };

/** A threshold says how it is compared, and nothing is compared without one. */
export function checkThreshold(check: Check, { operator, threshold }: Threshold): void {
  const [hasOperator, hasThreshold] = [operator, threshold].map((value) => value !== null && value !== undefined);
  if (hasOperator === hasThreshold) return;
  check.add(
    hasOperator ? 'threshold' : 'operator',
    'เกณฑ์และตัวเปรียบเทียบต้องระบุคู่กัน',
    'A threshold and how it is compared are said together.',
  );
}

/** What a result names is the agency's own, and the guideline is of the same year and indicator. */
export async function requireReferences(
  db: ScopedDb,
  { guidelineId, responsibleUnitId, responsiblePositionId }: Columns,
  of: { readonly fiscalYear: number; readonly indicatorNumber: number },
): Promise<void> {
  await requireOne('guidelineId', guidelineId, (id) =>
    db.guideline.findFirst({ where: { id, ...of }, select: { id: true } }),
  );
  await requireOne('responsibleUnitId', responsibleUnitId, (id) =>
    db.unit.findUnique({ where: { id }, select: { id: true } }),
  );
  await requireOne('responsiblePositionId', responsiblePositionId, (id) =>
    db.position.findUnique({ where: { id }, select: { id: true } }),
  );
}
