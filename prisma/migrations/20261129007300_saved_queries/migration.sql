-- Questions that people keep, run again and share (docs/decisions/0052). They belong to a person at a place, an agency or the city, and not to an
-- agency alone, so their policies ask for the account as well.

CREATE TYPE "QuerySharing" AS ENUM ('ONLY_ME', 'OWN_AGENCY', 'CENTRE', 'ALL_AGENCIES');

CREATE TYPE "QueryOutcome" AS ENUM ('ANSWERED', 'PARTIAL', 'REFUSED');

CREATE TABLE "SavedQuery" (
    "id" UUID NOT NULL,
    "agencyId" UUID,
    "ownerId" UUID NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT,
    "folder" TEXT,
    "sharedWith" "QuerySharing" NOT NULL DEFAULT 'ONLY_ME',
    "latestNumber" INTEGER NOT NULL DEFAULT 1,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedQuery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SavedQueryVersion" (
    "id" UUID NOT NULL,
    "savedQueryId" UUID NOT NULL,
    "agencyId" UUID,
    "number" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "documentHash" TEXT NOT NULL,
    "variables" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedQueryVersion_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SavedQueryFavourite" (
    "id" UUID NOT NULL,
    "savedQueryId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "agencyId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedQueryFavourite_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SavedQueryRun" (
    "id" UUID NOT NULL,
    "savedQueryId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "agencyId" UUID,
    "number" INTEGER NOT NULL,
    "documentHash" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "milliseconds" INTEGER NOT NULL,
    "cost" INTEGER NOT NULL,
    "outcome" "QueryOutcome" NOT NULL,

    CONSTRAINT "SavedQueryRun_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "SavedQuery_ownerId_agencyId_idx" ON "SavedQuery"("ownerId", "agencyId");

CREATE INDEX "SavedQuery_agencyId_idx" ON "SavedQuery"("agencyId");

CREATE INDEX "SavedQuery_sharedWith_idx" ON "SavedQuery"("sharedWith");

CREATE INDEX "SavedQueryVersion_agencyId_idx" ON "SavedQueryVersion"("agencyId");

CREATE UNIQUE INDEX "SavedQueryVersion_savedQueryId_number_key" ON "SavedQueryVersion"("savedQueryId", "number");

CREATE INDEX "SavedQueryFavourite_agencyId_idx" ON "SavedQueryFavourite"("agencyId");

CREATE UNIQUE INDEX "SavedQueryFavourite_savedQueryId_accountId_key" ON "SavedQueryFavourite"("savedQueryId", "accountId");

CREATE INDEX "SavedQueryRun_savedQueryId_accountId_startedAt_idx" ON "SavedQueryRun"("savedQueryId", "accountId", "startedAt");

CREATE INDEX "SavedQueryRun_accountId_startedAt_idx" ON "SavedQueryRun"("accountId", "startedAt");

CREATE INDEX "SavedQueryRun_agencyId_idx" ON "SavedQueryRun"("agencyId");

ALTER TABLE "SavedQuery" ADD CONSTRAINT "SavedQuery_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SavedQueryVersion" ADD CONSTRAINT "SavedQueryVersion_savedQueryId_fkey" FOREIGN KEY ("savedQueryId") REFERENCES "SavedQuery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SavedQueryVersion" ADD CONSTRAINT "SavedQueryVersion_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SavedQueryFavourite" ADD CONSTRAINT "SavedQueryFavourite_savedQueryId_fkey" FOREIGN KEY ("savedQueryId") REFERENCES "SavedQuery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SavedQueryFavourite" ADD CONSTRAINT "SavedQueryFavourite_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SavedQueryRun" ADD CONSTRAINT "SavedQueryRun_savedQueryId_fkey" FOREIGN KEY ("savedQueryId") REFERENCES "SavedQuery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SavedQueryRun" ADD CONSTRAINT "SavedQueryRun_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SavedQuery" ADD CONSTRAINT agency_to_share_with CHECK ("sharedWith" <> 'OWN_AGENCY' OR "agencyId" IS NOT NULL);
ALTER TABLE "SavedQueryVersion" ADD CONSTRAINT variables_by_name CHECK (jsonb_typeof(variables) = 'object');
ALTER TABLE "SavedQuery" ALTER COLUMN "titleTh" TYPE text COLLATE "th-x-icu";

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['SavedQuery', 'SavedQueryVersion', 'SavedQueryFavourite', 'SavedQueryRun'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_loads ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- A person reads and changes what it saved where it acts now, and reads what others there, or elsewhere, share with such as it.
CREATE POLICY person_keeps_own ON "SavedQuery"
  USING ("ownerId" = (SELECT app.account()) AND "agencyId" IS NOT DISTINCT FROM (SELECT app.agency()))
  WITH CHECK ("ownerId" = (SELECT app.account()) AND "agencyId" IS NOT DISTINCT FROM (SELECT app.agency()));
CREATE POLICY person_reads_shared ON "SavedQuery" FOR SELECT USING ("archivedAt" IS NULL AND (SELECT app.account()) IS NOT NULL AND (
  ("sharedWith" = 'OWN_AGENCY' AND "agencyId" = (SELECT app.agency()))
  OR ("sharedWith" IN ('CENTRE', 'ALL_AGENCIES') AND (SELECT app.floor()) IS NOT NULL)
  OR ("sharedWith" = 'ALL_AGENCIES' AND (SELECT app.agency()) IS NOT NULL)));
GRANT SELECT, INSERT, UPDATE ON "SavedQuery" TO registry_app;

-- Whoever reads a saved query reads its versions, which only its owner adds and nobody changes.
CREATE POLICY reader_of_query_reads ON "SavedQueryVersion" FOR SELECT
  USING (EXISTS (SELECT 1 FROM "SavedQuery" q WHERE q.id = "savedQueryId"));
CREATE POLICY owner_of_query_adds ON "SavedQueryVersion" FOR INSERT WITH CHECK (EXISTS (
  SELECT 1 FROM "SavedQuery" q WHERE q.id = "savedQueryId" AND q."ownerId" = (SELECT app.account())
    AND q."agencyId" IS NOT DISTINCT FROM (SELECT app.agency()) AND "SavedQueryVersion"."agencyId" IS NOT DISTINCT FROM q."agencyId"));
GRANT SELECT, INSERT ON "SavedQueryVersion" TO registry_app;

-- Marks and runs are each person's own, and about what it can read.
CREATE POLICY person_keeps_own ON "SavedQueryFavourite"
  USING ("accountId" = (SELECT app.account()) AND "agencyId" IS NOT DISTINCT FROM (SELECT app.agency()))
  WITH CHECK ("accountId" = (SELECT app.account()) AND "agencyId" IS NOT DISTINCT FROM (SELECT app.agency())
    AND EXISTS (SELECT 1 FROM "SavedQuery" q WHERE q.id = "savedQueryId"));
GRANT SELECT, INSERT, DELETE ON "SavedQueryFavourite" TO registry_app;

-- The auditor reads who ran what and when, and neither the question nor its answer.
CREATE POLICY person_reads_own ON "SavedQueryRun" FOR SELECT USING ("accountId" = (SELECT app.account()));
CREATE POLICY auditor_reads ON "SavedQueryRun" FOR SELECT USING ((SELECT app.duty()) = 'audit');
CREATE POLICY person_adds_own ON "SavedQueryRun" FOR INSERT WITH CHECK ("accountId" = (SELECT app.account())
  AND "agencyId" IS NOT DISTINCT FROM (SELECT app.agency()) AND EXISTS (SELECT 1 FROM "SavedQuery" q WHERE q.id = "savedQueryId"));
GRANT SELECT, INSERT ON "SavedQueryRun" TO registry_app;

-- Runs are a log themselves.
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "SavedQuery" FOR EACH ROW EXECUTE FUNCTION app.audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "SavedQueryVersion" FOR EACH ROW EXECUTE FUNCTION app.audit('savedQueryId');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "SavedQueryFavourite" FOR EACH ROW EXECUTE FUNCTION app.audit('savedQueryId');
