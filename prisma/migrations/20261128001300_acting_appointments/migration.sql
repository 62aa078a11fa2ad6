-- Who stands in for whom, from when until when, and by what (docs/decisions/0026): the signer of an order may sign for a position that it
-- does not hold only by such an appointment.

CREATE TYPE "ActingCapacity" AS ENUM ('ACTING', 'ON_BEHALF');

CREATE TABLE "ActingAppointment" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 2,
    "positionId" UUID NOT NULL,
    "actsForId" UUID NOT NULL,
    "capacity" "ActingCapacity" NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "basisTh" TEXT NOT NULL,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActingAppointment_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "ActingAppointment_agencyId_id_key" ON "ActingAppointment"("agencyId", "id");
CREATE INDEX "ActingAppointment_agencyId_positionId_idx" ON "ActingAppointment"("agencyId", "positionId");
CREATE INDEX "ActingAppointment_agencyId_actsForId_idx" ON "ActingAppointment"("agencyId", "actsForId");
CREATE INDEX "ActingAppointment_disclosure_agencyId_idx" ON "ActingAppointment"("disclosure", "agencyId");

ALTER TABLE "ActingAppointment"
  ADD CONSTRAINT "ActingAppointment_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "ActingAppointment_agencyId_positionId_fkey" FOREIGN KEY ("agencyId", "positionId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "ActingAppointment_agencyId_actsForId_fkey" FOREIGN KEY ("agencyId", "actsForId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT not_for_itself CHECK ("positionId" <> "actsForId"),
  ADD CONSTRAINT dates_in_order CHECK ("validTo" >= "validFrom");

-- --------------------------------------------------------------------------------------------------------------------- who sees it
-- Read like positions; what was in force stays on record, so that nobody removes one.
ALTER TABLE "ActingAppointment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ActingAppointment" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "ActingAppointment" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY city_reads_disclosed ON "ActingAppointment" FOR SELECT USING (disclosure >= (SELECT app.floor()));
CREATE POLICY agency_adds_own ON "ActingAppointment" FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency()));
CREATE POLICY agency_changes_own ON "ActingAppointment" FOR UPDATE USING ("agencyId" = (SELECT app.agency()));
GRANT SELECT, INSERT, UPDATE ON "ActingAppointment" TO registry_app;

CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON "ActingAppointment" FOR EACH ROW EXECUTE FUNCTION app.disclose_structure();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "ActingAppointment" FOR EACH ROW EXECUTE FUNCTION app.audit('positionId');

-- ------------------------------------------------------------------------------------------------------------------------ overlaps
-- On one day one position acts for another (ACTING), and the same position stands in for it in one capacity. Whoever records two at once
-- waits here: the position acted for is held until the transaction ends, and the look after it sees what was committed meanwhile.
CREATE FUNCTION app.keep_appointments_apart() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "Position" WHERE "agencyId" = NEW."agencyId" AND id = NEW."actsForId" FOR UPDATE;
  IF EXISTS (
    SELECT 1 FROM "ActingAppointment" other
    WHERE other."agencyId" = NEW."agencyId" AND other."actsForId" = NEW."actsForId" AND other.id <> NEW.id
      AND (other."positionId" = NEW."positionId" OR (other.capacity = 'ACTING' AND NEW.capacity = 'ACTING'))
      AND daterange(other."validFrom", other."validTo", '[]') && daterange(NEW."validFrom", NEW."validTo", '[]')
  ) THEN
    RAISE EXCEPTION 'another appointment to act for the position overlaps' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_appointments_apart BEFORE INSERT OR UPDATE ON "ActingAppointment"
  FOR EACH ROW EXECUTE FUNCTION app.keep_appointments_apart();
