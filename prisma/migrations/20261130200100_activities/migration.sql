-- Trainings, tests, surveys, public meetings and the like, in one table: the kind says which numbers they have (docs/decisions/0058).

CREATE TYPE "ActivityKind" AS ENUM ('TRAINING', 'TEST', 'SURVEY', 'PUBLIC_MEETING', 'CAMPAIGN', 'STUDY_VISIT', 'AWARD', 'OTHER');

CREATE TABLE "IntegrityActivity" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "kind" "ActivityKind" NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT,
    "fiscalYear" INTEGER NOT NULL,
    "heldFrom" DATE NOT NULL,
    "heldTo" DATE,
    "placeTh" TEXT,
    "targetGroupTh" TEXT,
    "unitId" UUID,
    "invitedCount" INTEGER,
    "attendedCount" INTEGER,
    "passedCount" INTEGER,
    "respondentCount" INTEGER,
    "averageScore" DECIMAL(7,2),
    "scoreMax" DECIMAL(7,2),
    "percentPrinted" TEXT,
    "evidenceUrls" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "projectId" UUID,
    "indicatorId" UUID,
    "noteTh" TEXT,
    "status" "EntryStatus" NOT NULL DEFAULT 'DRAFT',
    "publishedOn" DATE,
    "publicationChannels" "PublicationChannel"[] DEFAULT ARRAY[]::"PublicationChannel"[],
    "publicationAddress" TEXT,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "sourceDocument" TEXT,
    "sourceSection" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IntegrityActivity_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "IntegrityActivity_agencyId_id_key" ON "IntegrityActivity"("agencyId", "id");
CREATE INDEX "IntegrityActivity_agencyId_fiscalYear_heldFrom_idx" ON "IntegrityActivity"("agencyId", "fiscalYear", "heldFrom");
CREATE INDEX "IntegrityActivity_agencyId_projectId_idx" ON "IntegrityActivity"("agencyId", "projectId");
CREATE INDEX "IntegrityActivity_agencyId_indicatorId_idx" ON "IntegrityActivity"("agencyId", "indicatorId");
CREATE INDEX "IntegrityActivity_disclosure_agencyId_idx" ON "IntegrityActivity"("disclosure", "agencyId");

ALTER TABLE "IntegrityActivity"
  ADD CONSTRAINT "IntegrityActivity_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "IntegrityActivity_agencyId_unitId_fkey" FOREIGN KEY ("agencyId", "unitId") REFERENCES "Unit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "IntegrityActivity_agencyId_projectId_fkey" FOREIGN KEY ("agencyId", "projectId") REFERENCES "Project"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "IntegrityActivity_agencyId_indicatorId_fkey" FOREIGN KEY ("agencyId", "indicatorId") REFERENCES "Indicator"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT days_in_order CHECK ("heldTo" >= "heldFrom"),
  ADD CONSTRAINT days_in_year CHECK ("heldFrom" >= make_date("fiscalYear" - 544, 10, 1) AND coalesce("heldTo", "heldFrom") < make_date("fiscalYear" - 543, 10, 1)),
  ADD CONSTRAINT counts_from_zero CHECK (least("invitedCount", "attendedCount", "passedCount", "respondentCount") >= 0),
  ADD CONSTRAINT passed_who_attended CHECK ("passedCount" <= "attendedCount"),
  ADD CONSTRAINT score_on_scale CHECK ("averageScore" >= 0 AND "averageScore" <= "scoreMax" AND "scoreMax" > 0),
  ADD CONSTRAINT indicator_of_project CHECK ("indicatorId" IS NULL OR "projectId" IS NOT NULL);
ALTER TABLE "IntegrityActivity" ALTER COLUMN "titleTh" TYPE text COLLATE "th-x-icu";

CALL app.keep_as_entry('IntegrityActivity');

-- The bodies are kept in prisma/functions; these are their first.
CREATE FUNCTION app.activity_numbers(kind "ActivityKind") RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ARRAY[]::text[];
CREATE FUNCTION app.keep_numbers_of_kind() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER keep_numbers_of_kind BEFORE INSERT OR UPDATE ON "IntegrityActivity" FOR EACH ROW EXECUTE FUNCTION app.keep_numbers_of_kind();
