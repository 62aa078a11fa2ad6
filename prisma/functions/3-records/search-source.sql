-- What is searched of each kind of record, in the words that everybody reads who may read the record: what it is called, what else it says, each a
-- field that a search shows (packages/schema/src/search/search-sources.ts names them in this order), and what it is named or about besides.
-- A field that only some of its readers may read does not belong here.
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
  -- A committee is about the positions that sit in it, too.
  SELECT id, "agencyId", disclosure, 'COMMITTEE', app.fiscal_year_of("validFrom"), NULL, ARRAY["nameTh", "nameEn", "orderPrinted"],
    ARRAY["dutiesTh", "noteTh"], concat_ws(' ', app.fiscal_year_of("validFrom"), (SELECT string_agg(DISTINCT p."titleTh" COLLATE "default", ' ')
      FROM "CommitteeMember" m JOIN "Position" p ON p."agencyId" = m."agencyId" AND p.id = m."positionId"
      WHERE m."agencyId" = "Committee"."agencyId" AND m."committeeId" = "Committee".id))
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
  SELECT i.id, i."agencyId", i.disclosure, 'YEAR_REPORT_ITEM', r."fiscalYear", NULL, ARRAY[i."titleTh"],
    ARRAY[i."resultTh", i."problemsTh", i."suggestionsTh"], r."fiscalYear"::text
  FROM "YearReportItem" i JOIN "YearReport" r ON r."agencyId" = i."agencyId" AND r.id = i."reportId"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'INTERNAL_AUDIT', "fiscalYear", NULL, ARRAY["topicTh", "topicEn"], ARRAY["noteTh"], "fiscalYear"::text
  FROM "InternalAudit"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'AUDIT_OBSERVATION', NULL, NULL, ARRAY["observationTh"], ARRAY["recommendationTh", "actionTh"], NULL
  FROM "AuditObservation"
  UNION ALL
  -- What nobody has answered yet says nothing: the text of its checklist is the same in every agency.
  SELECT i.id, i."agencyId", i.disclosure, 'OIT_ITEM', i."fiscalYear", concat_ws(' ', c.code, c."textTh", c."textEn") COLLATE "default", '{}',
    ARRAY[i."noteTh", i."reviewNoteTh", i."appealTextTh", i."appealNoteTh", i.address], 'OIT ' || i."fiscalYear"
  FROM "OitItem" i JOIN "OitChecklistItem" c ON c.id = i."checklistItemId"
  WHERE i.answer <> 'NONE' OR num_nonnulls(i."noteTh", i."reviewNoteTh", i."appealTextTh", i."appealNoteTh") > 0
  UNION ALL
  SELECT id, "agencyId", disclosure, 'GUIDELINE', "fiscalYear", NULL, ARRAY["textTh", "textEn"], '{}', "fiscalYear"::text FROM "Guideline"
  UNION ALL
  SELECT id, "agencyId", disclosure, 'GUIDELINE_RESULT', "fiscalYear", NULL, ARRAY["textTh", "textEn"], ARRAY["systemNamed", "noteTh"],
    concat_ws(' ', "fiscalYear", (SELECT string_agg(concat_ws(' ', part."textTh" COLLATE "default", part."textEn"), ' ' ORDER BY part.number) FROM "GuidelineResultPart" part
      WHERE part."agencyId" = "GuidelineResult"."agencyId" AND part."resultId" = "GuidelineResult".id))
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
