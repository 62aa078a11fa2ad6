-- How texts are searched and compared, on any server: nothing here depends on a locale, which may know no Thai (C) or cut it otherwise.
--   app.folded_text(text)             small letters, Arabic digits, one blank for all that is neither a letter nor a digit
--   app.text_grams(text)              the runs of three characters of the folded text, as numbers, each once and in order
-- A text is given as it is stored: in its one spelling (app.clean_text). packages/schema/src/base/folded-text.logic.ts folds in the same way.
-- Making grams takes 1 µs a character, comparing 90 with 90 takes 30 µs: keep the grams of a text that is compared often. `grams && $1` and
-- `grams @> $1` go by an index (`USING gin (grams)`), but not behind a policy: its operators are not leakproof (decision 49).

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

-- The folded words of a record: what it is called, a line break, what else it says. A blank stands at both ends of each word.
CREATE OR REPLACE FUNCTION app.searched_text(called text, says text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT ' ' || app.folded_text(called) || E' \n ' || app.folded_text(says) || ' '
$$;

-- The words of an agency, which are public: they are read from the agency itself, by the index of their grams.
CREATE OR REPLACE FUNCTION app.agency_called(code text, name_th text, name_en text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT name_th || ' ' || name_en || ' ' || code
$$;
