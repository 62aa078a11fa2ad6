-- What agencies set out to do about each indicator of the ITA, and what they did (document 004; docs/decisions/0060).

-- CreateEnum
CREATE TYPE "ResultFrequency" AS ENUM ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY');

-- CreateTable
CREATE TABLE "Guideline" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "fiscalYear" INTEGER NOT NULL,
    "indicatorNumber" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "textTh" TEXT NOT NULL,
    "textEn" TEXT,
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

    CONSTRAINT "Guideline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuidelineResult" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "fiscalYear" INTEGER NOT NULL,
    "indicatorNumber" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "isNumbered" BOOLEAN NOT NULL DEFAULT true,
    "guidelineId" UUID,
    "textTh" TEXT NOT NULL,
    "textEn" TEXT,
    "frequency" "ResultFrequency",
    "operator" "IndicatorOperator",
    "threshold" DECIMAL(15,2),
    "unit" TEXT,
    "unitTh" TEXT,
    "systemNamed" TEXT,
    "listCount" INTEGER,
    "responsibleUnitId" UUID,
    "responsiblePositionId" UUID,
    "evidenceUrls" TEXT[] DEFAULT ARRAY[]::TEXT[],
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

    CONSTRAINT "GuidelineResult_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuidelineResultPart" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "resultId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "textTh" TEXT NOT NULL,
    "textEn" TEXT,
    "reportYear" INTEGER,
    "frequency" "ResultFrequency",

    CONSTRAINT "GuidelineResultPart_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Guideline_disclosure_agencyId_idx" ON "Guideline"("disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Guideline_agencyId_id_key" ON "Guideline"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Guideline_agencyId_fiscalYear_indicatorNumber_number_key" ON "Guideline"("agencyId", "fiscalYear", "indicatorNumber", "number");

-- CreateIndex
CREATE INDEX "GuidelineResult_agencyId_guidelineId_idx" ON "GuidelineResult"("agencyId", "guidelineId");

-- CreateIndex
CREATE INDEX "GuidelineResult_agencyId_responsibleUnitId_idx" ON "GuidelineResult"("agencyId", "responsibleUnitId");

-- CreateIndex
CREATE INDEX "GuidelineResult_agencyId_responsiblePositionId_idx" ON "GuidelineResult"("agencyId", "responsiblePositionId");

-- CreateIndex
CREATE INDEX "GuidelineResult_disclosure_agencyId_idx" ON "GuidelineResult"("disclosure", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "GuidelineResult_agencyId_id_key" ON "GuidelineResult"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "GuidelineResult_agencyId_fiscalYear_indicatorNumber_number_key" ON "GuidelineResult"("agencyId", "fiscalYear", "indicatorNumber", "number");

-- CreateIndex
CREATE UNIQUE INDEX "GuidelineResultPart_agencyId_id_key" ON "GuidelineResultPart"("agencyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "GuidelineResultPart_agencyId_resultId_number_key" ON "GuidelineResultPart"("agencyId", "resultId", "number");

-- AddForeignKey
ALTER TABLE "Guideline" ADD CONSTRAINT "Guideline_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuidelineResult" ADD CONSTRAINT "GuidelineResult_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuidelineResult" ADD CONSTRAINT "GuidelineResult_agencyId_guidelineId_fkey" FOREIGN KEY ("agencyId", "guidelineId") REFERENCES "Guideline"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuidelineResult" ADD CONSTRAINT "GuidelineResult_agencyId_responsibleUnitId_fkey" FOREIGN KEY ("agencyId", "responsibleUnitId") REFERENCES "Unit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuidelineResult" ADD CONSTRAINT "GuidelineResult_agencyId_responsiblePositionId_fkey" FOREIGN KEY ("agencyId", "responsiblePositionId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuidelineResultPart" ADD CONSTRAINT "GuidelineResultPart_agencyId_resultId_fkey" FOREIGN KEY ("agencyId", "resultId") REFERENCES "GuidelineResult"("agencyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Guideline" ADD CONSTRAINT fiscal_year CHECK ("fiscalYear" BETWEEN 2500 AND 2700), ADD CONSTRAINT numbers_from_one CHECK (number >= 1 AND "indicatorNumber" >= 1);
ALTER TABLE "GuidelineResult"
  ADD CONSTRAINT fiscal_year CHECK ("fiscalYear" BETWEEN 2500 AND 2700),
  ADD CONSTRAINT numbers_from_one CHECK (number >= 1 AND "indicatorNumber" >= 1 AND "listCount" >= 1),
  ADD CONSTRAINT threshold_is_compared CHECK ((threshold IS NULL) = (operator IS NULL));
ALTER TABLE "GuidelineResultPart" ADD CONSTRAINT number_from_one CHECK (number >= 1);
ALTER TABLE "Guideline" ALTER COLUMN "textTh" TYPE text COLLATE "th-x-icu";
ALTER TABLE "GuidelineResult" ALTER COLUMN "textTh" TYPE text COLLATE "th-x-icu";
ALTER TABLE "GuidelineResultPart" ALTER COLUMN "textTh" TYPE text COLLATE "th-x-icu";

CALL app.keep_as_entry('Guideline');
CALL app.keep_as_entry('GuidelineResult');
CALL app.keep_as_part_of_entry('GuidelineResultPart', 'GuidelineResult', 'resultId');
