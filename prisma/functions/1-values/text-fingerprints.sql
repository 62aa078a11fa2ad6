-- Whether two texts say nearly the same, asked of many texts at once. A fingerprint is the grams of a text (text-grams.sql) on 2,048 bits:
-- comparing two takes less than a microsecond, where comparing their grams takes thirty (docs/decisions/0055).
--   app.text_fingerprint(text)              the fingerprint of a text
--   app.fingerprint_similarity(bits, bits)  bits that both have, as a share of those that either has: 1 the same, 0 nothing in common
--   app.fingerprint_bands(bits)             five numbers; texts that say nearly the same often have one of them in common
--   app.fingerprint_of(text)                all that is kept of a text, with a number that texts have in common when they are the same but for
--                                           case, digits and signs

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

CREATE OR REPLACE FUNCTION app.fingerprint_similarity(one bit, other bit) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(bit_count(one & other)::float8 / nullif(bit_count(one | other), 0), 0);

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
