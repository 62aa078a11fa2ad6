-- What follows from rows follows here as well.
CREATE VIEW history."RegisterSummary" WITH (security_barrier) AS
SELECT "agencyId", "fiscalYear", disclosure, sum("unassessedRisks")::int AS "unassessedRisks", sum("lowRisks")::int AS "lowRisks",
  sum("mediumRisks")::int AS "mediumRisks", sum("highRisks")::int AS "highRisks", sum("extremeRisks")::int AS "extremeRisks",
  sum("openMitigations")::int AS "openMitigations", sum("doneMitigations")::int AS "doneMitigations",
  sum("cancelledMitigations")::int AS "cancelledMitigations", sum("progressSum")::int AS "progressSum"
FROM (
  SELECT "agencyId", "fiscalYear", disclosure, (level = 'UNASSESSED')::int AS "unassessedRisks", (level = 'LOW')::int AS "lowRisks",
    (level = 'MEDIUM')::int AS "mediumRisks", (level = 'HIGH')::int AS "highRisks", (level = 'EXTREME')::int AS "extremeRisks",
    0 AS "openMitigations", 0 AS "doneMitigations", 0 AS "cancelledMitigations", 0 AS "progressSum"
  FROM history."Risk"
  UNION ALL
  SELECT "agencyId", "fiscalYear", disclosure, 0, 0, 0, 0, 0, app.mitigation_is_live(status)::int, (status = 'DONE')::int,
    (status = 'CANCELLED')::int, "progressPercent" * (status <> 'CANCELLED')::int
  FROM history."Mitigation"
) counted GROUP BY 1, 2, 3;

CREATE VIEW history."RegisterDueDay" WITH (security_barrier) AS
SELECT "agencyId", "fiscalYear", disclosure, "dueOn", count(*)::int AS "openMitigations"
FROM history."Mitigation" WHERE app.mitigation_is_live(status) GROUP BY 1, 2, 3, 4;

-- The trail counts no changes of parts as one version: as of a moment a record has the version of its heading.
CREATE VIEW history."ContentRevision" WITH (security_barrier) AS
SELECT "agencyId", id, disclosure, 0 AS number, 0 AS "atHeading", 0::bigint AS "changedIn" FROM (
  SELECT "agencyId", id, disclosure FROM history."Plan" UNION ALL SELECT "agencyId", id, disclosure FROM history."SwotAnalysis"
  UNION ALL SELECT "agencyId", id, disclosure FROM history."YearReport"
  UNION ALL SELECT "agencyId", id, disclosure FROM history."RiskRegister" UNION ALL SELECT "agencyId", id, disclosure FROM history."DelegationOrder") record;

-- The trail as far as the moment, by its own policies.
CREATE VIEW history."AuditEntry" WITH (security_invoker) AS SELECT * FROM public."AuditEntry" WHERE at <= (SELECT app.as_of());

-- What a record said, read from these views: the same functions, with another place to look.
DO $$
DECLARE body text;
BEGIN
  FOR body IN SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.proname ~ '^(content|texts)_of(_|$)'
    ORDER BY p.proname = 'content_of', p.proname LIKE 'content_of%'
  LOOP
    body := regexp_replace(body, '\mapp\.((content|texts)_of)', 'history.\1', 'g');
    EXECUTE replace(body, 'SET search_path TO ''public'', ''pg_temp''', 'SET search_path TO ''history'', ''public'', ''pg_temp''');
  END LOOP;
END $$;

GRANT SELECT ON ALL TABLES IN SCHEMA history TO registry_app;
