import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import type { ItaInstrumentName } from './instrument.logic.ts';
import { percentOf, sumOfCounts, sumOfPercents } from './respondents.logic.ts';
import { agrees } from './result.logic.ts';
import { scoreText } from './result.type.ts';
import { ItaInstrumentCode } from './rule-set.type.ts';
import { scoreOf } from './score.logic.ts';

type Row = {
  readonly labelTh: string;
  readonly labelEn: string | null;
  readonly countPrinted: number | null;
  readonly percentPrinted: string | null;
};

type Table = {
  readonly number: string;
  readonly instrumentCode: ItaInstrumentName;
  readonly titleTh: string;
  readonly titleEn: string | null;
  readonly totalCountPrinted: number | null;
  readonly totalPercentPrinted: string | null;
  readonly rows: readonly Row[];
};

/** A row with the number of people to whom its percentage is related. */
type RowOfTable = Row & { readonly whole: number | null };

const ItaRespondentRow = builder.objectRef<RowOfTable>('ItaRespondentGroup').implement({
  description: 'แถวของตารางผู้ตอบ · A row of a table of respondents.',
  fields: (t) => ({
    labelTh: t.exposeString('labelTh', { description: 'กลุ่มภาษาไทย · Group in Thai.' }),
    labelEn: t.exposeString('labelEn', { nullable: true, description: 'กลุ่มภาษาอังกฤษ · Group in English.' }),
    countPrinted: t.exposeInt('countPrinted', {
      nullable: true,
      description: 'จำนวนคนตามที่พิมพ์ · Count of people as printed.',
    }),
    percentPrinted: t.exposeString('percentPrinted', {
      nullable: true,
      description: 'ร้อยละตามที่พิมพ์ · Percentage as printed.',
    }),
    percentComputed: t.string({
      nullable: true,
      description: 'ร้อยละที่คำนวณจากจำนวนคนต่อยอดรวมที่พิมพ์ · Percentage of the printed total, as it computes.',
      resolve: ({ countPrinted, whole }) => scoreText(percentOf(countPrinted, whole)),
    }),
    percentAgrees: t.boolean({
      nullable: true,
      description: 'ร้อยละตรงกันหรือไม่ · Whether both percentages agree; null where one is missing.',
      resolve: ({ countPrinted, percentPrinted, whole }) =>
        agrees(scoreOf(percentPrinted), percentOf(countPrinted, whole)),
    }),
  }),
});

export const ItaRespondentTable = builder.objectRef<Table>('ItaRespondents').implement({
  description: 'ตารางผู้ตอบแบบวัดตามที่พิมพ์ พร้อมยอดที่คำนวณ · A table of respondents as printed, with what it adds up to.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'เลขที่ตาราง · Number of the table.' }),
    instrumentCode: t.expose('instrumentCode', { type: ItaInstrumentCode, description: 'เครื่องมือ · The instrument.' }),
    titleTh: t.exposeString('titleTh', { description: 'ชื่อภาษาไทย · Title in Thai.' }),
    titleEn: t.exposeString('titleEn', { nullable: true, description: 'ชื่อภาษาอังกฤษ · Title in English.' }),
    rows: t.field({
      type: [ItaRespondentRow],
      listSize: most.rowsOfRespondentTable,
      description: 'แถวตามลำดับที่พิมพ์ · Rows in the order in which they are printed.',
      resolve: ({ rows, totalCountPrinted }) => {
        const whole = totalCountPrinted ?? sumOfCounts(rows);
        return rows.map((row) => ({ ...row, whole }));
      },
    }),
    totalCountPrinted: t.exposeInt('totalCountPrinted', {
      nullable: true,
      description: 'รวมจำนวนคนตามที่พิมพ์ · Total count as printed.',
    }),
    totalPercentPrinted: t.exposeString('totalPercentPrinted', {
      nullable: true,
      description: 'รวมร้อยละตามที่พิมพ์ · Total percentage as printed.',
    }),
    countSum: t.int({
      nullable: true,
      description: 'ผลบวกของจำนวนคนทุกแถว · Sum of the counts of all rows.',
      resolve: ({ rows }) => sumOfCounts(rows),
    }),
    percentSum: t.string({
      nullable: true,
      description: 'ผลบวกของร้อยละทุกแถว · Sum of the printed percentages.',
      resolve: ({ rows }) => scoreText(sumOfPercents(rows)),
    }),
    countAgrees: t.boolean({
      nullable: true,
      description: 'จำนวนคนรวมกันได้ตามที่พิมพ์หรือไม่ · Whether the counts add up to the printed total.',
      resolve: ({ rows, totalCountPrinted }) => {
        const sum = sumOfCounts(rows);
        return totalCountPrinted === null || sum === null ? null : sum === totalCountPrinted;
      },
    }),
    percentAgrees: t.boolean({
      nullable: true,
      description:
        'ร้อยละรวมกันได้ตามที่พิมพ์หรือไม่ · Whether the percentages add up to the printed total; rounding alone may be why they do not.',
      resolve: ({ rows, totalPercentPrinted }) => agrees(scoreOf(totalPercentPrinted), sumOfPercents(rows)),
    }),
  }),
});
