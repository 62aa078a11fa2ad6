-- Whether whoever asks wrote in a record, by its table and the column of changes that points to it, since its last approval. It is known only to the
-- audit trail, which the centre does not read. Hence this runs with the owner's rights, and tells everybody of nobody but themselves.
--
-- One statement for each record, by the trail's indexes on it and its parts. Acts of the centre (returning, approving) do not count as writing;
-- parts that are gone are not approved, and their removal is an entry on the whole.
CREATE OR REPLACE FUNCTION app.wrote_in(model text, link text, agency uuid, record uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wholes uuid[];
  since bigint;
BEGIN
  EXECUTE format('SELECT array_agg(id) FROM (%s) part', CASE model
    WHEN 'Plan' THEN 'SELECT id FROM "Project" WHERE "agencyId" = $1 AND "planId" = $2 UNION ALL
      SELECT m.id FROM "DelegationMeasure" m JOIN "Project" p ON p."agencyId" = m."agencyId" AND p.id = m."projectId"
      WHERE p."agencyId" = $1 AND p."planId" = $2'
    WHEN 'SwotAnalysis' THEN 'SELECT id FROM "SwotItem" WHERE "agencyId" = $1 AND "analysisId" = $2'
    WHEN 'RiskRegister' THEN 'SELECT id FROM "Risk" WHERE "agencyId" = $1 AND "registerId" = $2'
    WHEN 'YearReport' THEN 'SELECT id FROM "YearReportItem" WHERE "agencyId" = $1 AND "reportId" = $2' END)
    INTO wholes USING agency, record;
  EXECUTE format('SELECT e.seq FROM "StatusChange" s JOIN "AuditEntry" e ON e."agencyId" = s."agencyId" AND e."entityId" = s.id
    WHERE s."agencyId" = $1 AND s.%I = $2 AND s.act = ''APPROVE'' ORDER BY s.at DESC, s.id DESC, e.seq LIMIT 1', link)
    INTO since USING agency, record;
  RETURN EXISTS (
    SELECT FROM "AuditEntry" e
    WHERE e."agencyId" = agency AND e."entityId" = record AND e.seq > coalesce(since, 0)
      AND e."accountId" = app.account() AND e.role <> 'CENTRE'
    UNION ALL
    SELECT FROM unnest(wholes || record) whole CROSS JOIN LATERAL (
      SELECT FROM "AuditEntry" e
      WHERE e."agencyId" = agency AND e."partOfId" = whole AND e.seq > coalesce(since, 0)
        AND e."accountId" = app.account() AND e.role <> 'CENTRE' AND e.entity <> 'Finding'
      LIMIT 1) written
  );
END $$;
REVOKE ALL ON FUNCTION app.wrote_in(model text, link text, agency uuid, record uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.wrote_in(model text, link text, agency uuid, record uuid) TO registry_app;
