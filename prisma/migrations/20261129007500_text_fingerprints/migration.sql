-- The fingerprints of what risks, projects and risks of the library are called, kept by the database, so that similar ones are found in one
-- statement (docs/decisions/0055). The functions are here in their first body; prisma/functions has them from now on.

CREATE TYPE "FingerprintKind" AS ENUM ('RISK', 'PROJECT', 'LIBRARY_RISK');

CREATE TABLE "TextFingerprint" (
    "id" UUID NOT NULL,
    "agencyId" UUID,
    "disclosure" SMALLINT NOT NULL,
    "kind" "FingerprintKind" NOT NULL,
    "identity" BIGINT NOT NULL,
    "size" SMALLINT NOT NULL,
    "bits" BIT(2048) NOT NULL,
    "bands" INTEGER[],

    CONSTRAINT "TextFingerprint_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "TextFingerprint_agencyId_kind_idx" ON "TextFingerprint"("agencyId", "kind");

-- Read like the records themselves; written by the database alone. Derived, hence not audited.
ALTER TABLE "TextFingerprint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TextFingerprint" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "TextFingerprint" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY city_reads_disclosed ON "TextFingerprint" FOR SELECT USING (disclosure >= (SELECT app.floor()));
CREATE POLICY agency_reads_offered ON "TextFingerprint" FOR SELECT
  USING ("agencyId" IS NULL AND disclosure >= 2 AND (SELECT app.agency()) IS NOT NULL);
CREATE POLICY owner_keeps ON "TextFingerprint" TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON "TextFingerprint" TO registry_app;

CREATE OR REPLACE FUNCTION app.folded_text(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT btrim(regexp_replace(translate(lower(given COLLATE "C"), '๐๑๒๓๔๕๖๗๘๙', '0123456789'),
    -- ASCII and Latin-1 but letters and digits; the signs of Thai (abbreviation, baht, repetition, ends); punctuation and symbols.
    '[\n\u0020-\u002F\u003A-\u0060\u007B-\u00BF\u00D7\u00F7\u0E2F\u0E3F\u0E46\u0E4F\u0E5A\u0E5B\u2000-\u2BFF\u3000-\u303F\uFF00-\uFF0F]+', ' ', 'g'))
$$;

-- A character is ten bits of its number: Thai and ASCII have each their own, the rest of the world shares what is left.
CREATE OR REPLACE FUNCTION app.text_grams(given text) RETURNS int[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  letters CONSTANT int[] := ARRAY(SELECT ascii(letter) & 1023 FROM unnest(string_to_array(' ' || app.folded_text(given) || ' ', NULL)) letter);
BEGIN
  RETURN ARRAY(SELECT DISTINCT (letters[i] << 20) | (letters[i + 1] << 10) | letters[i + 2]
    FROM generate_series(1, cardinality(letters) - 2) i ORDER BY 1);
END $$;

-- A gram takes the bit named by the upper eleven bits of its product by Knuth's multiplier.
CREATE OR REPLACE FUNCTION app.text_fingerprint(given text) RETURNS bit LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  bits bit(2048) := B'0'::bit(2048);
  gram int;
BEGIN
  FOREACH gram IN ARRAY app.text_grams(given) LOOP
    bits := set_bit(bits, (((gram::bigint * 2654435761) & 4294967295) >> 21)::int, 1);
  END LOOP;
  RETURN bits;
END $$;

-- Of sixteen parts of the bits, a band tells where three have their first bit. Two texts have a band in common with the probability of their
-- similarity to the third power, and there are five.
CREATE OR REPLACE FUNCTION app.fingerprint_bands(bits bit) RETURNS int[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT array_agg(band ORDER BY band) FROM (
    SELECT sum(position(B'1' IN substring(bits FROM 128 * part + 1 FOR 128)) << (8 * (part % 3)))::int + ((part / 3) << 24) AS band
    FROM generate_series(0, 14) part GROUP BY part / 3) bands
$$;

CREATE OR REPLACE FUNCTION app.fingerprint_of(given text) RETURNS TABLE (identity bigint, size smallint, bits bit, bands int[])
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT hashtextextended(app.folded_text(given), 0), bit_count(made.bits)::smallint, made.bits, app.fingerprint_bands(made.bits)
  FROM (SELECT app.text_fingerprint(given) AS bits OFFSET 0) made
$$;

CREATE OR REPLACE FUNCTION app.disclosure_of_library_risk(status "LibraryRiskStatus") RETURNS smallint LANGUAGE sql IMMUTABLE
RETURN CASE status WHEN 'DRAFT' THEN 1 ELSE 2 END::smallint;

-- The texts whose fingerprints are kept: what risks and projects are called in Thai, which everybody reads who may read the record.
-- What the library offers is for every agency; a draft is the centre's own.
CREATE OR REPLACE VIEW app.fingerprint_source WITH (security_invoker = true) AS
SELECT id, "agencyId", disclosure, 'RISK'::"FingerprintKind" AS kind, "titleTh" AS text FROM "Risk"
UNION ALL
SELECT id, "agencyId", disclosure, 'PROJECT', "titleTh" FROM "Project"
UNION ALL
SELECT id, NULL, app.disclosure_of_library_risk(status), 'LIBRARY_RISK', "titleTh" FROM "LibraryRisk";

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

CREATE TRIGGER keep_fingerprint AFTER INSERT OR DELETE OR UPDATE OF "titleTh", disclosure ON "Risk"
  FOR EACH ROW EXECUTE FUNCTION app.keep_fingerprint('RISK');
CREATE TRIGGER keep_fingerprint AFTER INSERT OR DELETE OR UPDATE OF "titleTh", disclosure ON "Project"
  FOR EACH ROW EXECUTE FUNCTION app.keep_fingerprint('PROJECT');
CREATE TRIGGER keep_fingerprint AFTER INSERT OR DELETE OR UPDATE OF "titleTh", status ON "LibraryRisk"
  FOR EACH ROW EXECUTE FUNCTION app.keep_fingerprint('LIBRARY_RISK');

-- Not even the owner reads round the policies: for the length of this it reads as a city role whose floor is the ground.
DO $$
BEGIN
  PERFORM set_config('app.floor', '0', true), set_config('app.duty', 'centre', true);
  INSERT INTO "TextFingerprint" (id, "agencyId", disclosure, kind, identity, size, bits, bands)
  SELECT s.id, s."agencyId", s.disclosure, s.kind, f.identity, f.size, f.bits, f.bands
  FROM app.fingerprint_source s CROSS JOIN LATERAL app.fingerprint_of(s.text) f;
  PERFORM set_config('app.floor', '', true), set_config('app.duty', '', true);
END $$;
