-- A report is begun once its period has ended, on a plan that the centre approved here or a register in force.
CREATE OR REPLACE FUNCTION app.begin_year_report() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF app.is_owner() THEN
    RETURN NULL;
  END IF;
  IF app.year_report_ends(NEW.kind, NEW."fiscalYear") >= (now() AT TIME ZONE 'Asia/Bangkok')::date THEN
    RAISE EXCEPTION 'a report is begun once its period has ended' USING ERRCODE = 'RG422';
  END IF;
  IF NEW."planId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Plan" p WHERE p."agencyId" = NEW."agencyId" AND p.id = NEW."planId"
      AND app.record_is_in_force(p.status, p."isAmendment") AND NEW."fiscalYear" BETWEEN p."fiscalYearFrom" AND p."fiscalYearTo")
    OR NEW."registerId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "RiskRegister" g WHERE g."agencyId" = NEW."agencyId" AND g.id = NEW."registerId"
      AND app.record_is_in_force(g.status, g."isAmendment") AND NEW."fiscalYear" = g."fiscalYear")
  THEN
    RAISE EXCEPTION 'a report is about a plan or register that is in force, and a year of it' USING ERRCODE = 'RG422';
  END IF;
  RETURN NULL;
END $$;
