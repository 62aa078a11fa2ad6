/** What was changed of a row `r` of a table after the moment, as it was before; and whether it was added later. */
const undone = (table: string): string => `SELECT bool_or(e.action = 'INSERT') AS is_later,
    jsonb_object_agg(was.key, was.value ORDER BY e.seq DESC) FILTER (WHERE was.key IS NOT NULL) AS undo
    FROM "AuditEntry" e LEFT JOIN LATERAL jsonb_each(e.before) was ON true
    WHERE e."agencyId" = r."agencyId" AND e."entityId" = r.id AND e.entity = '${table}' AND e.at > moment`;

/**
 * What the peers need in the database, beside the tables that everybody uses: the two aggregates of Q4 and the act of Q5, which PostGraphile
 * turns into fields. They run with the rights of whoever calls them, so the policies bind them as they bind our server.
 */
export const peerFunctions = `
CREATE SCHEMA bench;
GRANT USAGE ON SCHEMA bench TO registry_app;

-- PostGraphile looks rows up by constraints, and the schema's unique columns are indexes: this tells it of the one that Q3 asks by.
COMMENT ON TABLE "Agency" IS E'@unique code';

-- By what no index begins with it neither groups nor filters until it is told to: G1 and F1 do.
COMMENT ON COLUMN "Risk"."processArea" IS E'@behavior +orderBy';
COMMENT ON COLUMN "Mitigation".status IS E'@behavior +filterBy';
COMMENT ON COLUMN "Risk"."titleTh" IS E'@behavior +filterBy';
COMMENT ON COLUMN "Risk"."titleEn" IS E'@behavior +filterBy';

-- The status that people see: live work past its due date is overdue. A computed column in PostGraphile.
CREATE FUNCTION bench."Mitigation_shownStatus"(m "Mitigation") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN m.status IN ('PLANNED', 'IN_PROGRESS') AND m."dueOn" < (now() AT TIME ZONE 'Asia/Bangkok')::date
    THEN 'OVERDUE' ELSE m.status::text END
$$;

-- The trigrams of what risks are called, which S1 is searched by in hand-written SQL. pg_trgm sees no Thai where the locale is C; intarray compares
-- the grams that are made without one as fast. No risk of the bench gets another title.
CREATE EXTENSION intarray SCHEMA public;
CREATE TABLE bench.risk_grams AS SELECT id, "agencyId", disclosure, app.text_grams(concat_ws(' ', "titleTh", "titleEn", code)) AS grams FROM "Risk";
CREATE INDEX ON bench.risk_grams ("agencyId");
ANALYZE bench.risk_grams;
ALTER TABLE bench.risk_grams ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON bench.risk_grams FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY city_reads_disclosed ON bench.risk_grams FOR SELECT USING (disclosure >= (SELECT app.floor()));
GRANT SELECT ON bench.risk_grams TO registry_app;
COMMENT ON TABLE bench.risk_grams IS E'@omit';

-- Rows as they were at a moment, for T1: what they are now with the columns that were changed since put back, the last change first. PostgreSQL writes
-- such functions out where they are asked.
CREATE FUNCTION bench.risks_as_of(risk_id uuid, moment timestamptz) RETURNS SETOF "Risk" LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT past.* FROM "Risk" r CROSS JOIN LATERAL (${undone('Risk')}) u CROSS JOIN LATERAL jsonb_populate_record(r, u.undo) past
  WHERE r.id = risk_id AND u.is_later IS NOT TRUE
$$;

CREATE FUNCTION bench.mitigations_as_of(risk_id uuid, moment timestamptz) RETURNS SETOF "Mitigation" LANGUAGE sql STABLE ROWS 5 AS $$
  SELECT past.* FROM (
    SELECT r."agencyId", m.id, m AS image FROM "Risk" r JOIN "Mitigation" m ON m."agencyId" = r."agencyId" AND m."riskId" = r.id WHERE r.id = risk_id
    UNION ALL
    SELECT r."agencyId", e."entityId", jsonb_populate_record(NULL::"Mitigation", e.before) FROM "Risk" r JOIN "AuditEntry" e ON e."agencyId" = r."agencyId"
    WHERE r.id = risk_id AND e.entity = 'Mitigation' AND e.action = 'DELETE' AND e.at > moment AND e.before ->> 'riskId' = risk_id::text
  ) r CROSS JOIN LATERAL (${undone('Mitigation')}) u CROSS JOIN LATERAL jsonb_populate_record(r.image, u.undo) past
  WHERE u.is_later IS NOT TRUE
  ORDER BY past."sortOrder"
$$;

CREATE FUNCTION bench.risk_levels(fiscal_year int)
RETURNS TABLE (key text, "nameTh" text, total int, unassessed int, low int, medium int, high int, extreme int)
LANGUAGE sql STABLE ROWS 100 AS $$
  SELECT g.code, g."nameTh", c.total, c.unassessed, c.low, c.medium, c.high, c.extreme
  FROM (
    SELECT "agencyId", count(*)::int AS total, count(*) FILTER (WHERE level = 'UNASSESSED')::int AS unassessed,
      count(*) FILTER (WHERE level = 'LOW')::int AS low, count(*) FILTER (WHERE level = 'MEDIUM')::int AS medium,
      count(*) FILTER (WHERE level = 'HIGH')::int AS high, count(*) FILTER (WHERE level = 'EXTREME')::int AS extreme
    FROM "Risk" WHERE disclosure >= 1 AND "fiscalYear" = fiscal_year GROUP BY "agencyId"
  ) c JOIN "Agency" g ON g.id = c."agencyId"
  ORDER BY g.code
$$;

-- What is disclosed of a mitigation follows from its risk, so the risks themselves need not be read.
CREATE FUNCTION bench.mitigation_progress(fiscal_year int)
RETURNS TABLE (key text, total int, done int, overdue int, cancelled int, "averageProgressPercent" float8)
LANGUAGE sql STABLE ROWS 100 AS $$
  SELECT g.code, c.total, c.done, c.overdue, c.cancelled, c.progress
  FROM (
    SELECT "agencyId", count(*)::int AS total, count(*) FILTER (WHERE status = 'DONE')::int AS done,
      count(*) FILTER (WHERE status IN ('PLANNED', 'IN_PROGRESS') AND "dueOn" < (now() AT TIME ZONE 'Asia/Bangkok')::date)::int AS overdue,
      count(*) FILTER (WHERE status = 'CANCELLED')::int AS cancelled,
      coalesce(round(avg("progressPercent") FILTER (WHERE status <> 'CANCELLED'), 2), 0)::float8 AS progress
    FROM "Mitigation" WHERE disclosure >= 1 AND "fiscalYear" = fiscal_year GROUP BY "agencyId"
  ) c JOIN "Agency" g ON g.id = c."agencyId"
  ORDER BY g.code
$$;

-- The act of Q5: what our assessRisk writes, in one call. The triggers of the tables (disclosure, current level, audit) fire for everybody.
CREATE FUNCTION bench.assess_risk(risk_id uuid, expected_version int, phase "AssessmentPhase", likelihood int, impact int, justification text)
RETURNS "Assessment" LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_variable
DECLARE
  register record;
  cell "RiskMethodCell";
  assessment_id uuid := uuidv7();
  shown boolean;
  assessed "Assessment";
BEGIN
  PERFORM set_config('app.act', 'assessRisk', true), set_config('app.reason', '', true);
  SELECT g.status, g."methodId", g."agencyId", c.phase AS shown, c."assessedOn" AS shown_on INTO register FROM "Risk" r
    JOIN "RiskRegister" g ON g."agencyId" = r."agencyId" AND g.id = r."registerId"
    LEFT JOIN "Assessment" c ON c."agencyId" = r."agencyId" AND c.id = r."currentAssessmentId"
    WHERE r."agencyId" = app.agency() AND r.id = risk_id FOR SHARE OF g;
  IF NOT FOUND THEN RAISE EXCEPTION 'NOT_FOUND'; END IF;
  IF register.status IN ('SUBMITTED', 'CLOSED') THEN RAISE EXCEPTION 'ILLEGAL_TRANSITION'; END IF;
  SELECT * INTO cell FROM "RiskMethodCell" c
    WHERE c."methodId" = register."methodId" AND c.likelihood = likelihood AND c.impact = impact;
  IF NOT FOUND OR btrim(justification) = '' OR length(justification) > 4000 THEN RAISE EXCEPTION 'INVALID_INPUT'; END IF;
  -- As our act does: the level is written with the version; the trigger on assessments finds it done.
  shown := phase <> 'TARGET' AND (register.shown IS NULL OR phase = 'RESIDUAL' AND register.shown = 'INHERENT'
    OR phase = register.shown AND register.shown_on <= (now() AT TIME ZONE 'Asia/Bangkok')::date);
  UPDATE "Risk" r SET version = r.version + 1, "updatedAt" = now(),
      level = CASE WHEN shown THEN cell.level::text::"CurrentRiskLevel" ELSE r.level END,
      score = CASE WHEN shown THEN cell.score ELSE r.score END, likelihood = CASE WHEN shown THEN cell.likelihood ELSE r.likelihood END,
      impact = CASE WHEN shown THEN cell.impact ELSE r.impact END,
      "currentAssessmentId" = CASE WHEN shown THEN assessment_id ELSE r."currentAssessmentId" END
    WHERE r."agencyId" = register."agencyId" AND r.id = risk_id AND r.version = expected_version;
  IF NOT FOUND THEN RAISE EXCEPTION 'CONFLICT'; END IF;
  INSERT INTO "Assessment" (id, "agencyId", "riskId", "methodId", phase, likelihood, impact, score, level, "justificationTh", "assessedOn", "assessedById")
  VALUES (assessment_id, register."agencyId", risk_id, cell."methodId", phase, cell.likelihood, cell.impact, cell.score, cell.level, btrim(justification),
    (now() AT TIME ZONE 'Asia/Bangkok')::date, app.account())
  RETURNING * INTO assessed;
  RETURN assessed;
END $$;

-- The same, with the answer of our mutation as JSON.
CREATE FUNCTION bench.assess_risk_answer(risk_id uuid, expected_version int, phase "AssessmentPhase", likelihood int, impact int, justification text)
RETURNS json LANGUAGE plpgsql VOLATILE AS $$
DECLARE assessed "Assessment" := bench.assess_risk(risk_id, expected_version, phase, likelihood, impact, justification);
BEGIN
  RETURN (SELECT json_build_object('assessRisk', json_build_object(
      'risk', json_build_object('level', r.level, 'score', r.score, 'version', r.version),
      'assessment', json_build_object('level', assessed.level, 'score', assessed.score)))
    FROM "Risk" r WHERE r."agencyId" = assessed."agencyId" AND r.id = assessed."riskId");
END $$;

COMMENT ON FUNCTION bench.assess_risk_answer(uuid, int, "AssessmentPhase", int, int, text) IS '@omit';
`;
