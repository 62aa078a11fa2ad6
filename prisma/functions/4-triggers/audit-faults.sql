-- What is wrong with the trail, entry by entry; no row when every chain is whole. Only the owner of the database may ask.
CREATE OR REPLACE FUNCTION app.audit_faults() RETURNS TABLE ("agencyId" uuid, seq bigint, fault text)
LANGUAGE sql STABLE SET timezone = 'UTC' SET search_path = public, pg_temp AS $$
  WITH chained AS (
    SELECT e.*, lag(e.seq, 1, 0::bigint) OVER chain AS "seqBefore",
      lag(e.hash, 1, sha256(convert_to(e."agencyId"::text, 'UTF8'))) OVER chain AS "hashBefore"
    FROM "AuditEntry" e WINDOW chain AS (PARTITION BY e."agencyId" ORDER BY e.seq)
  ), last AS (
    SELECT DISTINCT ON (e."agencyId") e."agencyId", e.seq, e.hash FROM "AuditEntry" e ORDER BY e."agencyId", e.seq DESC
  )
  SELECT c."agencyId", c.seq, CASE
      WHEN c.seq <> c."seqBefore" + 1 THEN 'ENTRIES_REMOVED_BEFORE'
      WHEN c."previousHash" <> c."hashBefore" THEN 'CHAIN_BROKEN'
      ELSE 'ENTRY_ALTERED'
    END
  FROM chained c
  WHERE c.seq <> c."seqBefore" + 1 OR c."previousHash" <> c."hashBefore"
    OR c.hash <> app.audit_hash(c."previousHash", app.audit_content(c."agencyId", c.seq, c.at, c."accountId", c.act, c.action::text,
      c.entity, c."entityId"::text, c.before, c.after, c.role::text, c.reason, c."partOfId"::text) || app.audit_via(c."viaAccountId"))
  UNION ALL
  SELECT coalesce(h."agencyId", l."agencyId"), coalesce(l.seq, 0), CASE WHEN h.seq IS NULL THEN 'HEAD_REMOVED' ELSE 'TAIL_CUT' END
  FROM "AuditHead" h FULL JOIN last l ON l."agencyId" = h."agencyId"
  WHERE h.seq IS NULL OR h.seq <> coalesce(l.seq, 0) OR (l.hash IS NOT NULL AND h.hash <> l.hash)
  ORDER BY 1, 2
$$;
REVOKE ALL ON FUNCTION app.audit_faults() FROM PUBLIC;
