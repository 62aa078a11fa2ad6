import { builder } from '../graphql/builder.ts';
import { enumOf } from '../graphql/enums.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import type { ItaInstrumentName } from './instrument.logic.ts';
import { agrees, type InstrumentResult, type TotalBasis, weighted } from './result.logic.ts';
import { ItaInstrumentCode } from './rule-set.type.ts';
import { rounded, type Score, scoreOf, textOf } from './score.logic.ts';

export const ItaTotalBasis = enumOf<TotalBasis>(
  'ItaTotalBasis',
  'สิ่งที่ใช้คำนวณคะแนนรวม · From what a total is computed.',
  {
    INDICATORS: 'คะแนนเฉลี่ยของทุกตัวชี้วัด · The averages of all indicators.',
    INSTRUMENTS:
      'คะแนนของเครื่องมือตามที่พิมพ์ เพราะคะแนนตัวชี้วัดไม่ครบ · The scores of the instruments as printed, because not all averages are known.',
  },
);

/** A score with two decimals, or as many as asked for. */
export const scoreText = (score: Score | null, places = 2): string | null =>
  score && textOf(rounded(score, places), places);

export type InstrumentShown = InstrumentResult & {
  readonly code: ItaInstrumentName;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly scorePrinted: string | null;
  readonly weightedScorePrinted: string | null;
  readonly respondentCount: number | null;
};

/** The weighted score of an instrument, of what is printed where it is. */
const weightedOf = ({ printed, computed, weight }: InstrumentShown): Score | null => {
  const score = printed ?? computed;
  return score && weighted(score, weight);
};

const EXACT_PLACES = 4;

export const ItaInstrumentResult = builder.objectRef<InstrumentShown>('ItaInstrumentResult').implement({
  description:
    'คะแนนของเครื่องมือในผลการประเมิน · An instrument in an ITA result: its score as printed and as it computes.',
  fields: (t) => ({
    code: t.expose('code', { type: ItaInstrumentCode, description: 'เครื่องมือ · The instrument.' }),
    nameTh: t.exposeString('nameTh', { description: 'ชื่อภาษาไทย · Name in Thai.' }),
    nameEn: t.exposeString('nameEn', { description: 'ชื่อภาษาอังกฤษ · Name in English.' }),
    weightPercent: t.string({
      description: 'น้ำหนักในคะแนนรวม (ร้อยละ) · Weight in the total, in percent.',
      resolve: ({ weight }) => textOf(weight),
    }),
    respondents: t.exposeInt('respondentCount', {
      nullable: true,
      description: 'จำนวนผู้ตอบ (คน) · How many people answered; null where none is printed.',
    }),
    scorePrinted: t.exposeString('scorePrinted', {
      nullable: true,
      description: 'คะแนนตามที่พิมพ์ (เต็ม 100) · Score, of 100, as printed.',
    }),
    scoreComputed: t.string({
      nullable: true,
      description:
        'คะแนนที่คำนวณจากค่าเฉลี่ยของตัวชี้วัด ทศนิยมสองตำแหน่ง · Mean of its indicators, with two decimals; null until all of them are known.',
      resolve: ({ computed }) => scoreText(computed),
    }),
    scoreComputedExact: t.string({
      nullable: true,
      description: 'คะแนนที่คำนวณ ทศนิยมสี่ตำแหน่ง · The same with four decimals.',
      resolve: ({ computed }) => scoreText(computed, EXACT_PLACES),
    }),
    scoreAgrees: t.boolean({
      nullable: true,
      description:
        'คะแนนที่พิมพ์ตรงกับที่คำนวณหรือไม่ · Whether the printed score agrees with the computed one; null where one is missing.',
      resolve: ({ printed, computed }) => agrees(printed, computed),
    }),
    weightedPrinted: t.exposeString('weightedScorePrinted', {
      nullable: true,
      description: 'คะแนนถ่วงน้ำหนักตามที่พิมพ์ · Weighted score as printed.',
    }),
    weightedComputed: t.string({
      nullable: true,
      description:
        'คะแนนถ่วงน้ำหนักที่คำนวณจากคะแนนตามที่พิมพ์ · Weighted score computed from the printed score, else from the computed one.',
      resolve: (each) => scoreText(weightedOf(each)),
    }),
    weightedAgrees: t.boolean({
      nullable: true,
      description: 'คะแนนถ่วงน้ำหนักตรงกันหรือไม่ · Whether the weighted score agrees with `weightedComputed`.',
      resolve: (each) => agrees(each.weightedPrinted, weightedOf(each)),
    }),
    weightedFromIndicators: t.string({
      nullable: true,
      description:
        'คะแนนถ่วงน้ำหนักที่คำนวณจากตัวชี้วัด ทศนิยมสี่ตำแหน่ง · Weighted score computed from the indicators, with four decimals.',
      resolve: ({ computed, weight }) => scoreText(computed && weighted(computed, weight), EXACT_PLACES),
    }),
  }),
});

