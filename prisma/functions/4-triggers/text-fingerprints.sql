-- Keeps the fingerprints of titles, with the owner's rights, as the application has none on "TextFingerprint". The argument is the kind.
CREATE OR REPLACE FUNCTION app.keep_fingerprint() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  agency uuid;
  disclosed smallint;
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "TextFingerprint" WHERE id = OLD.id;
    RETURN NULL;
  END IF;
  IF TG_TABLE_NAME = 'LibraryRisk' THEN
    disclosed := app.disclosure_of_library_risk(NEW.status);
  ELSE
    agency := NEW."agencyId";
    disclosed := NEW.disclosure;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."titleTh" = OLD."titleTh" THEN
    UPDATE "TextFingerprint" SET disclosure = disclosed WHERE id = NEW.id AND disclosure <> disclosed;
  ELSE
    INSERT INTO "TextFingerprint" (id, "agencyId", disclosure, kind, identity, size, bits, bands)
    SELECT NEW.id, agency, disclosed, TG_ARGV[0]::"FingerprintKind", f.identity, f.size, f.bits, f.bands FROM app.fingerprint_of(NEW."titleTh") f
    ON CONFLICT (id) DO UPDATE SET disclosure = excluded.disclosure, identity = excluded.identity, size = excluded.size, bits = excluded.bits,
      bands = excluded.bands;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.keep_fingerprint() FROM PUBLIC;
