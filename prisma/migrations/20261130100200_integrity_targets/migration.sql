-- What documents set out to reach, of the nation, of the city and of agencies, so that results are read against it.
CREATE TYPE "IntegrityMeasure" AS ENUM ('ITA', 'CPI');
CREATE TYPE "TargetScope" AS ENUM ('NATION', 'CITY', 'AGENCY');

CREATE TABLE "IntegrityTarget" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "measure" "IntegrityMeasure" NOT NULL,
    "scope" "TargetScope" NOT NULL,
    "agencyCode" TEXT,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "fiscalYearFrom" INTEGER NOT NULL,
    "fiscalYearTo" INTEGER NOT NULL,
    "leastPoints" DECIMAL(5,2),
    "leastSharePercent" DECIMAL(5,2),
    "rankAtMost" INTEGER,
    "sourceDocument" TEXT NOT NULL,
    "sourceSection" TEXT NOT NULL,

    CONSTRAINT "IntegrityTarget_pkey" PRIMARY KEY ("id"),
    CONSTRAINT years_in_order CHECK ("fiscalYearTo" >= "fiscalYearFrom"),
    CONSTRAINT agency_of_target CHECK ((scope = 'AGENCY') = ("agencyCode" IS NOT NULL))
);

CREATE UNIQUE INDEX "IntegrityTarget_code_key" ON "IntegrityTarget"("code");

-- Everybody reads them; they come with the documents, and nobody changes them here.
ALTER TABLE "IntegrityTarget" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "IntegrityTarget" FORCE ROW LEVEL SECURITY;
CREATE POLICY read_all ON "IntegrityTarget" FOR SELECT USING (true);
CREATE POLICY owner_writes ON "IntegrityTarget" TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON "IntegrityTarget" TO registry_app;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "IntegrityTarget" FOR EACH ROW EXECUTE FUNCTION app.audit();
