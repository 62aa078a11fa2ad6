-- What registers count, kept by the database as risks and mitigations change, so that a question about the whole city reads a few rows
-- per register instead of every risk and mitigation.
--
-- A summary is what GROUP BY over the rows themselves would give, by the very columns that a row carries (agency, fiscal year, disclosure).
-- Nothing is looked up anywhere else, so a row that is moved or disclosed, or goes with its register, is counted away where it was and
-- counted where it is. A summary may be left at nothing but zeros; a due day without open mitigations is removed.

CREATE TABLE "RegisterSummary" (
    "agencyId" UUID NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "disclosure" SMALLINT NOT NULL,
    "unassessedRisks" INTEGER NOT NULL DEFAULT 0,
    "lowRisks" INTEGER NOT NULL DEFAULT 0,
    "mediumRisks" INTEGER NOT NULL DEFAULT 0,
    "highRisks" INTEGER NOT NULL DEFAULT 0,
    "extremeRisks" INTEGER NOT NULL DEFAULT 0,
    "openMitigations" INTEGER NOT NULL DEFAULT 0,
    "doneMitigations" INTEGER NOT NULL DEFAULT 0,
    "cancelledMitigations" INTEGER NOT NULL DEFAULT 0,
    "progressSum" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RegisterSummary_pkey" PRIMARY KEY ("agencyId", "fiscalYear", "disclosure")
);
CREATE INDEX "RegisterSummary_fiscalYear_disclosure_idx" ON "RegisterSummary"("fiscalYear", "disclosure");

CREATE TABLE "RegisterDueDay" (
    "agencyId" UUID NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "disclosure" SMALLINT NOT NULL,
    "dueOn" DATE NOT NULL,
    "openMitigations" INTEGER NOT NULL,

    CONSTRAINT "RegisterDueDay_pkey" PRIMARY KEY ("agencyId", "fiscalYear", "disclosure", "dueOn")
);
CREATE INDEX "RegisterDueDay_fiscalYear_dueOn_idx" ON "RegisterDueDay"("fiscalYear", "dueOn");

