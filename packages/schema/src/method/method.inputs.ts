import { builder } from '../graphql/builder.ts';
import { RiskLevel, RiskScaleAxis } from './method.type.ts';

const LevelInput = builder.inputType('RiskMethodLevelInput', {
  description: 'ระดับหนึ่งของวิธี · A level of the method.',
  fields: (t) => ({
    level: t.field({ type: RiskLevel, required: true, description: 'ระดับ · Level.' }),
    labelTh: t.string({
      required: true,
      description: 'ชื่อภาษาไทย (ไม่เกิน 100 ตัวอักษร) · Thai label, at most 100 characters.',
    }),
    labelEn: t.string({
      required: true,
      description: 'ชื่อภาษาอังกฤษ (ไม่เกิน 100 ตัวอักษร) · English label, at most 100 characters.',
    }),
    colour: t.string({ required: true, description: 'สี (#rrggbb) · Colour as #rrggbb.' }),
    isAcceptable: t.boolean({ required: true, description: 'ยอมรับได้หรือไม่ · Whether it is acceptable as it is.' }),
    needsPlan: t.boolean({
      required: true,
      description: 'ต้องมีมาตรการหรือไม่ · Whether it needs a live mitigation or an acceptance.',
    }),
  }),
});

const ScalePointInput = builder.inputType('RiskScalePointInput', {
  description: 'ขั้นหนึ่งของมาตรวัด · A step of a scale.',
  fields: (t) => ({
    axis: t.field({ type: RiskScaleAxis, required: true, description: 'มาตรวัด · Which scale.' }),
    value: t.int({ required: true, description: 'ค่า ตั้งแต่ 1 · Value, from 1.' }),
    labelTh: t.string({
      required: true,
      description: 'ชื่อภาษาไทย (ไม่เกิน 100 ตัวอักษร) · Thai label, at most 100 characters.',
    }),
    labelEn: t.string({
      required: true,
      description: 'ชื่อภาษาอังกฤษ (ไม่เกิน 100 ตัวอักษร) · English label, at most 100 characters.',
    }),
    meaningTh: t.string({
      required: true,
      description: 'ความหมาย (ไม่เกิน 1,000 ตัวอักษร) · Meaning in Thai, at most 1,000 characters.',
    }),
  }),
});

const ScoreBandInput = builder.inputType('RiskScoreBandInput', {
  description: 'ช่วงคะแนนของระดับ รวมค่าต้นและค่าท้าย · Scores of a level, first and last included.',
  fields: (t) => ({
    level: t.field({ type: RiskLevel, required: true, description: 'ระดับ · Level.' }),
    scoreFrom: t.int({ required: true, description: 'ตั้งแต่คะแนน · From this score.' }),
    scoreTo: t.int({ required: true, description: 'ถึงคะแนน · To this score.' }),
  }),
});

const CellInput = builder.inputType('RiskMethodCellInput', {
  description: 'ระดับของช่องหนึ่ง · The level of one cell.',
  fields: (t) => ({
    likelihood: t.int({ required: true, description: 'โอกาส · Likelihood.' }),
    impact: t.int({ required: true, description: 'ผลกระทบ · Impact.' }),
    level: t.field({ type: RiskLevel, required: true, description: 'ระดับ · Level.' }),
  }),
});

export const AddRiskMethodInput = builder.inputType('AddRiskMethodInput', {
  description: 'วิธีประเมินความเสี่ยงทั้งวิธี · A whole risk method: scales, levels, and the level of every cell.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description: 'รหัสวิธี เช่น 5x5 · Code of the method, for example 5x5; its versions share it.',
    }),
    version: t.string({ required: true, description: 'รุ่น เช่น 5x5-2570 ไม่ซ้ำ · Version, for example 5x5-2570; unique.' }),
    titleTh: t.string({ required: true, description: 'ชื่อภาษาไทย · Title in Thai.' }),
    titleEn: t.string({ required: true, description: 'ชื่อภาษาอังกฤษ · Title in English.' }),
    fiscalYearFrom: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ใช้ตั้งแต่ปีงบประมาณ · First fiscal year of use.',
    }),
    isDefault: t.boolean({
      required: true,
      defaultValue: false,
      description: 'เป็นวิธีหลักหรือไม่ · True for a method that new registers use unless another is chosen.',
    }),
    basisTh: t.string({ description: 'ฐานอ้างอิง · Legal or documentary basis.' }),
    likelihoodMax: t.int({
      required: true,
      description: 'จำนวนขั้นของโอกาส (2-10) · Steps of the likelihood scale, 2 to 10.',
    }),
    impactMax: t.int({ required: true, description: 'จำนวนขั้นของผลกระทบ (2-10) · Steps of the impact scale, 2 to 10.' }),
    levels: t.field({ type: [LevelInput], required: true, description: 'ระดับที่ใช้ · The levels that are used.' }),
    scalePoints: t.field({
      type: [ScalePointInput],
      required: true,
      description: 'ทุกขั้นของทั้งสองมาตรวัด · Every step of both scales.',
    }),
    scoreBands: t.field({
      type: [ScoreBandInput],
      description: 'ระดับตามช่วงคะแนน ให้อย่างใดอย่างหนึ่งกับ `cells` · Levels by score; give these or `cells`.',
    }),
    cells: t.field({
      type: [CellInput],
      description: 'ระดับทีละช่อง ให้อย่างใดอย่างหนึ่งกับ `scoreBands` · Levels cell by cell; give these or `scoreBands`.',
    }),
  }),
});
