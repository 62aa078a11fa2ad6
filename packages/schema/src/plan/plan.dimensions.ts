import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../core/builder.ts';
import { most } from '../core/limits/parts.logic.ts';
import { valueLoader } from '../core/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
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

type BudgetKey = { planId: string; fiscalYear: number | null };

const budgetTotalByPlanAndYear = valueLoader(
  async (context, keys: readonly BudgetKey[]) => {
    const lines = await agencyDb(context).budgetLine.findMany({
      where: { status: 'BUDGETED', project: { planId: { in: [...new Set(keys.map((key) => key.planId))] } } },
      select: { amount: true, fiscalYear: true, project: { select: { planId: true, dimensionId: true } } },
    });
    return keys.map(({ planId, fiscalYear }) => {
      const totals = new Map<string, Prisma.Decimal>();
      for (const line of lines) {
        if (line.project.planId !== planId || (fiscalYear !== null && line.fiscalYear !== fiscalYear)) continue;
        const sum = totals.get(line.project.dimensionId) ?? new Prisma.Decimal(0);
        totals.set(line.project.dimensionId, sum.add(line.amount ?? 0));
      }
      return totals;
    });
  },
  ({ planId, fiscalYear }) => `${planId}:${fiscalYear}`,
);

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
      description:
        'งบประมาณรวม (บาท) · Sum of the budget lines in baht, of one fiscal year or of all; compare `Plan.printedFigures`.',
      args: {
        fiscalYear: t.arg({
          type: 'FiscalYear',
          description: 'ปีงบประมาณ ไม่ระบุ = ทุกปี · Fiscal year; all years when absent.',
        }),
      },
      resolve: async ({ planId, dimensionId }, { fiscalYear }, context) =>
        (await budgetTotalByPlanAndYear(context).load({ planId, fiscalYear: fiscalYear ?? null })).get(dimensionId) ??
        new Prisma.Decimal(0),
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
