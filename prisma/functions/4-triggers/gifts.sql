-- A gift report is read by its agency and, once confirmed, by the centre; never by analysts, who have the figures of the year.
CREATE OR REPLACE FUNCTION app.disclose_confidential_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.disclosure := app.disclosure_of_confidential_entry(NEW.status);
  RETURN NEW;
END $$;

-- A half-year has reports or the statement that there was none, never both. Of two that are written at once the later waits here, and sees the other.
CREATE OR REPLACE FUNCTION app.keep_gift_periods() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
CREATE OR REPLACE FUNCTION app.count_gift_year(agency uuid, year integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
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

CREATE OR REPLACE FUNCTION app.count_gifts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
