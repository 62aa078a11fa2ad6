-- Whether an account may write where the connection acts, in the role that it says: a member of the agency that writes there, a city
-- role at its duty, or the registry itself, which writes findings, and who an account is. What people save for themselves, those who only read
-- may write, too; who holds which role, administrators alone, and whoever accepts an invitation.
CREATE OR REPLACE FUNCTION app.may_act(actor uuid, acting "Role", entity text) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  agency CONSTANT uuid := app.agency();
  personal CONSTANT boolean := entity IN ('SavedQuery', 'SavedQueryVersion', 'SavedQueryFavourite');
BEGIN
  IF actor = app.registry_account() THEN
    RETURN entity IN ('Finding', 'Account');
  END IF;
  IF entity IN ('Account', 'Membership', 'Invitation', 'ServiceKey') THEN
    RETURN app.is_administrator(actor) OR app.is_accepting(actor);
  END IF;
  IF NOT acting = ANY (CASE
      WHEN personal AND agency IS NOT NULL THEN ARRAY['VIEWER', 'EDITOR', 'APPROVER', 'CASE_OFFICER', 'AGENCY_ADMIN']
      WHEN personal AND app.floor() IS NOT NULL THEN ARRAY['CENTRE', 'ANALYST']
      WHEN agency IS NOT NULL THEN ARRAY['EDITOR', 'APPROVER', 'CASE_OFFICER', 'AGENCY_ADMIN']
      WHEN app.duty() = 'centre' THEN ARRAY['CENTRE']
      WHEN app.duty() = 'reference' THEN ARRAY['CITY_ADMIN']
      ELSE ARRAY[]::text[] END::"Role"[]) THEN
    RETURN false;
  END IF;
  RETURN EXISTS (SELECT 1 FROM "Membership" m JOIN "Account" a ON a.id = m."accountId"
    WHERE m."accountId" = actor AND m."agencyId" IS NOT DISTINCT FROM agency AND m.role = acting AND NOT a.disabled
      AND app.holds_role(m."startsOn", m."endsOn", m."endedAt", (now() AT TIME ZONE 'Asia/Bangkok')::date));
END $$;
REVOKE ALL ON FUNCTION app.may_act(actor uuid, acting "Role", entity text) FROM PUBLIC;
