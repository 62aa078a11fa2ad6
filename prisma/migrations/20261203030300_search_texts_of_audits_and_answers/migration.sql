-- Keeps the words of internal audits, observations, items of year reports and answers to the OIT, from now on and of what is there; a committee is found by
-- the positions that sit in it, a result by its parts. The view and the functions are here as the files have them from now on.
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

CREATE OR REPLACE PROCEDURE app.write_search_function(record text, kind "SearchKind") LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  CALL app.write_search_function_for(record, kind, 'NEW.id');
END $$;
REVOKE ALL ON PROCEDURE app.write_search_function(text, "SearchKind") FROM PUBLIC;

-- The same for a table whose rows say something of records of a kind: `records` names them, as an id or a query of ids.
CREATE OR REPLACE PROCEDURE app.write_search_function_for(record text, kind "SearchKind", records text) LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS %L', 'search_' || record, format(
      'BEGIN
         INSERT INTO "SearchText" AS kept (id, "agencyId", disclosure, kind, year, words, texts)
         SELECT id, "agencyId", disclosure, kind, year, words, texts FROM app.search_source WHERE kind = %1$L AND id IN (%2$s)
         ON CONFLICT (id) DO UPDATE SET disclosure = excluded.disclosure, year = excluded.year, words = excluded.words, texts = excluded.texts;
         RETURN NULL;
       END', kind, records));
  EXECUTE format('REVOKE ALL ON FUNCTION app.%I() FROM PUBLIC', 'search_' || record);
END $$;
REVOKE ALL ON PROCEDURE app.write_search_function_for(text, "SearchKind", text) FROM PUBLIC;

DO $$
DECLARE r record;
BEGIN
  FOR r IN SELECT * FROM (VALUES
    ('YearReportItem', 'YEAR_REPORT_ITEM', 'INSERT OR UPDATE OF "titleTh", "resultTh", "problemsTh", "suggestionsTh"'),
    ('InternalAudit', 'INTERNAL_AUDIT', 'INSERT OR UPDATE OF "topicTh", "topicEn", "noteTh", "fiscalYear"'),
    ('AuditObservation', 'AUDIT_OBSERVATION', 'INSERT OR UPDATE OF "observationTh", "recommendationTh", "actionTh"'),
    ('OitItem', 'OIT_ITEM', NULL)
  ) AS searched (record, kind, events) LOOP
    CALL app.write_search_function(r.record, r.kind::"SearchKind");
    IF r.events IS NOT NULL THEN
      EXECUTE format('CREATE TRIGGER search_text AFTER %s ON %I FOR EACH ROW EXECUTE FUNCTION app.%I()', r.events, r.record, 'search_' || r.record);
    END IF;
    EXECUTE format('CREATE TRIGGER end_search_text AFTER DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.end_search_text()', r.record);
    EXECUTE format('CREATE TRIGGER disclose_search_text AFTER UPDATE OF disclosure ON %I FOR EACH ROW EXECUTE FUNCTION app.disclose_search_text()',
      r.record);
  END LOOP;
  -- What a part, or what is pointed to, says of a record.
  CALL app.write_search_function_for('CommitteeMember', 'COMMITTEE', 'coalesce(NEW."committeeId", OLD."committeeId")');
  CALL app.write_search_function_for('Position', 'COMMITTEE', 'SELECT m."committeeId" FROM "CommitteeMember" m WHERE m."agencyId" = NEW."agencyId" AND m."positionId" = NEW.id');
  CALL app.write_search_function_for('GuidelineResultPart', 'GUIDELINE_RESULT', 'coalesce(NEW."resultId", OLD."resultId")');
  CALL app.write_search_function_for('OitChecklistItem', 'OIT_ITEM', 'SELECT i.id FROM "OitItem" i WHERE i."checklistItemId" = NEW.id');
END $$;

-- Items come by the thousand, without an answer; records answer them by themselves, which names no column.
CREATE TRIGGER search_text_of_answered AFTER INSERT ON "OitItem" FOR EACH ROW WHEN (NEW.answer <> 'NONE') EXECUTE FUNCTION app."search_OitItem"();
CREATE TRIGGER search_text AFTER UPDATE ON "OitItem" FOR EACH ROW
  WHEN ((OLD.answer, OLD.address, OLD."noteTh", OLD."reviewNoteTh", OLD."appealTextTh", OLD."appealNoteTh")
    IS DISTINCT FROM (NEW.answer, NEW.address, NEW."noteTh", NEW."reviewNoteTh", NEW."appealTextTh", NEW."appealNoteTh"))
  EXECUTE FUNCTION app."search_OitItem"();
CREATE TRIGGER end_search_text_of_unanswered AFTER UPDATE ON "OitItem" FOR EACH ROW
  WHEN (NEW.answer = 'NONE' AND num_nonnulls(NEW."noteTh", NEW."reviewNoteTh", NEW."appealTextTh", NEW."appealNoteTh") = 0)
  EXECUTE FUNCTION app.end_search_text();
CREATE TRIGGER search_text AFTER UPDATE OF code, "textTh", "textEn" ON "OitChecklistItem" FOR EACH ROW EXECUTE FUNCTION app."search_OitChecklistItem"();
CREATE TRIGGER search_text AFTER INSERT OR UPDATE OF "positionId" OR DELETE ON "CommitteeMember" FOR EACH ROW EXECUTE FUNCTION app."search_CommitteeMember"();
CREATE TRIGGER search_text AFTER UPDATE OF "titleTh" ON "Position" FOR EACH ROW EXECUTE FUNCTION app."search_Position"();
CREATE TRIGGER search_text AFTER INSERT OR UPDATE OF "textTh", "textEn" OR DELETE ON "GuidelineResultPart" FOR EACH ROW
  EXECUTE FUNCTION app."search_GuidelineResultPart"();

-- Not even the owner reads round the policies: for the length of this it reads as a city role whose floor is the ground.
DO $$
BEGIN
  PERFORM set_config('app.floor', '0', true);
  INSERT INTO "SearchText" AS kept (id, "agencyId", disclosure, kind, year, words, texts)
  SELECT id, "agencyId", disclosure, kind, year, words, texts FROM app.search_source
  WHERE kind IN ('YEAR_REPORT_ITEM', 'INTERNAL_AUDIT', 'AUDIT_OBSERVATION', 'OIT_ITEM', 'COMMITTEE', 'GUIDELINE_RESULT')
  ON CONFLICT (id) DO UPDATE SET words = excluded.words WHERE kept.words <> excluded.words;
  PERFORM set_config('app.floor', '', true);
END $$;
