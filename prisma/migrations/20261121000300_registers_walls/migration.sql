-- What the new tables cannot say by themselves: who sees and changes which row, what the centre may do to a record of an agency, how far
-- the new rows are disclosed, what a published edition holds, and what the audit trail says besides.
--
-- One more setting joins those of the first walls: app.duty, the duty that a city role does across agencies: 'centre' (reviews records,
-- keeps the risk library), 'reference' (adds methods) or 'audit' (reads the audit trail). Writing transactions also carry app.role and,
-- when there is one, app.reason.

CREATE FUNCTION app.duty() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(current_setting('app.duty', true), '') $$;

-- ---------------------------------------------------------------------------------------------------------------- row-level security
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Holiday', 'LegalClock'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT USING (true)', t);
    EXECUTE format('CREATE POLICY owner_writes ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO registry_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['StatusChange', 'ReviewComment', 'LibraryResponse'] LOOP
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

-- What was decided stays decided: changes of status are added, never changed (their derived disclosure apart) or removed, and of a
-- comment only the answer is the agency's.
REVOKE UPDATE, DELETE ON "StatusChange", "ReviewComment" FROM registry_app;
GRANT UPDATE (disclosure) ON "StatusChange" TO registry_app;
GRANT UPDATE (disclosure, reply, "repliedAt", version) ON "ReviewComment" TO registry_app;

-- Editions are public and final.
ALTER TABLE "Edition" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Edition" FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON "Edition" FOR SELECT USING (true);
CREATE POLICY agency_adds_own ON "Edition" FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency()));
GRANT SELECT, INSERT ON "Edition" TO registry_app;

