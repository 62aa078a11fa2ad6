-- What agencies make public, by the five topics of document 000, project 6; procurement summaries are due every month (docs/decisions/0058).

CREATE TYPE "DisclosureTopic" AS ENUM ('BASIC_INFORMATION', 'ADMINISTRATION', 'BUDGET', 'HUMAN_RESOURCES', 'TRANSPARENCY');

CREATE TABLE "PublicItem" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "topic" "DisclosureTopic" NOT NULL,
    "titleTh" TEXT NOT NULL,
    "titleEn" TEXT,
    "summaryMonth" DATE,
    "currentOn" DATE NOT NULL,
    "unitId" UUID,
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

    CONSTRAINT "PublicItem_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "PublicItem_agencyId_id_key" ON "PublicItem"("agencyId", "id");
CREATE UNIQUE INDEX "PublicItem_agencyId_summaryMonth_key" ON "PublicItem"("agencyId", "summaryMonth");
CREATE INDEX "PublicItem_agencyId_topic_idx" ON "PublicItem"("agencyId", "topic");
CREATE INDEX "PublicItem_agencyId_unitId_idx" ON "PublicItem"("agencyId", "unitId");
CREATE INDEX "PublicItem_disclosure_agencyId_idx" ON "PublicItem"("disclosure", "agencyId");

ALTER TABLE "PublicItem"
  ADD CONSTRAINT "PublicItem_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PublicItem_agencyId_unitId_fkey" FOREIGN KEY ("agencyId", "unitId") REFERENCES "Unit"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT month_by_its_first_day CHECK (extract(day FROM "summaryMonth") = 1),
  ADD CONSTRAINT summaries_are_about_the_budget CHECK ("summaryMonth" IS NULL OR topic = 'BUDGET');
ALTER TABLE "PublicItem" ALTER COLUMN "titleTh" TYPE text COLLATE "th-x-icu";

CALL app.keep_as_entry('PublicItem');

-- What is published is brought up to date where it stands: the day up to which it is current changes at any time.
CREATE OR REPLACE TRIGGER keep_content BEFORE UPDATE ON "PublicItem" FOR EACH ROW WHEN (OLD.status NOT IN ('DRAFT', 'CORRECTING'))
  EXECUTE FUNCTION app.keep_content('{version,updatedAt,disclosure,status,publishedOn,publicationChannels,publicationAddress,currentOn}');
