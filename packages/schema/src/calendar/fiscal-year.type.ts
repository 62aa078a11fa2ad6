import { fiscalYearDays, fiscalYearOf, type Quarter, quarterDays, quarterOf } from '../base/fiscal-year.logic.ts';
import { builder } from '../graphql/builder.ts';

const quarters: readonly Quarter[] = [1, 2, 3, 4];
const firstDay = 'วันแรก · First day.';
const lastDay = 'วันสุดท้าย · Last day.';

const QuarterDays = builder.objectRef<{ fiscalYear: number; quarter: Quarter }>('QuarterDays').implement({
  description: 'ไตรมาสของปีงบประมาณ · A quarter of a fiscal year.',
  fields: (t) => ({
    quarter: t.exposeInt('quarter', { description: 'ไตรมาสที่ (1 = ต.ค.-ธ.ค.) · Number: 1 is October to December.' }),
    firstDay: t.field({
      type: 'Date',
      description: firstDay,
      resolve: ({ fiscalYear, quarter }) => quarterDays(fiscalYear, quarter).firstDay,
    }),
    lastDay: t.field({
      type: 'Date',
      description: lastDay,
      resolve: ({ fiscalYear, quarter }) => quarterDays(fiscalYear, quarter).lastDay,
    }),
  }),
});

/** The fiscal year of a day. */
export const FiscalYearDays = builder.objectRef<Date>('FiscalYearDays').implement({
  description: 'ปีงบประมาณของวันหนึ่ง · The fiscal year in which a day lies (Budget Procedure Act B.E. 2561, s. 4).',
  fields: (t) => ({
    fiscalYear: t.field({ type: 'FiscalYear', description: 'ปีงบประมาณ (พ.ศ.) · Fiscal year.', resolve: fiscalYearOf }),
    firstDay: t.field({
      type: 'Date',
      description: firstDay,
      resolve: (day) => fiscalYearDays(fiscalYearOf(day)).firstDay,
    }),
    lastDay: t.field({
      type: 'Date',
      description: lastDay,
      resolve: (day) => fiscalYearDays(fiscalYearOf(day)).lastDay,
    }),
    quarter: t.int({ description: 'ไตรมาสของวันนั้น · Quarter of the day.', resolve: quarterOf }),
    quarters: t.field({
      type: [QuarterDays],
      description: 'ทั้งสี่ไตรมาส · All four quarters.',
      listSize: 4,
      resolve: (day) => quarters.map((quarter) => ({ fiscalYear: fiscalYearOf(day), quarter })),
    }),
  }),
});
