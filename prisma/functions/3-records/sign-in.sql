-- An account that holds no role is known all the same: it reads what the public reads. Its one row then has no role and no agency.
CREATE OR REPLACE FUNCTION app.sign_in(subject text)
RETURNS TABLE ("accountId" uuid, name text, role "Role", "agencyId" uuid, "agencyCode" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT a.id, a.name, m.role, m."agencyId", g.code
  FROM "Account" a LEFT JOIN "Membership" m ON m."accountId" = a.id LEFT JOIN "Agency" g ON g.id = m."agencyId"
  WHERE a.sub = subject AND NOT a.disabled
  ORDER BY m."createdAt", m.id
$$;
REVOKE ALL ON FUNCTION app.sign_in(subject text) FROM PUBLIC;
