import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { ItaAssessment } from './assessment.type.ts';
import { hundredths, itaYearsByAgencyId } from './result.loader.ts';
import { changeText } from './trend.logic.ts';

type Year = {
  readonly fiscalYear: number;
  readonly total: number | null;
  readonly before: number | null;
  readonly gradeCode: string | null;
};

const ItaYear = builder.objectRef<Year>('ItaYear').implement({
  description: 'ผลของปีหนึ่งในแนวโน้ม · A year of the trend.',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', description: 'ปีงบประมาณ (พ.ศ.) · Fiscal year (B.E.).' }),
    total: t.string({
      nullable: true,
      description: 'คะแนนรวม (เต็ม 100) · Total score, of 100; null where none is known.',
      resolve: ({ total }) => (total === null ? null : changeText(total)),
    }),
    change: t.string({
      nullable: true,
      description: 'เปลี่ยนจากปีก่อน (คะแนน) · Change from the year before, in points; null where either is not known.',
      resolve: ({ total, before }) => (total === null || before === null ? null : changeText(total - before)),
    }),
    gradeCode: t.exposeString('gradeCode', {
      nullable: true,
      description: 'รหัสระดับตามเกณฑ์ของปีนั้น · Code of the grade by the rules of that year.',
    }),
  }),
});

builder.prismaObjectFields(ItaAssessment, (t) => ({
  trend: t.field({
    type: [ItaYear],
    listSize: most.yearsOfItaTrend,
    description:
      'ผลทุกปีของหน่วยงานจนถึงปีนี้ เก่าสุดก่อน · The results of the agency until this year that the viewer may see, the earliest first.',
    select: { agencyId: true, fiscalYear: true },
    resolve: async ({ agencyId, fiscalYear }, _args, context) => {
      const years = await itaYearsByAgencyId(context).load(agencyId);
      const until = years.filter((each) => each.fiscalYear <= fiscalYear).slice(-most.yearsOfItaTrend);
      return until.map((each) => {
        const before = years.find((other) => other.fiscalYear === each.fiscalYear - 1)?.total ?? null;
        return {
          fiscalYear: each.fiscalYear,
          gradeCode: each.gradeCode,
          total: each.total && hundredths(each.total),
          before: before && hundredths(before),
        };
      });
    },
  }),
}));
