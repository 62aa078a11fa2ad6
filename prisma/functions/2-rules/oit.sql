-- Whether an entry can be read where its agency published it: also while it is corrected, which changes nothing of the page.
CREATE OR REPLACE FUNCTION app.is_entry_published(status "EntryStatus", published_on date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN published_on IS NOT NULL AND status IN ('PUBLISHED', 'CORRECTING');

-- What an agency has published, as items of the OIT are answered by it: of which kind and topic, where and since when, up to which day it is current, and for
-- which fiscal years it answers (null: for any). A report answers for its own year and, when it tells of a whole year, for the next, in which it is read.
CREATE OR REPLACE FUNCTION app.oit_records(agency uuid) RETURNS TABLE (kind "OitAnswerKind", "declarationKind" "DeclarationKind", "reportKind" "YearReportKind",
  "topicId" uuid, "editionId" uuid, "declarationId" uuid, "publicItemId" uuid, address text, "publishedOn" date, "currentOn" date, "firstYear" integer,
  "lastYear" integer, "isPublished" boolean)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CASE WHEN e.kind = 'PLAN' THEN 'PLAN' WHEN e.kind = 'RISK_REGISTER' THEN 'RISK_REGISTER' WHEN r.kind = 'BRIBERY_RISKS' THEN 'BRIBERY_REPORT' ELSE 'PLAN_REPORT' END::public."OitAnswerKind",
    NULL::public."DeclarationKind", r.kind, NULL::uuid, e.id, NULL::uuid, NULL::uuid, e."announcementAddress", (e."publishedAt" AT TIME ZONE 'Asia/Bangkok')::date, NULL::date,
    coalesce(p."fiscalYearFrom", e."fiscalYear"), coalesce(p."fiscalYearTo", e."fiscalYear" + CASE WHEN r.kind <> 'SIX_MONTHS' THEN 1 ELSE 0 END), true
  FROM public."Edition" e
  LEFT JOIN public."Plan" p ON p."agencyId" = agency AND p.id = e."planId"
  LEFT JOIN public."YearReport" r ON r."agencyId" = agency AND r.id = e."reportId"
  WHERE e."agencyId" = agency AND e.kind <> 'SWOT_ANALYSIS'
  UNION ALL
  SELECT 'DECLARATION', d.kind, NULL, NULL, NULL, d.id, NULL, d."publicationAddress", d."publishedOn", NULL, d."fiscalYear", d."fiscalYear",
    app.is_entry_published(d.status, d."publishedOn")
  FROM public."Declaration" d WHERE d."agencyId" = agency AND d.status <> 'DRAFT'
  UNION ALL
  SELECT 'PUBLIC_ITEM', NULL, NULL, i."oitTopicId", NULL, NULL, i.id, i."publicationAddress", i."publishedOn", i."currentOn", NULL, NULL,
    app.is_entry_published(i.status, i."publishedOn")
  FROM public."PublicItem" i WHERE i."agencyId" = agency AND i.status <> 'DRAFT';
END;

-- Whether an answer is up to date: it is published, about the year that is assessed, and was current within the months of thresholds.logic.ts, counted
-- from the day or, once the year is over, from its end. TypeScript: oit/oit-answer.logic.ts.
CREATE OR REPLACE FUNCTION app.is_oit_answer_current(is_published boolean, covers_year boolean, current_on date, fiscal_year integer, day date)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN is_published AND covers_year AND (current_on IS NULL
  OR current_on >= (least(day, app.fiscal_year_ends(fiscal_year)) - app.public_item_stale_months() * interval '1 month')::date);

-- Until when records answer the items of a round by themselves: until it is reviewed, and at the latest to the end of the year after.
CREATE OR REPLACE FUNCTION app.is_oit_item_open(review_result "OitReviewResult", fiscal_year integer, day date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN review_result IS NULL AND NOT app.is_year_over(fiscal_year + 1, day);

-- Whether a year has a checklist for invented agencies, or for the others: without one there is nothing to answer.
CREATE OR REPLACE FUNCTION app.has_oit_checklist(year integer, of_samples boolean) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT EXISTS (SELECT 1 FROM public."ItaRound" r JOIN public."OitChecklistItem" c ON c."roundId" = r.id
    WHERE r."fiscalYear" = year AND r."isSample" = of_samples);
END;
