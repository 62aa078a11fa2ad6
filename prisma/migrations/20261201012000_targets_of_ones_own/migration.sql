-- Targets are set here, too: those of the nation and the city by the administrator of the city, those of an agency by its approvers. Each says what
-- sets it. Everybody who reads records reads them.
ALTER TABLE "IntegrityTarget"
  ADD COLUMN "agencyId" UUID,
  ADD COLUMN "sourceTh" TEXT,
  ADD COLUMN "endedOn" DATE,
  ADD COLUMN "origin" "Origin" NOT NULL DEFAULT 'USER',
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ALTER COLUMN "sourceDocument" DROP NOT NULL,
  ALTER COLUMN "sourceSection" DROP NOT NULL;

-- What is here came with the documents; the trail tells what is said of it now.
DO $$
DECLARE target "IntegrityTarget";
BEGIN
  PERFORM set_config('app.account', app.registry_account()::text, true), set_config('app.act', 'recordWhatWasThere', true);
  UPDATE "IntegrityTarget" SET "sourceTh" = 'เอกสาร ' || "sourceDocument" || ' ' || "sourceSection", origin = 'DOCUMENT';
  -- The target of an agency leaves the trail of the city and comes into that of its agency.
  FOR target IN DELETE FROM "IntegrityTarget" WHERE scope = 'AGENCY' RETURNING * LOOP
    target."agencyId" := (SELECT id FROM "Agency" WHERE code = target."agencyCode");
    INSERT INTO "IntegrityTarget" SELECT target.*;
  END LOOP;
  PERFORM set_config('app.account', '', true), set_config('app.act', '', true);
END $$;

ALTER TABLE "IntegrityTarget" DROP CONSTRAINT agency_of_target, DROP COLUMN "agencyCode", ALTER COLUMN "sourceTh" SET NOT NULL,
  ADD CONSTRAINT agency_of_target CHECK ((scope = 'AGENCY') = ("agencyId" IS NOT NULL)),
  ADD CONSTRAINT points_of_a_hundred CHECK ("leastPoints" BETWEEN 0 AND 100 AND "leastSharePercent" BETWEEN 0 AND 100),
  ADD CONSTRAINT "IntegrityTarget_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "IntegrityTarget_agencyId_idx" ON "IntegrityTarget"("agencyId");

GRANT INSERT ON "IntegrityTarget" TO registry_app;
GRANT UPDATE ("titleTh", "titleEn", "fiscalYearFrom", "fiscalYearTo", "leastPoints", "leastSharePercent", "rankAtMost", "sourceTh", "endedOn", version)
  ON "IntegrityTarget" TO registry_app;
CREATE POLICY agency_adds_own ON "IntegrityTarget" FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency()));
CREATE POLICY agency_changes_own ON "IntegrityTarget" FOR UPDATE USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY reference_keeper_adds ON "IntegrityTarget" FOR INSERT WITH CHECK ("agencyId" IS NULL AND (SELECT app.duty()) = 'reference');
CREATE POLICY reference_keeper_changes ON "IntegrityTarget" FOR UPDATE USING ("agencyId" IS NULL AND (SELECT app.duty()) = 'reference');
