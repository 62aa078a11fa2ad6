import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import type { ItaInstrumentName } from './instrument.logic.ts';
import { ItaInstrumentCode } from './rule-set.type.ts';

type InstrumentRule = {
  readonly instrument: ItaInstrumentName;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly weightPercent: Prisma.Decimal;
};
type IndicatorRule = {
  readonly number: number;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly instrument: ItaInstrumentName;
};
type GradeRule = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly leastTotal: Prisma.Decimal;
  readonly leastOfEachInstrument?: Prisma.Decimal | null;
};

const th = 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Name in Thai, at most 500 characters.';
const en = 'ชื่อภาษาอังกฤษ ไม่เกิน 500 ตัวอักษร · Name in English, at most 500 characters.';

const InstrumentRuleInput = builder.inputRef<InstrumentRule>('ItaInstrumentRuleInput').implement({
  description: 'เครื่องมือของชุดเกณฑ์ · An instrument of a rule set.',
  fields: (t) => ({
    instrument: t.field({ type: ItaInstrumentCode, required: true, description: 'เครื่องมือ · The instrument.' }),
    nameTh: t.string({ required: true, description: th }),
    nameEn: t.string({ required: true, description: en }),
    weightPercent: t.field({
      type: 'Decimal',
      required: true,
      description: 'น้ำหนัก (ร้อยละ) ทุกเครื่องมือรวมกันได้ 100 · Weight in percent; all of them add up to 100.',
    }),
  }),
});

const IndicatorRuleInput = builder.inputRef<IndicatorRule>('ItaIndicatorRuleInput').implement({
  description: 'ตัวชี้วัดของชุดเกณฑ์ · An indicator of a rule set.',
  fields: (t) => ({
    number: t.int({ required: true, description: 'ลำดับ ตั้งแต่ 1 · Number, from 1.' }),
    nameTh: t.string({ required: true, description: th }),
    nameEn: t.string({ required: true, description: en }),
    instrument: t.field({ type: ItaInstrumentCode, required: true, description: 'เครื่องมือที่ใช้วัด · Its instrument.' }),
  }),
});

const GradeRuleInput = builder.inputRef<GradeRule>('ItaGradeRuleInput').implement({
  description: 'ระดับของชุดเกณฑ์ · A grade of a rule set.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'รหัส ไม่เกิน 40 ตัวอักษร · Code, at most 40 characters.' }),
    nameTh: t.string({ required: true, description: th }),
    nameEn: t.string({ required: true, description: en }),
    leastTotal: t.field({ type: 'Decimal', required: true, description: 'คะแนนรวมขั้นต่ำ · Least total.' }),
    leastOfEachInstrument: t.field({
      type: 'Decimal',
      description: 'คะแนนขั้นต่ำของทุกเครื่องมือ · Least score of every instrument; absent where the total alone counts.',
    }),
  }),
});

export const AddItaRuleSetInput = builder.inputType('AddItaRuleSetInput', {
  description: 'เกณฑ์การประเมินของช่วงปีหนึ่ง ทั้งชุด · The rules of a span of years, whole.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'รหัส ไม่ซ้ำ ไม่เกิน 40 ตัวอักษร · Code, unique, at most 40 characters.' }),
    titleTh: t.string({ required: true, description: th }),
    titleEn: t.string({ required: true, description: en }),
    fiscalYearFrom: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ปีแรกที่ใช้ ชุดที่ยังใช้อยู่สิ้นสุดในปีก่อนหน้า · First fiscal year; the set in force ends the year before.',
    }),
    fiscalYearTo: t.field({ type: 'FiscalYear', description: 'ปีสุดท้าย · Last fiscal year; absent while it is open.' }),
    passMark: t.field({
      type: 'Decimal',
      required: true,
      description: 'เกณฑ์ผ่าน เป็นคะแนนขั้นต่ำของระดับหนึ่ง · Pass mark: the least total of a grade.',
    }),
    sourceTh: t.string({
      required: true,
      description: 'แหล่งที่มา ไม่เกิน 4,000 ตัวอักษร · Source, at most 4,000 characters.',
    }),
    instruments: t.field({ type: [InstrumentRuleInput], required: true, description: 'เครื่องมือ · Instruments.' }),
    indicators: t.field({ type: [IndicatorRuleInput], required: true, description: 'ตัวชี้วัด · Indicators.' }),
    grades: t.field({ type: [GradeRuleInput], required: true, description: 'ระดับ สูงสุดก่อน · Grades, the best first.' }),
  }),
});
