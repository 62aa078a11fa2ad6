-- Whether something that an agency published has not been brought up to date for so long; a procurement summary is about its month for good.
CREATE OR REPLACE FUNCTION app.is_public_item_stale(status "EntryStatus", summary_month date, current_on date, day date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status = 'PUBLISHED' AND summary_month IS NULL AND current_on < (day - app.public_item_stale_months() * interval '1 month')::date;

-- The months that have ended, the last twelve, for which an agency has no procurement summary that was confirmed; of agencies that have confirmed
-- one, from its month on. With the first and the latest of their summaries, and the day by which each is due.
CREATE OR REPLACE FUNCTION app.procurement_summaries_missing(agency uuid, day date)
RETURNS TABLE (month date, "dueOn" date, "firstId" uuid, "latestId" uuid) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT m.month, (m.month + interval '1 month')::date + app.procurement_summary_due_day() - 1, known.begun, known.latest
  FROM (SELECT min(p."summaryMonth") AS first, (array_agg(p.id ORDER BY p."summaryMonth"))[1] AS begun,
      (array_agg(p.id ORDER BY p."summaryMonth" DESC))[1] AS latest
    FROM "PublicItem" p WHERE p."agencyId" = agency AND p."summaryMonth" IS NOT NULL AND p.status <> 'DRAFT') known
  CROSS JOIN LATERAL (SELECT generate_series(greatest(known.first, date_trunc('month', day - app.missing_report_months() * interval '1 month')),
    date_trunc('month', day) - interval '1 month', interval '1 month')::date AS month
    WHERE known.first IS NOT NULL) m
  WHERE NOT EXISTS (SELECT 1 FROM "PublicItem" p WHERE p."agencyId" = agency AND p."summaryMonth" = m.month AND p.status <> 'DRAFT')
$$;