-- The centre reviews what was submitted to it: it moves the record on, says why, and touches nothing else of it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Plan', 'SwotAnalysis', 'RiskRegister'] LOOP
    EXECUTE format($f$CREATE POLICY centre_reviews ON %I FOR UPDATE
      USING ((SELECT app.duty()) = 'centre' AND status = 'SUBMITTED')
      WITH CHECK ((SELECT app.duty()) = 'centre' AND status IN ('SUBMITTED', 'RETURNED', 'APPROVED'))$f$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['StatusChange', 'ReviewComment'] LOOP
    EXECUTE format($f$CREATE POLICY centre_adds ON %I FOR INSERT
      WITH CHECK ((SELECT app.duty()) = 'centre' AND disclosure >= 1)$f$, t);
  END LOOP;
END $$;

CREATE FUNCTION app.keep_to_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moved CONSTANT text[] := ARRAY['status', 'version', 'disclosure', 'updatedAt'];
BEGIN
  IF app.agency() IS NULL AND app.duty() = 'centre' AND to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved THEN
    RAISE EXCEPTION 'the centre changes nothing but the status of a record' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_to_review BEFORE UPDATE ON "Plan" FOR EACH ROW EXECUTE FUNCTION app.keep_to_review();
CREATE TRIGGER keep_to_review BEFORE UPDATE ON "SwotAnalysis" FOR EACH ROW EXECUTE FUNCTION app.keep_to_review();
CREATE TRIGGER keep_to_review BEFORE UPDATE ON "RiskRegister" FOR EACH ROW EXECUTE FUNCTION app.keep_to_review();

-- The library is the city's: its drafts are the centre's alone, what it offers is for every agency and city role that reads records.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['LibraryRisk', 'LibraryMeasure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($f$CREATE POLICY centre_keeps ON %I USING ((SELECT app.duty()) = 'centre') WITH CHECK ((SELECT app.duty()) = 'centre')$f$, t);
    EXECUTE format('CREATE POLICY owner_loads ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO registry_app', t);
  END LOOP;
END $$;
CREATE POLICY readers_read_offered ON "LibraryRisk" FOR SELECT
  USING (status <> 'DRAFT' AND ((SELECT app.agency()) IS NOT NULL OR (SELECT app.floor()) IS NOT NULL));
CREATE POLICY readers_read_offered ON "LibraryMeasure" FOR SELECT
  USING (EXISTS (SELECT 1 FROM "LibraryRisk" r WHERE r.id = "libraryRiskId"));

-- Methods are added whole by the keeper of reference data, and never changed: assessments pin them.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['RiskMethod', 'RiskMethodLevel', 'RiskScalePoint', 'RiskMethodCell'] LOOP
    EXECUTE format($f$CREATE POLICY reference_keeper_adds ON %I FOR INSERT WITH CHECK ((SELECT app.duty()) = 'reference')$f$, t);
    EXECUTE format('GRANT INSERT ON %I TO registry_app', t);
  END LOOP;
END $$;

-- What a repeated request is answered from is its own account's.
ALTER TABLE "IdempotencyRecord" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "IdempotencyRecord" FORCE ROW LEVEL SECURITY;
CREATE POLICY account_keeps_own ON "IdempotencyRecord"
  USING ("accountId" = (SELECT app.account())) WITH CHECK ("accountId" = (SELECT app.account()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "IdempotencyRecord" TO registry_app;

CREATE POLICY auditor_reads ON "AuditEntry" FOR SELECT USING ((SELECT app.duty()) = 'audit');

-- --------------------------------------------------------------------------------------------------------------------- disclosure
CREATE FUNCTION app.disclose_status_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.disclosure := coalesce(
    (SELECT disclosure FROM "Plan" WHERE "agencyId" = NEW."agencyId" AND id = NEW."planId"),
    (SELECT disclosure FROM "SwotAnalysis" WHERE "agencyId" = NEW."agencyId" AND id = NEW."analysisId"),
    (SELECT disclosure FROM "RiskRegister" WHERE "agencyId" = NEW."agencyId" AND id = NEW."registerId"),
    (SELECT disclosure FROM "Project" WHERE "agencyId" = NEW."agencyId" AND id = NEW."projectId"),
    (SELECT disclosure FROM "DelegationOrder" WHERE "agencyId" = NEW."agencyId" AND id = NEW."orderId"),
    0);
  RETURN NEW;
END $$;
CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON "StatusChange" FOR EACH ROW EXECUTE FUNCTION app.disclose_status_change();
CREATE TRIGGER disclose BEFORE INSERT OR UPDATE OF disclosure, "changeId" ON "ReviewComment"
  FOR EACH ROW EXECUTE FUNCTION app.inherit_disclosure('StatusChange', 'changeId');

CREATE FUNCTION app.disclose_to_centre() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.disclosure := 1;
  RETURN NEW;
END $$;
CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON "LibraryResponse" FOR EACH ROW EXECUTE FUNCTION app.disclose_to_centre();

CREATE FUNCTION app.disclose_to_everybody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.disclosure := 3;
  RETURN NEW;
END $$;
CREATE TRIGGER disclose BEFORE INSERT ON "Edition" FOR EACH ROW EXECUTE FUNCTION app.disclose_to_everybody();

-- The centre's decision changes how far the parts may be read too: the database changes them in the name of their own agency.
CREATE OR REPLACE FUNCTION app.pass_on_disclosure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE acting CONSTANT text := coalesce(current_setting('app.agency', true), '');
BEGIN
  PERFORM set_config('app.agency', NEW."agencyId"::text, true);
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    EXECUTE format('UPDATE public.%I SET disclosure = $1 WHERE "agencyId" = $2 AND %I = $3', TG_ARGV[2 * i], TG_ARGV[2 * i + 1])
      USING NEW.disclosure, NEW."agencyId", NEW.id;
  END LOOP;
  PERFORM set_config('app.agency', acting, true);
  RETURN NULL;
END $$;

DO $$
DECLARE
  place record;
BEGIN
  FOR place IN SELECT * FROM (VALUES
    ('Plan', 'StatusChange', 'planId'), ('SwotAnalysis', 'StatusChange', 'analysisId'), ('RiskRegister', 'StatusChange', 'registerId'),
    ('Project', 'StatusChange', 'projectId'), ('DelegationOrder', 'StatusChange', 'orderId'), ('StatusChange', 'ReviewComment', 'changeId')
  ) AS v (owner, part, link) LOOP
    EXECUTE format('CREATE TRIGGER pass_on_disclosure_to_changes AFTER UPDATE ON %I FOR EACH ROW WHEN (OLD.disclosure <> NEW.disclosure) EXECUTE FUNCTION app.pass_on_disclosure(%L, %L)',
      place.owner, place.part, place.link);
  END LOOP;
END $$;

-- A change of status is announced to whoever listens, when its transaction commits.
CREATE FUNCTION app.announce_status_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('registry_status', json_build_object('id', NEW.id, 'agencyId', NEW."agencyId", 'disclosure', NEW.disclosure)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT ON "StatusChange" FOR EACH ROW EXECUTE FUNCTION app.announce_status_change();

-- -------------------------------------------------------------------------------------------------------------- what an edition holds
-- The content of a record as an edition freezes it, and as editions are compared with: everything that the agency says in it, by items
-- that keep their ids, and nothing about who wrote it.
CREATE FUNCTION app.texts_of_unit(agency uuid, unit uuid) RETURNS text LANGUAGE sql STABLE
AS $$ SELECT "nameTh" FROM "Unit" WHERE "agencyId" = agency AND id = unit $$;

CREATE FUNCTION app.texts_of_position(agency uuid, place uuid) RETURNS text LANGUAGE sql STABLE
AS $$ SELECT "titleTh" FROM "Position" WHERE "agencyId" = agency AND id = place $$;

CREATE FUNCTION app.content_of_register(agency uuid, record uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('kind', 'RISK_REGISTER', 'id', g.id, 'fiscalYear', g."fiscalYear", 'origin', g.origin,
    'method', (SELECT version FROM "RiskMethod" WHERE id = g."methodId"),
    'agency', (SELECT jsonb_build_object('code', code, 'nameTh', "nameTh", 'nameEn', "nameEn") FROM "Agency" WHERE id = agency),
    'risks', (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', r.id, 'code', r.code, 'titleTh', r."titleTh", 'titleEn', r."titleEn", 'processArea', r."processArea",
      'furtherProcessAreas', r."furtherProcessAreas", 'corruptionTypes', r."corruptionTypes", 'factorKind', r."factorKind",
      'actorTh', r."actorTh", 'actorEn', r."actorEn", 'responsibleUnit', app.texts_of_unit(agency, r."responsibleUnitId"),
      'level', r.level, 'score', r.score, 'likelihood', r.likelihood, 'impact', r.impact,
      'causes', (SELECT coalesce(jsonb_agg(jsonb_build_object('textTh', "textTh", 'textEn', "textEn") ORDER BY "sortOrder", id), '[]')
        FROM "RiskCause" WHERE "agencyId" = agency AND "riskId" = r.id),
      'controls', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'textTh', "textTh", 'textEn', "textEn",
          'effectiveness', effectiveness) ORDER BY "sortOrder", id), '[]')
        FROM "Control" WHERE "agencyId" = agency AND "riskId" = r.id),
      'mitigations', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'measureTh', "measureTh", 'measureEn', "measureEn",
          'strategy', strategy, 'ownerUnit', app.texts_of_unit(agency, "ownerUnitId"),
          'ownerPosition', app.texts_of_position(agency, "ownerPositionId"), 'dueOn', "dueOn", 'budgetAmount', "budgetAmount"::text,
          'status', status, 'progressPercent', "progressPercent", 'doneOn', "doneOn") ORDER BY "sortOrder", id), '[]')
        FROM "Mitigation" WHERE "agencyId" = agency AND "riskId" = r.id),
      'acceptances', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'level', level, 'reasonTh', "reasonTh",
          'acceptedOn', "acceptedOn", 'expiresOn', "expiresOn") ORDER BY "acceptedOn", id), '[]')
        FROM "Acceptance" WHERE "agencyId" = agency AND "riskId" = r.id)
    ) ORDER BY r.code, r.id), '[]') FROM "Risk" r WHERE r."agencyId" = agency AND r."registerId" = g.id))
  FROM "RiskRegister" g WHERE g."agencyId" = agency AND g.id = record
