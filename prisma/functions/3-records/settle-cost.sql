-- Adds what an instance has let others spend since it settled last, and answers what all instances have let them spend in the present minute. A minute
-- that is over begins anew; one that begins here ends when the instance that began it says. Keys are taken in order, so that two instances that
-- settle at once wait for each other and never both.
CREATE OR REPLACE FUNCTION app.settle_cost(keys text[], spent bigint[], milliseconds_left int[])
RETURNS TABLE (key text, points bigint, "millisecondsLeft" int)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  DELETE FROM "SpentCost" WHERE key IN (
    SELECT s.key FROM "SpentCost" s WHERE s.until < now() - interval '10 minutes' LIMIT 1000 FOR UPDATE SKIP LOCKED);
  INSERT INTO "SpentCost" AS s (key, points, until)
  SELECT g.key, g.points, now() + make_interval(secs => g.ms / 1000.0)
  FROM unnest(keys, spent, milliseconds_left) AS g (key, points, ms) ORDER BY g.key
  ON CONFLICT (key) DO UPDATE SET
    points = excluded.points + CASE WHEN s.until <= now() THEN 0 ELSE s.points END,
    until = CASE WHEN s.until <= now() THEN excluded.until ELSE s.until END
  RETURNING s.key, s.points, greatest(0, ceil(extract(epoch FROM s.until - now()) * 1000))::int
$$;
REVOKE ALL ON FUNCTION app.settle_cost(text[], bigint[], int[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.settle_cost(text[], bigint[], int[]) TO registry_app;
