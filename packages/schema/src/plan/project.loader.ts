import { recordLoader, valueLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** The budget lines and reports of each project, from which spending and missing reports are read. */
export const yearsByProjectId = valueLoader(async (context, projectIds: readonly string[]) => {
  const of = { projectId: { in: [...projectIds] } };
  const [lines, reports] = await Promise.all([
    agencyDb(context).budgetLine.findMany({
      where: of,
      select: { projectId: true, fiscalYear: true, status: true, amount: true },
    }),
    agencyDb(context).progressReport.findMany({
      where: of,
      select: { projectId: true, fiscalYear: true, quarter: true, spentAmount: true },
    }),
  ]);
  const linesOf = groupedBy(lines, ({ projectId }) => projectId);
  const reportsOf = groupedBy(reports, ({ projectId }) => projectId);
  return projectIds.map((id) => ({ lines: linesOf.get(id) ?? [], reports: reportsOf.get(id) ?? [] }));
});

/** The same for all projects of each plan together. */
export const yearsByPlanId = valueLoader(async (context, planIds: readonly string[]) => {
  const of = { project: { planId: { in: [...planIds] } } };
  const planOf = { project: { select: { planId: true } } };
  const [lines, reports] = await Promise.all([
    agencyDb(context).budgetLine.findMany({
      where: of,
      select: { fiscalYear: true, status: true, amount: true, ...planOf },
    }),
    agencyDb(context).progressReport.findMany({
      where: of,
      select: { projectId: true, fiscalYear: true, quarter: true, spentAmount: true, ...planOf },
    }),
  ]);
  const linesOf = groupedBy(lines, ({ project }) => project.planId);
  const reportsOf = groupedBy(reports, ({ project }) => project.planId);
  return planIds.map((id) => ({ lines: linesOf.get(id) ?? [], reports: reportsOf.get(id) ?? [] }));
});

/** The indicators of each project in order, with everything that was reported for them. */
export const indicatorsByProjectId = valueLoader(async (context, projectIds: readonly string[]) => {
  const indicators = await agencyDb(context).indicator.findMany({
    where: { projectId: { in: [...projectIds] } },
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      projectId: true,
      operator: true,
      threshold: true,
      values: { select: { value: true, report: { select: { fiscalYear: true, quarter: true } } } },
    },
  });
  const indicatorsOf = groupedBy(indicators, ({ projectId }) => projectId);
  return projectIds.map((id) => indicatorsOf.get(id) ?? []);
});

/** An indicator by id, for results that are computed. */
export const indicatorById = recordLoader((db) => db.indicator);

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(row);
    groups.set(keyOf(row), group);
  }
  return groups;
}