$$;

CREATE FUNCTION app.content_of_swot(agency uuid, record uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('kind', 'SWOT_ANALYSIS', 'id', a.id, 'fiscalYear', a."fiscalYear", 'origin', a.origin,
    'agency', (SELECT jsonb_build_object('code', code, 'nameTh', "nameTh", 'nameEn', "nameEn") FROM "Agency" WHERE id = agency),
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'quadrant', quadrant, 'factor', factor, 'rank', rank,
        'textTh', "textTh", 'textEn', "textEn") ORDER BY quadrant, rank, id), '[]')
      FROM "SwotItem" WHERE "agencyId" = agency AND "analysisId" = a.id))
  FROM "SwotAnalysis" a WHERE a."agencyId" = agency AND a.id = record
$$;

CREATE FUNCTION app.content_of_plan(agency uuid, record uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('kind', 'PLAN', 'id', p.id, 'titleTh', p."titleTh", 'titleEn', p."titleEn", 'origin', p.origin,
    'fiscalYearFrom', p."fiscalYearFrom", 'fiscalYearTo', p."fiscalYearTo", 'announcedOn', p."announcedOn",
    'framework', (SELECT version FROM "Framework" WHERE id = p."frameworkId"),
    'agency', (SELECT jsonb_build_object('code', code, 'nameTh', "nameTh", 'nameEn', "nameEn") FROM "Agency" WHERE id = agency),
    'statements', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'textTh', "textTh", 'textEn', "textEn")
        ORDER BY kind, "sortOrder", id), '[]') FROM "PlanStatement" WHERE "agencyId" = agency AND "planId" = p.id),
    'projects', (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', j.id, 'kind', j.kind, 'sequenceNo', j."sequenceNo", 'printedCode', j."printedCode",
      'dimension', (SELECT number FROM "FrameworkDimension" WHERE id = j."dimensionId"),
      'mission', (SELECT code FROM "FrameworkMission" WHERE id = j."missionId"),
      'subMission', (SELECT code FROM "FrameworkSubMission" WHERE id = j."subMissionId"),
      'titleTh', j."titleTh", 'titleEn', j."titleEn", 'objectivesTh', j."objectivesTh", 'objectivesEn', j."objectivesEn",
      'fiscalYears', j."fiscalYears", 'quarters', j.quarters, 'status', j.status,
      'steps', (SELECT coalesce(jsonb_agg(jsonb_build_object('textTh', s."textTh", 'textEn', s."textEn", 'isSubStep', s."parentId" IS NOT NULL)
          ORDER BY coalesce(q."sortOrder", s."sortOrder"), s."parentId" IS NOT NULL, s."sortOrder", s.id), '[]')
        FROM "ProjectStep" s LEFT JOIN "ProjectStep" q ON q."agencyId" = s."agencyId" AND q.id = s."parentId"
        WHERE s."agencyId" = agency AND s."projectId" = j.id),
      'targetGroups', (SELECT coalesce(jsonb_agg(jsonb_build_object('textTh', "textTh", 'textEn', "textEn", 'headcount', headcount)
          ORDER BY "sortOrder", id), '[]') FROM "TargetGroup" WHERE "agencyId" = agency AND "projectId" = j.id),
      'budgetLines', (SELECT coalesce(jsonb_agg(jsonb_build_object('fiscalYear', "fiscalYear", 'status', status, 'amount', amount::text)
          ORDER BY "fiscalYear", id), '[]') FROM "BudgetLine" WHERE "agencyId" = agency AND "projectId" = j.id),
      'indicators', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'textTh', "textTh", 'textEn', "textEn",
          'operator', operator, 'threshold', threshold::text, 'unit', unit, 'unitTh', "unitTh") ORDER BY "sortOrder", id), '[]')
        FROM "Indicator" WHERE "agencyId" = agency AND "projectId" = j.id),
      'responsibleUnits', (SELECT coalesce(jsonb_agg(u."nameTh" ORDER BY u.code), '[]')
        FROM "ProjectUnit" x JOIN "Unit" u ON u."agencyId" = x."agencyId" AND u.id = x."unitId"
        WHERE x."agencyId" = agency AND x."projectId" = j.id)
    ) ORDER BY j."sortOrder", j.id), '[]') FROM "Project" j WHERE j."agencyId" = agency AND j."planId" = p.id))
  FROM "Plan" p WHERE p."agencyId" = agency AND p.id = record
