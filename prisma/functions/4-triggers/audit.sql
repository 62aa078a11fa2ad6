CREATE OR REPLACE FUNCTION app.audit_hash(previous bytea, entry jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN sha256(previous || convert_to(entry::text, 'UTF8'));

CREATE OR REPLACE FUNCTION app.audit_content("agencyId" uuid, seq bigint, at timestamptz, "accountId" uuid, act text, action text,
  entity text, "entityId" text, before jsonb, after jsonb, role text, reason text, "partOfId" text) RETURNS jsonb LANGUAGE sql STABLE
RETURN jsonb_build_object('agencyId', "agencyId", 'seq', seq, 'at', at, 'accountId', "accountId", 'act', act, 'action', action,
    'entity', entity, 'entityId', "entityId", 'before', before, 'after', after)
  || jsonb_strip_nulls(jsonb_build_object('role', role, 'reason', reason, 'partOfId', "partOfId"));

-- What an entry says besides, since keys act for people: nothing where none did, so that the hashes of entries from before stay what they were.
CREATE OR REPLACE FUNCTION app.audit_via("viaAccountId" uuid) RETURNS jsonb LANGUAGE sql STABLE
RETURN jsonb_strip_nulls(jsonb_build_object('viaAccountId', "viaAccountId"));

-- Takes the place of the acting agency in the trail until the transaction ends, before any row of its is locked. Who changes several rows and takes
-- it in between, as every first entry does, would else wait for a row of one who waits for this place.
CREATE OR REPLACE FUNCTION app.claim_trail() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "AuditHead" h WHERE h."agencyId" = app.agency() FOR UPDATE;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION app.claim_trail() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.claim_trail() TO registry_app;

-- Adds an entry to the chain of an agency. The actor is looked up with the first entry of a transaction and whenever the setting changes.
-- The owner needs no membership; without an actor, during set-up, the entry names the registry itself.
CREATE OR REPLACE FUNCTION app.add_audit_entry(agency uuid, action text, entity text, "entityId" uuid, "partOfId" uuid, before jsonb, after jsonb)
RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  set_up CONSTANT text[] := ARRAY['Account', 'Membership', 'Agency', 'Framework', 'FrameworkDimension', 'FrameworkMission',
    'FrameworkSubMission', 'RiskMethod', 'RiskMethodLevel', 'RiskScalePoint', 'RiskMethodCell', 'Holiday', 'LegalClock'];
  by_owner CONSTANT boolean := app.is_owner();
  actor uuid := app.account();
  act text := coalesce(nullif(current_setting('app.act', true), ''), lower(action));
  acting text := nullif(current_setting('app.role', true), '');
  reason text := nullif(current_setting('app.reason', true), '');
  -- The account of the service key through which the actor acts.
  via CONSTANT uuid := nullif(current_setting('app.via', true), '')::uuid;
  last record;
BEGIN
  IF actor IS NULL AND by_owner AND entity = ANY (set_up) THEN
    actor := app.registry_account();
  END IF;
  IF actor IS NULL THEN
    RAISE EXCEPTION 'a change needs an actor: set app.account' USING ERRCODE = 'RG001';
  END IF;
  LOOP
    -- The head is moved once, when the transaction commits: what lies beyond it are the entries of this very transaction.
    SELECT CASE WHEN own.seq > h.seq THEN own.seq ELSE h.seq END AS seq, CASE WHEN own.seq > h.seq THEN own.hash ELSE h.hash END AS hash,
      own.seq > h.seq AND own."accountId" = actor AND own.role::text IS NOT DISTINCT FROM acting AS is_known,
      -- A transaction happens at one moment, and none before the one that it waited for: else there were moments with half of what it did.
      CASE WHEN own.seq > h.seq THEN own.at ELSE greatest(own.at, clock_timestamp()) END::timestamptz(3) AS moment
    INTO last
    FROM "AuditHead" h LEFT JOIN LATERAL (
      SELECT e.seq, e.at, e.hash, e."accountId", e.role FROM "AuditEntry" e WHERE e."agencyId" = agency ORDER BY e.seq DESC LIMIT 1) own ON true
    WHERE h."agencyId" = agency FOR UPDATE OF h;
    EXIT WHEN FOUND;
    INSERT INTO "AuditHead" ("agencyId", seq, hash) VALUES (agency, 0, sha256(convert_to(agency::text, 'UTF8')))
    ON CONFLICT ("agencyId") DO NOTHING;
  END LOOP;
  -- A known actor is not checked again, except those who may write some tables only: the registry itself, and people who read.
  IF NOT by_owner AND (last.is_known IS NOT TRUE OR actor = app.registry_account() OR acting IN ('VIEWER', 'ANALYST')) AND app.may_act(actor, acting::"Role", entity) IS NOT TRUE THEN
    RAISE EXCEPTION 'the account may not act here in this role' USING ERRCODE = 'RG403';
  END IF;
  IF via IS NOT NULL AND last.is_known IS NOT TRUE AND NOT EXISTS (SELECT 1 FROM "ServiceKey" k
    WHERE k."accountId" = via AND k."agencyId" IS NOT DISTINCT FROM app.agency() AND k."revokedAt" IS NULL) THEN
    RAISE EXCEPTION 'no key acts here for the account' USING ERRCODE = 'RG403';
  END IF;
  INSERT INTO "AuditEntry" ("agencyId", seq, at, "accountId", role, act, action, entity, "entityId", "partOfId", before, after, reason,
    "viaAccountId", "previousHash", hash)
  VALUES (agency, last.seq + 1, last.moment, actor, acting::"Role", act, action::"AuditAction", entity, "entityId", "partOfId", before, after, reason,
    via, last.hash, app.audit_hash(last.hash, app.audit_content(agency, last.seq + 1, last.moment, actor, act, action, entity, "entityId"::text,
      before, after, acting, reason, "partOfId"::text) || app.audit_via(via)));
END $$;
REVOKE ALL ON FUNCTION app.add_audit_entry(agency uuid, action text, entity text, "entityId" uuid, "partOfId" uuid, before jsonb, after jsonb) FROM PUBLIC;

-- Rows of the city itself make a chain of their own, under the nil agency. The arguments are the columns that point to the record of which
-- the changed row is a part. What people save for themselves is told by its hash: others read the trail.
CREATE OR REPLACE FUNCTION app.audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  -- They say of no change by themselves; when a row was changed before is kept for readers of a moment. Signing in is no act.
  derived CONSTANT text[] := ARRAY['disclosure', 'updatedAt', 'lastSignInAt'];
  -- What people save for themselves, and others do not read, and what a code is known by.
  kept_back CONSTANT text[] := CASE WHEN TG_TABLE_NAME LIKE 'SavedQuery%' THEN ARRAY['titleTh', 'titleEn', 'folder', 'document', 'variables']
    WHEN TG_TABLE_NAME = 'Invitation' THEN ARRAY['codeHash']
    WHEN TG_TABLE_NAME = 'ServiceKey' THEN ARRAY['secretHash', 'formerHash']
    ELSE ARRAY['disclosure'] END;
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - kept_back END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - kept_back END;
  subject jsonb := coalesce(after, before);
  whole text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF before - derived = after - derived THEN
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
REVOKE ALL ON FUNCTION app.audit() FROM PUBLIC;

-- What the registry finds follows from rows that the trail has: a refresh is recorded by the codes and keys of what came, changed and went. What
-- people do to a finding is recorded like everything else.
CREATE OR REPLACE FUNCTION app.audit_refresh() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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

-- Moving the head with every entry would make a transaction of many rows walk over all the heads that it left behind.
CREATE OR REPLACE FUNCTION app.move_audit_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "AuditHead" SET seq = NEW.seq, hash = NEW.hash WHERE "agencyId" = NEW."agencyId"
    AND NOT EXISTS (SELECT 1 FROM "AuditEntry" later WHERE later."agencyId" = NEW."agencyId" AND later.seq > NEW.seq);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.move_audit_head() FROM PUBLIC;
