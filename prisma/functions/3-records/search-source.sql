-- What is searched of each kind of record: what it is called, and what else it says, in the words that everybody reads who may read the record.
-- A field that only some of them may read does not belong here.
CREATE OR REPLACE VIEW app.search_source WITH (security_invoker = true) AS
SELECT id, "agencyId", disclosure, kind, year, app.searched_text(called, says) AS words FROM (
  SELECT id, "agencyId", disclosure, 'PLAN'::"SearchKind" AS kind, "fiscalYearTo" AS year,
    concat_ws(' ', "titleTh", "titleEn", "printedTitle") AS called, concat_ws(' ', "noteTh", "noteEn", "fiscalYearFrom", "fiscalYearTo") AS says
  FROM "Plan"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'PROJECT', "fiscalYears"[cardinality("fiscalYears")],
    concat_ws(' ', "titleTh", "titleEn", "printedTitle", "printedCode"),
    concat_ws(' ', "objectivesTh", "objectivesEn", "rationaleTh", "rationaleEn", array_to_string("fiscalYears", ' '))
  FROM "Project"
  UNION ALL
  SELECT i.id, i."agencyId", i.disclosure, 'SWOT_ITEM', a."fiscalYear", concat_ws(' ', i."textTh", i."textEn"), a."fiscalYear"::text
  FROM "SwotItem" i JOIN "SwotAnalysis" a ON a."agencyId" = i."agencyId" AND a.id = i."analysisId"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'RISK_REGISTER', "fiscalYear", 'ทะเบียนความเสี่ยงการทุจริต ' || "fiscalYear",
    concat_ws(' ', 'corruption risk register', "noteTh", "noteEn")
  FROM "RiskRegister"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'RISK', "fiscalYear", concat_ws(' ', "titleTh", "titleEn", code),
    concat_ws(' ', "noteTh", "actorTh", "actorEn", "fiscalYear")
  FROM "Risk"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'MITIGATION', "fiscalYear", concat_ws(' ', "measureTh", "measureEn"), "fiscalYear"::text FROM "Mitigation"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'DELEGATION_ORDER', year, concat_ws(' ', "titleTh", "orderNo", year),
    concat_ws(' ', "legalBasisTh", "circularNo", "announcementNo")
  FROM "DelegationOrder"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'DELEGATED_POWER', NULL, "subjectTh", coalesce("conditionsTh", '') FROM "DelegatedPower"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'FINDING', "fiscalYear", concat_ws(' ', "messageTh", "messageEn", code), concat_ws(' ', "basisTh", "fiscalYear")
  FROM "Finding"
  UNION ALL
  -- What the library offers is for every agency; a draft is the centre's own.
  SELECT id, NULL, CASE status WHEN 'DRAFT' THEN 1 ELSE 2 END::smallint, 'LIBRARY_RISK', NULL, concat_ws(' ', "titleTh", "titleEn", code),
    coalesce("descriptionTh", '')
  FROM "LibraryRisk"
) source;
