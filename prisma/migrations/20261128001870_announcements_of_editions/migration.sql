-- A publication has its announcement (docs/decisions/0031): kind, number where it bears one, day, who signed it and in which capacity, and where
-- it is read. What was published before has none on record, and stays without.
ALTER TABLE "Edition"
  ADD COLUMN "announcementKind" "AnnouncementKind",
  ADD COLUMN "announcementNo" TEXT,
  ADD COLUMN "announcedOn" DATE,
  ADD COLUMN "announcementSignedById" UUID,
  ADD COLUMN "announcementSignerTitleTh" TEXT,
  ADD COLUMN "announcementSignerCapacity" "SignerCapacity",
  ADD COLUMN "announcementAddress" TEXT;

CREATE INDEX "Edition_agencyId_announcementSignedById_idx" ON "Edition"("agencyId", "announcementSignedById");
ALTER TABLE "Edition"
  ADD CONSTRAINT "Edition_agencyId_announcementSignedById_fkey" FOREIGN KEY ("agencyId", "announcementSignedById") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT announcement_is_whole CHECK (num_nonnulls("announcementKind", "announcedOn", "announcementSignedById", "announcementSignerTitleTh",
    "announcementSignerCapacity", "announcementAddress") IN (0, 6)),
  ADD CONSTRAINT number_of_announcement CHECK ("announcementNo" IS NULL OR "announcementKind" IS NOT NULL),
  ADD CONSTRAINT announced_by_publication CHECK ("announcedOn" <= ("publishedAt" AT TIME ZONE 'Asia/Bangkok')::date);

-- Called for an edition without an announcement.
CREATE FUNCTION app.announce_edition() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_owner() THEN
    RAISE EXCEPTION 'nothing is published without its announcement' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER announce_edition BEFORE INSERT ON "Edition" FOR EACH ROW WHEN (NEW."announcementKind" IS NULL) EXECUTE FUNCTION app.announce_edition();
