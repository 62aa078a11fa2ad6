-- Keeps the words of the records of the integrity year, from now on and of what is there. Gift reports are confidential and are not searched.
-- The view is here as the files have it from now on.
CREATE OR REPLACE VIEW app.search_source WITH (security_invoker = true) AS
SELECT id, "agencyId", disclosure, kind, year,
  app.searched_text(concat_ws(' ', named, array_to_string(called, ' ')), concat_ws(' ', array_to_string(says, ' '), about)) AS words,
  called || says AS texts
FROM (
  SELECT id, "agencyId", disclosure, 'PLAN'::"SearchKind" AS kind, "fiscalYearTo" AS year, NULL AS named,
    ARRAY["titleTh", "titleEn", "printedTitle"] AS called, ARRAY["noteTh", "noteEn"] AS says, concat_ws(' ', "fiscalYearFrom", "fiscalYearTo") AS about
  FROM "Plan"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'PROJECT', "fiscalYears"[cardinality("fiscalYears")], NULL,
    ARRAY["titleTh", "titleEn", "printedTitle", "printedCode"], ARRAY["objectivesTh", "objectivesEn", "rationaleTh", "rationaleEn"],
    array_to_string("fiscalYears", ' ')
  FROM "Project"
  UNION ALL
  SELECT i.id, i."agencyId", i.disclosure, 'SWOT_ITEM', a."fiscalYear", NULL, ARRAY[i."textTh", i."textEn"], '{}', a."fiscalYear"::text
  FROM "SwotItem" i JOIN "SwotAnalysis" a ON a."agencyId" = i."agencyId" AND a.id = i."analysisId"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'RISK_REGISTER', "fiscalYear", 'ทะเบียนความเสี่ยงการทุจริต ' || "fiscalYear", '{}', ARRAY["noteTh", "noteEn"],
    'corruption risk register'
  FROM "RiskRegister"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'RISK', "fiscalYear", NULL, ARRAY["titleTh", "titleEn", code], ARRAY["noteTh", "actorTh", "actorEn"],
    "fiscalYear"::text
  FROM "Risk"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'MITIGATION', "fiscalYear", NULL, ARRAY["measureTh", "measureEn"], '{}', "fiscalYear"::text FROM "Mitigation"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'DELEGATION_ORDER', year, NULL, ARRAY["titleTh", "orderNo"],
    ARRAY["legalBasisTh", "circularNo", "announcementNo"], year::text
  FROM "DelegationOrder"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'DELEGATED_POWER', NULL, NULL, ARRAY["subjectTh"], ARRAY["conditionsTh"], NULL FROM "DelegatedPower"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'FINDING', "fiscalYear", NULL, ARRAY["messageTh", "messageEn", code], ARRAY["basisTh"], "fiscalYear"::text
  FROM "Finding"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'DECLARATION', "fiscalYear", NULL, ARRAY["titleTh", "titleEn"],
    ARRAY["textTh", "textEn", "signatoryPrinted", "noteTh"], "fiscalYear"::text
  FROM "Declaration"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'INTEGRITY_ACTIVITY', "fiscalYear", NULL, ARRAY["titleTh", "titleEn"],
    ARRAY["placeTh", "targetGroupTh", "agendaTh", "resolutionsTh", "noteTh"], "fiscalYear"::text
  FROM "IntegrityActivity"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'COMMITTEE', app.fiscal_year_of("validFrom"), NULL, ARRAY["nameTh", "nameEn", "orderPrinted"],
    ARRAY["dutiesTh", "noteTh"], app.fiscal_year_of("validFrom")::text
  FROM "Committee"
  UNION ALL
  -- The procurement summaries of all months are called the same: what they say, so that they do not crowd out what else is called so.
  -- A column of a union has one collation: that of the numbers of orders.
  SELECT id, "agencyId", disclosure, 'PUBLIC_ITEM', app.fiscal_year_of("currentOn"), NULL,
    CASE WHEN "summaryMonth" IS NULL THEN ARRAY["titleTh", "titleEn"] ELSE '{}' END,
    CASE WHEN "summaryMonth" IS NULL THEN '{}' ELSE ARRAY["titleTh" COLLATE app.counted, "titleEn"] END || ARRAY["noteTh", "publicationAddress"],
    app.fiscal_year_of("currentOn")::text
  FROM "PublicItem"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'YEAR_REPORT', "fiscalYear", CASE kind
      WHEN 'SIX_MONTHS' THEN 'รายงานผลตามแผนรอบ 6 เดือน '
      WHEN 'TWELVE_MONTHS' THEN 'รายงานผลตามแผนรอบ 12 เดือน '
      ELSE 'รายงานผลการจัดการความเสี่ยงการรับสินบน ' END || "fiscalYear",
    '{}', ARRAY["summaryTh", "problemsTh", "suggestionsTh"], 'year report'
  FROM "YearReport"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'GUIDELINE', "fiscalYear", NULL, ARRAY["textTh", "textEn"], '{}', "fiscalYear"::text FROM "Guideline"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'GUIDELINE_RESULT', "fiscalYear", NULL, ARRAY["textTh", "textEn"], ARRAY["systemNamed", "noteTh"], "fiscalYear"::text
  FROM "GuidelineResult"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'ITA_ASSESSMENT', "fiscalYear", 'ผลการประเมินคุณธรรมและความโปร่งใส ITA ' || "fiscalYear", ARRAY["gradePrinted"],
    ARRAY["noteTh"], 'integrity and transparency assessment'
  FROM "ItaAssessment"
  UNION ALL
  -- What the library offers is for every agency; a draft is the centre's own.
  SELECT id, NULL, CASE status WHEN 'DRAFT' THEN 1 ELSE 2 END::smallint, 'LIBRARY_RISK', NULL, NULL, ARRAY["titleTh", "titleEn", code],
    ARRAY["descriptionTh"], NULL
  FROM "LibraryRisk"
) source;

