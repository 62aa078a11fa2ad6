-- Whether a role is held on a day: from its first day to its last, both included, while nobody has ended it.
CREATE OR REPLACE FUNCTION app.holds_role(starts_on date, ends_on date, ended_at timestamptz, day date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ended_at IS NULL AND app.share_a_day(starts_on, ends_on, day, day);

-- Which role gives which to others: an administrator of an agency the roles of its agency, and one of the city its roles, and in an agency that of its
-- administrator alone. TypeScript: membership/grants.logic.ts.
CREATE OR REPLACE FUNCTION app.gives_role(giver "Role", role "Role") RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE giver
  WHEN 'AGENCY_ADMIN' THEN role IN ('VIEWER', 'EDITOR', 'APPROVER', 'CASE_OFFICER', 'AGENCY_ADMIN')
  WHEN 'CITY_ADMIN' THEN role IN ('AGENCY_ADMIN', 'CENTRE', 'ANALYST', 'AUDITOR', 'CITY_ADMIN')
  ELSE false END;

-- Whether an account gives a role in an agency, or in the city (no agency), today: by a role that it holds there, or in the city.
CREATE OR REPLACE FUNCTION app.may_give(giver uuid, agency uuid, role "Role") RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT 1 FROM public."Membership" m JOIN public."Account" a ON a.id = m."accountId"
  WHERE m."accountId" = giver AND NOT a.disabled AND (m."agencyId" IS NULL OR m."agencyId" = agency) AND app.gives_role(m.role, may_give.role)
    AND app.holds_role(m."startsOn", m."endsOn", m."endedAt", (now() AT TIME ZONE 'Asia/Bangkok')::date));

-- Whether an account administers the place in which the connection acts: an agency, or the city.
CREATE OR REPLACE FUNCTION app.is_administrator(actor uuid) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT 1 FROM public."Membership" m JOIN public."Account" a ON a.id = m."accountId"
  WHERE m."accountId" = actor AND NOT a.disabled
    AND CASE WHEN app.agency() IS NOT NULL THEN m."agencyId" = app.agency() AND m.role = 'AGENCY_ADMIN'
      ELSE app.duty() = 'reference' AND m."agencyId" IS NULL AND m.role = 'CITY_ADMIN' END
    AND app.holds_role(m."startsOn", m."endsOn", m."endedAt", (now() AT TIME ZONE 'Asia/Bangkok')::date));

-- What a service key may hold, a rule of the registry's own: it reads and drafts, and neither approves nor administers, nor moves records of others.
-- TypeScript: membership/grants.logic.ts.
CREATE OR REPLACE FUNCTION app.is_role_of_key(role "Role") RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN role IN ('VIEWER', 'EDITOR', 'ANALYST');

-- Whether a place is left without an administrator when a role is no longer held from some day on. TypeScript, when it ends today:
-- membership/membership.logic.ts.
CREATE OR REPLACE FUNCTION app.leaves_nobody(leaving "Membership", first_day_without date, today date) RETURNS boolean LANGUAGE sql STABLE
RETURN leaving.role IN ('AGENCY_ADMIN', 'CITY_ADMIN') AND (leaving."endsOn" IS NULL OR first_day_without <= leaving."endsOn")
  AND NOT EXISTS (SELECT 1 FROM public."Membership" other JOIN public."Account" a ON a.id = other."accountId"
    WHERE other."agencyId" IS NOT DISTINCT FROM leaving."agencyId" AND other.role = leaving.role AND other."accountId" <> leaving."accountId"
      AND NOT a.disabled AND app.holds_role(other."startsOn", other."endsOn", other."endedAt", greatest(first_day_without, today)));
