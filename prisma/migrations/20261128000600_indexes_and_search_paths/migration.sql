-- Every foreign key has an index, so that changing or removing what it points to reads no whole table.
CREATE INDEX "DelegationOrder_agencyId_signedByPositionId_idx" ON "DelegationOrder"("agencyId", "signedByPositionId");
CREATE INDEX "DelegationOrder_agencyId_supersededById_idx" ON "DelegationOrder"("agencyId", "supersededById");
CREATE INDEX "DelegatedPower_agencyId_revokedByOrderId_idx" ON "DelegatedPower"("agencyId", "revokedByOrderId");
CREATE INDEX "MonthlyReport_agencyId_delegateId_idx" ON "MonthlyReport"("agencyId", "delegateId");
CREATE INDEX "Mitigation_agencyId_ownerUnitId_idx" ON "Mitigation"("agencyId", "ownerUnitId");
CREATE INDEX "Mitigation_agencyId_ownerPositionId_idx" ON "Mitigation"("agencyId", "ownerPositionId");
CREATE INDEX "Plan_frameworkId_idx" ON "Plan"("frameworkId");
CREATE INDEX "Project_dimensionId_idx" ON "Project"("dimensionId");
CREATE INDEX "Project_missionId_idx" ON "Project"("missionId");
CREATE INDEX "Project_subMissionId_idx" ON "Project"("subMissionId");
CREATE INDEX "RiskRegister_methodId_idx" ON "RiskRegister"("methodId");
CREATE INDEX "RiskMethodCell_methodId_level_idx" ON "RiskMethodCell"("methodId", "level");
CREATE INDEX "Assessment_methodId_likelihood_impact_score_level_idx" ON "Assessment"("methodId", "likelihood", "impact", "score", "level");

-- No function of ours looks names up by the search path of whoever calls it. Those that are a part of every policy, and of every entry of
-- the trail, have a body that is bound to what it names when it is made: such a body still becomes a part of the statement that calls it,
-- which a function with settings of its own does not.
CREATE OR REPLACE FUNCTION app.agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.agency', true), '')::uuid;

CREATE OR REPLACE FUNCTION app.floor() RETURNS smallint LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.floor', true), '')::smallint;

CREATE OR REPLACE FUNCTION app.account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.account', true), '')::uuid;

CREATE OR REPLACE FUNCTION app.duty() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(current_setting('app.duty', true), '');

CREATE OR REPLACE FUNCTION app.disclosure_of_record(status "RecordStatus") RETURNS smallint LANGUAGE sql IMMUTABLE
RETURN CASE status WHEN 'DRAFT' THEN 0 WHEN 'SUBMITTED' THEN 1 WHEN 'RETURNED' THEN 1 ELSE 2 END::smallint;

CREATE OR REPLACE FUNCTION app.audit_hash(previous bytea, entry jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN sha256(previous || convert_to(entry::text, 'UTF8'));

CREATE OR REPLACE FUNCTION app.audit_content("agencyId" uuid, seq bigint, at timestamptz, "accountId" uuid, act text, action text,
  entity text, "entityId" text, before jsonb, after jsonb, role text, reason text, "partOfId" text) RETURNS jsonb LANGUAGE sql STABLE
RETURN jsonb_build_object('agencyId', "agencyId", 'seq', seq, 'at', at, 'accountId', "accountId", 'act', act, 'action', action,
    'entity', entity, 'entityId', "entityId", 'before', before, 'after', after)
  || jsonb_strip_nulls(jsonb_build_object('role', role, 'reason', reason, 'partOfId', "partOfId"));

-- All others have a search path of their own.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prosqlbody IS NULL
    AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) setting WHERE setting LIKE 'search_path=%') LOOP
    EXECUTE format('ALTER ROUTINE %s SET search_path = public, pg_temp', f);
  END LOOP;
END $$;

-- Makes the trigger by which a part takes its disclosure from its whole, as before, with a search path of its own.
CREATE OR REPLACE PROCEDURE app.disclose_like(part text, whole text, link text) LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS %L', 'disclose_' || part, format(
    'BEGIN NEW.disclosure := coalesce((SELECT disclosure FROM public.%I WHERE "agencyId" = NEW."agencyId" AND id = NEW.%I), 0); RETURN NEW; END',
    whole, link));
  EXECUTE format('CREATE OR REPLACE TRIGGER disclose BEFORE INSERT OR UPDATE OF disclosure, %I ON public.%I FOR EACH ROW EXECUTE FUNCTION app.%I()',
    link, part, 'disclose_' || part);
END $$;
