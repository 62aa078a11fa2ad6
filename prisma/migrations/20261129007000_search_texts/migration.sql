-- The words of every record as they are searched, kept by the database: one row for each record, whatever its kind, so that one statement asks
-- all of them (docs/decisions/0049). The functions are here in their first body; prisma/functions has them from now on.

CREATE TYPE "SearchKind" AS ENUM ('PLAN', 'PROJECT', 'SWOT_ITEM', 'RISK_REGISTER', 'RISK', 'MITIGATION', 'DELEGATION_ORDER', 'DELEGATED_POWER',
  'FINDING', 'LIBRARY_RISK', 'AGENCY');

CREATE TABLE "SearchText" (
    "id" UUID NOT NULL,
    "agencyId" UUID,
    "disclosure" SMALLINT NOT NULL,
    "kind" "SearchKind" NOT NULL,
    "year" INTEGER,
    "words" TEXT NOT NULL,

    CONSTRAINT "SearchText_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "SearchText_agencyId_kind_idx" ON "SearchText"("agencyId", "kind");

-- Read like the records themselves; written by the database alone. Derived, hence not audited.
ALTER TABLE "SearchText" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SearchText" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "SearchText" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY city_reads_disclosed ON "SearchText" FOR SELECT USING (disclosure >= (SELECT app.floor()));
CREATE POLICY agency_reads_offered ON "SearchText" FOR SELECT
  USING ("agencyId" IS NULL AND disclosure >= 2 AND (SELECT app.agency()) IS NOT NULL);
CREATE POLICY owner_keeps ON "SearchText" TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON "SearchText" TO registry_app;

CREATE OR REPLACE FUNCTION app.folded_text(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000 SET search_path = pg_catalog, pg_temp AS $$
  SELECT btrim(regexp_replace(translate(lower(given COLLATE "C"), '๐๑๒๓๔๕๖๗๘๙', '0123456789'),
    -- ASCII and Latin-1 but letters and digits; the signs of Thai (abbreviation, baht, repetition, ends); punctuation and symbols.
    '[\n\u0020-\u002F\u003A-\u0060\u007B-\u00BF\u00D7\u00F7\u0E2F\u0E3F\u0E46\u0E4F\u0E5A\u0E5B\u2000-\u2BFF\u3000-\u303F\uFF00-\uFF0F]+', ' ', 'g'))
$$;

-- A character is ten bits of its number: Thai and ASCII have each their own, the rest of the world shares what is left.
CREATE OR REPLACE FUNCTION app.text_grams(given text) RETURNS int[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 5000 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  letters CONSTANT int[] := ARRAY(SELECT ascii(letter) & 1023 FROM unnest(string_to_array(' ' || app.folded_text(given) || ' ', NULL)) letter);
BEGIN
  RETURN ARRAY(SELECT DISTINCT (letters[i] << 20) | (letters[i + 1] << 10) | letters[i + 2]
    FROM generate_series(1, cardinality(letters) - 2) i ORDER BY 1);
END $$;

CREATE OR REPLACE FUNCTION app.shared_grams(one int[], other int[]) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT count(*)::int FROM (SELECT unnest(one) INTERSECT SELECT unnest(other)) shared
$$;

CREATE OR REPLACE FUNCTION app.gram_similarity(one int[], other int[]) RETURNS real LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(shared::real / nullif(cardinality(one) + cardinality(other) - shared, 0), 0) FROM (SELECT app.shared_grams(one, other) AS shared) found
$$;
-- The folded words of a record: what it is called, a line break, what else it says. A blank stands at both ends of each word.
CREATE OR REPLACE FUNCTION app.searched_text(called text, says text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT ' ' || app.folded_text(called) || E' \n ' || app.folded_text(says) || ' '
$$;

-- The words of an agency, which are public: they are read from the agency itself, by the index of their grams.
CREATE OR REPLACE FUNCTION app.agency_called(code text, name_th text, name_en text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT name_th || ' ' || name_en || ' ' || code
$$;

-- What is searched of each kind of record: what it is called, and what else it says, in the words that everybody reads who may read the record.
-- A field that only some of them may read does not belong here.
CREATE OR REPLACE VIEW app.search_source WITH (security_invoker = true) AS
SELECT id, "agencyId", disclosure, kind, year, app.searched_text(called, says) AS words FROM (
  SELECT id, "agencyId", disclosure, 'PLAN'::"SearchKind" AS kind, "fiscalYearTo" AS year,
    concat_ws(' ', "titleTh", "titleEn", "printedTitle") AS called, concat_ws(' ', "noteTh", "noteEn", "fiscalYearFrom", "fiscalYearTo") AS says
  FROM "Plan"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'PROJECT', "fiscalYears"[cardinality("fiscalYears")],
    concat_ws(' ', "titleTh", "titleEn", "printedTitle", "printedCode"),
    concat_ws(' ', "objectivesTh", "objectivesEn", "rationaleTh", "rationaleEn", array_to_string("fiscalYears", ' '))
  FROM "Project"
  UNION ALL
  SELECT i.id, i."agencyId", i.disclosure, 'SWOT_ITEM', a."fiscalYear", concat_ws(' ', i."textTh", i."textEn"), a."fiscalYear"::text
  FROM "SwotItem" i JOIN "SwotAnalysis" a ON a."agencyId" = i."agencyId" AND a.id = i."analysisId"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'RISK_REGISTER', "fiscalYear", 'ทะเบียนความเสี่ยงการทุจริต ' || "fiscalYear",
    concat_ws(' ', 'corruption risk register', "noteTh", "noteEn")
  FROM "RiskRegister"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'RISK', "fiscalYear", concat_ws(' ', "titleTh", "titleEn", code),
    concat_ws(' ', "noteTh", "actorTh", "actorEn", "fiscalYear")
  FROM "Risk"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'MITIGATION', "fiscalYear", concat_ws(' ', "measureTh", "measureEn"), "fiscalYear"::text FROM "Mitigation"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'DELEGATION_ORDER', year, concat_ws(' ', "titleTh", "orderNo", year),
    concat_ws(' ', "legalBasisTh", "circularNo", "announcementNo")
  FROM "DelegationOrder"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'DELEGATED_POWER', NULL, "subjectTh", coalesce("conditionsTh", '') FROM "DelegatedPower"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'FINDING', "fiscalYear", concat_ws(' ', "messageTh", "messageEn", code), concat_ws(' ', "basisTh", "fiscalYear")
  FROM "Finding"
  UNION ALL
  -- What the library offers is for every agency; a draft is the centre's own.
  SELECT id, NULL, CASE status WHEN 'DRAFT' THEN 1 ELSE 2 END::smallint, 'LIBRARY_RISK', NULL, concat_ws(' ', "titleTh", "titleEn", code),
    coalesce("descriptionTh", '')
  FROM "LibraryRisk"
) source;

-- Keeps the words of records as they are searched. Each table has a function of its own, whose statement is planned once per connection; they
-- write with the owner's rights, as the application has none on "SearchText".
CREATE OR REPLACE PROCEDURE app.write_search_function(record text, kind "SearchKind") LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS %L', 'search_' || record, format(
      'BEGIN
         INSERT INTO "SearchText" AS kept (id, "agencyId", disclosure, kind, year, words)
         SELECT id, "agencyId", disclosure, kind, year, words FROM app.search_source WHERE kind = %L AND id = NEW.id
         ON CONFLICT (id) DO UPDATE SET disclosure = excluded.disclosure, year = excluded.year, words = excluded.words;
         RETURN NULL;
       END', kind));
  EXECUTE format('REVOKE ALL ON FUNCTION app.%I() FROM PUBLIC', 'search_' || record);
END $$;
REVOKE ALL ON PROCEDURE app.write_search_function(text, "SearchKind") FROM PUBLIC;

DO $$
BEGIN
  CALL app.write_search_function('Plan', 'PLAN');
  CALL app.write_search_function('Project', 'PROJECT');
  CALL app.write_search_function('SwotItem', 'SWOT_ITEM');
  CALL app.write_search_function('RiskRegister', 'RISK_REGISTER');
  CALL app.write_search_function('Risk', 'RISK');
  CALL app.write_search_function('Mitigation', 'MITIGATION');
  CALL app.write_search_function('DelegationOrder', 'DELEGATION_ORDER');
  CALL app.write_search_function('DelegatedPower', 'DELEGATED_POWER');
  CALL app.write_search_function('Finding', 'FINDING');
  CALL app.write_search_function('LibraryRisk', 'LIBRARY_RISK');
END $$;

CREATE OR REPLACE FUNCTION app.disclose_search_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  UPDATE "SearchText" SET disclosure = NEW.disclosure WHERE id = NEW.id AND disclosure <> NEW.disclosure;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.disclose_search_text() FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.end_search_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  DELETE FROM "SearchText" WHERE id = OLD.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.end_search_text() FROM PUBLIC;

DO $$
DECLARE r record;
BEGIN
  FOR r IN SELECT * FROM (VALUES
    ('Plan', '"titleTh", "titleEn", "printedTitle", "noteTh", "noteEn", "fiscalYearFrom", "fiscalYearTo"'),
    ('Project', '"titleTh", "titleEn", "printedTitle", "printedCode", "objectivesTh", "objectivesEn", "rationaleTh", "rationaleEn", "fiscalYears"'),
    ('SwotItem', '"textTh", "textEn"'),
    ('RiskRegister', '"fiscalYear", "noteTh", "noteEn"'),
    ('Risk', '"titleTh", "titleEn", code, "noteTh", "actorTh", "actorEn", "fiscalYear"'),
    ('Mitigation', '"measureTh", "measureEn", "fiscalYear"'),
    ('DelegationOrder', '"titleTh", "orderNo", year, "legalBasisTh", "circularNo", "announcementNo"'),
    ('DelegatedPower', '"subjectTh", "conditionsTh"'),
    ('Finding', '"messageTh", "messageEn", code, "basisTh", "fiscalYear"'),
    ('LibraryRisk', '"titleTh", "titleEn", code, "descriptionTh", status')
  ) AS searched (record, columns) LOOP
    EXECUTE format('CREATE TRIGGER search_text AFTER INSERT OR UPDATE OF %s ON %I FOR EACH ROW EXECUTE FUNCTION app.%I()',
      r.columns, r.record, 'search_' || r.record);
    EXECUTE format('CREATE TRIGGER end_search_text AFTER DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.end_search_text()', r.record);
    IF r.record <> 'LibraryRisk' THEN
      EXECUTE format('CREATE TRIGGER disclose_search_text AFTER UPDATE OF disclosure ON %I FOR EACH ROW EXECUTE FUNCTION app.disclose_search_text()',
        r.record);
    END IF;
  END LOOP;
END $$;

CREATE INDEX "Agency_called_grams_idx" ON "Agency" USING gin (app.text_grams(app.agency_called(code, "nameTh", "nameEn")));

-- Not even the owner reads round the policies: for the length of this it reads as a city role whose floor is the ground.
DO $$
BEGIN
  PERFORM set_config('app.floor', '0', true);
  INSERT INTO "SearchText" (id, "agencyId", disclosure, kind, year, words)
  SELECT id, "agencyId", disclosure, kind, year, words FROM app.search_source;
  PERFORM set_config('app.floor', '', true);
END $$;
