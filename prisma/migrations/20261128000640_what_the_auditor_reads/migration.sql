-- The auditor sees who did what and when, in every trail, and nothing of what agencies write: neither values nor reasons.
-- Row-level security is by row, and every scope has the same login: what differs by column is a view, which has no such columns to show. It
-- reads with the owner's rights, because the auditor has none on the trail itself any more, and shows nothing without that duty; the
-- condition does not depend on a row, so that no condition of a question is tried on any row before it. It is no security barrier: a page of a
-- long trail is to come from an index.
DROP POLICY auditor_reads ON "AuditEntry";

CREATE VIEW "AuditDigest" AS
SELECT "agencyId", seq, at, "accountId", role, act, action, entity, hash,
  ARRAY(
    SELECT key FROM jsonb_each(coalesce(before, '{}') || coalesce(after, '{}')) WHERE before ->> key IS DISTINCT FROM after ->> key ORDER BY key
  ) AS fields
FROM "AuditEntry" WHERE (SELECT app.duty()) = 'audit';
GRANT SELECT ON "AuditDigest" TO registry_app;
