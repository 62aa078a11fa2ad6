import { builder } from '../graphql/builder.ts';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';
import { isInstrumentName } from '../ita/instrument.logic.ts';
import { ItaInstrumentCode } from '../ita/rule-set.type.ts';
import { textOf } from '../ita/score.logic.ts';
import { changeText } from '../ita/trend.logic.ts';
import { Centre } from './centre.type.ts';
import { agenciesMax } from './centre-filter.ts';
import { CentreFilterInput } from './filter.ts';
import { type ItaStanding, itaTable, yearsOfTrend } from './ita-table.ts';

type YearOfTrend = { readonly fiscalYear: number; readonly total: number | null; readonly before: number | null };

const ItaTrendYear = builder.objectRef<YearOfTrend>('ItaTrendYear').implement({
  description: 'คะแนนรวมของปีหนึ่ง · The total of a year.',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', description: 'ปีงบประมาณ (พ.ศ.) · Fiscal year (B.E.).' }),
    total: t.string({
      nullable: true,
      description: 'คะแนนรวม (เต็ม 100) · Total score, of 100; null where none is known.',
      resolve: ({ total }) => (total === null ? null : textOf(total)),
    }),
    change: t.string({
      nullable: true,
      description: 'เปลี่ยนจากปีก่อน (คะแนน) · Change from the year before, in points; null where either is not known.',
      resolve: ({ total, before }) => (total === null || before === null ? null : changeText(total - before)),
    }),
  }),
});

const ItaTableRow = builder.objectRef<ItaStanding>('ItaTableRow').implement({
  description:
    'หน่วยงานหนึ่งในตารางผล ITA · An agency in the ITA table: total, grade, what blocks the next grade, and the trend.',
  fields: (t) => ({
    agencyCode: t.exposeString('agencyCode', { description: 'รหัสหน่วยงาน · Code of the agency.' }),
    agencyNameTh: t.exposeString('agencyNameTh', { description: 'ชื่อหน่วยงานภาษาไทย · Thai name of the agency.' }),
    agencyNameEn: t.exposeString('agencyNameEn', { description: 'ชื่อหน่วยงานภาษาอังกฤษ · English name of the agency.' }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', description: 'ปีงบประมาณ (พ.ศ.) · Fiscal year (B.E.).' }),
    assessmentId: t.id({
      nullable: true,
      description: 'รหัสผลการประเมิน ส่งให้ `node` ได้ · Id of the result, for `node`; null where none is recorded.',
      resolve: ({ assessmentId }) => assessmentId && encodeGlobalId('ItaAssessment', assessmentId),
    }),
    total: t.string({
      nullable: true,
      description: 'คะแนนรวมที่ใช้จัดระดับ (เต็ม 100) · Total by which it is graded, of 100; null where none is known.',
      resolve: ({ total }) => (total === null ? null : textOf(total)),
    }),
    grade: t.string({
      nullable: true,
      description: 'ระดับตามเกณฑ์ของปี · Grade by the rules of the year, in Thai; null where the scores do not tell.',
      resolve: ({ grade }) => grade?.nameTh ?? null,
    }),
    gradeEn: t.string({
      nullable: true,
      description: 'ระดับเป็นภาษาอังกฤษ · The same grade in English.',
      resolve: ({ grade }) => grade?.nameEn ?? null,
    }),
    gradePrinted: t.exposeString('gradePrinted', {
      nullable: true,
      description: 'ระดับตามที่พิมพ์ · Grade as printed.',
    }),
    blockingInstrument: t.field({
      type: ItaInstrumentCode,
      nullable: true,
      description:
        'เครื่องมือที่ขวางระดับถัดไปมากที่สุด · The instrument that blocks the next grade most; null where only the total falls short.',
      resolve: ({ gap }) => {
        const code = gap?.blocking[0]?.code;
        return code && isInstrumentName(code) ? code : null;
      },
    }),
    gapPoints: t.string({
      nullable: true,
      description:
        'คะแนนที่ขาดจากระดับถัดไป ของเครื่องมือนั้นหรือของคะแนนรวม · Points missing to the next grade: of that instrument, else of the total; null at the best grade.',
      resolve: ({ gap }) => gap && textOf(gap.blocking[0]?.points ?? gap.totalShortfall),
    }),
    gapTotal: t.string({
      nullable: true,
      description: 'คะแนนรวมเมื่อถึงระดับถัดไป · The total once the next grade is reached.',
      resolve: ({ gap }) => gap && textOf(gap.total),
    }),
    percentile: t.exposeFloat('percentile', {
      nullable: true,
      description:
        'เปอร์เซ็นไทล์ในหน่วยงานประเภทเดียวกัน · Percentile of the total among agencies of its kind with a total, equal ones counted half.',
    }),
    trend: t.field({
      type: [ItaTrendYear],
      listSize: yearsOfTrend,
      description: `ผลย้อนหลังไม่เกิน ${yearsOfTrend} ปี เก่าสุดก่อน · The last ${yearsOfTrend} years of which there is a result, the earliest first.`,
      resolve: ({ trend }) =>
        (trend ?? []).map((year) => ({
          ...year,
          before: trend?.find(({ fiscalYear }) => fiscalYear === year.fiscalYear - 1)?.total ?? null,
        })),
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'เป็นหน่วยงานตัวอย่างที่แต่งขึ้น · Whether the agency is an invented one.',
    }),
  }),
});

builder.objectFields(Centre, (t) => ({
  itaTable: t.field({
    type: [ItaTableRow],
    description:
      'ตารางผล ITA ของปีหนึ่ง คะแนนสูงก่อน หน่วยงานที่ยังไม่มีผลอยู่ท้าย · The ITA table of a year: every agency, the highest total first, those without a result last.',
    listSize: ({ filter }, cityCounts) => agenciesMax(filter, cityCounts),
    args: {
      fiscalYear: t.arg({
        type: 'FiscalYear',
        required: true,
        description: 'ปีงบประมาณที่ประเมิน · Fiscal year assessed.',
      }),
      filter: t.arg({ type: CentreFilterInput, description: 'ขอบเขต · Which agencies.' }),
    },
    resolve: (_centre, asked, context) => itaTable(context, asked),
  }),
}));
