CREATE OR REPLACE VIEW "AuditDigest" AS
SELECT "agencyId", seq, at, "accountId", role, act, action, entity, hash,
  ARRAY(
    SELECT key FROM jsonb_each(coalesce(before, '{}') || coalesce(after, '{}')) WHERE before ->> key IS DISTINCT FROM after ->> key ORDER BY key
  ) AS fields,
  "viaAccountId"
FROM "AuditEntry" WHERE (SELECT app.duty()) = 'audit';
