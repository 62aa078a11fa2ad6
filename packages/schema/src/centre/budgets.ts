import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { fiscalYearDays } from '../base/fiscal-year.logic.ts';
import { builder } from '../graphql/builder.ts';
import type { Where } from '../graphql/filters/where.logic.ts';
import type { CityCounts } from '../graphql/limits/list-size.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { cityDb } from '../tenancy/city-db.ts';
import { fiscalYearOf, hasSamples, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import { Centre } from './centre.type.ts';
import { agenciesMax, type CentreFilter } from './centre-filter.ts';
import { whereField } from './counted-rows.ts';
import { whereSelected } from './drill-down.ts';
import { CentreFilterInput } from './filter.ts';
import { yearsOf } from './years.ts';

type BudgetRow = {
  agencyCode: string | null;
  fiscalYear: number;
  dimensionNumber: number;
  dimensionTh: string;
  dimensionEn: string;
  planned: string | null;
  spent: string | null;
  projectCount: number;
  noBudgetCount: number;
  isSample: boolean;
};

const amount = (text: string | null): Prisma.Decimal | null => (text === null ? null : new Prisma.Decimal(text));

const BudgetSum = builder.objectRef<BudgetRow & { readonly where: () => Where }>('BudgetSum').implement({
  description: 'งบประมาณรวมของมิติหนึ่งในปีหนึ่ง · Budgets of one dimension in one fiscal year.',
  fields: (t) => ({
    agencyCode: t.exposeString('agencyCode', {
      nullable: true,
      description: 'รหัสหน่วยงาน เมื่อขอแยกหน่วยงาน · Code of the agency, when asked by agency.',
    }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', description: 'ปีงบประมาณ · Fiscal year.' }),
    dimensionNumber: t.exposeInt('dimensionNumber', { description: 'มิติ (1-4) · Dimension, 1 to 4.' }),
    dimensionTh: t.exposeString('dimensionTh', { description: 'ชื่อมิติภาษาไทย · Thai title of the dimension.' }),
    dimensionEn: t.exposeString('dimensionEn', { description: 'ชื่อมิติภาษาอังกฤษ · English title of the dimension.' }),
    planned: t.field({
      type: 'Decimal',
      nullable: true,
      resolve: ({ planned }) => amount(planned),
      description:
        'แผนงบประมาณ (บาท) ว่างเมื่อไม่มีรายการใดระบุจำนวนเงิน · Planned, in baht; null when no line states an amount, see `noBudgetCount`.',
    }),
    spent: t.field({
      type: 'Decimal',
      nullable: true,
      resolve: ({ spent }) => amount(spent),
      description:
        'ใช้จ่ายตามรายงานล่าสุดของปี (บาท) ว่างเมื่อไม่มีรายงาน · Spent by the latest report of the year, in baht; null when no project reported any.',
    }),
    projectCount: t.exposeInt('projectCount', {
      description: 'จำนวนโครงการที่มีบรรทัดงบประมาณในปี · Projects with a budget line in the year.',
    }),
    noBudgetCount: t.exposeInt('noBudgetCount', {
      description: 'ในจำนวนนั้น ไม่ใช้งบประมาณ · Of these, stated to need no budget.',
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented figures of sample agencies are in it.',
    }),
    where: t.field({ ...whereField, resolve: ({ where }) => where() }),
  }),
});

type Asked = {
  readonly fiscalYearFrom: number;
  readonly fiscalYearTo: number;
  readonly byAgency: boolean;
  readonly filter?: CentreFilter | null | undefined;
};

/** The lines of a sum, in the words of their list. */
function whereOf({ agencyCode, fiscalYear, dimensionNumber }: BudgetRow, { filter }: Asked): Where {
  const agency = agencyCode === null ? whereSelected(filter, fiscalYearDays(fiscalYear)) : { code: { eq: agencyCode } };
  return { fiscalYear: { eq: fiscalYear }, project: { agency, dimension: { number: { eq: dimensionNumber } } } };
}

/** One for each year and dimension, and agency where that is asked for. */
function budgetRows({ fiscalYearFrom, fiscalYearTo, byAgency, filter }: Asked, cityCounts: CityCounts): number {
  const years = Math.max(0, fiscalYearTo - fiscalYearFrom + 1);
  return years * most.partsOfFramework * (byAgency ? agenciesMax(filter, cityCounts) : 1);
}

builder.objectFields(Centre, (t) => ({
  budgets: t.field({
    type: [BudgetSum],
    description:
      'งบประมาณตามมิติและปี แผนเทียบกับใช้จ่าย · Budgets by dimension and fiscal year, planned against spent. Errors: INVALID_INPUT.',
    listSize: budgetRows,
    args: {
      fiscalYearFrom: t.arg({ type: 'FiscalYear', required: true, description: 'ตั้งแต่ปี · From this fiscal year.' }),
      fiscalYearTo: t.arg({ type: 'FiscalYear', required: true, description: 'ถึงปี · To this fiscal year.' }),
      byAgency: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'แยกหน่วยงาน · One row per agency as well.',
      }),
      filter: t.arg({ type: CentreFilterInput, description: 'ขอบเขต · Which agencies.' }),
    },
    resolve: async (_centre, asked, context) => {
      const { byAgency, filter } = asked;
      const { floor, query } = cityDb(context);
      // A list of years, since PostgreSQL estimates few rows for a range with unknown ends and would look up each by itself. The latest
      // report is looked up by key for each line: a joined list of all reports might be scanned once per line.
      const years = yearsOf(asked);
      const rows = await query<BudgetRow>(Prisma.sql`
        SELECT ${byAgency ? Prisma.sql`"Agency".code` : Prisma.sql`NULL::text`} AS "agencyCode", b."fiscalYear", d.number AS "dimensionNumber",
          min(d."titleTh" COLLATE "C") AS "dimensionTh", min(d."titleEn") AS "dimensionEn",
          sum(b.amount)::text AS planned, sum(spent.amount)::text AS spent, count(*)::int AS "projectCount",
          count(*) FILTER (WHERE b.status = 'NO_BUDGET')::int AS "noBudgetCount", ${hasSamples}
        FROM "BudgetLine" b
        JOIN "Project" p ON p."agencyId" = b."agencyId" AND p.id = b."projectId"
        JOIN "FrameworkDimension" d ON d.id = p."dimensionId"
        JOIN "Agency" ON "Agency".id = b."agencyId"
        LEFT JOIN LATERAL (
          SELECT "spentAmount" AS amount FROM "ProgressReport" r
          WHERE r."agencyId" = b."agencyId" AND r."projectId" = b."projectId" AND r."fiscalYear" = b."fiscalYear"
            AND r.disclosure >= ${floor} AND r."spentAmount" IS NOT NULL
          ORDER BY r.quarter DESC LIMIT 1
        ) spent ON true
        WHERE b.disclosure >= ${floor} AND p.disclosure >= ${floor} AND b."fiscalYear" = ANY(${years}::int[])
          AND ${selectedAgencies(filter, fiscalYearOf(Prisma.sql`b."fiscalYear"`))}
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
      return withSelectionNotices(context, filter, rows).map((row) => ({ ...row, where: () => whereOf(row, asked) }));
    },
  }),
}));
