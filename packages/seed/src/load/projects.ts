import { frameworkVersion } from '../reference/framework.ts';
import { dimensionId, frameworkId } from '../rows/identifiers.ts';
import { projectTemplates } from '../sample/project-templates.ts';
import { LAST_YEAR, type LoadAgency, loadCounts } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/** One plan of five years, with each year's projects and their budgets; every seventh project needs none. */
export async function loadProjects(session: LoadSession, { id, code, number, firstYear }: LoadAgency): Promise<number> {
  const dimensions = [1, 2, 3, 4].map((dimension) => dimensionId(frameworkVersion, dimension));
  const plans = await session.run`
    INSERT INTO "Plan" (id, "agencyId", disclosure, "frameworkId", "titleTh", "titleEn", "fiscalYearFrom", "fiscalYearTo", status, origin)
    VALUES (pg_temp.identifier('plan:' || ${code}::text), ${id}::uuid, 2, ${frameworkId(frameworkVersion)}::uuid,
      'แผนปฏิบัติการป้องกันการทุจริต ' || ${code}::text, 'Anti-corruption action plan ' || ${code}::text, ${firstYear}::int, ${LAST_YEAR}::int, 'APPROVED', 'SAMPLE')`;
  const projects = await session.run`
    INSERT INTO "Project" (id, "agencyId", disclosure, "planId", "dimensionId", kind, "sequenceNo", "sortOrder", "titleTh", "titleEn",
      "fiscalYears", quarters, status, origin)
    SELECT pg_temp.identifier(concat_ws(':', 'project', ${code}::text, y, i)), ${id}::uuid, 2, pg_temp.identifier('plan:' || ${code}::text),
      (${dimensions}::uuid[])[1 + i % 4], CASE i % 5 WHEN 0 THEN 'ACTIVITY' WHEN 1 THEN 'MEASURE' ELSE 'PROJECT' END::"ProjectKind",
      i, (y - ${firstYear}::int) * ${loadCounts.projects}::int + i, t.th || ' (' || i || ')', t.en || ' (' || i || ')',
      ARRAY[y], ARRAY[1 + i % 4], CASE WHEN y < 2569 THEN 'DONE' WHEN y = 2569 THEN 'IN_PROGRESS' ELSE 'PLANNED' END::"ProjectStatus", 'SAMPLE'
    FROM generate_series(${firstYear}::int, ${LAST_YEAR}::int) y
    CROSS JOIN generate_series(1, ${loadCounts.projects}::int) i
    JOIN unnest(${projectTemplates.map(({ titleTh }) => titleTh)}::text[], ${projectTemplates.map(({ titleEn }) => titleEn)}::text[])
      WITH ORDINALITY AS t (th, en, n) ON t.n = 1 + i % ${projectTemplates.length}::int`;
  const budgetLines = await session.run`
    INSERT INTO "BudgetLine" (id, "agencyId", disclosure, "projectId", "fiscalYear", status, amount)
    SELECT pg_temp.identifier(concat_ws(':', 'budget', ${code}::text, y, i)), ${id}::uuid, 2, pg_temp.identifier(concat_ws(':', 'project', ${code}::text, y, i)),
      y, CASE WHEN i % 7 = 0 THEN 'NO_BUDGET' ELSE 'BUDGETED' END::"BudgetStatus",
      CASE WHEN i % 7 <> 0 THEN 5000 * (1 + (i * 13 + y + ${number}::int) % 60) END
    FROM generate_series(${firstYear}::int, ${LAST_YEAR}::int) y
    CROSS JOIN generate_series(1, ${loadCounts.projects}::int) i`;
  return plans + projects + budgetLines;
}
