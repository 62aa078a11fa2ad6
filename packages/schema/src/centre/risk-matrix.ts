import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { RiskLevel } from '../method/method.type.ts';
import { cityDb } from '../tenancy/city-db.ts';
import { fiscalYearOf, hasSamples, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import { Centre } from './centre.type.ts';
import { CentreFilterInput, processCondition } from './filter.ts';

type Cell = {
  likelihood: number;
  impact: number;
  level: 'LOW' | 'MEDIUM' | 'HIGH' | 'EXTREME';
  riskCount: number;
  isSample: boolean;
};

const RiskMatrixCell = builder.objectRef<Cell>('RiskMatrixCell').implement({
  description: 'ช่องของตารางความเสี่ยงของกรุงเทพมหานคร · A cell of the city’s risk matrix.',
  fields: (t) => ({
    likelihood: t.exposeInt('likelihood', { description: 'โอกาส · Likelihood.' }),
    impact: t.exposeInt('impact', { description: 'ผลกระทบ · Impact.' }),
    level: t.expose('level', { type: RiskLevel, description: 'ระดับของช่อง · Level of the cell.' }),
    riskCount: t.exposeInt('riskCount', {
      description: 'จำนวนความเสี่ยงที่อยู่ในช่องนี้ · Number of risks whose current assessment falls here.',
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented figures of sample agencies are in it.',
    }),
  }),
});

builder.objectFields(Centre, (t) => ({
  riskMatrix: t.field({
    type: [RiskMatrixCell],
    description:
      'จำนวนความเสี่ยงตามโอกาสและผลกระทบ ทุกช่องของวิธี · Risks of a fiscal year by likelihood and impact, under one method; every cell of the method is there, empty ones with 0. Unassessed risks are in no cell.',
    listSize: most.stepsOfScale ** 2,
    args: {
      fiscalYear: t.arg({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณ · Fiscal year.' }),
      methodCode: t.arg.string({
        required: true,
        defaultValue: '5x5',
        description: 'รหัสวิธีประเมิน · Code of the risk method; its newest version draws the cells.',
      }),
      filter: t.arg({ type: CentreFilterInput, description: 'ขอบเขต · What to count.' }),
    },
    resolve: async (_centre, { fiscalYear, methodCode: given, filter }, context) => {
      const methodCode = givenText('methodCode', given);
      const { floor, query } = cityDb(context);
      const rows = await query<Cell>(Prisma.sql`
        WITH counted AS MATERIALIZED (
          SELECT r.likelihood, r.impact, count(*)::int AS risks, ${hasSamples}
          FROM "Risk" r
          JOIN "Agency" ON "Agency".id = r."agencyId"
          JOIN "Assessment" a ON a."agencyId" = r."agencyId" AND a.id = r."currentAssessmentId"
          JOIN "RiskMethod" m ON m.id = a."methodId"
          WHERE r.disclosure >= ${floor} AND a.disclosure >= ${floor} AND r."fiscalYear" = ${fiscalYear} AND m.code = ${methodCode}
            AND ${selectedAgencies(filter, fiscalYearOf(fiscalYear))} AND ${processCondition(filter, Prisma.sql`r."processArea"`)}
          GROUP BY 1, 2)
        SELECT c.likelihood, c.impact, c.level::text AS level, coalesce(counted.risks, 0) AS "riskCount",
          coalesce(counted."isSample", false) AS "isSample"
        FROM "RiskMethodCell" c LEFT JOIN counted ON counted.likelihood = c.likelihood AND counted.impact = c.impact
        WHERE c."methodId" = (SELECT id FROM "RiskMethod" WHERE code = ${methodCode} ORDER BY "fiscalYearFrom" DESC, version DESC LIMIT 1)
        ORDER BY c.likelihood, c.impact`);
      return withSelectionNotices(context, filter, rows);
    },
  }),
}));