$$;

CREATE FUNCTION app.content_of(kind "RecordKind", agency uuid, record uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT CASE kind
    WHEN 'PLAN' THEN app.content_of_plan(agency, record)
    WHEN 'SWOT_ANALYSIS' THEN app.content_of_swot(agency, record)
    WHEN 'RISK_REGISTER' THEN app.content_of_register(agency, record)
  END
$$;

-- -------------------------------------------------------------------------------------------------------------------------- audit
-- The trail also says in which role it was done, why (where a reason was given), and of which record the changed row is a part (the
-- arguments: the columns that point to it). Rows of the city itself make a chain of their own, under the nil agency. Entries
-- written before this say none of it; their hash is what it was.
CREATE FUNCTION app.audit_content("agencyId" uuid, seq bigint, at timestamptz, "accountId" uuid, act text, action text, entity text,
  "entityId" text, before jsonb, after jsonb, role text, reason text, "partOfId" text) RETURNS jsonb LANGUAGE sql STABLE SET timezone = 'UTC'
AS $$
  SELECT jsonb_build_object('agencyId', "agencyId", 'seq', seq, 'at', at, 'accountId', "accountId", 'act', act, 'action', action,
      'entity', entity, 'entityId', "entityId", 'before', before, 'after', after)
    || jsonb_strip_nulls(jsonb_build_object('role', role, 'reason', reason, 'partOfId', "partOfId"))
$$;

CREATE OR REPLACE FUNCTION app.audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  derived CONSTANT text[] := ARRAY['disclosure', 'updatedAt'];
  city CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - derived END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - derived END;
  subject jsonb := coalesce(after, before);
  agency uuid := coalesce((subject ->> 'agencyId')::uuid, city);
  actor uuid := app.account();
  act text := coalesce(nullif(current_setting('app.act', true), ''), lower(TG_OP));
  role "Role" := nullif(current_setting('app.role', true), '')::"Role";
  reason text := nullif(current_setting('app.reason', true), '');
  whole text;
  last_seq bigint;
  last_hash bytea;
  own record;
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
  FOR i IN 0 .. TG_NARGS - 1 LOOP
    whole := coalesce(whole, subject ->> TG_ARGV[i]);
  END LOOP;
  INSERT INTO "AuditHead" ("agencyId", seq, hash) VALUES (agency, 0, sha256(convert_to(agency::text, 'UTF8')))
  ON CONFLICT ("agencyId") DO NOTHING;
  SELECT seq, hash INTO last_seq, last_hash FROM "AuditHead" WHERE "agencyId" = agency FOR UPDATE;
  -- The head is moved once, when the transaction commits: what lies beyond it are the entries of this very transaction.
  SELECT e.seq, e.hash INTO own FROM "AuditEntry" e WHERE e."agencyId" = agency ORDER BY e.seq DESC LIMIT 1;
  IF own.seq > last_seq THEN
    last_seq := own.seq;
    last_hash := own.hash;
  END IF;
  INSERT INTO "AuditEntry" ("agencyId", seq, at, "accountId", role, act, action, entity, "entityId", "partOfId", before, after, reason,
    "previousHash", hash)
  VALUES (agency, last_seq + 1, moment, actor, role, act, TG_OP::"AuditAction", TG_TABLE_NAME, (subject ->> 'id')::uuid, whole::uuid,
    before, after, reason, last_hash, app.audit_hash(last_hash, app.audit_content(agency, last_seq + 1, moment, actor, act, TG_OP,
      TG_TABLE_NAME, subject ->> 'id', before, after, role::text, reason, whole)));
  RETURN NULL;
END $$;

-- Moving the head with every entry would make a transaction of many rows walk over all the heads that it left behind.
CREATE FUNCTION app.move_audit_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "AuditHead" SET seq = NEW.seq, hash = NEW.hash WHERE "agencyId" = NEW."agencyId"
    AND NOT EXISTS (SELECT 1 FROM "AuditEntry" later WHERE later."agencyId" = NEW."agencyId" AND later.seq > NEW.seq);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.move_audit_head() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER move_audit_head AFTER INSERT ON "AuditEntry" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.move_audit_head();

DO $$
DECLARE
  t text;
  -- Each audited table and the columns that point to the record it is a part of.
  parts CONSTANT jsonb := '{
    "Unit": [], "Position": [], "StatutoryPower": ["positionId"],
    "Plan": [], "PlanStatement": ["planId"], "PrintedFigure": ["planId"], "Project": ["planId"], "ProjectStep": ["projectId"],
    "TargetGroup": ["projectId"], "BudgetLine": ["projectId"], "Indicator": ["projectId"], "ProjectUnit": ["projectId"],
    "ProjectNote": ["projectId"], "ProgressReport": ["projectId"], "ProgressIndicatorValue": ["reportId"],
    "SwotAnalysis": [], "SwotItem": ["analysisId"], "SwotItemRisk": ["itemId"], "SwotItemProject": ["itemId"],
    "RiskRegister": [], "Risk": ["registerId"], "RiskCause": ["riskId"], "Assessment": ["riskId"], "Control": ["riskId"],
    "Mitigation": ["riskId"], "Acceptance": ["riskId"], "RiskPower": ["riskId"],
    "DelegationOrder": [], "DelegatedPower": ["orderId"], "MonthlyReport": ["orderId"], "PowerUse": ["reportId"],
    "DelegationMeasure": ["projectId"], "DelegationChain": ["measureId"], "DelegationDuty": ["measureId"],
    "Finding": ["riskId", "projectId", "orderId", "registerId", "analysisId", "planId"],
    "StatusChange": ["planId", "analysisId", "registerId", "projectId", "orderId"], "ReviewComment": ["changeId"],
    "Edition": ["planId", "analysisId", "registerId"], "LibraryResponse": ["libraryRiskId"],
    "LibraryRisk": [], "LibraryMeasure": ["libraryRiskId"], "RiskMethod": []
  }';
