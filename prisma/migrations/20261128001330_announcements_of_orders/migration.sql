-- The announcement of an order is a paper of its own: its kind, number, date, who signed it and in which capacity, and where it is read
-- (docs/decisions/0026). Of what was announced before, only the channel and the day are on record: the rest stays empty.

CREATE TYPE "AnnouncementKind" AS ENUM ('ANNOUNCEMENT', 'STATEMENT', 'NEWS');
CREATE TYPE "SignerCapacity" AS ENUM ('HOLDER', 'ACTING', 'ON_BEHALF');

ALTER TABLE "DelegationOrder"
  ADD COLUMN "announcementKind" "AnnouncementKind",
  ADD COLUMN "announcementNo" TEXT,
  ADD COLUMN "announcementSignedById" UUID,
  ADD COLUMN "announcementSignerCapacity" "SignerCapacity",
  ADD COLUMN "announcementAddress" TEXT;

CREATE INDEX "DelegationOrder_agencyId_announcementSignedById_idx" ON "DelegationOrder"("agencyId", "announcementSignedById");
ALTER TABLE "DelegationOrder"
  ADD CONSTRAINT "DelegationOrder_agencyId_announcementSignedById_fkey" FOREIGN KEY ("agencyId", "announcementSignedById") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT announcement_is_whole CHECK (num_nonnulls("announcementKind", "announcementNo", "announcementSignedById",
    "announcementSignerCapacity", "announcementAddress") IN (0, 5)),
  ADD CONSTRAINT announcement_has_day CHECK ("announcementKind" IS NULL OR ("announcedOn" IS NOT NULL AND "announcedThrough" IS NOT NULL));

-- Its number and address are of one line, as core/line.logic.ts has them, too.
CREATE OR REPLACE FUNCTION app.is_line(name text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT name = ANY (ARRAY['code', 'printedCode', 'orderNo', 'circularNo', 'announcementNo', 'announcementAddress', 'version', 'frameworkVersion', 'mission', 'subMission',
    'name', 'nameTh', 'nameEn', 'orderNameTh', 'titleTh', 'titleEn', 'printedTitle', 'labelTh', 'labelEn',
    'subjectTh', 'subjectEn', 'actorTh', 'actorEn', 'partyTh', 'partyEn', 'announcedThrough',
    'unit', 'unitTh', 'colour', 'field', 'act', 'sourceDocument', 'sourceSection', 'evidenceUrls'])
$$;
