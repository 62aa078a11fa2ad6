import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { valueLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { amountsOf } from './budget-total.logic.ts';
import { PrintedFigureKind } from './plan.enums.ts';
import { Plan } from './plan.type.ts';

const figuresByPlanId = valueLoader(async (context, planIds: readonly string[]) => {
  const of = { planId: { in: [...planIds] } };
  const [figures, projects] = await Promise.all([
    agencyDb(context).printedFigure.findMany({
      where: of,
      orderBy: [{ kind: 'asc' }, { dimensionNumber: 'asc' }, { fiscalYear: 'asc' }, { id: 'asc' }],
      select: { planId: true, kind: true, dimensionNumber: true, fiscalYear: true, printedText: true, value: true },
    }),
    agencyDb(context).project.findMany({
      where: of,
      select: {
        planId: true,
        fiscalYears: true,
        dimension: { select: { number: true } },
        budgetLines: { select: { fiscalYear: true, status: true, amount: true } },
      },
    }),
  ]);
  return planIds.map((planId) => ({
    figures: figures.filter((figure) => figure.planId === planId),
    projects: projects.filter((project) => project.planId === planId),
  }));
});

type Loaded = Awaited<ReturnType<ReturnType<typeof figuresByPlanId>['load']>>;
type Figure = Loaded['figures'][number];

/** The sums over a plan's projects for which a document prints a figure. */
function computed({ kind, dimensionNumber, fiscalYear }: Figure, projects: Loaded['projects']): Prisma.Decimal | null {
  const meant = projects.filter(({ dimension }) => dimensionNumber === null || dimension.number === dimensionNumber);
  if (kind === 'PROJECT_COUNT')
    return new Prisma.Decimal(
      meant.filter(({ fiscalYears }) => fiscalYear === null || fiscalYears.includes(fiscalYear)).length,
    );
  const lines = meant
    .flatMap(({ budgetLines }) => budgetLines)
    .filter((line) => fiscalYear === null || line.fiscalYear === fiscalYear);
  const amounts = amountsOf(lines);
  return amounts.length === 0 ? null : Prisma.Decimal.sum(...amounts);
}

const PlanSum = builder.objectRef<Figure & { readonly computed: Prisma.Decimal | null }>('PlanSum').implement({
  description: 'ตัวเลขที่พิมพ์เทียบกับที่คำนวณ · A printed figure beside what the projects come to.',
  fields: (t) => ({
    kind: t.expose('kind', { type: PrintedFigureKind, description: 'ประเภทตัวเลข · What is counted.' }),
    dimensionNumber: t.exposeInt('dimensionNumber', {
      nullable: true,
      description: 'มิติ ว่าง = ทั้งแผน · Dimension; null for the whole plan.',
    }),
    fiscalYear: t.expose('fiscalYear', {
      type: 'FiscalYear',
      nullable: true,
      description: 'ปีงบประมาณ ว่าง = ทุกปี · Fiscal year; null for all years.',
    }),
    printedText: t.exposeString('printedText', { description: 'ข้อความตามที่พิมพ์ · Text exactly as printed.' }),
    printed: t.expose('value', {
      type: 'Decimal',
      nullable: true,
      description: 'ค่าที่พิมพ์ · The printed value; null where it cannot be read.',
    }),
    computed: t.expose('computed', {
      type: 'Decimal',
      nullable: true,
      description:
        'ค่าที่คำนวณจากโครงการ ว่างเมื่อไม่มีรายการใดระบุจำนวนเงิน · The value computed from the projects; null for a budget when none of them states an amount.',
    }),
    agrees: t.boolean({
      nullable: true,
      description: 'ตรงกันหรือไม่ · Whether the two agree; null where the printed value cannot be read.',
      resolve: ({ value, computed }) => value?.equals(computed ?? 0) ?? null,
    }),
  }),
});

builder.prismaObjectFields(Plan, (t) => ({
  sums: t.field({
    type: [PlanSum],
    description:
      'ตัวเลขที่พิมพ์ในเอกสารเทียบกับที่คำนวณ · Every figure that the source document prints, beside what the projects come to.',
    listSize: most.transcribed,
    select: { id: true },
    resolve: async ({ id }, _args, context) => {
      const { figures, projects } = await figuresByPlanId(context).load(id);
      return figures.map((figure) => ({ ...figure, computed: computed(figure, projects) }));
    },
  }),
}));