BEGIN
  FOR t IN SELECT jsonb_object_keys(parts) LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS audit ON %I', t);
    EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.audit(%s)', t,
      (SELECT string_agg(quote_literal(value), ', ') FROM jsonb_array_elements_text(parts -> t)));
  END LOOP;
END $$;

-- What is wrong with the trail, entry by entry; no row when every chain is whole. Only the owner of the database may ask.
CREATE FUNCTION app.audit_faults() RETURNS TABLE ("agencyId" uuid, seq bigint, fault text)
LANGUAGE sql STABLE SET timezone = 'UTC' SET search_path = public, pg_temp AS $$
  WITH chained AS (
    SELECT e.*, lag(e.seq, 1, 0::bigint) OVER chain AS "seqBefore",
      lag(e.hash, 1, sha256(convert_to(e."agencyId"::text, 'UTF8'))) OVER chain AS "hashBefore"
    FROM "AuditEntry" e WINDOW chain AS (PARTITION BY e."agencyId" ORDER BY e.seq)
  ), last AS (
    SELECT DISTINCT ON (e."agencyId") e."agencyId", e.seq, e.hash FROM "AuditEntry" e ORDER BY e."agencyId", e.seq DESC
  )
  SELECT c."agencyId", c.seq, CASE
      WHEN c.seq <> c."seqBefore" + 1 THEN 'ENTRIES_REMOVED_BEFORE'
      WHEN c."previousHash" <> c."hashBefore" THEN 'CHAIN_BROKEN'
      ELSE 'ENTRY_ALTERED'
    END
  FROM chained c
  WHERE c.seq <> c."seqBefore" + 1 OR c."previousHash" <> c."hashBefore"
    OR c.hash <> app.audit_hash(c."previousHash", app.audit_content(c."agencyId", c.seq, c.at, c."accountId", c.act, c.action::text,
      c.entity, c."entityId"::text, c.before, c.after, c.role::text, c.reason, c."partOfId"::text))
  UNION ALL
  SELECT coalesce(h."agencyId", l."agencyId"), coalesce(l.seq, 0), CASE WHEN h.seq IS NULL THEN 'HEAD_REMOVED' ELSE 'TAIL_CUT' END
  FROM "AuditHead" h FULL JOIN last l ON l."agencyId" = h."agencyId"
  WHERE h.seq IS NULL OR h.seq <> coalesce(l.seq, 0) OR (l.hash IS NOT NULL AND h.hash <> l.hash)
  ORDER BY 1, 2
