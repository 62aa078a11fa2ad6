import type { LoadAgency } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/** What the registers of an agency count, from its rows at once: kept row by row, as acts do it, it takes longer than all other loading. */
export async function summariseRegisters(session: LoadSession, { id }: LoadAgency): Promise<number> {
  const summaries = await session.run`
    INSERT INTO "RegisterSummary" ("agencyId", "fiscalYear", disclosure, "unassessedRisks", "lowRisks", "mediumRisks", "highRisks", "extremeRisks",
      "openMitigations", "doneMitigations", "cancelledMitigations", "progressSum")
    SELECT ${id}::uuid, "fiscalYear", disclosure, unassessed, low, medium, high, extreme, open, done, cancelled, progress
    FROM (
      SELECT "fiscalYear", disclosure, count(*) FILTER (WHERE level = 'UNASSESSED') AS unassessed, count(*) FILTER (WHERE level = 'LOW') AS low,
        count(*) FILTER (WHERE level = 'MEDIUM') AS medium, count(*) FILTER (WHERE level = 'HIGH') AS high,
        count(*) FILTER (WHERE level = 'EXTREME') AS extreme
      FROM "Risk" WHERE "agencyId" = ${id}::uuid GROUP BY 1, 2
    ) risks JOIN (
      SELECT "fiscalYear", disclosure, count(*) FILTER (WHERE status IN ('PLANNED', 'IN_PROGRESS')) AS open,
        count(*) FILTER (WHERE status = 'DONE') AS done, count(*) FILTER (WHERE status = 'CANCELLED') AS cancelled,
        coalesce(sum("progressPercent") FILTER (WHERE status <> 'CANCELLED'), 0) AS progress
      FROM "Mitigation" WHERE "agencyId" = ${id}::uuid GROUP BY 1, 2
    ) mitigations USING ("fiscalYear", disclosure)`;
  const dueDays = await session.run`
    INSERT INTO "RegisterDueDay" ("agencyId", "fiscalYear", disclosure, "dueOn", "openMitigations")
    SELECT ${id}::uuid, "fiscalYear", disclosure, "dueOn", count(*) FROM "Mitigation"
    WHERE "agencyId" = ${id}::uuid AND status IN ('PLANNED', 'IN_PROGRESS') GROUP BY 2, 3, 4`;
  return summaries + dueDays;
}
