-- The database holds an order that is issued to all that the application asks of its signature (docs/decisions/0026): one delegator, who signs or
-- is stood in for, and nothing taken back that the signer has not delegated. A test holds both to the same answer.

-- The positions for which a position signs on a day: itself, and those that it stands in for.
CREATE FUNCTION app.signs_for(agency uuid, signer uuid, day date) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT signer
  UNION
  SELECT a."actsForId" FROM "ActingAppointment" a
  WHERE a."agencyId" = agency AND a."positionId" = signer AND daterange(a."validFrom", a."validTo", '[]') @> day
$$;

CREATE OR REPLACE FUNCTION app.issue_as_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  delegators uuid[];
  principals uuid[];
BEGIN
  IF NEW."signedOn" IS NULL OR NEW."signedByPositionId" IS NULL
    OR NEW.year IS DISTINCT FROM extract(year FROM NEW."signedOn") + 543 THEN
    RAISE EXCEPTION 'the order is not signed, or of another year than its signature' USING ERRCODE = 'RG422';
  END IF;
  -- The appointment stays as it is until the order is issued: nobody ends it meanwhile.
  PERFORM 1 FROM "ActingAppointment" WHERE "agencyId" = NEW."agencyId" AND id = NEW."signedUnderId" FOR SHARE;
  delegators := ARRAY(SELECT DISTINCT l."delegatorId" FROM "DelegatedPower" l WHERE l."agencyId" = NEW."agencyId" AND l."orderId" = NEW.id);
  IF cardinality(delegators) > (CASE NEW.kind WHEN 'ACTING_APPOINTMENT' THEN 0 ELSE 1 END) THEN
    RAISE EXCEPTION 'the lines of the order are of more than one delegator, or not of its kind' USING ERRCODE = 'RG422';
  END IF;
  IF NOT delegators <@ ARRAY[NEW."signedByPositionId"] AND NOT EXISTS (
    SELECT 1 FROM "ActingAppointment" a
    WHERE a."agencyId" = NEW."agencyId" AND a.id = NEW."signedUnderId" AND a."positionId" = NEW."signedByPositionId"
      AND delegators <@ ARRAY[a."actsForId"] AND daterange(a."validFrom", a."validTo", '[]') @> NEW."signedOn")
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
