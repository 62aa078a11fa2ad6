-- Which centre oversees which agency, and from when until when (docs/decisions/0029): totals are about agencies that are overseen, and a
-- local government whose plan is kept here beside them is none. Where no day is known, none is written.

CREATE TABLE "Oversight" (
    "id" UUID NOT NULL,
    "centreId" UUID NOT NULL,
    "overseenId" UUID NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,
    "basisTh" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Oversight_pkey" PRIMARY KEY ("id"),
    CONSTRAINT not_of_itself CHECK ("centreId" <> "overseenId"),
    CONSTRAINT dates_in_order CHECK ("validTo" >= "validFrom")
);

CREATE INDEX "Oversight_overseenId_idx" ON "Oversight"("overseenId");
CREATE INDEX "Oversight_centreId_idx" ON "Oversight"("centreId");

ALTER TABLE "Oversight"
  ADD CONSTRAINT "Oversight_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Oversight_overseenId_fkey" FOREIGN KEY ("overseenId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Reference data: everybody reads it, the keeper of reference data writes it; what was in force stays on record.
ALTER TABLE "Oversight" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Oversight" FORCE ROW LEVEL SECURITY;
CREATE POLICY read_all ON "Oversight" FOR SELECT USING (true);
CREATE POLICY owner_writes ON "Oversight" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY reference_keeper_adds ON "Oversight" FOR INSERT WITH CHECK ((SELECT app.duty()) = 'reference');
CREATE POLICY reference_keeper_changes ON "Oversight" FOR UPDATE USING ((SELECT app.duty()) = 'reference');
GRANT SELECT, INSERT, UPDATE ON "Oversight" TO registry_app;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "Oversight" FOR EACH ROW EXECUTE FUNCTION app.audit();

-- One centre oversees an agency once at a time. Whoever records two at once waits here for the other.
CREATE FUNCTION app.keep_oversight_apart() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW."overseenId"::text, 1600));
  IF EXISTS (
    SELECT 1 FROM "Oversight" other
    WHERE other."overseenId" = NEW."overseenId" AND other."centreId" = NEW."centreId" AND other.id <> NEW.id
      AND daterange(other."validFrom", other."validTo", '[]') && daterange(NEW."validFrom", NEW."validTo", '[]')
  ) THEN
    RAISE EXCEPTION 'the centre oversees the agency at that time already' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_oversight_apart BEFORE INSERT OR UPDATE ON "Oversight" FOR EACH ROW EXECUTE FUNCTION app.keep_oversight_apart();
