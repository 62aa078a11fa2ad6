-- Each function subtracts a row as it was and adds it as it is. It runs with the owner's rights, because the application may not write
-- these tables, and is planned once per connection, since planning takes longer than the work. It waits for no lock: "audit" comes first on
-- every changed row, and makes the agency's other writers wait at the head of its chain.
CREATE OR REPLACE FUNCTION app.summarise_risk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO "RegisterSummary" AS s ("agencyId", "fiscalYear", disclosure,
    "unassessedRisks", "lowRisks", "mediumRisks", "highRisks", "extremeRisks")
  SELECT "agencyId", "fiscalYear", disclosure,
    sum(n * (level = 'UNASSESSED')::int), sum(n * (level = 'LOW')::int), sum(n * (level = 'MEDIUM')::int),
    sum(n * (level = 'HIGH')::int), sum(n * (level = 'EXTREME')::int)
  FROM (VALUES
    (-1, OLD."agencyId", OLD."fiscalYear", OLD.disclosure, OLD.level),
    (1, NEW."agencyId", NEW."fiscalYear", NEW.disclosure, NEW.level)
  ) AS counted (n, "agencyId", "fiscalYear", disclosure, level)
  WHERE "agencyId" IS NOT NULL
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT ("agencyId", "fiscalYear", disclosure) DO UPDATE SET
    "unassessedRisks" = s."unassessedRisks" + excluded."unassessedRisks", "lowRisks" = s."lowRisks" + excluded."lowRisks",
    "mediumRisks" = s."mediumRisks" + excluded."mediumRisks", "highRisks" = s."highRisks" + excluded."highRisks",
    "extremeRisks" = s."extremeRisks" + excluded."extremeRisks";
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.summarise_risk() FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.summarise_mitigation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO "RegisterSummary" AS s ("agencyId", "fiscalYear", disclosure,
    "openMitigations", "doneMitigations", "cancelledMitigations", "progressSum")
  SELECT "agencyId", "fiscalYear", disclosure,
    sum(n * app.mitigation_is_live(status)::int), sum(n * (status = 'DONE')::int), sum(n * (status = 'CANCELLED')::int),
    sum(n * progress * (status <> 'CANCELLED')::int)
  FROM (VALUES
    (-1, OLD."agencyId", OLD."fiscalYear", OLD.disclosure, OLD.status, OLD."progressPercent"),
    (1, NEW."agencyId", NEW."fiscalYear", NEW.disclosure, NEW.status, NEW."progressPercent")
  ) AS counted (n, "agencyId", "fiscalYear", disclosure, status, progress)
  WHERE "agencyId" IS NOT NULL
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT ("agencyId", "fiscalYear", disclosure) DO UPDATE SET
    "openMitigations" = s."openMitigations" + excluded."openMitigations",
    "doneMitigations" = s."doneMitigations" + excluded."doneMitigations",
    "cancelledMitigations" = s."cancelledMitigations" + excluded."cancelledMitigations",
    "progressSum" = s."progressSum" + excluded."progressSum";
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.summarise_mitigation() FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.summarise_due_day() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO "RegisterDueDay" AS d ("agencyId", "fiscalYear", disclosure, "dueOn", "openMitigations")
  SELECT "agencyId", "fiscalYear", disclosure, "dueOn", n
  FROM (VALUES
    (-1, OLD."agencyId", OLD."fiscalYear", OLD.disclosure, OLD."dueOn", OLD.status),
    (1, NEW."agencyId", NEW."fiscalYear", NEW.disclosure, NEW."dueOn", NEW.status)
  ) AS counted (n, "agencyId", "fiscalYear", disclosure, "dueOn", status)
  WHERE app.mitigation_is_live(status)
  ORDER BY 1, 2, 3, 4
  ON CONFLICT ("agencyId", "fiscalYear", disclosure, "dueOn") DO UPDATE SET
    "openMitigations" = d."openMitigations" + excluded."openMitigations";
  -- For both days: when one statement changes a row twice, the trigger of the second change may run first.
  DELETE FROM "RegisterDueDay" WHERE "openMitigations" = 0 AND ("agencyId", "fiscalYear", disclosure, "dueOn") IN (
    (OLD."agencyId", OLD."fiscalYear", OLD.disclosure, OLD."dueOn"), (NEW."agencyId", NEW."fiscalYear", NEW.disclosure, NEW."dueOn"));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.summarise_due_day() FROM PUBLIC;
