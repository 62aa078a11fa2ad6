import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { type IndicatorOutcome, indicatorOutcome, valuesOfYear, type YearValues } from './indicator-result.logic.ts';
import { IndicatorOutcomeEnum } from './plan.enums.ts';
import { indicatorById, indicatorsByProjectId } from './project.loader.ts';
import { Project } from './project.type.ts';
import { Indicator } from './project-parts.type.ts';

type Result = YearValues<Prisma.Decimal> & { readonly indicatorId: string; readonly outcome: IndicatorOutcome };

const IndicatorResult = builder.objectRef<Result>('IndicatorResult').implement({
  description: 'ผลของตัวชี้วัดในปีหนึ่ง · What an indicator came to in a fiscal year.',
  fields: (t) => ({
    indicator: t.field({
      type: Indicator,
      nullable: true,
      description: 'ตัวชี้วัด · The indicator.',
      resolve: ({ indicatorId }, _args, context, info) => indicatorById(indicatorId, context, info),
    }),
    value: t.expose('value', {
      type: 'Decimal',
      nullable: true,
      description: 'ค่าล่าสุดของปี · Latest value reported for the year; null when none was.',
    }),
    previousValue: t.expose('previous', {
      type: 'Decimal',
      nullable: true,
      description: 'ค่าล่าสุดของปีก่อน · Latest value of the year before; null when none was reported.',
    }),
    outcome: t.expose('outcome', { type: IndicatorOutcomeEnum, description: 'ผลเทียบเป้าหมาย · How it compares.' }),
  }),
});

builder.prismaObjectFields(Project, (t) => ({
  indicatorResults: t.field({
    type: [IndicatorResult],
    listSize: most.partsOfProject,
    description: 'ผลของตัวชี้วัดทุกตัวในปีหนึ่ง · What each indicator of the project came to in a fiscal year.',
    args: { fiscalYear: t.arg({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณ · Fiscal year.' }) },
    select: { id: true },
    resolve: async ({ id }, { fiscalYear }, context) =>
      (await indicatorsByProjectId(context).load(id)).map(({ id: indicatorId, values, ...target }) => {
        const reported = values.map(({ value, report }) => ({ value, ...report }));
        const ofYear = valuesOfYear(reported, fiscalYear);
        return { indicatorId, ...ofYear, outcome: indicatorOutcome(target, ofYear) };
      }),
  }),
}));
