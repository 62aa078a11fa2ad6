-- How often the contents of a record have changed, counted by the database (docs/decisions/0020): a life-cycle act asks for a version that
-- covers every part, so that nobody submits what somebody else has changed meanwhile.
--
-- The count stands in a row of its own, beside the record: who changes a part holds the record with a shared lock, and two who hold it
-- could not both raise a count in its row. Here nobody waits for anybody: "audit" comes before these triggers on every changed row, and
-- has the agency's other writers wait at the head of its chain anyway.

CREATE TABLE "ContentRevision" (
    "agencyId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "number" INTEGER NOT NULL DEFAULT 0,
    "atHeading" INTEGER NOT NULL DEFAULT 0,
    "changedIn" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ContentRevision_pkey" PRIMARY KEY ("agencyId", "id")
) WITH (fillfactor = 50);

-- Read like all tenant data; written by the database alone. Derived, hence not audited: the trail has the changes that it counts.
ALTER TABLE "ContentRevision" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ContentRevision" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "ContentRevision" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY city_reads_disclosed ON "ContentRevision" FOR SELECT USING (disclosure >= (SELECT app.floor()));
CREATE POLICY owner_counts ON "ContentRevision" TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON "ContentRevision" TO registry_app;

-- ------------------------------------------------------------------------------------------------------------- records that have contents
CREATE FUNCTION app.begin_content() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- What is added to a record in the transaction that makes it does not change it.
  INSERT INTO "ContentRevision" ("agencyId", id, disclosure, "changedIn")
  VALUES (NEW."agencyId", NEW.id, NEW.disclosure, pg_current_xact_id()::text::bigint);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.begin_content() FROM PUBLIC;

CREATE FUNCTION app.disclose_content() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "ContentRevision" SET disclosure = NEW.disclosure WHERE "agencyId" = NEW."agencyId" AND id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.disclose_content() FROM PUBLIC;

CREATE FUNCTION app.note_heading() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "ContentRevision" SET "atHeading" = number WHERE "agencyId" = NEW."agencyId" AND id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.note_heading() FROM PUBLIC;

CREATE FUNCTION app.end_content() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "ContentRevision" WHERE "agencyId" = OLD."agencyId" AND id = OLD.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.end_content() FROM PUBLIC;

-- Nobody writes meanwhile: the statements below lock their tables until the migration ends. Not even the owner reads round the policies, so
-- for the length of this the migration reads as a city role whose floor is the ground.
DO $$
DECLARE record text;
BEGIN
  PERFORM set_config('app.floor', '0', true);
  FOREACH record IN ARRAY ARRAY['Plan', 'SwotAnalysis', 'RiskRegister', 'DelegationOrder'] LOOP
    EXECUTE format('CREATE TRIGGER begin_content AFTER INSERT ON %I FOR EACH ROW EXECUTE FUNCTION app.begin_content()', record);
    EXECUTE format('CREATE TRIGGER disclose_content AFTER UPDATE ON %I FOR EACH ROW WHEN (OLD.disclosure <> NEW.disclosure) EXECUTE FUNCTION app.disclose_content()', record);
    EXECUTE format('CREATE TRIGGER note_heading AFTER UPDATE ON %I FOR EACH ROW WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION app.note_heading()', record);
    EXECUTE format('CREATE TRIGGER end_content AFTER DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.end_content()', record);
    EXECUTE format('INSERT INTO "ContentRevision" ("agencyId", id, disclosure) SELECT "agencyId", id, disclosure FROM %I', record);
    -- Checked at the end of the transaction, because the record is there before its count is.
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY ("agencyId", id) REFERENCES "ContentRevision"("agencyId", id) ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED',
      record, record || '_agencyId_id_fkey');
  END LOOP;
  PERFORM set_config('app.floor', '', true);
END $$;

-- ----------------------------------------------------------------------------------------------------------------- parts of a record
-- Has every change of a part counted. `path` leads from the part to its record: the column that points to the whole, that whole, its column,
-- and so on. Every part gets a function of its own, whose statement is planned once per connection. A transaction counts once, however
-- many rows it changes: walking over the versions of one row that it left behind itself would take longer and longer.
-- A change of disclosure alone follows from the status of the record, which has a version of its own.
CREATE PROCEDURE app.count_changes_of(part text, VARIADIC path text[]) LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  tables text[] := '{}';
  joins text := '';
  record text := format('part.%I', path[1]);
  whole text;
