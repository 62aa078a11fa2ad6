-- Adds to how often trusted documents were asked for today, by hash. Days older than 400 are forgotten. Hashes are taken in order, so that two
-- instances that count at once wait for each other and never both.
CREATE OR REPLACE FUNCTION app.count_document_uses(hashes text[], times int[]) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  DELETE FROM "TrustedDocumentUse" WHERE ("documentId", "usedOn") IN (
    SELECT u."documentId", u."usedOn" FROM "TrustedDocumentUse" u WHERE u."usedOn" < (now() AT TIME ZONE 'Asia/Bangkok')::date - 400 LIMIT 1000 FOR UPDATE SKIP LOCKED);
  INSERT INTO "TrustedDocumentUse" AS u ("documentId", "usedOn", times, "lastAt")
  SELECT d.id, (now() AT TIME ZONE 'Asia/Bangkok')::date, g.times, now()
  FROM unnest(hashes, times) AS g (hash, times) JOIN "TrustedDocument" d ON d.hash = g.hash ORDER BY d.hash
  ON CONFLICT ("documentId", "usedOn") DO UPDATE SET times = u.times + excluded.times, "lastAt" = excluded."lastAt"
$$;
REVOKE ALL ON FUNCTION app.count_document_uses(text[], int[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.count_document_uses(text[], int[]) TO registry_app;
