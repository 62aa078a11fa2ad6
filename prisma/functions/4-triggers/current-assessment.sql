-- A risk shows its latest residual assessment, else its latest inherent one; targets do not count.
CREATE OR REPLACE FUNCTION app.show_current_assessment() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Risk" r
  SET level = a.level::text::"CurrentRiskLevel", score = a.score, likelihood = a.likelihood, impact = a.impact, "currentAssessmentId" = a.id
  FROM (
    SELECT * FROM app.latest_assessment(NEW."agencyId", NEW."riskId", 'RESIDUAL')
    UNION ALL SELECT * FROM app.latest_assessment(NEW."agencyId", NEW."riskId", 'INHERENT')
    LIMIT 1
  ) a
  WHERE r."agencyId" = NEW."agencyId" AND r.id = NEW."riskId" AND r."currentAssessmentId" IS DISTINCT FROM a.id;
  RETURN NULL;
END $$;