BEGIN
  FOR i IN 1 .. cardinality(path) / 2 LOOP
    whole := format('w%s', i);
    tables := tables || format('public.%I %I', path[2 * i], whole);
    joins := joins || format(' AND %1$I."agencyId" = part."agencyId" AND %1$I.id = %2$s', whole, record);
    record := format('%I.%I', whole, path[2 * i + 1]);
  END LOOP;
  EXECUTE format('CREATE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS %L',
    'count_' || part, format($f$
DECLARE
  this CONSTANT bigint := pg_current_xact_id()::text::bigint;
  part public.%1$I := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  LOOP
    UPDATE public."ContentRevision" c SET number = c.number + 1, "changedIn" = this %2$s
    WHERE c."agencyId" = part."agencyId" AND c.id = %4$s AND c."changedIn" <> this%3$s;
    -- What was moved changes the record that it leaves, too.
    EXIT WHEN TG_OP <> 'UPDATE' OR part.%5$I IS NOT DISTINCT FROM OLD.%5$I;
    part := OLD;
  END LOOP;
  RETURN NULL;
END$f$, part, 'FROM ' || nullif(array_to_string(tables, ', '), ''), joins, record, path[1]));
  EXECUTE format('REVOKE ALL ON FUNCTION app.%I() FROM PUBLIC', 'count_' || part);
  EXECUTE format('CREATE TRIGGER count_content AFTER INSERT OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.%I()',
    part, 'count_' || part);
  EXECUTE format('CREATE TRIGGER count_changed_content AFTER UPDATE ON public.%I FOR EACH ROW WHEN (OLD.disclosure = NEW.disclosure OR OLD.%I <> NEW.%I) EXECUTE FUNCTION app.%I()',
    part, path[1], path[1], 'count_' || part);
END $$;
REVOKE ALL ON PROCEDURE app.count_changes_of(text, text[]) FROM PUBLIC;

DO $$
DECLARE part text;
BEGIN
  CALL app.count_changes_of('PlanStatement', 'planId');
  CALL app.count_changes_of('PrintedFigure', 'planId');
  CALL app.count_changes_of('Project', 'planId');
  FOREACH part IN ARRAY ARRAY['ProjectStep', 'TargetGroup', 'BudgetLine', 'Indicator', 'ProjectUnit', 'ProjectNote', 'ProgressReport',
    'DelegationMeasure'] LOOP
    CALL app.count_changes_of(part, 'projectId', 'Project', 'planId');
  END LOOP;
  CALL app.count_changes_of('ProgressIndicatorValue', 'reportId', 'ProgressReport', 'projectId', 'Project', 'planId');
  CALL app.count_changes_of('DelegationChain', 'measureId', 'DelegationMeasure', 'projectId', 'Project', 'planId');
  CALL app.count_changes_of('DelegationDuty', 'measureId', 'DelegationMeasure', 'projectId', 'Project', 'planId');
  CALL app.count_changes_of('SwotItem', 'analysisId');
  CALL app.count_changes_of('SwotItemRisk', 'itemId', 'SwotItem', 'analysisId');
  CALL app.count_changes_of('SwotItemProject', 'itemId', 'SwotItem', 'analysisId');
  CALL app.count_changes_of('Risk', 'registerId');
  FOREACH part IN ARRAY ARRAY['RiskCause', 'Assessment', 'Control', 'Mitigation', 'Acceptance', 'RiskPower'] LOOP
    CALL app.count_changes_of(part, 'riskId', 'Risk', 'registerId');
  END LOOP;
  CALL app.count_changes_of('DelegatedPower', 'orderId');
  CALL app.count_changes_of('MonthlyReport', 'orderId');
  CALL app.count_changes_of('PowerUse', 'reportId', 'MonthlyReport', 'orderId');
END $$;

-- --------------------------------------------------------------------------------------------------------------- asking for a version
-- The version that clients know is the record's own and the number of its contents together: both only grow. Locks the record until the
-- transaction ends, so that nobody changes a part meanwhile, and then compares: with the whole of it, or, for who writes its heading alone,
-- with the heading: a part that changed since is no hindrance then. The comparison is a statement of its own, which sees what was
-- committed while the lock was waited for. The agency is null for a city role, whose rows the policies choose.
CREATE FUNCTION app.claim_record(kind text, agency uuid, record uuid, expected integer, whole boolean) RETURNS boolean
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  own record;
  content "ContentRevision";
BEGIN
  CASE kind
    WHEN 'Plan' THEN
      SELECT r."agencyId", r.version INTO own FROM "Plan" r WHERE r.id = record AND r."agencyId" = coalesce(agency, r."agencyId") FOR NO KEY UPDATE;
    WHEN 'SwotAnalysis' THEN
      SELECT r."agencyId", r.version INTO own FROM "SwotAnalysis" r WHERE r.id = record AND r."agencyId" = coalesce(agency, r."agencyId") FOR NO KEY UPDATE;
    WHEN 'RiskRegister' THEN
      SELECT r."agencyId", r.version INTO own FROM "RiskRegister" r WHERE r.id = record AND r."agencyId" = coalesce(agency, r."agencyId") FOR NO KEY UPDATE;
    WHEN 'DelegationOrder' THEN
      SELECT r."agencyId", r.version INTO own FROM "DelegationOrder" r WHERE r.id = record AND r."agencyId" = coalesce(agency, r."agencyId") FOR NO KEY UPDATE;
  END CASE;
  SELECT * INTO content FROM "ContentRevision" c WHERE c."agencyId" = own."agencyId" AND c.id = record;
  IF expected BETWEEN own.version + (CASE WHEN whole THEN content.number ELSE content."atHeading" END) AND own.version + content.number THEN
    RETURN true;
  END IF;
  RAISE EXCEPTION 'the record is not as it was at the expected version' USING ERRCODE = 'RG409';
END $$;
