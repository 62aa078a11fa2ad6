-- A closed agency stays as it was closed.
CREATE OR REPLACE FUNCTION app.keep_closed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_owner() THEN
    RAISE EXCEPTION 'a closed agency stays as it was' USING ERRCODE = 'RG409';
  END IF;
  RETURN NEW;
END $$;

-- What ends with an agency: roles, invitations and service keys at once, oversight with the day. Its records stay, and nobody is left who could change them.
CREATE OR REPLACE FUNCTION app.close_agency() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Membership" SET "endedAt" = now(), "endedById" = app.account(), version = version + 1
  WHERE "agencyId" = NEW.id AND "endedAt" IS NULL;
  UPDATE "Invitation" SET "withdrawnAt" = now(), "withdrawnById" = app.account(), version = version + 1
  WHERE "agencyId" = NEW.id AND "acceptedAt" IS NULL AND "withdrawnAt" IS NULL;
  UPDATE "ServiceKey" SET "revokedAt" = now(), "revokedById" = app.account(), version = version + 1
  WHERE "agencyId" = NEW.id AND "revokedAt" IS NULL;
  DELETE FROM "Oversight" WHERE "overseenId" = NEW.id AND "validFrom" > NEW."closedOn";
  UPDATE "Oversight" SET "validTo" = NEW."closedOn", version = version + 1
  WHERE "overseenId" = NEW.id AND ("validTo" IS NULL OR "validTo" > NEW."closedOn");
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.close_agency() FROM PUBLIC;
