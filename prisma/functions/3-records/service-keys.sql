-- The account of a new service key: nobody's token signs it in.
CREATE OR REPLACE FUNCTION app.account_for_key(account uuid, shown_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.is_administrator(app.account()) IS NOT TRUE THEN
    RAISE EXCEPTION 'only administrators make keys' USING ERRCODE = 'RG403';
  END IF;
  INSERT INTO "Account" (id, sub, name, kind) VALUES (account, 'service|key:' || account, shown_name, 'SERVICE');
END $$;
REVOKE ALL ON FUNCTION app.account_for_key(account uuid, shown_name text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.account_for_key(account uuid, shown_name text) TO registry_app;

-- The key behind the hash of a secret, with why it is refused; no row where no key has or had it. A key works as long as somebody who may give its role
-- answers for it.
CREATE OR REPLACE FUNCTION app.sign_in_by_key(hash text)
RETURNS TABLE ("accountId" uuid, name text, role "Role", "agencyId" uuid, "agencyCode" text, refusal text,
  "documentsOnly" boolean, "documentsOf" text, "pointsPerMinute" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT a.id, a.name, k.role, k."agencyId", g.code,
    CASE
      WHEN k."revokedAt" IS NOT NULL OR a.disabled THEN 'REVOKED'
      WHEN k."formerHash" = hash AND k."formerUntil" <= now() THEN 'ROTATED'
      WHEN k."endsOn" < today.day THEN 'EXPIRED'
      WHEN NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."accountId" = a.id AND m.role = k.role
        AND m."agencyId" IS NOT DISTINCT FROM k."agencyId" AND app.holds_role(m."startsOn", m."endsOn", m."endedAt", today.day)) THEN 'REVOKED'
      WHEN NOT app.may_give(k."keeperId", k."agencyId", k.role) THEN 'UNKEPT'
    END, k."documentsOnly", k."documentsOf", k."pointsPerMinute"
  FROM (SELECT (now() AT TIME ZONE 'Asia/Bangkok')::date AS day) today, "ServiceKey" k
  JOIN "Account" a ON a.id = k."accountId" LEFT JOIN "Agency" g ON g.id = k."agencyId"
  WHERE k."secretHash" = hash OR k."formerHash" = hash
$$;
REVOKE ALL ON FUNCTION app.sign_in_by_key(hash text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sign_in_by_key(hash text) TO registry_app;