type IndicatorShown = {
  readonly number: number;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly instrumentCode: ItaInstrumentName;
  readonly averagePrinted: string | null;
};

export const ItaIndicatorResult = builder.objectRef<IndicatorShown>('ItaIndicatorResult').implement({
  description: 'คะแนนของตัวชี้วัดในผลการประเมิน · An indicator in an ITA result.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'ลำดับตัวชี้วัด · Number of the indicator.' }),
    nameTh: t.exposeString('nameTh', { description: 'ชื่อภาษาไทย · Name in Thai.' }),
    nameEn: t.exposeString('nameEn', { description: 'ชื่อภาษาอังกฤษ · Name in English.' }),
    instrumentCode: t.expose('instrumentCode', {
      type: ItaInstrumentCode,
      description: 'เครื่องมือที่ใช้วัด · The instrument that measures it.',
    }),
    averagePrinted: t.exposeString('averagePrinted', {
      nullable: true,
      description: 'คะแนนเฉลี่ยตามที่พิมพ์ (เต็ม 100) · Average, of 100, as printed; null where none is.',
    }),
    average: t.string({
      nullable: true,
      description: 'คะแนนเฉลี่ยทศนิยมสองตำแหน่ง · The average with two decimals.',
      resolve: ({ averagePrinted }) => scoreText(scoreOf(averagePrinted)),
    }),
  }),
});

type ShortfallShown = { readonly code: ItaInstrumentName; readonly points: number };

const ItaShortfall = builder.objectRef<ShortfallShown>('ItaShortfall').implement({
  description: 'คะแนนที่เครื่องมือหนึ่งยังขาด · What an instrument lacks to the next grade.',
  fields: (t) => ({
    instrument: t.expose('code', { type: ItaInstrumentCode, description: 'เครื่องมือ · The instrument.' }),
    points: t.string({
      description: 'คะแนนที่ขาด (เต็ม 100) · How many points, of 100, it lacks.',
      resolve: ({ points }) => textOf(points),
    }),
  }),
});

export type GapShown = {
  readonly gradeTh: string;
  readonly gradeEn: string;
  readonly blocking: readonly ShortfallShown[];
  readonly totalShortfall: number;
  readonly total: number;
};

export const ItaGap = builder.objectRef<GapShown>('ItaGap').implement({
  description:
    'สิ่งที่ยังขาดจากระดับถัดไป · What is missing to the next better grade: which instrument stands in the way, by how many points, and what the total would be then.',
  fields: (t) => ({
    gradeTh: t.exposeString('gradeTh', { description: 'ระดับถัดไป ภาษาไทย · The next grade, in Thai.' }),
    gradeEn: t.exposeString('gradeEn', { description: 'ระดับถัดไป ภาษาอังกฤษ · The next grade, in English.' }),
    instrument: t.field({
      type: ItaInstrumentCode,
      nullable: true,
      description:
        'เครื่องมือที่ขาดมากที่สุด ว่างไว้เมื่อขาดเฉพาะคะแนนรวม · The instrument that lacks most; null where only the total falls short.',
      resolve: ({ blocking }) => blocking[0]?.code ?? null,
    }),
    points: t.string({
      description:
        'คะแนนที่ขาด: ของเครื่องมือนั้น หรือของคะแนนรวม · How many points it lacks; those of the total where no instrument stands in the way.',
      resolve: ({ blocking, totalShortfall }) => textOf(blocking[0]?.points ?? totalShortfall),
    }),
    total: t.string({
      description: 'คะแนนรวมเมื่อได้ครบแล้ว · The total score once all of it is made up.',
      resolve: ({ total }) => textOf(total),
    }),
    totalShortfall: t.string({
      description: 'คะแนนรวมที่ยังขาดในวันนี้ · How many points the total lacks as it stands.',
      resolve: ({ totalShortfall }) => textOf(totalShortfall),
    }),
    blocking: t.field({
      type: [ItaShortfall],
      listSize: most.instrumentsOfRuleSet,
      description: 'ทุกเครื่องมือที่ขาด ขาดมากก่อน · Every instrument that stands in the way, the one that lacks most first.',
      resolve: ({ blocking }) => [...blocking],
    }),
  }),
});
