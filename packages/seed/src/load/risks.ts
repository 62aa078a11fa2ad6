import { methodByCode } from '../reference/methods.ts';
import { areaOf } from '../sample/areas.ts';
import { riskTemplates } from '../sample/risk-templates.ts';
import { LAST_YEAR, type LoadAgency, loadCounts } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/**
 * A register a year. Registers of past years are approved; those of the last year stand where the agency's number puts them. Every risk
 * has an inherent assessment and every second one a residual one, whose values the risk itself shows. The registers are as complete as
 * submitting asks: causes, controls and the area of the bribery form, and measures of which each risk has a live one, in time and with money.
 */
export async function loadRisks(session: LoadSession, { id, code, number, firstYear }: LoadAgency): Promise<number> {
  const method = methodByCode('5x5').id;
  const registers = await session.run`
    INSERT INTO "RiskRegister" (id, "agencyId", disclosure, "fiscalYear", "methodId", status, origin)
    SELECT pg_temp.identifier(concat_ws(':', 'register', ${code}::text, y)), ${id}::uuid, app.disclosure_of_record(status), y, ${method}::uuid, status, 'SAMPLE'
    FROM generate_series(${firstYear}::int, ${LAST_YEAR}::int) y,
      LATERAL (SELECT CASE WHEN y < ${LAST_YEAR}::int THEN 'APPROVED'
        ELSE (ARRAY['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED'])[1 + ${number}::int % 4] END::"RecordStatus" AS status) s`;
  // A risk and its current assessment name each other, so both are added by one statement: keys are checked at its end.
  const risks = await session.run`
    WITH place AS MATERIALIZED (
      SELECT r.id AS register, r.disclosure, y, i, pg_temp.identifier(concat_ws(':', 'risk', ${code}::text, y, i)) AS risk,
        1 + (i + y + ${number}::int) % 5 AS likelihood, 1 + (i / 5 + ${number}::int) % 5 AS impact
      FROM generate_series(${firstYear}::int, ${LAST_YEAR}::int) y
      JOIN "RiskRegister" r ON r."agencyId" = ${id}::uuid AND r."fiscalYear" = y, generate_series(1, ${loadCounts.risks}::int) i
    ), assessed AS MATERIALIZED (
      SELECT p.*, phase, pg_temp.identifier(concat_ws(':', 'assessment', risk, phase)) AS assessment, c.likelihood AS l, c.impact AS m, c.score, c.level,
        phase = 'RESIDUAL' OR i % 2 = 1 AS is_current
      FROM place p CROSS JOIN unnest(ARRAY['INHERENT', 'RESIDUAL']::"AssessmentPhase"[]) phase
      JOIN "RiskMethodCell" c ON c."methodId" = ${method}::uuid AND c.impact = p.impact
        AND c.likelihood = CASE phase WHEN 'RESIDUAL' THEN greatest(p.likelihood - 1, 1) ELSE p.likelihood END
      WHERE phase = 'INHERENT' OR i % 2 = 0
    ), new_risk AS (
      INSERT INTO "Risk" (id, "agencyId", disclosure, "registerId", "fiscalYear", code, "titleTh", "titleEn", "processArea", "corruptionTypes",
        "itaArea", "responsibleUnitId", level, score, likelihood, impact, "currentAssessmentId", origin)
      SELECT risk, ${id}::uuid, disclosure, register, y, 'L' || lpad(i::text, 3, '0'), t.th || ' (' || i || ')', t.en || ' (' || i || ')',
        t.area::"ProcessArea", ARRAY[t.corruption::"CorruptionType"], t.ita::"ItaArea", pg_temp.identifier('unit:' || ${code}::text || ':' || t.unit),
        level::text::"CurrentRiskLevel", score, l, m, assessment, 'SAMPLE'
      FROM assessed
      JOIN unnest(${riskTemplates.map(({ title }) => title[0])}::text[], ${riskTemplates.map(({ title }) => title[1])}::text[],
        ${riskTemplates.map(({ processArea }) => processArea)}::text[], ${riskTemplates.map(({ corruptionTypes }) => corruptionTypes[0] ?? 'OTHER')}::text[],
        ${riskTemplates.map(({ processArea }) => areaOf[processArea])}::text[],
        ${riskTemplates.map(({ unit }) => unit)}::text[]) WITH ORDINALITY AS t (th, en, area, corruption, ita, unit, n)
        ON t.n = 1 + i % ${riskTemplates.length}::int
      WHERE is_current
    )
    INSERT INTO "Assessment" (id, "agencyId", disclosure, "riskId", "methodId", phase, likelihood, impact, score, level, "justificationTh", "assessedOn", origin)
    SELECT assessment, ${id}::uuid, disclosure, risk, ${method}::uuid, phase, l, m, score, level, 'ข้อมูลทดสอบภาระงาน',
      make_date(y - 543, CASE phase WHEN 'INHERENT' THEN 1 ELSE 6 END, 1 + i % 28), 'SAMPLE'
    FROM assessed`;
  const mitigations = await session.run`
    INSERT INTO "Mitigation" (id, "agencyId", disclosure, "riskId", "fiscalYear", "sortOrder", "measureTh", "measureEn", strategy, "ownerUnitId",
      "dueOn", "progressPercent", status, "doneOn", "projectId", origin)
    SELECT pg_temp.identifier(concat_ws(':', 'mitigation', r.id, k)), ${id}::uuid, r.disclosure, r.id, r."fiscalYear", k,
      'มาตรการที่ ' || k || ' ของ ' || r.code, 'Measure ' || k || ' of ' || r.code,
      (ARRAY['TREAT', 'TREAT', 'TRANSFER', 'TERMINATE'])[1 + (k + i) % 4]::"MitigationStrategy", r."responsibleUnitId", due,
      CASE s WHEN 'DONE' THEN 100 WHEN 'IN_PROGRESS' THEN 45 ELSE 0 END, s::"MitigationStatus", CASE s WHEN 'DONE' THEN due END,
      CASE WHEN k < 3 THEN pg_temp.identifier(concat_ws(':', 'project', ${code}::text, r."fiscalYear", 1 + (i + k) % 6)) END, 'SAMPLE'
    FROM "Risk" r, generate_series(1, ${loadCounts.mitigationsOfRisk}::int) k,
      LATERAL (SELECT substr(r.code, 2)::int AS i) c,
      LATERAL (SELECT CASE WHEN i % 6 = 3 AND k = 3 THEN 'IN_PROGRESS'
        ELSE (ARRAY['DONE', 'IN_PROGRESS', 'DONE', 'PLANNED', 'DONE', 'CANCELLED'])[1 + (i + k) % 6] END AS s) t,
      -- Live work is due after the load, in whichever year it was planned.
      LATERAL (SELECT CASE WHEN s IN ('PLANNED', 'IN_PROGRESS') THEN now()::date + 60 + 30 * ((i + k) % 9)
        ELSE make_date(r."fiscalYear" - 543, 1 + (i + k) % 9, 28) END AS due) d
    WHERE r."agencyId" = ${id}::uuid`;
  const causes = await session.run`
    INSERT INTO "RiskCause" (id, "agencyId", disclosure, "riskId", "sortOrder", "textTh", "textEn")
    SELECT pg_temp.identifier(concat_ws(':', 'cause', id)), "agencyId", disclosure, id, 1, 'สาเหตุของ ' || code, 'Cause of ' || code
    FROM "Risk" WHERE "agencyId" = ${id}::uuid`;
  const controls = await session.run`
    INSERT INTO "Control" (id, "agencyId", disclosure, "riskId", "sortOrder", "textTh", "textEn", effectiveness, origin)
    SELECT pg_temp.identifier(concat_ws(':', 'control', id)), "agencyId", disclosure, id, 1, 'การควบคุมของ ' || code, 'Control of ' || code, 'FAIR', 'SAMPLE'
    FROM "Risk" WHERE "agencyId" = ${id}::uuid`;
  const riskCount = (LAST_YEAR - firstYear + 1) * loadCounts.risks;
  return registers + riskCount + risks + mitigations + causes + controls;
}
