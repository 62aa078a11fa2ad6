import { arabicDigits } from '../base/digits.logic.ts';
import { textFault } from '../base/text.logic.ts';
import { isPage } from '../base/web-address.logic.ts';
import { builder } from '../graphql/builder.ts';
import { type Check, NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import type { ItaInstrumentName } from './instrument.logic.ts';
import { ItaInstrumentCode } from './rule-set.type.ts';

type Absent = null | undefined;
const NUMBER_MAX = 20;

type InstrumentDraft = {
  readonly instrument: ItaInstrumentName;
  readonly scorePrinted?: string | null;
  readonly weightedPrinted?: string | null;
  readonly respondents?: number | null;
};
type IndicatorDraft = { readonly number: number; readonly averagePrinted: string };
type RowDraft = {
  readonly labelTh: string;
  readonly labelEn?: string | null;
  readonly countPrinted?: number | null;
  readonly percentPrinted?: string | null;
};
type TableDraft = {
  readonly number: string;
  readonly instrument: ItaInstrumentName;
  readonly titleTh: string;
  readonly titleEn?: string | null;
  readonly totalCountPrinted?: number | null;
  readonly totalPercentPrinted?: string | null;
  readonly rows: readonly RowDraft[];
};

const InstrumentScoreInput = builder.inputRef<InstrumentDraft>('ItaInstrumentScoreInput').implement({
  description: 'คะแนนของเครื่องมือ · The score of an instrument.',
  fields: (t) => ({
    instrument: t.field({ type: ItaInstrumentCode, required: true, description: 'เครื่องมือ · The instrument.' }),
    scorePrinted: t.string({ description: 'คะแนนตามที่พิมพ์ (0-100) · Score as printed, 0 to 100.' }),
    weightedPrinted: t.string({ description: 'คะแนนถ่วงน้ำหนักตามที่พิมพ์ · Weighted score as printed.' }),
    respondents: t.int({ description: 'จำนวนผู้ตอบ (คน) · How many people answered.' }),
  }),
});

const IndicatorScoreInput = builder.inputRef<IndicatorDraft>('ItaIndicatorScoreInput').implement({
  description: 'คะแนนเฉลี่ยของตัวชี้วัด · The average of an indicator.',
  fields: (t) => ({
    number: t.int({ required: true, description: 'ลำดับตัวชี้วัด · Number of the indicator.' }),
    averagePrinted: t.string({
      required: true,
      description: 'คะแนนเฉลี่ยตามที่พิมพ์ (0-100) · Average as printed, 0 to 100.',
    }),
  }),
});

const RespondentRowInput = builder.inputRef<RowDraft>('ItaRespondentRowInput').implement({
  description: 'แถวของตารางผู้ตอบ · A row of a table of respondents.',
  fields: (t) => ({
    labelTh: t.string({ required: true, description: 'กลุ่มภาษาไทย · Group in Thai.' }),
    labelEn: t.string({ description: 'กลุ่มภาษาอังกฤษ · Group in English.' }),
    countPrinted: t.int({ description: 'จำนวนคนตามที่พิมพ์ · Count as printed.' }),
    percentPrinted: t.string({ description: 'ร้อยละตามที่พิมพ์ · Percentage as printed.' }),
  }),
});

const RespondentTableInput = builder.inputRef<TableDraft>('ItaRespondentTableInput').implement({
  description: 'ตารางผู้ตอบแบบวัด · A table of respondents.',
  fields: (t) => ({
    number: t.string({ required: true, description: 'เลขที่ตาราง เช่น 2.1 · Number of the table, for example 2.1.' }),
    instrument: t.field({ type: ItaInstrumentCode, required: true, description: 'เครื่องมือ · The instrument.' }),
    titleTh: t.string({ required: true, description: 'ชื่อภาษาไทย · Title in Thai.' }),
    titleEn: t.string({ description: 'ชื่อภาษาอังกฤษ · Title in English.' }),
    totalCountPrinted: t.int({ description: 'รวมจำนวนคนตามที่พิมพ์ · Total count as printed.' }),
    totalPercentPrinted: t.string({ description: 'รวมร้อยละตามที่พิมพ์ · Total percentage as printed.' }),
    rows: t.field({ type: [RespondentRowInput], required: true, description: 'แถวตามลำดับ · Rows in their order.' }),
  }),
});

/** What adding and editing a result have in common. */
export const assessmentFields = (t: InputFieldBuilder) => ({
  totalPrinted: t.string({ description: 'คะแนนรวมตามที่พิมพ์ (0-100) · Total score as printed, 0 to 100.' }),
  gradePrinted: t.string({ description: 'ระดับตามที่พิมพ์ เช่น ผ่านดี · Grade as printed, for example ผ่านดี.' }),
  announcementUrl: t.string({
    description: 'ที่อยู่ของประกาศผลโดยสำนักงาน ป.ป.ช. · Where the NACC announced the result: an address on the web.',
  }),
  noteTh: t.string({ description: 'หมายเหตุ ไม่เกิน 4,000 ตัวอักษร · Note, at most 4,000 characters.' }),
  instruments: t.field({
    type: [InstrumentScoreInput],
    description: 'คะแนนทุกเครื่องมือ ทั้งชุด · Scores of the instruments, the whole list.',
  }),
  indicators: t.field({
    type: [IndicatorScoreInput],
    description: 'คะแนนเฉลี่ยทุกตัวชี้วัด ทั้งชุด · Averages of the indicators, the whole list.',
  }),
  respondentTables: t.field({
    type: [RespondentTableInput],
    description: 'ตารางผู้ตอบ ทั้งชุด · Tables of respondents, the whole list.',
  }),
});

type Given = {
  readonly totalPrinted?: string | null;
  readonly gradePrinted?: string | null;
  readonly announcementUrl?: string | null;
  readonly noteTh?: string | null;
  readonly instruments?: readonly InstrumentDraft[] | null;
  readonly indicators?: readonly IndicatorDraft[] | null;
  readonly respondentTables?: readonly TableDraft[] | null;
};

/** A printed figure with Arabic digits; blank is none. */
const figure = (text: string | Absent): string | null => arabicDigits((text ?? '').trim()) || null;
const figureGiven = (text: string | Absent) => (text === undefined ? undefined : figure(text));

function pageOf(check: Check, url: string | Absent) {
  const page = check.optionalText('announcementUrl', url, { max: NAME_MAX });
  if (page && !textFault(page) && !isPage(page))
    check.add(
      'announcementUrl',
      'ที่อยู่ของประกาศต้องขึ้นต้นด้วย https:// หรือ http://',
      'The address of the announcement begins with https:// or http://.',
      'NOT_A_PAGE',
    );
  return page;
}

function tableOf(check: Check, { instrument, rows, ...table }: TableDraft, index: number) {
  const part = check.at(`respondentTables[${index}]`);
  part.list('rows', rows, most.rowsOfRespondentTable);
  return {
    number: part.text('number', arabicDigits(table.number), { max: NUMBER_MAX }),
    instrumentCode: instrument,
    titleTh: part.text('titleTh', table.titleTh, { max: NAME_MAX }),
    titleEn: part.optionalText('titleEn', table.titleEn, { max: NAME_MAX }),
    totalCountPrinted: table.totalCountPrinted ?? null,
    totalPercentPrinted: figure(table.totalPercentPrinted),
    rows: rows.map((row, at) => {
      const within = part.at(`rows[${at}]`);
      return {
        sortOrder: at + 1,
        labelTh: within.text('labelTh', row.labelTh, { max: NAME_MAX }),
        labelEn: within.optionalText('labelEn', row.labelEn, { max: NAME_MAX }),
        countPrinted: row.countPrinted ?? null,
        percentPrinted: figure(row.percentPrinted),
      };
    }),
  };
}

/** What is given of a result, as it is kept; undefined is what an edit leaves out. */
export function contentOf(check: Check, given: Given) {
  return {
    heading: {
      totalPrinted: figureGiven(given.totalPrinted),
      gradePrinted: check.optionalText('gradePrinted', given.gradePrinted, { max: NAME_MAX }),
      announcementUrl: pageOf(check, given.announcementUrl),
      noteTh: check.optionalText('noteTh', given.noteTh, { max: TEXT_MAX }),
    },
    instruments: check.list('instruments', given.instruments, most.instrumentsOfRuleSet)?.map((each) => ({
      code: each.instrument,
      scorePrinted: figure(each.scorePrinted),
      weightedPrinted: figure(each.weightedPrinted),
      respondentCount: each.respondents ?? null,
    })),
    indicators: check.list('indicators', given.indicators, most.indicatorsOfRuleSet)?.map((each) => ({
      number: each.number,
      averagePrinted: figure(each.averagePrinted) ?? '',
    })),
    respondentTables: check
      .list('respondentTables', given.respondentTables, most.respondentTables)
      ?.map((table, index) => tableOf(check, table, index)),
  };
}

export type GivenContent = ReturnType<typeof contentOf>;