$$;
REVOKE ALL ON FUNCTION app.audit_faults() FROM PUBLIC;

-- --------------------------------------------------------------------------------------------------------- what is never stored
ALTER TABLE "StatusChange"
  ADD CONSTRAINT of_one_record CHECK (num_nonnulls("planId", "analysisId", "registerId", "projectId", "orderId") = 1);
ALTER TABLE "ReviewComment"
  ADD CONSTRAINT of_one_item CHECK (num_nonnulls("riskId", "projectId", "itemId") <= 1),
  ADD CONSTRAINT reply_has_time CHECK ((reply IS NULL) = ("repliedAt" IS NULL));
ALTER TABLE "Edition"
  ADD CONSTRAINT of_one_record CHECK (num_nonnulls("planId", "analysisId", "registerId") = 1
    AND (kind = 'PLAN') = ("planId" IS NOT NULL) AND (kind = 'SWOT_ANALYSIS') = ("analysisId" IS NOT NULL)),
  ADD CONSTRAINT numbered_from_one CHECK (number >= 1),
  ADD CONSTRAINT hash_is_of_content CHECK ("contentHash" = encode(sha256(convert_to(content, 'UTF8')), 'hex'));
ALTER TABLE "LibraryResponse"
  ADD CONSTRAINT reason_unless_adopted CHECK (decision = 'ADOPTED' OR "reasonTh" IS NOT NULL),
  ADD CONSTRAINT risk_unless_declined CHECK ((decision = 'DECLINED') = ("riskId" IS NULL));
ALTER TABLE "Finding"
  ADD CONSTRAINT dismissal_is_whole CHECK (num_nonnulls("dismissalReason", "dismissedAt", "dismissedById") IN (0, 3));
ALTER TABLE "Mitigation"
  ADD CONSTRAINT reason_of_cancelling CHECK ("cancelReasonTh" IS NULL OR status = 'CANCELLED');
ALTER TABLE "LegalClock" ADD CONSTRAINT days_range CHECK (days >= 0 AND (calendar = 'IMMEDIATE') = (days = 0));

ALTER TABLE "Edition" ALTER COLUMN "titleTh" TYPE text COLLATE "th-x-icu";
ALTER TABLE "LibraryRisk" ALTER COLUMN "titleTh" TYPE text COLLATE "th-x-icu";
ALTER TABLE "LibraryMeasure" ALTER COLUMN "measureTh" TYPE text COLLATE "th-x-icu";
