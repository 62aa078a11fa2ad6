-- The reports that delegates owe. TypeScript: delegation/reports/monthly-report.logic.ts.
CREATE OR REPLACE FUNCTION app.monthly_report_due_on(month date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (month + interval '1 month')::date + (app.monthly_report_due_day() - 1);

-- The state of a report on a day, as reportState in delegation/reports/report-state.logic.ts.
CREATE OR REPLACE FUNCTION app.monthly_report_state(due_on date, filed_on date, provisional_on date, day date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN filed_on IS NOT NULL THEN CASE WHEN filed_on <= due_on THEN 'FILED' ELSE 'FILED_LATE' END
  WHEN day > due_on THEN 'MISSING'
  WHEN provisional_on IS NULL THEN 'DUE'
  ELSE 'PROVISIONAL'
END;

-- The months, each as its first day, in which a line was in force on at least one day up to another; those before `since` are left out.
CREATE OR REPLACE FUNCTION app.months_in_force(starts_on date, ends_on date, since date, until date) RETURNS SETOF date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT month::date
  FROM generate_series(date_trunc('month', greatest(starts_on, since)::timestamp), least(until, ends_on - 1)::timestamp, interval '1 month') AS month
  WHERE starts_on <= until AND (ends_on IS NULL OR ends_on > starts_on);
END;

-- What the delegates of an agency's orders owe up to a day (of all orders where none are named), each with the report that was filed; a due
-- date that was set is kept. It looks back over the months for which missing reports are shown.
CREATE OR REPLACE FUNCTION app.monthly_reports_owed(agency uuid, order_ids uuid[], until date)
RETURNS TABLE ("orderId" uuid, "orderName" text, origin "Origin", "delegateId" uuid, month date, "dueOn" date, "reportId" uuid, "filedOn" date, "provisionalOn" date)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT DISTINCT o.id, o."orderNo" || '/' || o.year, o.origin, l."delegateId", m.month,
    coalesce(r."dueOn", app.monthly_report_due_on(m.month)), r.id, r."filedOn", r."provisionalOn"
  FROM public."DelegationOrder" o
  JOIN public."DelegatedPower" l ON l."agencyId" = agency AND l."orderId" = o.id
  CROSS JOIN LATERAL app.months_in_force(o."effectiveFrom", app.order_ends_on(l."revokedOn", o."endedOn", o."effectiveTo"),
    (until - make_interval(months => app.missing_report_months()))::date, until) AS m (month)
  LEFT JOIN public."MonthlyReport" r ON r."agencyId" = agency AND r."orderId" = o.id AND r."delegateId" = l."delegateId" AND r.month = m.month
  WHERE o."agencyId" = agency AND (order_ids IS NULL OR o.id = ANY (order_ids)) AND o.status <> 'DRAFT';
END;