-- ---------------------------------------------------------------------------------------------------------------- row-level security
-- Read like all tenant data; written by the database alone. Derived, hence not audited: the trail has the changes that they count.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['RegisterSummary', 'RegisterDueDay'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY agency_reads_own ON %I FOR SELECT USING ("agencyId" = (SELECT app.agency()))', t);
    EXECUTE format('CREATE POLICY city_reads_disclosed ON %I FOR SELECT USING (disclosure >= (SELECT app.floor()))', t);
    EXECUTE format('CREATE POLICY owner_summarises ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO registry_app', t);
  END LOOP;
END $$;

-- -------------------------------------------------------------------------------------------------------------------- what is kept
-- Each function counts one row away as it was and in as it is. It writes with the owner's rights, because the application has none on
-- these tables, and is planned once per connection: planning takes longer than the work. Nobody waits for a lock here: "audit" comes
-- before these triggers on every changed row, and has the agency's other writers wait for the transaction at the head of its chain.
CREATE FUNCTION app.summarise_risk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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

CREATE FUNCTION app.summarise_mitigation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO "RegisterSummary" AS s ("agencyId", "fiscalYear", disclosure,
    "openMitigations", "doneMitigations", "cancelledMitigations", "progressSum")
  SELECT "agencyId", "fiscalYear", disclosure,
    sum(n * (status IN ('PLANNED', 'IN_PROGRESS'))::int), sum(n * (status = 'DONE')::int), sum(n * (status = 'CANCELLED')::int),
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

CREATE FUNCTION app.summarise_due_day() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO "RegisterDueDay" AS d ("agencyId", "fiscalYear", disclosure, "dueOn", "openMitigations")
  SELECT "agencyId", "fiscalYear", disclosure, "dueOn", n
  FROM (VALUES
    (-1, OLD."agencyId", OLD."fiscalYear", OLD.disclosure, OLD."dueOn", OLD.status),
    (1, NEW."agencyId", NEW."fiscalYear", NEW.disclosure, NEW."dueOn", NEW.status)
  ) AS counted (n, "agencyId", "fiscalYear", disclosure, "dueOn", status)
  WHERE status IN ('PLANNED', 'IN_PROGRESS')
  ORDER BY 1, 2, 3, 4
  ON CONFLICT ("agencyId", "fiscalYear", disclosure, "dueOn") DO UPDATE SET
    "openMitigations" = d."openMitigations" + excluded."openMitigations";
  -- Of both days: when one statement changes a row twice, its triggers may run in the order of the second change first.
  DELETE FROM "RegisterDueDay" WHERE "openMitigations" = 0 AND ("agencyId", "fiscalYear", disclosure, "dueOn") IN (
    (OLD."agencyId", OLD."fiscalYear", OLD.disclosure, OLD."dueOn"), (NEW."agencyId", NEW."fiscalYear", NEW.disclosure, NEW."dueOn"));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.summarise_due_day() FROM PUBLIC;

-- A change of a row that changes nothing that is counted calls none of them.
CREATE TRIGGER summarise_risk AFTER INSERT OR DELETE ON "Risk" FOR EACH ROW EXECUTE FUNCTION app.summarise_risk();
CREATE TRIGGER summarise_changed_risk AFTER UPDATE ON "Risk" FOR EACH ROW
  WHEN ((OLD."agencyId", OLD."fiscalYear", OLD.disclosure, OLD.level)
    IS DISTINCT FROM (NEW."agencyId", NEW."fiscalYear", NEW.disclosure, NEW.level))
  EXECUTE FUNCTION app.summarise_risk();

CREATE TRIGGER summarise_mitigation AFTER INSERT OR DELETE ON "Mitigation" FOR EACH ROW EXECUTE FUNCTION app.summarise_mitigation();
CREATE TRIGGER summarise_changed_mitigation AFTER UPDATE ON "Mitigation" FOR EACH ROW
  WHEN ((OLD."agencyId", OLD."fiscalYear", OLD.disclosure, OLD.status, OLD."progressPercent")
    IS DISTINCT FROM (NEW."agencyId", NEW."fiscalYear", NEW.disclosure, NEW.status, NEW."progressPercent"))
  EXECUTE FUNCTION app.summarise_mitigation();

CREATE TRIGGER summarise_due_day AFTER INSERT OR DELETE ON "Mitigation" FOR EACH ROW EXECUTE FUNCTION app.summarise_due_day();
CREATE TRIGGER summarise_changed_due_day AFTER UPDATE ON "Mitigation" FOR EACH ROW
  WHEN ((OLD."agencyId", OLD."fiscalYear", OLD.disclosure, OLD."dueOn", OLD.status IN ('PLANNED', 'IN_PROGRESS'))
    IS DISTINCT FROM (NEW."agencyId", NEW."fiscalYear", NEW.disclosure, NEW."dueOn", NEW.status IN ('PLANNED', 'IN_PROGRESS')))
  EXECUTE FUNCTION app.summarise_due_day();

-- ---------------------------------------------------------------------------------------------------------- what is there already
-- Nobody writes meanwhile: making a trigger locks its table until the migration ends. Not even the owner reads round the policies, so
-- for the length of this the migration reads as a city role whose floor is the ground.
DO $$
BEGIN
  PERFORM set_config('app.floor', '0', true);
  INSERT INTO "RegisterSummary"
  SELECT "agencyId", "fiscalYear", disclosure,
    sum((level = 'UNASSESSED')::int), sum((level = 'LOW')::int), sum((level = 'MEDIUM')::int), sum((level = 'HIGH')::int),
    sum((level = 'EXTREME')::int), 0, 0, 0, 0
  FROM "Risk" GROUP BY 1, 2, 3;
  INSERT INTO "RegisterSummary" AS s ("agencyId", "fiscalYear", disclosure,
    "openMitigations", "doneMitigations", "cancelledMitigations", "progressSum")
  SELECT "agencyId", "fiscalYear", disclosure,
    sum((status IN ('PLANNED', 'IN_PROGRESS'))::int), sum((status = 'DONE')::int), sum((status = 'CANCELLED')::int),
    sum("progressPercent" * (status <> 'CANCELLED')::int)
  FROM "Mitigation" GROUP BY 1, 2, 3
  ON CONFLICT ("agencyId", "fiscalYear", disclosure) DO UPDATE SET
    "openMitigations" = excluded."openMitigations", "doneMitigations" = excluded."doneMitigations",
    "cancelledMitigations" = excluded."cancelledMitigations", "progressSum" = excluded."progressSum";
  INSERT INTO "RegisterDueDay"
  SELECT "agencyId", "fiscalYear", disclosure, "dueOn", count(*) FROM "Mitigation" WHERE status IN ('PLANNED', 'IN_PROGRESS') GROUP BY 1, 2, 3, 4;
  PERFORM set_config('app.floor', '', true);
END $$;
