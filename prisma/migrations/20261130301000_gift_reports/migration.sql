-- Gifts and benefits that were received or offered, by position and never by name; the statement that there was none; and the figures of a year that may
-- be told (docs/decisions/0059). The bodies are kept in prisma/functions.

CREATE FUNCTION app.disclosure_of_confidential_entry(status "EntryStatus") RETURNS smallint LANGUAGE sql IMMUTABLE
RETURN CASE status WHEN 'DRAFT' THEN 0 ELSE 1 END::smallint;

CREATE FUNCTION app.small_cell() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 5;

CREATE OR REPLACE FUNCTION app.fiscal_year_of(day date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN extract(year FROM day + interval '3 months')::int + 543;

CREATE FUNCTION app.half_of(day date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN extract(month FROM day) BETWEEN 4 AND 9 THEN 2 ELSE 1 END;

CREATE FUNCTION app.told_count(count integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN count >= app.small_cell() OR count = 0 THEN count END;

CREATE FUNCTION app.told_counts(counts integer[]) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (SELECT bool_and(app.told_count(n) IS NOT NULL) FROM unnest(counts) n) THEN counts
  ELSE array_fill(NULL::integer, ARRAY[cardinality(counts)]) END;

CREATE TYPE "GiverKind" AS ENUM ('CITIZEN', 'BUSINESS', 'STATE_AGENCY', 'CIVIL_SOCIETY', 'FOREIGN', 'COLLEAGUE', 'UNKNOWN');

CREATE TYPE "BenefitKind" AS ENUM ('MONEY', 'GOODS', 'FOOD', 'ENTERTAINMENT', 'TRAVEL', 'ACCOMMODATION', 'TICKET', 'DISCOUNT', 'PRIVILEGE', 'FACILITATION_PAYMENT', 'OTHER');

CREATE TYPE "GiftOccasion" AS ENUM ('NEW_YEAR', 'SONGKRAN', 'RELIGIOUS_FESTIVAL', 'FAMILY_EVENT', 'OFFICIAL_VISIT', 'SERVICE_OR_PERMIT', 'INSPECTION', 'PROCUREMENT', 'APPOINTMENT_OR_TRANSFER', 'OTHER');

CREATE TYPE "GiftValueBand" AS ENUM ('UP_TO_1000', 'UP_TO_3000', 'UP_TO_10000', 'ABOVE_10000', 'NOT_VALUED');

CREATE TYPE "GiftOutcome" AS ENUM ('REFUSED', 'RETURNED', 'HANDED_OVER', 'KEPT');

CREATE TABLE "GiftReport" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 0,
    "positionId" UUID NOT NULL,
    "offeredOn" DATE NOT NULL,
    "receivedOn" DATE,
    "fiscalYear" INTEGER NOT NULL,
    "half" INTEGER NOT NULL,
    "giver" "GiverKind" NOT NULL,
    "benefit" "BenefitKind" NOT NULL,
    "occasion" "GiftOccasion" NOT NULL,
    "valueBand" "GiftValueBand" NOT NULL,
    "outcome" "GiftOutcome" NOT NULL,
    "settledOn" DATE,
    "status" "EntryStatus" NOT NULL DEFAULT 'DRAFT',
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GiftReport_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "NoGiftStatement" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 1,
    "fiscalYear" INTEGER NOT NULL,
    "half" INTEGER NOT NULL,
    "statedOn" DATE NOT NULL,
    "origin" "Origin" NOT NULL DEFAULT 'USER',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NoGiftStatement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "GiftYear" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 2,
    "fiscalYear" INTEGER NOT NULL,
    "total" INTEGER,
    "refused" INTEGER,
    "returned" INTEGER,
    "handedOver" INTEGER,
    "kept" INTEGER,
    "halvesWithNone" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "GiftYear_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "GiftReport_agencyId_fiscalYear_half_idx" ON "GiftReport"("agencyId", "fiscalYear", "half");

CREATE INDEX "GiftReport_agencyId_positionId_idx" ON "GiftReport"("agencyId", "positionId");

CREATE INDEX "GiftReport_disclosure_agencyId_idx" ON "GiftReport"("disclosure", "agencyId");

CREATE UNIQUE INDEX "GiftReport_agencyId_id_key" ON "GiftReport"("agencyId", "id");

CREATE INDEX "NoGiftStatement_disclosure_agencyId_idx" ON "NoGiftStatement"("disclosure", "agencyId");

CREATE UNIQUE INDEX "NoGiftStatement_agencyId_id_key" ON "NoGiftStatement"("agencyId", "id");

CREATE UNIQUE INDEX "NoGiftStatement_agencyId_fiscalYear_half_key" ON "NoGiftStatement"("agencyId", "fiscalYear", "half");

CREATE INDEX "GiftYear_disclosure_agencyId_idx" ON "GiftYear"("disclosure", "agencyId");

CREATE UNIQUE INDEX "GiftYear_agencyId_id_key" ON "GiftYear"("agencyId", "id");

CREATE UNIQUE INDEX "GiftYear_agencyId_fiscalYear_key" ON "GiftYear"("agencyId", "fiscalYear");

ALTER TABLE "GiftReport" ADD CONSTRAINT "GiftReport_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "GiftReport" ADD CONSTRAINT "GiftReport_agencyId_positionId_fkey" FOREIGN KEY ("agencyId", "positionId") REFERENCES "Position"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "NoGiftStatement" ADD CONSTRAINT "NoGiftStatement_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "GiftYear" ADD CONSTRAINT "GiftYear_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A gift report is read by its agency and, once confirmed, by the centre; never by analysts, who have the figures of the year.
CREATE FUNCTION app.disclose_confidential_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.disclosure := app.disclosure_of_confidential_entry(NEW.status);
  RETURN NEW;
END $$;

-- A half-year has reports or the statement that there was none, never both. Of two that are written at once the later waits here, and sees the other.
CREATE FUNCTION app.keep_gift_periods() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(format('gift period %s %s %s', NEW."agencyId", NEW."fiscalYear", NEW.half), 0));
  IF (CASE TG_TABLE_NAME
    WHEN 'GiftReport' THEN EXISTS (SELECT 1 FROM "NoGiftStatement" s
      WHERE s."agencyId" = NEW."agencyId" AND s."fiscalYear" = NEW."fiscalYear" AND s.half = NEW.half)
    ELSE EXISTS (SELECT 1 FROM "GiftReport" r
      WHERE r."agencyId" = NEW."agencyId" AND r."fiscalYear" = NEW."fiscalYear" AND r.half = NEW.half) END)
  THEN
    RAISE EXCEPTION 'a half-year has gift reports or the statement that there was none' USING ERRCODE = 'RG423';
  END IF;
  RETURN NEW;
END $$;

-- The figures of a year that may be told, from its confirmed reports. With the owner's rights: the application does not write them.
CREATE FUNCTION app.count_gift_year(agency uuid, year integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  counts integer[] := (SELECT ARRAY[count(*) FILTER (WHERE outcome = 'REFUSED'), count(*) FILTER (WHERE outcome = 'RETURNED'),
    count(*) FILTER (WHERE outcome = 'HANDED_OVER'), count(*) FILTER (WHERE outcome = 'KEPT')]
    FROM "GiftReport" WHERE "agencyId" = agency AND "fiscalYear" = year AND status <> 'DRAFT');
  told integer[] := app.told_counts(counts);
  sum_of_all integer := counts[1] + counts[2] + counts[3] + counts[4];
  none integer[] := (SELECT coalesce(array_agg(half ORDER BY half), '{}') FROM "NoGiftStatement" WHERE "agencyId" = agency AND "fiscalYear" = year);
BEGIN
  IF sum_of_all = 0 AND none = '{}' THEN
    DELETE FROM "GiftYear" WHERE "agencyId" = agency AND "fiscalYear" = year;
    RETURN;
  END IF;
  INSERT INTO "GiftYear" AS kept (id, "agencyId", "fiscalYear", total, refused, returned, "handedOver", kept, "halvesWithNone")
  VALUES (gen_random_uuid(), agency, year, app.told_count(sum_of_all), told[1], told[2], told[3], told[4], none)
  ON CONFLICT ("agencyId", "fiscalYear") DO UPDATE SET total = excluded.total, refused = excluded.refused, returned = excluded.returned,
    "handedOver" = excluded."handedOver", kept = excluded.kept, "halvesWithNone" = excluded."halvesWithNone"
  WHERE (kept.total, kept.refused, kept.returned, kept."handedOver", kept.kept, kept."halvesWithNone")
    IS DISTINCT FROM (excluded.total, excluded.refused, excluded.returned, excluded."handedOver", excluded.kept, excluded."halvesWithNone");
END $$;
REVOKE ALL ON FUNCTION app.count_gift_year(uuid, integer) FROM PUBLIC;

CREATE FUNCTION app.count_gifts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    PERFORM app.count_gift_year(NEW."agencyId", NEW."fiscalYear");
  END IF;
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND OLD."fiscalYear" <> NEW."fiscalYear") THEN
    PERFORM app.count_gift_year(OLD."agencyId", OLD."fiscalYear");
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.count_gifts() FROM PUBLIC;

ALTER TABLE "GiftReport"
  ADD CONSTRAINT received_after_offer CHECK ("receivedOn" >= "offeredOn"),
  ADD CONSTRAINT settled_after_gift CHECK ("settledOn" >= coalesce("receivedOn", "offeredOn")),
  ADD CONSTRAINT refused_or_received CHECK ((outcome = 'REFUSED') = ("receivedOn" IS NULL)),
  ADD CONSTRAINT in_its_period CHECK ("fiscalYear" = app.fiscal_year_of("offeredOn") AND half = app.half_of("offeredOn"));
ALTER TABLE "NoGiftStatement" ADD CONSTRAINT one_of_two_halves CHECK (half IN (1, 2));

-- A gift report lives like any other entry, but analysts never read it.
CALL app.keep_as_entry('GiftReport');
DROP TRIGGER disclose ON "GiftReport";
CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON "GiftReport" FOR EACH ROW EXECUTE FUNCTION app.disclose_confidential_entry();
CREATE TRIGGER keep_gift_periods BEFORE INSERT OR UPDATE OF "fiscalYear", half ON "GiftReport"
  FOR EACH ROW EXECUTE FUNCTION app.keep_gift_periods();
CREATE TRIGGER z_count_gifts AFTER INSERT OR UPDATE OR DELETE ON "GiftReport" FOR EACH ROW EXECUTE FUNCTION app.count_gifts();

-- A statement is made by an approver and read by the centre from then on; it is withdrawn as a whole.
ALTER TABLE "NoGiftStatement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "NoGiftStatement" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "NoGiftStatement" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY city_reads_disclosed ON "NoGiftStatement" FOR SELECT USING (disclosure >= (SELECT app.floor()));
CREATE POLICY agency_adds_own ON "NoGiftStatement" FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency()));
CREATE POLICY agency_removes_own ON "NoGiftStatement" FOR DELETE USING ("agencyId" = (SELECT app.agency()));
GRANT SELECT, INSERT, DELETE ON "NoGiftStatement" TO registry_app;
CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON "NoGiftStatement" FOR EACH ROW EXECUTE FUNCTION app.disclose_to_centre();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "NoGiftStatement" FOR EACH ROW EXECUTE FUNCTION app.audit();
CREATE TRIGGER keep_gift_periods BEFORE INSERT OR UPDATE ON "NoGiftStatement" FOR EACH ROW EXECUTE FUNCTION app.keep_gift_periods();
CREATE TRIGGER z_count_gifts AFTER INSERT OR UPDATE OR DELETE ON "NoGiftStatement" FOR EACH ROW EXECUTE FUNCTION app.count_gifts();

-- What may be told of a year is written by the database alone.
ALTER TABLE "GiftYear" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "GiftYear" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "GiftYear" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY city_reads_disclosed ON "GiftYear" FOR SELECT USING (disclosure >= (SELECT app.floor()));
CREATE POLICY owner_keeps ON "GiftYear" TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON "GiftYear" TO registry_app;
CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON "GiftYear" FOR EACH ROW EXECUTE FUNCTION app.disclose_structure();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "GiftYear" FOR EACH ROW EXECUTE FUNCTION app.audit();
