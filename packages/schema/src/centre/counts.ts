import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { CentreFilter } from './centre-filter.ts';
import type { Grouping } from './grouping.ts';

type Filter = CentreFilter | null | undefined;
/** The least disclosure that the viewer may read, and the day by which measures are late. */
type Asked = { readonly floor: 1 | 2; readonly today: Date };

/** The summaries of registers do not tell process areas apart: for these, single rows are counted. */
const tellsProcessAreasApart = (groupBy: Grouping, filter: Filter): boolean =>
  groupBy === 'PROCESS_AREA' || Boolean(filter?.processAreas);

/** Rows of counts of risks by level, to be summed. */
export const riskCounts = (groupBy: Grouping, filter: Filter): Prisma.Sql =>
  tellsProcessAreasApart(groupBy, filter)
    ? Prisma.sql`(
        SELECT "agencyId", disclosure, "fiscalYear", "processArea", 1 AS total, (level = 'UNASSESSED')::int AS unassessed,
          (level = 'LOW')::int AS low, (level = 'MEDIUM')::int AS medium, (level = 'HIGH')::int AS high, (level = 'EXTREME')::int AS extreme
        FROM "Risk")`
    : Prisma.sql`(
        SELECT "agencyId", disclosure, "fiscalYear", "unassessedRisks" + "lowRisks" + "mediumRisks" + "highRisks" + "extremeRisks" AS total,
          "unassessedRisks" AS unassessed, "lowRisks" AS low, "mediumRisks" AS medium, "highRisks" AS high, "extremeRisks" AS extreme
        FROM "RegisterSummary")`;

/**
 * Rows of counts of mitigations, to be summed; `progress` is the sum of the percentages of those that are not cancelled. Due days are summed
 * here already: they are many, and every row of a total is joined with its agency and sorted by its code.
 */
export const mitigationCounts = (groupBy: Grouping, filter: Filter, { floor, today }: Asked): Prisma.Sql =>
  tellsProcessAreasApart(groupBy, filter)
    ? Prisma.sql`(
        SELECT m."agencyId", m.disclosure, m."fiscalYear", r."processArea", 1 AS total, (m.status = 'DONE')::int AS done,
          (m.status = 'CANCELLED')::int AS cancelled,
          m."progressPercent" * (m.status <> 'CANCELLED')::int AS progress,
          app.mitigation_is_overdue(m.status, m."dueOn", ${today}::date)::int AS overdue
        FROM "Mitigation" m JOIN "Risk" r ON r."agencyId" = m."agencyId" AND r.id = m."riskId" AND r.disclosure >= ${floor})`
    : Prisma.sql`(
        SELECT "agencyId", disclosure, "fiscalYear", "openMitigations" + "doneMitigations" + "cancelledMitigations" AS total,
          "doneMitigations" AS done, "cancelledMitigations" AS cancelled, "progressSum" AS progress, 0 AS overdue
        FROM "RegisterSummary"
        UNION ALL
        SELECT "agencyId", disclosure, "fiscalYear", 0, 0, 0, 0, sum("openMitigations")
        FROM "RegisterDueDay" WHERE "dueOn" < ${today}::date GROUP BY "agencyId", disclosure, "fiscalYear")`;
