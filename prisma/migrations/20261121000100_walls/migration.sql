-- What the tables alone cannot say: who sees which row (row-level security), what is derived (disclosure, current level), what is
-- recorded (audit), what may never be stored (checks), and how Thai is sorted.
--
-- A connection carries its scope in settings: app.agency (the viewer's agency), app.floor (the least disclosure that a city role may
-- read), app.account and app.act (who acts and how the act is called; set for the length of a writing transaction).

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app, public TO registry_app;

CREATE FUNCTION app.agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('app.agency', true), '')::uuid $$;

CREATE FUNCTION app.floor() RETURNS smallint LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('app.floor', true), '')::smallint $$;

CREATE FUNCTION app.account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('app.account', true), '')::uuid $$;

-- ---------------------------------------------------------------------------------------------------------------- row-level security
-- Reference data: everybody reads, only the owner of the database writes.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Agency', 'Framework', 'FrameworkDimension', 'FrameworkMission', 'FrameworkSubMission',
    'RiskMethod', 'RiskMethodLevel', 'RiskScalePoint', 'RiskMethodCell'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT USING (true)', t);
    EXECUTE format('CREATE POLICY owner_writes ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO registry_app', t);
  END LOOP;
END $$;

-- Tenant data: an agency reads and writes its own rows; a city role reads rows disclosed at least to its floor.
-- The owner of the database has no way round these policies: seeding sets app.agency like everybody else.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Unit', 'Position', 'StatutoryPower',
    'Plan', 'PlanStatement', 'PrintedFigure', 'Project', 'ProjectStep', 'TargetGroup', 'BudgetLine', 'Indicator', 'ProjectUnit',
    'ProjectNote', 'ProgressReport', 'ProgressIndicatorValue',
    'SwotAnalysis', 'SwotItem', 'SwotItemRisk', 'SwotItemProject',
    'RiskRegister', 'Risk', 'RiskCause', 'Assessment', 'Control', 'Mitigation', 'Acceptance', 'RiskPower',
    'DelegationOrder', 'DelegatedPower', 'MonthlyReport', 'PowerUse', 'DelegationMeasure', 'DelegationChain', 'DelegationDuty',
    'Finding'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY agency_reads_own ON %I FOR SELECT USING ("agencyId" = (SELECT app.agency()))', t);
    EXECUTE format('CREATE POLICY city_reads_disclosed ON %I FOR SELECT USING (disclosure >= (SELECT app.floor()))', t);
    EXECUTE format('CREATE POLICY agency_adds_own ON %I FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency()))', t);
    EXECUTE format('CREATE POLICY agency_changes_own ON %I FOR UPDATE USING ("agencyId" = (SELECT app.agency()))', t);
    EXECUTE format('CREATE POLICY agency_removes_own ON %I FOR DELETE USING ("agencyId" = (SELECT app.agency()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO registry_app', t);
  END LOOP;
END $$;

-- Assessments and acceptances are history: rows are added, never changed (their derived disclosure apart) or removed.
REVOKE UPDATE, DELETE ON "Assessment", "Acceptance" FROM registry_app;
GRANT UPDATE (disclosure) ON "Assessment", "Acceptance" TO registry_app;

-- People: an agency sees its own members and no one else's.
ALTER TABLE "Membership" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Membership" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "Membership" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY owner_manages ON "Membership" TO CURRENT_USER USING (true) WITH CHECK (true);
ALTER TABLE "Account" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Account" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "Account" FOR SELECT
  USING (EXISTS (SELECT 1 FROM "Membership" m WHERE m."accountId" = "Account".id AND m."agencyId" = (SELECT app.agency())));
CREATE POLICY owner_manages ON "Account" TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON "Account", "Membership" TO registry_app;

