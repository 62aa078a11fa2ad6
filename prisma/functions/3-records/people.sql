-- The account of a person by the subject under which an issuer knows it, made when it is not there: an administrator does not see the people of other
-- agencies. Accounts of the registry itself are nobody's to give roles to.
CREATE OR REPLACE FUNCTION app.account_for(from_issuer text, subject text, shown_name text) RETURNS TABLE (id uuid, disabled boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF subject LIKE 'service|%' OR app.is_administrator(app.account()) IS NOT TRUE THEN
    RAISE EXCEPTION 'only administrators add people' USING ERRCODE = 'RG403';
  END IF;
  INSERT INTO "Account" (id, issuer, sub, name, kind)
  SELECT gen_random_uuid(), from_issuer, subject, shown_name, 'PERSON'
  WHERE NOT EXISTS (SELECT 1 FROM "Account" a WHERE a.sub = subject AND a.issuer IN ('', from_issuer)) ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT a.id, a.disabled FROM "Account" a WHERE a.sub = subject AND a.issuer IN ('', from_issuer) ORDER BY a.issuer DESC LIMIT 1;
END $$;
REVOKE ALL ON FUNCTION app.account_for(from_issuer text, subject text, shown_name text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.account_for(from_issuer text, subject text, shown_name text) TO registry_app;

-- Whether an account accepts an invitation in this very transaction, which app.accept_invitation alone writes.
CREATE OR REPLACE FUNCTION app.is_accepting(actor uuid) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT 1 FROM public."Invitation" i WHERE i."acceptedById" = actor AND i."acceptedAt" = now()::timestamptz(3));

-- Gives whoever signed in the role to which a code invites. Nothing is answered, and nothing happens, where no invitation that still holds has that code:
-- one that has lapsed, was used or withdrawn, or whose giver may no longer give its role, is like one that never was. Roles are given by whoever
-- invited; the acceptance is the account's own act.
CREATE OR REPLACE FUNCTION app.accept_invitation(hash text, from_issuer text, subject text) RETURNS TABLE ("accountId" uuid, "membershipId" uuid, "agencyId" uuid, role "Role")
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invited "Invitation";
  known "Account";
  account uuid;
  membership CONSTANT uuid := gen_random_uuid();
BEGIN
  SELECT * INTO invited FROM "Invitation" i WHERE i."codeHash" = hash FOR UPDATE;
  IF invited.id IS NULL OR invited."acceptedAt" IS NOT NULL OR invited."withdrawnAt" IS NOT NULL OR invited."expiresAt" <= now()
    OR invited."endsOn" < (now() AT TIME ZONE 'Asia/Bangkok')::date OR subject LIKE 'service|%'
    OR NOT app.may_give(invited."invitedById", invited."agencyId", invited.role) THEN
    RETURN;
  END IF;
  SELECT * INTO known FROM "Account" a WHERE a.sub = subject AND a.issuer IN ('', from_issuer) ORDER BY a.issuer DESC LIMIT 1;
  IF known.disabled THEN
    RETURN;
  END IF;
  account := coalesce(known.id, gen_random_uuid());
  PERFORM set_config('app.agency', coalesce(invited."agencyId"::text, ''), true), set_config('app.account', account::text, true),
    set_config('app.act', 'acceptInvitation', true), set_config('app.role', '', true), set_config('app.reason', '', true);
  UPDATE "Invitation" SET "acceptedById" = account, "acceptedAt" = now(), version = version + 1 WHERE id = invited.id;
  IF known.id IS NULL THEN
    INSERT INTO "Account" (id, issuer, sub, name, kind) VALUES (account, from_issuer, subject, invited.name, 'PERSON');
  END IF;
  INSERT INTO "Membership" (id, "accountId", "agencyId", role, "startsOn", "endsOn", "grantedById")
  VALUES (membership, account, invited."agencyId", invited.role, invited."startsOn", invited."endsOn", invited."invitedById");
  RETURN QUERY SELECT account, membership, invited."agencyId", invited.role;
END $$;
REVOKE ALL ON FUNCTION app.accept_invitation(hash text, from_issuer text, subject text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.accept_invitation(hash text, from_issuer text, subject text) TO registry_app;
