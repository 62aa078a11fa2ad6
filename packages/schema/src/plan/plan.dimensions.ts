import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { valueLoader } from '../graphql/loader.ts';
import type { Context } from '../tenancy/context.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { amountsOf, whyNoTotal } from './budget-total.logic.ts';
import { Plan } from './plan.type.ts';

type PlanDimensionShape = { planId: string; dimensionId: string; number: number; titleTh: string; titleEn: string };

const projectCountByPlanId = valueLoader(async (context, planIds: readonly string[]) => {
  const counts = await agencyDb(context).project.groupBy({
    by: ['planId', 'dimensionId'],
    where: { planId: { in: [...planIds] } },
    _count: { _all: true },
  });
  return planIds.map(
    (planId) => new Map(counts.filter((row) => row.planId === planId).map((row) => [row.dimensionId, row._count._all])),
  );
});

/** The budget lines of the projects of each plan, with the dimension of each. */
const budgetLinesByPlanId = valueLoader(async (context, planIds: readonly string[]) => {
  const lines = await agencyDb(context).budgetLine.findMany({
    where: { project: { planId: { in: [...planIds] } } },
    select: { amount: true, status: true, fiscalYear: true, project: { select: { planId: true, dimensionId: true } } },
  });
  return planIds.map((planId) => lines.filter(({ project }) => project.planId === planId));
});

/** The budget lines of a dimension, of one fiscal year or of all. */
async function linesOf({ planId, dimensionId }: PlanDimensionShape, year: number | null | undefined, context: Context) {
  const lines = await budgetLinesByPlanId(context).load(planId);
  return lines.filter(
    ({ project, fiscalYear }) => project.dimensionId === dimensionId && (year ?? fiscalYear) === fiscalYear,
  );
}

const ofYear = 'ปีงบประมาณ ไม่ระบุ = ทุกปี · Fiscal year; all years when absent.';

const PlanDimension = builder.objectRef<PlanDimensionShape>('PlanDimension').implement({
  description:
    'มิติหนึ่งของแผน พร้อมจำนวนโครงการและงบประมาณที่คำนวณจากโครงการ · A dimension of a plan, with figures computed from its projects.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'ลำดับมิติ (1-4) · Number of the dimension, 1 to 4.' }),
    titleTh: t.exposeString('titleTh', { description: 'ชื่อภาษาไทย · Title in Thai.' }),
    titleEn: t.exposeString('titleEn', { description: 'ชื่อภาษาอังกฤษ · Title in English.' }),
    projectCount: t.int({
      description: 'จำนวนโครงการในแผน · Number of the plan’s projects in this dimension.',
      resolve: async ({ planId, dimensionId }, _args, context) =>
        (await projectCountByPlanId(context).load(planId)).get(dimensionId) ?? 0,
    }),
    budgetTotal: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'งบประมาณรวม (บาท) ว่างเมื่อไม่มีรายการใดระบุจำนวนเงิน · Sum of the budget lines in baht, of one fiscal year or of all; null when none of them states an amount, and `budgetNoteEn` says why. Compare `Plan.printedFigures`.',
      args: { fiscalYear: t.arg({ type: 'FiscalYear', description: ofYear }) },
      resolve: async (dimension, { fiscalYear }, context) => {
        const amounts = amountsOf(await linesOf(dimension, fiscalYear, context));
        return amounts.length === 0 ? null : Prisma.Decimal.sum(...amounts);
      },
    }),
    budgetNoteTh: t.string({
      nullable: true,
      description: 'เหตุที่ไม่มียอดรวม เช่น ไม่ใช้งบประมาณ · Why there is no total, in Thai; null where there is one.',
      args: { fiscalYear: t.arg({ type: 'FiscalYear', description: ofYear }) },
      resolve: async (dimension, { fiscalYear }, context) =>
        whyNoTotal(await linesOf(dimension, fiscalYear, context))?.th ?? null,
    }),
    budgetNoteEn: t.string({
      nullable: true,
      description: 'เหตุที่ไม่มียอดรวม ภาษาอังกฤษ · Why there is no total, in English; null where there is one.',
      args: { fiscalYear: t.arg({ type: 'FiscalYear', description: ofYear }) },
      resolve: async (dimension, { fiscalYear }, context) =>
        whyNoTotal(await linesOf(dimension, fiscalYear, context))?.en ?? null,
    }),
  }),
});

builder.prismaObjectFields(Plan, (t) => ({
  dimensions: t.field({
    type: [PlanDimension],
    description:
      'มิติทั้งหมดของกรอบแผน แม้ไม่มีโครงการ · Every dimension of the plan’s framework, also those without projects.',
    listSize: most.partsOfFramework,
    select: {
      id: true,
      framework: {
        select: {
          dimensions: { select: { id: true, number: true, titleTh: true, titleEn: true }, orderBy: { number: 'asc' } },
        },
      },
    },
    resolve: ({ id, framework }) =>
      framework.dimensions.map(({ id: dimensionId, number, titleTh, titleEn }) => ({
        planId: id,
        dimensionId,
        number,
        titleTh,
        titleEn,
      })),
  }),
}));
