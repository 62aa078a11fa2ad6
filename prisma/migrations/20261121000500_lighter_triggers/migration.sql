-- The triggers that every write pays, made lighter. What they guarantee stays, with one difference in the trail: what the registry itself
-- finds and no longer finds makes one entry per statement instead of one per finding.

-- ---------------------------------------------------------------------------------------------------------------------- disclosure
-- Every part gets a function of its own, whose statement is planned once per connection; the one for all of them planned it every time.
CREATE PROCEDURE app.disclose_like(part text, whole text, link text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql AS %L', 'disclose_' || part, format(
    'BEGIN NEW.disclosure := coalesce((SELECT disclosure FROM public.%I WHERE "agencyId" = NEW."agencyId" AND id = NEW.%I), 0); RETURN NEW; END',
    whole, link));
  EXECUTE format('CREATE OR REPLACE TRIGGER disclose BEFORE INSERT OR UPDATE OF disclosure, %I ON public.%I FOR EACH ROW EXECUTE FUNCTION app.%I()',
    link, part, 'disclose_' || part);
END $$;
REVOKE ALL ON PROCEDURE app.disclose_like(text, text, text) FROM PUBLIC;

DO $$
DECLARE
  part text;
  given text[];
BEGIN
  FOR part, given IN
    SELECT c.relname, string_to_array(encode(t.tgargs, 'escape'), '\000') FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgfoid = 'app.inherit_disclosure()'::regprocedure
  LOOP
    CALL app.disclose_like(part, given[1], given[2]);
  END LOOP;
END $$;
DROP FUNCTION app.inherit_disclosure();

-- ---------------------------------------------------------------------------------------------------------- current level of a risk
-- Its plan does not depend on the risk, and making it takes longer than the work.
ALTER FUNCTION app.show_current_assessment() SET plan_cache_mode = force_generic_plan;

-- -------------------------------------------------------------------------------------------------------------------------- audit
-- Both callers are in UTC already; a function without settings of its own becomes a part of the statement that calls it.
ALTER FUNCTION app.audit_content(uuid, bigint, timestamptz, uuid, text, text, text, text, jsonb, jsonb, text, text, text) RESET ALL;

-- Adds an entry to the chain of an agency. Called by triggers that run as the owner; nobody else may write the trail.
CREATE FUNCTION app.add_audit_entry(agency uuid, action text, entity text, "entityId" uuid, "partOfId" uuid, before jsonb, after jsonb)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := app.account();
  act text := coalesce(nullif(current_setting('app.act', true), ''), lower(action));
  role text := nullif(current_setting('app.role', true), '');
  reason text := nullif(current_setting('app.reason', true), '');
  moment timestamptz(3) := clock_timestamp();
  last record;
BEGIN
  IF actor IS NULL THEN
    RAISE EXCEPTION 'a change needs an actor: set app.account' USING ERRCODE = 'RG001';
  END IF;
  LOOP
    -- The head is moved once, when the transaction commits: what lies beyond it are the entries of this very transaction.
    SELECT CASE WHEN own.seq > h.seq THEN own.seq ELSE h.seq END AS seq, CASE WHEN own.seq > h.seq THEN own.hash ELSE h.hash END AS hash
    INTO last
    FROM "AuditHead" h LEFT JOIN LATERAL (
      SELECT e.seq, e.hash FROM "AuditEntry" e WHERE e."agencyId" = agency ORDER BY e.seq DESC LIMIT 1) own ON true
    WHERE h."agencyId" = agency FOR UPDATE OF h;
    EXIT WHEN FOUND;
    INSERT INTO "AuditHead" ("agencyId", seq, hash) VALUES (agency, 0, sha256(convert_to(agency::text, 'UTF8')))
    ON CONFLICT ("agencyId") DO NOTHING;
  END LOOP;
  INSERT INTO "AuditEntry" ("agencyId", seq, at, "accountId", role, act, action, entity, "entityId", "partOfId", before, after, reason,
    "previousHash", hash)
  VALUES (agency, last.seq + 1, moment, actor, role::"Role", act, action::"AuditAction", entity, "entityId", "partOfId", before, after, reason,
    last.hash, app.audit_hash(last.hash, app.audit_content(agency, last.seq + 1, moment, actor, act, action, entity, "entityId"::text,
      before, after, role, reason, "partOfId"::text)));
END $$;
REVOKE ALL ON FUNCTION app.add_audit_entry(uuid, text, text, uuid, uuid, jsonb, jsonb) FROM PUBLIC;

-- Rows of the city itself make a chain of their own, under the nil agency. The arguments are the columns that point to the record of which
-- the changed row is a part.
CREATE OR REPLACE FUNCTION app.audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  derived CONSTANT text[] := ARRAY['disclosure', 'updatedAt'];
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - derived END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - derived END;
  subject jsonb := coalesce(after, before);
  whole text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF before = after THEN
      RETURN NULL;
    END IF;
    SELECT jsonb_object_agg(key, value), jsonb_object_agg(key, after -> key) INTO before, after
    FROM jsonb_each(before) WHERE value IS DISTINCT FROM after -> key;
  END IF;
  FOR i IN 0 .. TG_NARGS - 1 LOOP
    whole := coalesce(whole, subject ->> TG_ARGV[i]);
  END LOOP;
  PERFORM app.add_audit_entry(coalesce((subject ->> 'agencyId')::uuid, '00000000-0000-0000-0000-000000000000'), TG_OP, TG_TABLE_NAME,
    (subject ->> 'id')::uuid, whole::uuid, before, after);
  RETURN NULL;
END $$;

-- What the registry finds follows from rows that the trail has: a refresh is recorded by the codes and keys of what came, changed and went. What
-- people do to a finding is recorded like everything else.
CREATE FUNCTION app.audit_refresh() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  agency uuid;
  keys jsonb;
BEGIN
  FOR agency, keys IN
    SELECT "agencyId", jsonb_build_object('code', jsonb_agg(DISTINCT code), 'ruleKey', jsonb_agg("ruleKey" ORDER BY "ruleKey"))
    FROM refreshed GROUP BY 1 ORDER BY 1
  LOOP
    PERFORM app.add_audit_entry(agency, TG_OP, TG_TABLE_NAME, NULL, NULL,
      CASE TG_OP WHEN 'DELETE' THEN keys END, CASE WHEN TG_OP <> 'DELETE' THEN keys END);
  END LOOP;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.audit_refresh() FROM PUBLIC;

CREATE OR REPLACE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "Finding" FOR EACH ROW
  WHEN (coalesce(current_setting('app.act', true), '') <> 'refreshFindings')
  EXECUTE FUNCTION app.audit('riskId', 'projectId', 'orderId', 'registerId', 'analysisId', 'planId');
CREATE TRIGGER audit_found AFTER INSERT ON "Finding" REFERENCING NEW TABLE AS refreshed FOR EACH STATEMENT
  WHEN (current_setting('app.act', true) = 'refreshFindings') EXECUTE FUNCTION app.audit_refresh();
CREATE TRIGGER audit_found_anew AFTER UPDATE ON "Finding" REFERENCING NEW TABLE AS refreshed FOR EACH STATEMENT
  WHEN (current_setting('app.act', true) = 'refreshFindings') EXECUTE FUNCTION app.audit_refresh();
CREATE TRIGGER audit_gone AFTER DELETE ON "Finding" REFERENCING OLD TABLE AS refreshed FOR EACH STATEMENT
  WHEN (current_setting('app.act', true) = 'refreshFindings') EXECUTE FUNCTION app.audit_refresh();
