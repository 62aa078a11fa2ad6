-- Two people see a record before it counts: one who wrote in it since its last approval does not approve it. The application checks who
-- opened, took back or submitted it; who wrote its content is known only to the audit trail, which the centre does not read. Hence this
-- runs with the owner's rights, and answers only with a refusal.
--
-- One statement for each approval, by the trail's indexes on a record and its parts. Acts of the centre (returning, approving) do not count
-- as writing; parts that are gone are not approved, and their removal is an entry on the whole.
CREATE OR REPLACE FUNCTION app.keep_two_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wholes uuid[];
  since bigint;
BEGIN
  IF app.is_owner() THEN
    RETURN NEW;
  END IF;
  EXECUTE format('SELECT array_agg(id) FROM (%s) part', CASE TG_TABLE_NAME
    WHEN 'Plan' THEN 'SELECT id FROM "Project" WHERE "agencyId" = $1 AND "planId" = $2 UNION ALL
      SELECT m.id FROM "DelegationMeasure" m JOIN "Project" p ON p."agencyId" = m."agencyId" AND p.id = m."projectId"
      WHERE p."agencyId" = $1 AND p."planId" = $2'
    WHEN 'SwotAnalysis' THEN 'SELECT id FROM "SwotItem" WHERE "agencyId" = $1 AND "analysisId" = $2'
    WHEN 'RiskRegister' THEN 'SELECT id FROM "Risk" WHERE "agencyId" = $1 AND "registerId" = $2'
    WHEN 'YearReport' THEN 'SELECT id FROM "YearReportItem" WHERE "agencyId" = $1 AND "reportId" = $2' END)
    INTO wholes USING NEW."agencyId", NEW.id;
  EXECUTE format('SELECT e.seq FROM "StatusChange" s JOIN "AuditEntry" e ON e."agencyId" = s."agencyId" AND e."entityId" = s.id
    WHERE s."agencyId" = $1 AND s.%I = $2 AND s.act = ''APPROVE'' ORDER BY s.at DESC, s.id DESC, e.seq LIMIT 1', TG_ARGV[0])
    INTO since USING NEW."agencyId", NEW.id;
  IF EXISTS (
    SELECT FROM "AuditEntry" e
    WHERE e."agencyId" = NEW."agencyId" AND e."entityId" = NEW.id AND e.seq > coalesce(since, 0)
      AND e."accountId" = app.account() AND e.role <> 'CENTRE'
    UNION ALL
    SELECT FROM unnest(wholes || NEW.id) whole CROSS JOIN LATERAL (
      SELECT FROM "AuditEntry" e
      WHERE e."agencyId" = NEW."agencyId" AND e."partOfId" = whole AND e.seq > coalesce(since, 0)
        AND e."accountId" = app.account() AND e.role <> 'CENTRE' AND e.entity <> 'Finding'
      LIMIT 1) written
  ) THEN
    RAISE EXCEPTION 'nobody approves a % that they wrote in', TG_TABLE_NAME USING ERRCODE = 'RG407';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.keep_two_people() FROM PUBLIC;
