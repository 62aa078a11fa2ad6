-- An order has a kind, gets its number and year when it is signed, and is signed by its delegator or by who stands in for it
-- (docs/decisions/0026). What was issued before stays as it is: nobody can say any more by what it was signed.

CREATE TYPE "DelegationOrderKind" AS ENUM ('DELEGATION', 'ASSIGNMENT', 'ACTING_APPOINTMENT');

ALTER TABLE "DelegationOrder"
  ADD COLUMN "kind" "DelegationOrderKind" NOT NULL DEFAULT 'DELEGATION',
  ADD COLUMN "signedUnderId" UUID,
  ALTER COLUMN "orderNo" DROP NOT NULL,
  ALTER COLUMN "year" DROP NOT NULL;

CREATE INDEX "DelegationOrder_agencyId_signedUnderId_idx" ON "DelegationOrder"("agencyId", "signedUnderId");
ALTER TABLE "DelegationOrder"
  ADD CONSTRAINT "DelegationOrder_agencyId_signedUnderId_fkey" FOREIGN KEY ("agencyId", "signedUnderId") REFERENCES "ActingAppointment"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT issued_has_number CHECK (status = 'DRAFT' OR ("orderNo" IS NOT NULL AND year IS NOT NULL));

-- What the application refuses to issue, the database refuses, too: an order without its date and signer, one of another year than it was
-- signed in, and one that gives away what the signer does not hold, nor anybody for whom the signer stands in on that day.
CREATE FUNCTION app.issue_as_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- The appointment stays as it is until the order is issued: nobody ends it meanwhile.
  PERFORM 1 FROM "ActingAppointment" WHERE "agencyId" = NEW."agencyId" AND id = NEW."signedUnderId" FOR SHARE;
  IF NEW."signedOn" IS NULL OR NEW."signedByPositionId" IS NULL
    OR NEW.year IS DISTINCT FROM extract(year FROM NEW."signedOn") + 543
    OR EXISTS (
      SELECT 1 FROM "DelegatedPower" l
      WHERE l."agencyId" = NEW."agencyId" AND l."orderId" = NEW.id AND l."delegatorId" <> NEW."signedByPositionId"
        AND NOT EXISTS (
          SELECT 1 FROM "ActingAppointment" a
          WHERE a."agencyId" = NEW."agencyId" AND a.id = NEW."signedUnderId" AND a."positionId" = NEW."signedByPositionId"
            AND a."actsForId" = l."delegatorId" AND daterange(a."validFrom", a."validTo", '[]') @> NEW."signedOn"))
  THEN
    RAISE EXCEPTION 'the order is not signed by whoever delegates' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER issue_as_signed BEFORE UPDATE ON "DelegationOrder" FOR EACH ROW
  WHEN (OLD.status = 'DRAFT' AND NEW.status = 'ISSUED') EXECUTE FUNCTION app.issue_as_signed();

-- An order keeps the appointment by which it was signed: that appointment covers the day of signature for good.
CREATE FUNCTION app.keep_signed_days() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "DelegationOrder" o
    WHERE o."agencyId" = NEW."agencyId" AND o."signedUnderId" = NEW.id
      AND NOT daterange(NEW."validFrom", NEW."validTo", '[]') @> o."signedOn"
  ) THEN
    RAISE EXCEPTION 'an order was signed by the appointment on a day that it would no longer cover' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_signed_days BEFORE UPDATE ON "ActingAppointment" FOR EACH ROW EXECUTE FUNCTION app.keep_signed_days();
