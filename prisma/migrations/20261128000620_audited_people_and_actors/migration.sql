-- Who gave whom which role is in the trail, like every other change; and an act is done by an account that may do it, which the database
-- itself looks up: an address and a password are not enough to write in somebody's name.

-- ------------------------------------------------------------------------------------------------------------- the registry's own account
-- It finds what there is to find, and stands for the owner of the database, who sets things up: nobody can sign in as it.
INSERT INTO "Account" (id, sub, name, kind)
VALUES ('b61f0c08-add6-8016-b25a-ae0b58cb21f3', 'service|registry', 'ระบบทะเบียน · The registry itself', 'SERVICE') ON CONFLICT DO NOTHING;

CREATE FUNCTION app.registry_account() RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 'b61f0c08-add6-8016-b25a-ae0b58cb21f3'::uuid;

-- Whoever may write the trail is the owner of the database, or above it.
CREATE FUNCTION app.is_owner() RETURNS boolean LANGUAGE sql STABLE
RETURN has_table_privilege(session_user, 'public."AuditEntry"', 'INSERT');

-- ------------------------------------------------------------------------------------------------------------------------------ actors
-- Whether an account may write where the connection acts, in the role that it says: a member of the agency that writes there, a city
-- role at its duty, or the registry itself, which writes findings and nothing else.
CREATE FUNCTION app.may_act(actor uuid, acting "Role", entity text) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  agency CONSTANT uuid := app.agency();
BEGIN
  IF actor = app.registry_account() THEN
    RETURN entity = 'Finding';
  END IF;
  IF NOT acting = ANY (CASE
      WHEN agency IS NOT NULL THEN ARRAY['EDITOR', 'APPROVER', 'CASE_OFFICER', 'AGENCY_ADMIN']
      WHEN app.duty() = 'centre' THEN ARRAY['CENTRE']
      WHEN app.duty() = 'reference' THEN ARRAY['CITY_ADMIN']
      ELSE ARRAY[]::text[] END::"Role"[]) THEN
    RETURN false;
  END IF;
  IF agency IS NOT NULL THEN
    RETURN EXISTS (SELECT 1 FROM "Membership" m JOIN "Account" a ON a.id = m."accountId"
      WHERE m."accountId" = actor AND m."agencyId" = agency AND m.role = acting AND NOT a.disabled);
  END IF;
  RETURN EXISTS (SELECT 1 FROM "Membership" m JOIN "Account" a ON a.id = m."accountId"
    WHERE m."accountId" = actor AND m."agencyId" IS NULL AND m.role = acting AND NOT a.disabled);
END $$;
REVOKE ALL ON FUNCTION app.may_act(uuid, "Role", text) FROM PUBLIC;

-- Adds an entry to the chain of an agency, as before; the actor is looked up with the first entry of a transaction and whenever it says to
-- be somebody else. The owner needs no membership; where it names nobody while it sets the registry up, the registry itself is named.
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
  moment timestamptz(3) := clock_timestamp();
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
      own.seq > h.seq AND own."accountId" = actor AND own.role::text IS NOT DISTINCT FROM acting AS is_known
    INTO last
    FROM "AuditHead" h LEFT JOIN LATERAL (
      SELECT e.seq, e.hash, e."accountId", e.role FROM "AuditEntry" e WHERE e."agencyId" = agency ORDER BY e.seq DESC LIMIT 1) own ON true
    WHERE h."agencyId" = agency FOR UPDATE OF h;
    EXIT WHEN FOUND;
    INSERT INTO "AuditHead" ("agencyId", seq, hash) VALUES (agency, 0, sha256(convert_to(agency::text, 'UTF8')))
    ON CONFLICT ("agencyId") DO NOTHING;
  END LOOP;
  -- What is found is looked at each time: the registry itself writes nothing else.
  IF NOT by_owner AND (last.is_known IS NOT TRUE OR actor = app.registry_account()) AND app.may_act(actor, acting::"Role", entity) IS NOT TRUE THEN
    RAISE EXCEPTION 'the account may not act here in this role' USING ERRCODE = 'RG403';
  END IF;
  INSERT INTO "AuditEntry" ("agencyId", seq, at, "accountId", role, act, action, entity, "entityId", "partOfId", before, after, reason,
    "previousHash", hash)
  VALUES (agency, last.seq + 1, moment, actor, acting::"Role", act, action::"AuditAction", entity, "entityId", "partOfId", before, after, reason,
    last.hash, app.audit_hash(last.hash, app.audit_content(agency, last.seq + 1, moment, actor, act, action, entity, "entityId"::text,
      before, after, acting, reason, "partOfId"::text)));
END $$;

-- ------------------------------------------------------------------------------------------------------------- people and reference data
-- The arguments are the columns that point to the row of which the changed one is a part. A membership is in the trail of its agency, a city
-- role in the city's own.
DO $$
DECLARE
  parts CONSTANT jsonb := '{
    "Account": [], "Membership": ["accountId"], "Agency": [], "Framework": [], "FrameworkDimension": ["frameworkId"],
    "FrameworkMission": ["dimensionId"], "FrameworkSubMission": ["missionId"], "RiskMethodLevel": ["methodId"],
    "RiskScalePoint": ["methodId"], "RiskMethodCell": ["methodId"], "Holiday": [], "LegalClock": []
  }';
  city CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  t text;
  known record;
BEGIN
  PERFORM set_config('app.act', 'recordWhatWasThere', true);
  FOR t IN SELECT jsonb_object_keys(parts) LOOP
    EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.audit(%s)', t,
      (SELECT string_agg(quote_literal(value), ', ') FROM jsonb_array_elements_text(parts -> t)));
    -- What is there already was never recorded: its trail begins here.
    FOR known IN EXECUTE format('SELECT to_jsonb(t) AS row FROM %I t ORDER BY 1', t) LOOP
      PERFORM app.add_audit_entry(coalesce((known.row ->> 'agencyId')::uuid, city), 'INSERT', t, (known.row ->> 'id')::uuid,
        (known.row ->> (parts -> t ->> 0))::uuid, NULL, known.row);
    END LOOP;
  END LOOP;
  PERFORM set_config('app.act', '', true);
END $$;
