import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { Plan } from './plan.type.ts';
import { yearsByPlanId, yearsByProjectId } from './project.loader.ts';
import { Project } from './project.type.ts';
import { type YearOfSpending, yearOfSpending } from './spending.logic.ts';

type SpendingShape = YearOfSpending<Prisma.Decimal>;

/** The sum of no amounts is not 0. */
const sum = (amounts: readonly Prisma.Decimal[]): Prisma.Decimal | null =>
  amounts.length === 0 ? null : Prisma.Decimal.sum(...amounts);

const Spending = builder.objectRef<SpendingShape>('Spending').implement({
  description: 'แผนเทียบกับใช้จ่ายของปีงบประมาณหนึ่ง · Planned against spent in one fiscal year.',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', description: 'ปีงบประมาณ · Fiscal year.' }),
    planned: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'แผนงบประมาณ (บาท) ว่างเมื่อไม่มีรายการใดระบุจำนวนเงิน · Planned, in baht: the sum of the BUDGETED lines; null when there is none, see `knownCount` and `unknownCount`.',
      resolve: ({ planned }) => sum(planned),
    }),
    knownCount: t.exposeInt('knownCount', {
      description:
        'จำนวนรายการที่ทราบงบประมาณ รวมที่ไม่ใช้งบประมาณ · Budget lines that say what is planned, NO_BUDGET included.',
    }),
    unknownCount: t.exposeInt('unknownCount', {
      description: 'จำนวนรายการที่ไม่ทราบงบประมาณ · Budget lines whose amount is not known.',
    }),
    spent: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'ใช้จ่ายตามรายงานล่าสุดของแต่ละโครงการ (บาท) ว่างเมื่อไม่มีรายงาน · Spent, in baht: the latest amount that each project reported; null when none did.',
      resolve: ({ spent }) => sum(spent),
    }),
    reportedCount: t.int({
      description: 'จำนวนโครงการที่รายงานการใช้จ่าย · Projects that reported an amount.',
      resolve: ({ spent }) => spent.length,
    }),
    sharePercent: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'ใช้จ่ายร้อยละของแผน · Spent in percent of planned, to two decimals; null when nothing is planned or reported.',
      resolve: ({ planned, spent }) => {
        const [whole, part] = [sum(planned), sum(spent)];
        return !whole || whole.isZero() || !part ? null : part.dividedBy(whole).times(100).toDecimalPlaces(2);
      },
    }),
  }),
});

builder.prismaObjectFields(Project, (t) => ({
  spending: t.field({
    type: Spending,
    description: 'แผนเทียบกับใช้จ่ายของโครงการในปีหนึ่ง · Planned against spent by the project in a fiscal year.',
    args: { fiscalYear: t.arg({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณ · Fiscal year.' }) },
    select: { id: true },
    resolve: async ({ id }, { fiscalYear }, context) => {
      const { lines, reports } = await yearsByProjectId(context).load(id);
      return yearOfSpending(fiscalYear, lines, reports);
    },
  }),
}));

builder.prismaObjectFields(Plan, (t) => ({
  spending: t.field({
    type: [Spending],
    listSize: most.yearsOfPlan,
    description:
      'แผนเทียบกับใช้จ่ายของทุกโครงการ รายปีงบประมาณของแผน · Planned against spent by all projects, for each fiscal year of the plan.',
    select: { id: true, fiscalYearFrom: true, fiscalYearTo: true },
    resolve: async ({ id, fiscalYearFrom, fiscalYearTo }, _args, context) => {
      const { lines, reports } = await yearsByPlanId(context).load(id);
      const years = Array.from({ length: fiscalYearTo - fiscalYearFrom + 1 }, (_none, index) => fiscalYearFrom + index);
      return years.map((year) => yearOfSpending(year, lines, reports));
    },
  }),
}));
