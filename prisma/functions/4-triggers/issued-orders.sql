CREATE OR REPLACE FUNCTION app.issue_as_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  delegators uuid[];
  principals uuid[];
BEGIN
  IF NEW."signedOn" IS NULL OR NEW."signedByPositionId" IS NULL
    OR NEW.year IS DISTINCT FROM extract(year FROM NEW."signedOn") + 543 THEN
    RAISE EXCEPTION 'the order is not signed, or of another year than its signature' USING ERRCODE = 'RG422';
  END IF;
  -- The appointment is locked until the order is issued.
  PERFORM 1 FROM "ActingAppointment" WHERE "agencyId" = NEW."agencyId" AND id = NEW."signedUnderId" FOR SHARE;
  delegators := ARRAY(SELECT DISTINCT l."delegatorId" FROM "DelegatedPower" l WHERE l."agencyId" = NEW."agencyId" AND l."orderId" = NEW.id);
  IF cardinality(delegators) > (CASE NEW.kind WHEN 'ACTING_APPOINTMENT' THEN 0 ELSE 1 END) THEN
    RAISE EXCEPTION 'the lines of the order are of more than one delegator, or not of its kind' USING ERRCODE = 'RG422';
  END IF;
  IF NOT delegators <@ ARRAY[NEW."signedByPositionId"] AND NOT EXISTS (
    SELECT 1 FROM "ActingAppointment" a
    WHERE a."agencyId" = NEW."agencyId" AND a.id = NEW."signedUnderId" AND a."positionId" = NEW."signedByPositionId"
      AND delegators <@ ARRAY[a."actsForId"] AND app.lasts(a."validFrom", a."validTo", NEW."signedOn"))
  THEN
    RAISE EXCEPTION 'the order is not signed by whoever delegates' USING ERRCODE = 'RG422';
  END IF;
  principals := ARRAY(SELECT app.signs_for(NEW."agencyId", NEW."signedByPositionId", NEW."signedOn"));
  IF EXISTS (
    SELECT 1 FROM "DelegatedPower" l JOIN "DelegationOrder" o ON o."agencyId" = NEW."agencyId" AND o.id = l."orderId"
    WHERE l."agencyId" = NEW."agencyId" AND (l."revokedByOrderId" = NEW.id OR o."supersededById" = NEW.id) AND l."delegatorId" <> ALL (principals)
  ) AND NOT EXISTS (
    SELECT 1 FROM "Position" p WHERE p."agencyId" = NEW."agencyId" AND p."isHead" AND p.id = ANY (principals))
  THEN
    RAISE EXCEPTION 'the order takes back what its signer did not delegate' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;

-- The columns that an act still writes once an order is issued; each column that is not named here stays, those of later migrations too.
CREATE OR REPLACE FUNCTION app.keep_issued_order() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE written CONSTANT text[] := ARRAY['status', 'version', 'disclosure', 'updatedAt', 'endedOn', 'supersededById', 'circularNo', 'circularOn',
  'announcedThrough', 'announcedOn', 'announcementKind', 'announcementNo', 'announcementSignedById', 'announcementSignerCapacity', 'announcementAddress'];
BEGIN
  IF NOT app.is_owner() AND (to_jsonb(NEW) - written <> to_jsonb(OLD) - written OR (OLD."endedOn" IS NOT NULL AND NEW."endedOn" IS DISTINCT FROM OLD."endedOn")) THEN
    RAISE EXCEPTION 'an order stays as it was issued' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;

-- An order that is thrown away as a draft is gone before its lines are.
CREATE OR REPLACE FUNCTION app.keep_issued_lines() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  written CONSTANT text[] := ARRAY['version', 'disclosure', 'revokedOn', 'revokedByOrderId'];
  line CONSTANT "DelegatedPower" := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF app.is_owner() OR NOT EXISTS (
    SELECT 1 FROM "DelegationOrder" o WHERE o."agencyId" = line."agencyId" AND o.id = line."orderId" AND o.status <> 'DRAFT'
  ) OR (TG_OP = 'UPDATE' AND to_jsonb(NEW) - written = to_jsonb(OLD) - written
    AND (OLD."revokedOn" IS NULL OR NEW."revokedOn" IS NOT DISTINCT FROM OLD."revokedOn")) THEN
    RETURN line;
  END IF;
  RAISE EXCEPTION 'the lines of an order stay as they were issued' USING ERRCODE = 'RG422';
END $$;
