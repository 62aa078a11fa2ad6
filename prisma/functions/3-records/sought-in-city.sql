-- How a city role finds words among those of all agencies (docs/decisions/0054). Behind a policy an index serves leakproof operators alone, and none
-- that looks for words is: so this names rows, with the owner's rights, and shows none. The statement that asks reads each row that is named
-- behind the policies, as it reads any other.

-- What the index has of a record: every run of three letters of its words, and its kind. One record in 8 has them once more as a part of a sample,
-- one in 64 and one in 512 of two smaller ones, each under the digit of its sample. A lexeme is a digit and three letters, or a digit, = and a kind.
CREATE OR REPLACE FUNCTION app.search_lexemes(id uuid, kind text, words text) RETURNS tsvector
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

-- The ids of records, disclosed to whom asks, that may hold what is sought: `exactly` as it is written; `nearly` with typing errors, null where there can be
-- none. Both are queries of lexemes with a # for the digit of the sample. Of each no more than `most` are named, from the smallest sample that
-- has so many; `complete` says that there are no others. An agency, which has no floor, gets none.
CREATE OR REPLACE FUNCTION app.sought_in_city(exactly text, most_exactly int, nearly text, most_nearly int) RETURNS TABLE (id uuid, complete boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET work_mem = '32MB' AS $$
DECLARE
  ground CONSTANT smallint := app.floor();
  sought text;
  sample text;
  most int;
  held uuid[];
  named uuid[] := '{}';
BEGIN
  complete := true;
  FOR sought, most IN VALUES (exactly, most_exactly), (nearly, most_nearly) LOOP
    -- Where more than that hold it as it is written, nobody looks for it misspelt.
    EXIT WHEN sought IS NULL OR NOT complete;
    FOREACH sample IN ARRAY ARRAY['3', '2', '1', '0'] LOOP
      held := ARRAY(SELECT t.id FROM "SearchText" t WHERE t.disclosure >= ground
        AND app.search_lexemes(t.id, t.kind, t.words) @@ replace(sought, '#', sample)::tsquery LIMIT most);
      EXIT WHEN cardinality(held) >= most;
    END LOOP;
    named := named || held;
    complete := cardinality(held) < most;
  END LOOP;
  RETURN QUERY SELECT DISTINCT record, complete FROM unnest(named) record;
END $$;
