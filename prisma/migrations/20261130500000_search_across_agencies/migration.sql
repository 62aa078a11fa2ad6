-- City roles search by an index of the words of all agencies (docs/decisions/0054). The function is here in its first body, as prisma/functions has
-- it: who gives it another meaning makes the index anew.

CREATE OR REPLACE FUNCTION app.search_lexemes(id uuid, kind "SearchKind", words text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 SET search_path = public, pg_temp AS $$
DECLARE
  text CONSTANT text := replace(words, E'\n ', '');
  size CONSTANT int := length(text);
  place CONSTANT int := uuid_hash(id);
  -- Marking every third place three times takes a third of the time that putting letters together does. No folded text has a bar.
  lexemes CONSTANT text := '|0=' || kind || regexp_replace(left(text, size / 3 * 3), '...', '|0\&', 'g')
    || regexp_replace(substr(text, 2, (size - 1) / 3 * 3), '...', '|0\&', 'g') || regexp_replace(substr(text, 3, (size - 2) / 3 * 3), '...', '|0\&', 'g');
  samples text := '';
BEGIN
  -- The longest texts are in no sample: a tsvector has a limit.
  IF place & 7 = 0 AND size < 15000 THEN
    samples := replace(lexemes, '|0', '|1') || CASE WHEN place & 63 = 0 THEN replace(lexemes, '|0', '|2') ELSE '' END
      || CASE WHEN place & 511 = 0 THEN replace(lexemes, '|0', '|3') ELSE '' END;
  END IF;
  RETURN array_to_tsvector(string_to_array(substr(lexemes || samples, 2), '|'));
END $$;

-- What is written is gathered and put into its places a few dozen records at a time: a search looks through what is gathered.
CREATE INDEX "SearchText_lexemes_idx" ON "SearchText" USING gin (app.search_lexemes(id, kind, words)) WITH (gin_pending_list_limit = 256);
