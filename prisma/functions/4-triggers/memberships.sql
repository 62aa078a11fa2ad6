-- Every role is given, changed and ended here, whatever the path: by whoever may give it, never to oneself, and so that a place which has an
-- administrator keeps one. With an agency all its roles end. The owner of the database, who sets the registry up, is not held to it.
CREATE OR REPLACE FUNCTION app.keep_roles() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  today CONSTANT date := (now() AT TIME ZONE 'Asia/Bangkok')::date;
  place CONSTANT text := coalesce(NEW."agencyId"::text, 'city');
  -- The first day on which the role is no longer held; null while no end is set.
  first_day_without CONSTANT date := CASE WHEN NEW."endedAt" IS NOT NULL THEN today ELSE NEW."endsOn" + 1 END;
BEGIN
  IF app.is_owner() THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM "Agency" g WHERE g.id = NEW."agencyId" AND g."closedOn" IS NOT NULL) THEN
    IF TG_OP = 'UPDATE' AND NEW."endedAt" IS NOT NULL THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a closed agency has no members' USING ERRCODE = 'RG413';
  END IF;
  -- The role of a key is what it was made with: it ends, and does not change.
  IF EXISTS (SELECT 1 FROM "Account" a WHERE a.id = NEW."accountId" AND a.kind = 'SERVICE')
    AND (NOT app.is_role_of_key(NEW.role) OR (TG_OP = 'UPDATE' AND NEW."endedAt" IS NULL)) THEN
    RAISE EXCEPTION 'a key keeps the role with which it was made' USING ERRCODE = 'RG414';
  END IF;
  -- Whoever changes roles at the same place, or of the same person, waits here for the other.
  PERFORM pg_advisory_xact_lock(hashtextextended(place, 6300)), pg_advisory_xact_lock(hashtextextended(NEW."accountId"::text, 6301));
  IF NOT app.may_give(CASE TG_OP WHEN 'INSERT' THEN NEW."grantedById" ELSE app.account() END, NEW."agencyId", NEW.role) THEN
    RAISE EXCEPTION 'the account may not give this role' USING ERRCODE = 'RG403';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW."grantedById" = NEW."accountId" THEN
      RAISE EXCEPTION 'nobody gives a role to itself' USING ERRCODE = 'RG411';
    END IF;
  ELSE
    IF OLD."endedAt" IS NOT NULL THEN
      RAISE EXCEPTION 'a role that has ended stays as it was' USING ERRCODE = 'RG409';
    END IF;
    -- Giving a role up is everybody's own; its days are not.
    IF OLD."accountId" = app.account() AND NEW."endedAt" IS NULL THEN
      RAISE EXCEPTION 'nobody changes a role of its own' USING ERRCODE = 'RG411';
    END IF;
    IF first_day_without IS NOT NULL AND app.leaves_nobody(OLD, first_day_without, today) THEN
      RAISE EXCEPTION 'the last administrator does not leave' USING ERRCODE = 'RG410';
    END IF;
  END IF;
  IF NEW."endedAt" IS NULL AND EXISTS (SELECT 1 FROM "Membership" other
    WHERE other."accountId" = NEW."accountId" AND other.id <> NEW.id AND other."endedAt" IS NULL AND other."agencyId" IS NOT DISTINCT FROM NEW."agencyId"
      AND (other.role = NEW.role OR NEW."agencyId" IS NULL) AND app.share_a_day(other."startsOn", other."endsOn", NEW."startsOn", NEW."endsOn")) THEN
    RAISE EXCEPTION 'the account holds the role already, or another one of the city' USING ERRCODE = 'RG412';
  END IF;
  RETURN NEW;
END $$;

-- A key is made, and taken over, by whoever may give its role, whatever the path; what was revoked stays so. The owner of the database is not held to it.
CREATE OR REPLACE FUNCTION app.keep_key() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF app.is_owner() THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD."revokedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a key that was revoked stays as it was' USING ERRCODE = 'RG409';
  END IF;
  IF NOT app.may_give(app.account(), NEW."agencyId", NEW.role) THEN
    RAISE EXCEPTION 'the account may not give this role' USING ERRCODE = 'RG403';
  END IF;
  RETURN NEW;
END $$;
