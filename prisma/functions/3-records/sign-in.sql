-- The account behind a subject of an issuer. One that was added before it ever signed in has no issuer yet, and belongs to whichever of the registry's
-- issuers first knows its subject. An account that holds no role is known all the same: it reads what the public reads. Its one row then has no role
-- and no agency. Accounts of the registry itself and of service keys are found by no token.
CREATE OR REPLACE FUNCTION app.sign_in(from_issuer text, subject text)
RETURNS TABLE ("accountId" uuid, name text, issuer text, role "Role", "agencyId" uuid, "agencyCode" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT a.id, a.name, a.issuer, m.role, m."agencyId", g.code
  FROM (SELECT * FROM "Account" WHERE sub = subject AND issuer IN ('', from_issuer) AND kind <> 'SERVICE' ORDER BY issuer DESC LIMIT 1) a
  LEFT JOIN "Membership" m ON m."accountId" = a.id
    AND app.holds_role(m."startsOn", m."endsOn", m."endedAt", (now() AT TIME ZONE 'Asia/Bangkok')::date)
  LEFT JOIN "Agency" g ON g.id = m."agencyId"
  WHERE NOT a.disabled
  ORDER BY m."createdAt", m.id
$$;
REVOKE ALL ON FUNCTION app.sign_in(from_issuer text, subject text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sign_in(from_issuer text, subject text) TO registry_app;

-- Says of an account without an issuer that it is this one's, from its first sign-in on: the same subject of another issuer is somebody else.
CREATE OR REPLACE FUNCTION app.bind_account(account uuid, from_issuer text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.account', app.registry_account()::text, true), set_config('app.act', 'bindAccount', true);
  UPDATE "Account" SET issuer = from_issuer WHERE id = account AND issuer = '';
END $$;
REVOKE ALL ON FUNCTION app.bind_account(account uuid, from_issuer text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.bind_account(account uuid, from_issuer text) TO registry_app;

-- Notes that accounts have signed in. Their rows are locked in one order, so that two servers do not wait for each other, and no more than an update
-- locks them: acts that name an account while they run, such as who approves a plan, neither wait for the note nor hold it up.
CREATE OR REPLACE FUNCTION app.note_sign_ins(accounts uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "Account" a SET "lastSignInAt" = now()
  FROM (SELECT id FROM "Account" WHERE id = ANY (accounts) ORDER BY id FOR NO KEY UPDATE) signed WHERE a.id = signed.id
$$;
REVOKE ALL ON FUNCTION app.note_sign_ins(accounts uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.note_sign_ins(accounts uuid[]) TO registry_app;
