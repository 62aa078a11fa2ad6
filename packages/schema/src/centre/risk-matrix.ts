import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { fiscalYearDays } from '../base/fiscal-year.logic.ts';
import { builder } from '../graphql/builder.ts';
import type { Where } from '../graphql/filters/where.logic.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { RiskLevel } from '../method/method.type.ts';
import { cityDb } from '../tenancy/city-db.ts';
import { hasSamples, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import { Centre } from './centre.type.ts';
import type { CentreFilter } from './centre-filter.ts';
import { whereField } from './counted-rows.ts';
import { whereSelected } from './drill-down.ts';
import { CentreFilterInput, processCondition } from './filter.ts';
import { inYears } from './grouped-query.ts';
import { yearArguments, yearsMax, yearsOf } from './years.ts';

type Cell = {
  fiscalYear: number;
  likelihood: number;
  impact: number;
  level: 'LOW' | 'MEDIUM' | 'HIGH' | 'EXTREME';
  riskCount: number;
  isSample: boolean;
};
type Listed = Cell & { readonly where: () => Where };

const RiskMatrixCell = builder.objectRef<Listed>('RiskMatrixCell').implement({
  description: 'ช่องของตารางความเสี่ยงของกรุงเทพมหานคร · A cell of the city’s risk matrix.',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', {
      type: 'FiscalYear',
      description: 'ปีงบประมาณของทะเบียน · Fiscal year of the registers.',
    }),
    likelihood: t.exposeInt('likelihood', { description: 'โอกาส · Likelihood.' }),
    impact: t.exposeInt('impact', { description: 'ผลกระทบ · Impact.' }),
    level: t.expose('level', { type: RiskLevel, description: 'ระดับของช่อง · Level of the cell.' }),
    riskCount: t.exposeInt('riskCount', {
      description: 'จำนวนความเสี่ยงที่อยู่ในช่องนี้ · Number of risks whose current assessment falls here.',
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented figures of sample agencies are in it.',
    }),
    where: t.field({ ...whereField, resolve: ({ where }) => where() }),
  }),
});

type Asked = { readonly methodCode: string; readonly filter?: CentreFilter | null | undefined };

/** The risks of a cell, in the words of their list. */
function whereOf({ fiscalYear, likelihood, impact }: Cell, { methodCode, filter }: Asked): Where {
  const areas = filter?.processAreas;
  return {
    fiscalYear: { eq: fiscalYear },
    currentAssessment: {
      likelihood: { eq: likelihood },
      impact: { eq: impact },
      cell: { method: { code: { eq: methodCode } } },
    },
    agency: whereSelected(filter, fiscalYearDays(fiscalYear)),
    ...(areas && { processArea: { in: [...areas] } }),
  };
}

builder.objectFields(Centre, (t) => ({
  riskMatrix: t.field({
    type: [RiskMatrixCell],
    description:
      'จำนวนความเสี่ยงตามโอกาสและผลกระทบ ทุกช่องของวิธีในทุกปีที่ขอ · Risks by likelihood and impact, under one method, for each of the fiscal years; every cell of the method is there, empty ones with 0. Unassessed risks are in no cell. Errors: INVALID_INPUT.',
    listSize: (asked) => yearsMax(asked) * most.stepsOfScale ** 2,
    args: {
      ...yearArguments,
      methodCode: t.arg.string({
        required: true,
        defaultValue: '5x5',
        description: 'รหัสวิธีประเมิน · Code of the risk method; its newest version draws the cells.',
      }),
      filter: t.arg({ type: CentreFilterInput, description: 'ขอบเขต · What to count.' }),
    },
    resolve: async (_centre, { methodCode: given, filter, ...asked }, context) => {
      const methodCode = givenText('methodCode', given);
      const years = yearsOf(asked);
      const { floor, query } = cityDb(context);
      const { condition, period } = inYears(years, Prisma.sql`r."fiscalYear"`);
      const rows = await query<Cell>(Prisma.sql`
        WITH counted AS MATERIALIZED (
          SELECT r."fiscalYear", a.likelihood, a.impact, count(*)::int AS risks, ${hasSamples}
          FROM "Risk" r
          JOIN "Agency" ON "Agency".id = r."agencyId"
          JOIN "Assessment" a ON a."agencyId" = r."agencyId" AND a.id = r."currentAssessmentId"
          JOIN "RiskMethod" m ON m.id = a."methodId"
          WHERE r.disclosure >= ${floor} AND a.disclosure >= ${floor} AND ${condition} AND m.code = ${methodCode}
            AND ${selectedAgencies(filter, period)} AND ${processCondition(filter, Prisma.sql`r."processArea"`)}
          GROUP BY 1, 2, 3)
        SELECT asked.year AS "fiscalYear", c.likelihood, c.impact, c.level::text AS level, coalesce(counted.risks, 0) AS "riskCount",
          coalesce(counted."isSample", false) AS "isSample"
        FROM "RiskMethodCell" c CROSS JOIN unnest(${years}::int[]) AS asked (year)
        LEFT JOIN counted ON counted."fiscalYear" = asked.year AND counted.likelihood = c.likelihood AND counted.impact = c.impact
        WHERE c."methodId" = (SELECT id FROM "RiskMethod" WHERE code = ${methodCode} ORDER BY "fiscalYearFrom" DESC, version DESC LIMIT 1)
        ORDER BY asked.year, c.likelihood, c.impact`);
      return withSelectionNotices(context, filter, rows).map((cell) => ({
        ...cell,
        where: () => whereOf(cell, { methodCode, filter }),
      }));
    },
  }),
}));