-- Signing in happens before there is a scope: this one question about one subject is answered with the owner's rights.
CREATE FUNCTION app.sign_in(subject text)
RETURNS TABLE ("accountId" uuid, name text, role "Role", "agencyId" uuid, "agencyCode" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT a.id, a.name, m.role, m."agencyId", g.code
  FROM "Account" a JOIN "Membership" m ON m."accountId" = a.id LEFT JOIN "Agency" g ON g.id = m."agencyId"
  WHERE a.sub = subject AND NOT a.disabled
  ORDER BY m."createdAt", m.id
$$;
REVOKE ALL ON FUNCTION app.sign_in(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sign_in(text) TO registry_app;

-- --------------------------------------------------------------------------------------------------------------------- disclosure
-- How far a row may be read: 0 the agency alone, 1 the centre as well, 2 analysts as well. It is always derived, whatever a statement
-- says: from the status of the root record, and from there down to every part, so that one comparison decides each row.
CREATE FUNCTION app.disclosure_of_record(status "RecordStatus") RETURNS smallint LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE status WHEN 'DRAFT' THEN 0 WHEN 'SUBMITTED' THEN 1 WHEN 'RETURNED' THEN 1 ELSE 2 END::smallint $$;

CREATE FUNCTION app.disclose_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.disclosure := app.disclosure_of_record(NEW.status);
  RETURN NEW;
END $$;

CREATE FUNCTION app.disclose_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.disclosure := CASE NEW.status WHEN 'DRAFT' THEN 0 ELSE 2 END;
  RETURN NEW;
END $$;

CREATE FUNCTION app.disclose_structure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.disclosure := 2;
  RETURN NEW;
END $$;

-- Arguments: the parent's table and the column that points to it.
CREATE FUNCTION app.inherit_disclosure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE inherited smallint;
BEGIN
  EXECUTE format('SELECT disclosure FROM public.%I WHERE "agencyId" = $1 AND id = ($2).%I', TG_ARGV[0], TG_ARGV[1])
    INTO inherited USING NEW."agencyId", NEW;
  NEW.disclosure := coalesce(inherited, 0);
  RETURN NEW;
END $$;

-- A finding is disclosed as far as its subject; one about the agency as a whole, to the centre.
CREATE FUNCTION app.disclose_finding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.disclosure := coalesce(
    (SELECT disclosure FROM "Plan" WHERE "agencyId" = NEW."agencyId" AND id = NEW."planId"),
    (SELECT disclosure FROM "Project" WHERE "agencyId" = NEW."agencyId" AND id = NEW."projectId"),
    (SELECT disclosure FROM "SwotAnalysis" WHERE "agencyId" = NEW."agencyId" AND id = NEW."analysisId"),
    (SELECT disclosure FROM "RiskRegister" WHERE "agencyId" = NEW."agencyId" AND id = NEW."registerId"),
    (SELECT disclosure FROM "Risk" WHERE "agencyId" = NEW."agencyId" AND id = NEW."riskId"),
    (SELECT disclosure FROM "DelegationOrder" WHERE "agencyId" = NEW."agencyId" AND id = NEW."orderId"),
    1);
  RETURN NEW;
END $$;

-- Arguments: pairs of a part's table and its column that points here.
CREATE FUNCTION app.pass_on_disclosure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    EXECUTE format('UPDATE public.%I SET disclosure = $1 WHERE "agencyId" = $2 AND %I = $3', TG_ARGV[2 * i], TG_ARGV[2 * i + 1])
      USING NEW.disclosure, NEW."agencyId", NEW.id;
  END LOOP;
  RETURN NULL;
END $$;

DO $$
DECLARE
  t text;
  -- The ownership tree: each part and the column that points to its parent.
  tree CONSTANT jsonb := '{
    "Plan": {"PlanStatement": "planId", "PrintedFigure": "planId", "Project": "planId", "Finding": "planId"},
    "Project": {"ProjectStep": "projectId", "TargetGroup": "projectId", "BudgetLine": "projectId", "Indicator": "projectId",
      "ProjectUnit": "projectId", "ProjectNote": "projectId", "ProgressReport": "projectId", "DelegationMeasure": "projectId",
      "Finding": "projectId"},
    "ProgressReport": {"ProgressIndicatorValue": "reportId"},
    "DelegationMeasure": {"DelegationChain": "measureId", "DelegationDuty": "measureId"},
    "SwotAnalysis": {"SwotItem": "analysisId", "Finding": "analysisId"},
    "SwotItem": {"SwotItemRisk": "itemId", "SwotItemProject": "itemId"},
    "RiskRegister": {"Risk": "registerId", "Finding": "registerId"},
    "Risk": {"RiskCause": "riskId", "Assessment": "riskId", "Control": "riskId", "Mitigation": "riskId", "Acceptance": "riskId",
      "RiskPower": "riskId", "Finding": "riskId"},
    "DelegationOrder": {"DelegatedPower": "orderId", "MonthlyReport": "orderId", "Finding": "orderId"},
    "MonthlyReport": {"PowerUse": "reportId"}
  }';
  parent text;
  parts jsonb;
  part text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Plan', 'SwotAnalysis', 'RiskRegister'] LOOP
    EXECUTE format('CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.disclose_record()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Unit', 'Position', 'StatutoryPower'] LOOP
    EXECUTE format('CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.disclose_structure()', t);
  END LOOP;
  CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON "DelegationOrder" FOR EACH ROW EXECUTE FUNCTION app.disclose_order();
  CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON "Finding" FOR EACH ROW EXECUTE FUNCTION app.disclose_finding();

  FOR parent, parts IN SELECT * FROM jsonb_each(tree) LOOP
    EXECUTE format('CREATE TRIGGER pass_on_disclosure AFTER UPDATE ON %I FOR EACH ROW WHEN (OLD.disclosure <> NEW.disclosure) EXECUTE FUNCTION app.pass_on_disclosure(%s)',
      parent, (SELECT string_agg(quote_literal(key) || ', ' || quote_literal(value), ', ') FROM jsonb_each_text(parts)));
    FOR part IN SELECT jsonb_object_keys(parts - 'Finding') LOOP
      EXECUTE format('CREATE TRIGGER disclose BEFORE INSERT OR UPDATE OF disclosure, %I ON %I FOR EACH ROW EXECUTE FUNCTION app.inherit_disclosure(%L, %L)',
        parts ->> part, part, parent, parts ->> part);
    END LOOP;
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------- current level of a risk
-- A risk shows its latest residual assessment, else its latest inherent one; targets do not count.
CREATE FUNCTION app.show_current_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Risk" r
  SET level = a.level::text::"CurrentRiskLevel", score = a.score, likelihood = a.likelihood, impact = a.impact, "currentAssessmentId" = a.id
  FROM (
    SELECT * FROM "Assessment"
    WHERE "agencyId" = NEW."agencyId" AND "riskId" = NEW."riskId" AND phase <> 'TARGET'
    ORDER BY phase = 'RESIDUAL' DESC, "assessedOn" DESC, "createdAt" DESC, id DESC
    LIMIT 1
  ) a
  WHERE r."agencyId" = NEW."agencyId" AND r.id = NEW."riskId" AND r."currentAssessmentId" IS DISTINCT FROM a.id;
  RETURN NULL;
END $$;
CREATE TRIGGER show_current_assessment AFTER INSERT ON "Assessment" FOR EACH ROW EXECUTE FUNCTION app.show_current_assessment();

-- -------------------------------------------------------------------------------------------------------------------------- audit
-- Every change of tenant data is recorded by the database in the transaction of the change, in one hash chain per agency. Who acts must
-- be known. The application can read the trail of its scope, and can neither write, change nor remove an entry.
ALTER TABLE "AuditEntry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AuditEntry" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "AuditEntry" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY owner_records ON "AuditEntry" TO CURRENT_USER USING (true) WITH CHECK (true);
ALTER TABLE "AuditHead" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AuditHead" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_records ON "AuditHead" TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON "AuditEntry" TO registry_app;

CREATE FUNCTION app.audit_hash(previous bytea, entry jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE
AS $$ SELECT sha256(previous || convert_to(entry::text, 'UTF8')) $$;

CREATE FUNCTION app.audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  derived CONSTANT text[] := ARRAY['disclosure', 'updatedAt'];
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - derived END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - derived END;
  subject jsonb := coalesce(after, before);
  agency uuid := (subject ->> 'agencyId')::uuid;
  actor uuid := app.account();
  act text := coalesce(nullif(current_setting('app.act', true), ''), lower(TG_OP));
  head "AuditHead";
  moment timestamptz(3) := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF before = after THEN
      RETURN NULL;
    END IF;
    SELECT jsonb_object_agg(key, value), jsonb_object_agg(key, after -> key) INTO before, after
    FROM jsonb_each(before) WHERE value IS DISTINCT FROM after -> key;
  END IF;
  IF actor IS NULL THEN
    RAISE EXCEPTION 'a change needs an actor: set app.account' USING ERRCODE = 'RG001';
  END IF;
  INSERT INTO "AuditHead" ("agencyId", seq, hash) VALUES (agency, 0, sha256(convert_to(agency::text, 'UTF8')))
  ON CONFLICT ("agencyId") DO NOTHING;
  SELECT * INTO head FROM "AuditHead" WHERE "agencyId" = agency FOR UPDATE;
  INSERT INTO "AuditEntry" ("agencyId", seq, at, "accountId", act, action, entity, "entityId", before, after, "previousHash", hash)
  VALUES (agency, head.seq + 1, moment, actor, act, TG_OP::"AuditAction", TG_TABLE_NAME, (subject ->> 'id')::uuid, before, after, head.hash,
    app.audit_hash(head.hash, jsonb_build_object('agencyId', agency, 'seq', head.seq + 1, 'at', moment, 'accountId', actor, 'act', act,
      'action', TG_OP, 'entity', TG_TABLE_NAME, 'entityId', subject ->> 'id', 'before', before, 'after', after)))
  RETURNING seq, hash INTO head.seq, head.hash;
  UPDATE "AuditHead" SET seq = head.seq, hash = head.hash WHERE "agencyId" = agency;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.audit() FROM PUBLIC;

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid WHERE p.polname = 'agency_adds_own' LOOP
    EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.audit()', t);
  END LOOP;
END $$;

-- Which sets of data have been loaded is the owner's business alone.
ALTER TABLE "Dataset" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Dataset" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_manages ON "Dataset" TO CURRENT_USER USING (true) WITH CHECK (true);

-- --------------------------------------------------------------------------------------------------------- what is never stored
ALTER TABLE "Agency"
  ADD CONSTRAINT district_facts CHECK (kind = 'DISTRICT_OFFICE' OR ("dopaCode" IS NULL AND "districtGroup" IS NULL));
ALTER TABLE "Membership"
  ADD CONSTRAINT role_fits_place CHECK (("agencyId" IS NULL) = (role IN ('CENTRE', 'ANALYST', 'AUDITOR', 'CITY_ADMIN')));
ALTER TABLE "RiskMethodCell"
  ADD CONSTRAINT score_is_product CHECK (score = likelihood * impact);
ALTER TABLE "Plan"
  ADD CONSTRAINT fiscal_years CHECK ("fiscalYearFrom" BETWEEN 2500 AND 2700 AND "fiscalYearTo" BETWEEN "fiscalYearFrom" AND 2700);
ALTER TABLE "SwotAnalysis" ADD CONSTRAINT fiscal_year CHECK ("fiscalYear" BETWEEN 2500 AND 2700);
ALTER TABLE "RiskRegister" ADD CONSTRAINT fiscal_year CHECK ("fiscalYear" BETWEEN 2500 AND 2700);
ALTER TABLE "BudgetLine"
  ADD CONSTRAINT fiscal_year CHECK ("fiscalYear" BETWEEN 2500 AND 2700),
  ADD CONSTRAINT amount_when_budgeted CHECK ((status = 'BUDGETED') = (amount IS NOT NULL) AND amount >= 0);
ALTER TABLE "TargetGroup" ADD CONSTRAINT headcount_range CHECK (headcount >= 0);
ALTER TABLE "ProgressReport"
  ADD CONSTRAINT progress_range CHECK ("progressPercent" BETWEEN 0 AND 100),
  ADD CONSTRAINT quarter_range CHECK (quarter BETWEEN 1 AND 4),
  ADD CONSTRAINT spent_range CHECK ("spentAmount" >= 0);
ALTER TABLE "SwotItem"
  ADD CONSTRAINT factor_fits_quadrant CHECK ((quadrant IN ('STRENGTH', 'WEAKNESS'))
    = (factor IN ('STRATEGY', 'STRUCTURE', 'SYSTEM', 'STYLE', 'STAFF', 'SKILL', 'SHARED_VALUES')));
ALTER TABLE "Mitigation"
  ADD CONSTRAINT progress_range CHECK ("progressPercent" BETWEEN 0 AND 100),
  ADD CONSTRAINT budget_range CHECK ("budgetAmount" >= 0),
  ADD CONSTRAINT done_has_date CHECK ((status = 'DONE') = ("doneOn" IS NOT NULL));
ALTER TABLE "Acceptance" ADD CONSTRAINT expiry_after_start CHECK ("expiresOn" >= "acceptedOn");
ALTER TABLE "DelegationOrder"
  ADD CONSTRAINT dates_in_order CHECK ("effectiveTo" >= "effectiveFrom"),
  ADD CONSTRAINT end_has_date CHECK ((status IN ('REVOKED', 'SUPERSEDED')) = ("endedOn" IS NOT NULL));
ALTER TABLE "DelegatedPower"
  ADD CONSTRAINT not_to_oneself CHECK ("delegatorId" <> "delegateId"),
  ADD CONSTRAINT ceiling_range CHECK ("ceilingAmount" >= 0);
ALTER TABLE "StatutoryPower"
  ADD CONSTRAINT dates_in_order CHECK ("validTo" >= "validFrom"),
  ADD CONSTRAINT ceiling_range CHECK ("ceilingAmount" >= 0);
ALTER TABLE "MonthlyReport" ADD CONSTRAINT month_is_first_day CHECK (extract(day FROM month) = 1);
ALTER TABLE "PowerUse"
  ADD CONSTRAINT use_range CHECK (count >= 0 AND "totalAmount" >= 0 AND "maxAmount" BETWEEN 0 AND "totalAmount");

-- ----------------------------------------------------------------------------------------------------------------------- sorting Thai
-- Thai text sorts by the Thai dictionary (leading vowels after their consonant), whatever the locale of the server.
DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'text' AND column_name IN ('nameTh', 'titleTh', 'textTh', 'measureTh') LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "th-x-icu"', c.table_name, c.column_name);
  END LOOP;
END $$;

-- The application may read which migrations were applied, to refuse to serve a database that is behind it.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON public._prisma_migrations TO registry_app;
  END IF;
END $$;
