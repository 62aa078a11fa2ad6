import { builder } from '../graphql/builder.ts';
import { recordLoader, valueLoader } from '../graphql/loader.ts';
import { ItaAssessment } from '../ita/assessment.type.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Guideline } from './guideline.type.ts';

type Asked = { readonly agencyId: string; readonly fiscalYear: number };

const assessmentById = recordLoader((db) => db.itaAssessment);

/** The id of an agency's assessment of a year; null where there is none that the viewer may see. */
const assessmentIdOfYear = valueLoader(
  async (context, asked: readonly Asked[]) => {
    const found = await agencyDb(context).itaAssessment.findMany({
      where: {
        agencyId: { in: asked.map(({ agencyId }) => agencyId) },
        fiscalYear: { in: asked.map(({ fiscalYear }) => fiscalYear) },
      },
      select: { id: true, agencyId: true, fiscalYear: true },
    });
    const ids = new Map(found.map(({ id, agencyId, fiscalYear }) => [`${agencyId} ${fiscalYear}`, id]));
    return asked.map(({ agencyId, fiscalYear }) => ids.get(`${agencyId} ${fiscalYear}`) ?? null);
  },
  ({ agencyId, fiscalYear }) => `${agencyId} ${fiscalYear}`,
);

builder.prismaObjectFields(Guideline, (t) => ({
  previousAssessment: t.field({
    type: ItaAssessment,
    nullable: true,
    description:
      'ผลการประเมินของปีก่อน ซึ่งแนวทางนี้ตอบ · The assessment of the year before, which the guideline answers; null where there is none that the viewer may see.',
    select: { agencyId: true, fiscalYear: true },
    resolve: async ({ agencyId, fiscalYear }, _args, context, info) =>
      assessmentById(await assessmentIdOfYear(context).load({ agencyId, fiscalYear: fiscalYear - 1 }), context, info),
  }),
}));
