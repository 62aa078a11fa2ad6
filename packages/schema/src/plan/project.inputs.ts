import type { InputShapeFromFields } from '@pothos/core';
import { Unit } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { IndicatorOperator } from '../taxonomy/taxonomy.enums.ts';
import { BudgetStatus, IndicatorKind } from './plan.enums.ts';
import { Indicator } from './project-parts.type.ts';

const StepPointInput = builder.inputType('ProjectStepPointInput', {
  description: 'ข้อย่อยของขั้นตอนย่อย · A point of a sub-step.',
  fields: (t) => ({
    textTh: t.string({ required: true, description: 'ข้อความภาษาไทย · Text in Thai.' }),
    textEn: t.string({ description: 'ข้อความภาษาอังกฤษ · Text in English.' }),
  }),
});

const SubStepInput = builder.inputType('ProjectSubStepInput', {
  description: 'ขั้นตอนย่อย · A sub-step of a step.',
  fields: (t) => ({
    textTh: t.string({ required: true, description: 'ข้อความภาษาไทย · Text in Thai.' }),
    textEn: t.string({ description: 'ข้อความภาษาอังกฤษ · Text in English.' }),
    children: t.field({ type: [StepPointInput], description: 'ข้อย่อยตามลำดับ · Its points, in order.' }),
  }),
});

const StepInput = builder.inputType('ProjectStepInput', {
  description: 'ขั้นตอนวิธีดำเนินการ · A step of the method.',
  fields: (t) => ({
    textTh: t.string({ required: true, description: 'ข้อความภาษาไทย · Text in Thai.' }),
    textEn: t.string({ description: 'ข้อความภาษาอังกฤษ · Text in English.' }),
    children: t.field({ type: [SubStepInput], description: 'ขั้นตอนย่อยตามลำดับ · Its sub-steps, in order.' }),
  }),
});

const TargetGroupInput = builder.inputType('TargetGroupInput', {
  description: 'กลุ่มเป้าหมาย · A target group.',
  fields: (t) => ({
    textTh: t.string({ required: true, description: 'กลุ่มเป้าหมายภาษาไทย · The group, in Thai.' }),
    textEn: t.string({ description: 'กลุ่มเป้าหมายภาษาอังกฤษ · The group, in English.' }),
    headcount: t.int({ description: 'จำนวนคน ไม่ระบุ = ไม่ทราบ · Number of persons; absent when not known.' }),
  }),
});

const BudgetLineInput = builder.inputType('BudgetLineInput', {
  description: 'งบประมาณของปีหนึ่ง · Budget of one fiscal year.',
  fields: (t) => ({
    fiscalYear: t.field({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณ · Fiscal year of the project.' }),
    status: t.field({ type: BudgetStatus, required: true, description: 'สถานะงบประมาณ · Whether it has a budget.' }),
    amount: t.field({
      type: 'Decimal',
      description: 'จำนวนเงิน (บาท) เฉพาะเมื่อมีงบประมาณ · Amount in baht; with BUDGETED and only then.',
    }),
  }),
});

const IndicatorInput = builder.inputType('IndicatorInput', {
  description: 'ตัวชี้วัด · An indicator.',
  fields: (t) => ({
    id: t.globalID({
      for: Indicator,
      description:
        'ตัวชี้วัดเดิมของโครงการ ค่าที่รายงานไว้ยังอยู่ · An indicator that the project has, which keeps its reported values; absent for a new one.',
    }),
    kind: t.field({ type: IndicatorKind, required: true, description: 'ผลผลิตหรือผลลัพธ์ · Output or outcome.' }),
    textTh: t.string({ required: true, description: 'ข้อความภาษาไทย · Text in Thai.' }),
    textEn: t.string({ description: 'ข้อความภาษาอังกฤษ · Text in English.' }),
    operator: t.field({ type: IndicatorOperator, description: 'ตัวเปรียบเทียบ · How the value is compared.' }),
    threshold: t.field({
      type: 'Decimal',
      description:
        'ค่าเป้าหมาย จำเป็นเมื่อเปรียบเทียบว่าไม่น้อยกว่า ไม่เกิน หรือเท่ากับ · Threshold, needed for GTE, LTE and EQ; of INCREASE and DECREASE the least change.',
    }),
    unit: t.string({ description: 'หน่วยนับ (อังกฤษ) · Unit, in English.' }),
    unitTh: t.string({ description: 'หน่วยนับ · Unit, in Thai.' }),
    measuredByTh: t.string({ description: 'วิธีวัดภาษาไทย · How it is measured, in Thai.' }),
    measuredByEn: t.string({ description: 'วิธีวัดภาษาอังกฤษ · How it is measured, in English.' }),
  }),
});

/** The content that a project may have from the start or get later. */
export const projectContentFields = (t: InputFieldBuilder) => ({
  printedCode: t.string({ description: 'รหัสตามที่พิมพ์ในแผน · Code as the plan prints it.' }),
  sequenceNo: t.int({
    description:
      'ลำดับที่ตามที่พิมพ์ ไม่ซ้ำในภารกิจเดียวกัน · Number as printed, once at each place of the framework; the next of the plan when absent.',
  }),
  titleEn: t.string({ description: 'ชื่อภาษาอังกฤษ · Title in English.' }),
  rationaleTh: t.string({ description: 'หลักการและเหตุผลภาษาไทย · Rationale in Thai.' }),
  rationaleEn: t.string({ description: 'หลักการและเหตุผลภาษาอังกฤษ · Rationale in English.' }),
  objectivesTh: t.string({
    description: 'วัตถุประสงค์ภาษาไทย บรรทัดละหนึ่งข้อ (ไม่เกิน 50) · Objectives in Thai, one a line; at most 50.',
  }),
  objectivesEn: t.string({
    description: 'วัตถุประสงค์ภาษาอังกฤษ บรรทัดละหนึ่งข้อ (ไม่เกิน 50) · Objectives in English, one a line; at most 50.',
  }),
  quarters: t.intList({
    description: 'ไตรมาสที่ดำเนินการ (1-4) · Quarters in which it runs, 1 to 4; empty when not stated.',
  }),
  steps: t.field({
    type: [StepInput],
    description: 'ขั้นตอนทั้งหมดตามลำดับ (ไม่เกิน 100) · All steps of the method, in order; at most 100.',
  }),
  targetGroups: t.field({
    type: [TargetGroupInput],
    description: 'กลุ่มเป้าหมายทั้งหมด (ไม่เกิน 50) · All target groups; at most 50.',
  }),
  responsibleUnitIds: t.globalIDList({
    for: Unit,
    description: 'ส่วนราชการที่รับผิดชอบทั้งหมด (ไม่เกิน 50) · All responsible units of the agency; at most 50.',
  }),
  budgetLines: t.field({
    type: [BudgetLineInput],
    description: 'งบประมาณทั้งหมด ปีละหนึ่งรายการ · All budget lines, one for each fiscal year.',
  }),
  indicators: t.field({
    type: [IndicatorInput],
    description:
      'ตัวชี้วัดทั้งหมดตามลำดับ (ไม่เกิน 50) ตัวที่รายงานค่าแล้วตัดออกไม่ได้ · All indicators, in order; at most 50. One with reported values cannot be left out.',
  }),
});

export type ProjectContentInput = InputShapeFromFields<ReturnType<typeof projectContentFields>>;