DO $$
DECLARE r record;
BEGIN
  FOR r IN SELECT * FROM (VALUES
    ('Declaration', 'DECLARATION', '"titleTh", "titleEn", "textTh", "textEn", "signatoryPrinted", "noteTh", "fiscalYear"'),
    ('IntegrityActivity', 'INTEGRITY_ACTIVITY', '"titleTh", "titleEn", "placeTh", "targetGroupTh", "agendaTh", "resolutionsTh", "noteTh", "fiscalYear"'),
    ('Committee', 'COMMITTEE', '"nameTh", "nameEn", "orderPrinted", "dutiesTh", "noteTh", "validFrom"'),
    ('PublicItem', 'PUBLIC_ITEM', '"titleTh", "titleEn", "noteTh", "publicationAddress", "currentOn", "summaryMonth"'),
    ('YearReport', 'YEAR_REPORT', 'kind, "fiscalYear", "summaryTh", "problemsTh", "suggestionsTh"'),
    ('Guideline', 'GUIDELINE', '"textTh", "textEn", "fiscalYear"'),
    ('GuidelineResult', 'GUIDELINE_RESULT', '"textTh", "textEn", "systemNamed", "noteTh", "fiscalYear"'),
    ('ItaAssessment', 'ITA_ASSESSMENT', '"gradePrinted", "noteTh", "fiscalYear"')
  ) AS searched (record, kind, columns) LOOP
    CALL app.write_search_function(r.record, r.kind::"SearchKind");
    EXECUTE format('CREATE TRIGGER search_text AFTER INSERT OR UPDATE OF %s ON %I FOR EACH ROW EXECUTE FUNCTION app.%I()',
      r.columns, r.record, 'search_' || r.record);
    EXECUTE format('CREATE TRIGGER end_search_text AFTER DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.end_search_text()', r.record);
    EXECUTE format('CREATE TRIGGER disclose_search_text AFTER UPDATE OF disclosure ON %I FOR EACH ROW EXECUTE FUNCTION app.disclose_search_text()',
      r.record);
  END LOOP;
END $$;

-- Not even the owner reads round the policies: for the length of this it reads as a city role whose floor is the ground.
DO $$
BEGIN
  PERFORM set_config('app.floor', '0', true);
  INSERT INTO "SearchText" (id, "agencyId", disclosure, kind, year, words, texts)
  SELECT id, "agencyId", disclosure, kind, year, words, texts FROM app.search_source ON CONFLICT (id) DO NOTHING;
  PERFORM set_config('app.floor', '', true);
END $$;
