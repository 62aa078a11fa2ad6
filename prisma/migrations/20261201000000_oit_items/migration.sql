-- What answers each item of an OIT checklist in each agency, its review and the appeal; and topics that say by which records of the registry they are
-- answered (docs/decisions/0061).
CREATE TYPE "OitAnswer" AS ENUM ('NONE', 'RECORD', 'CHOSEN', 'LINK');
CREATE TYPE "OitReviewResult" AS ENUM ('PASSED', 'FAILED');
CREATE TYPE "OitAppealResult" AS ENUM ('ACCEPTED', 'REJECTED');

ALTER TABLE "OitTopic" ADD COLUMN "declarationKind" "DeclarationKind",
  ADD COLUMN "reportKind" "YearReportKind",
  ADD COLUMN "isSample" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "sourceTh" TEXT,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ALTER COLUMN "sourceDocument" DROP NOT NULL,
  ALTER COLUMN "sourceSection" DROP NOT NULL;
ALTER TABLE "OitTopic"
  ADD CONSTRAINT source_is_known CHECK ("sourceTh" IS NOT NULL OR ("sourceDocument" IS NOT NULL AND "sourceSection" IS NOT NULL)),
  ADD CONSTRAINT declarations_by_kind CHECK (("declarationKind" IS NOT NULL) = ("answeredBy" IS NOT NULL AND "answeredBy" = 'DECLARATION')),
  ADD CONSTRAINT reports_by_kind CHECK (("reportKind" IS NOT NULL) = ("answeredBy" IS NOT NULL AND "answeredBy" = 'PLAN_REPORT'));

ALTER TABLE "PublicItem" ADD COLUMN "oitTopicId" UUID;
CREATE INDEX "PublicItem_oitTopicId_idx" ON "PublicItem"("oitTopicId");
ALTER TABLE "PublicItem" ADD CONSTRAINT "PublicItem_oitTopicId_fkey" FOREIGN KEY ("oitTopicId") REFERENCES "OitTopic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "OitItem" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "disclosure" SMALLINT NOT NULL DEFAULT 2,
    "checklistItemId" UUID NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "answer" "OitAnswer" NOT NULL DEFAULT 'NONE',
    "editionId" UUID,
    "declarationId" UUID,
    "publicItemId" UUID,
    "address" TEXT,
    "publishedOn" DATE,
    "currentOn" DATE,
    "coversYear" BOOLEAN NOT NULL DEFAULT false,
    "isPublished" BOOLEAN NOT NULL DEFAULT false,
    "noteTh" TEXT,
    "reviewResult" "OitReviewResult",
    "reviewedOn" DATE,
    "reviewNoteTh" TEXT,
    "appealedOn" DATE,
    "appealTextTh" TEXT,
    "appealResult" "OitAppealResult",
    "appealDecidedOn" DATE,
    "appealNoteTh" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OitItem_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "OitItem_agencyId_id_key" ON "OitItem"("agencyId", "id");
CREATE UNIQUE INDEX "OitItem_agencyId_checklistItemId_key" ON "OitItem"("agencyId", "checklistItemId");
CREATE INDEX "OitItem_checklistItemId_idx" ON "OitItem"("checklistItemId");
CREATE INDEX "OitItem_agencyId_fiscalYear_idx" ON "OitItem"("agencyId", "fiscalYear");
CREATE INDEX "OitItem_agencyId_editionId_idx" ON "OitItem"("agencyId", "editionId");
CREATE INDEX "OitItem_agencyId_declarationId_idx" ON "OitItem"("agencyId", "declarationId");
CREATE INDEX "OitItem_agencyId_publicItemId_idx" ON "OitItem"("agencyId", "publicItemId");
CREATE INDEX "OitItem_disclosure_agencyId_idx" ON "OitItem"("disclosure", "agencyId");

ALTER TABLE "OitItem"
  ADD CONSTRAINT "OitItem_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "OitItem_checklistItemId_fkey" FOREIGN KEY ("checklistItemId") REFERENCES "OitChecklistItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "OitItem_agencyId_editionId_fkey" FOREIGN KEY ("agencyId", "editionId") REFERENCES "Edition"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "OitItem_agencyId_declarationId_fkey" FOREIGN KEY ("agencyId", "declarationId") REFERENCES "Declaration"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "OitItem_agencyId_publicItemId_fkey" FOREIGN KEY ("agencyId", "publicItemId") REFERENCES "PublicItem"("agencyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT one_answer CHECK (num_nonnulls("editionId", "declarationId", "publicItemId") = CASE answer WHEN 'NONE' THEN 0 WHEN 'LINK' THEN 0 ELSE 1 END),
  ADD CONSTRAINT links_have_an_address CHECK (CASE answer WHEN 'NONE' THEN address IS NULL WHEN 'LINK' THEN address IS NOT NULL ELSE true END),
  ADD CONSTRAINT reviewed_on_a_day CHECK (("reviewResult" IS NULL) = ("reviewedOn" IS NULL)),
  ADD CONSTRAINT appealed_when_failed CHECK ("appealedOn" IS NULL OR "reviewResult" = 'FAILED'),
  ADD CONSTRAINT appeal_says_why CHECK (("appealedOn" IS NULL) = ("appealTextTh" IS NULL)),
  ADD CONSTRAINT decided_on_a_day CHECK (("appealResult" IS NULL) = ("appealDecidedOn" IS NULL) AND ("appealResult" IS NULL OR "appealedOn" IS NOT NULL));

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

-- Until when records answer the items of a round by themselves: until it is reviewed, and at the latest to the end of the year after.
CREATE OR REPLACE FUNCTION app.is_oit_item_open(review_result "OitReviewResult", fiscal_year integer, day date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN review_result IS NULL AND day <= make_date(fiscal_year - 542, 9, 30);
-- Puts what answers an item beside it: the record that an officer chose, as it is now, or by itself the latest published record of the topic. The records
-- are read in the name of the agency, also where the city administrator's act adds the item.
CREATE OR REPLACE FUNCTION app.answer_oit_item() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  acting CONSTANT text := coalesce(current_setting('app.agency', true), '');
  answering record;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.answer <> 'CHOSEN' AND num_nonnulls(NEW."editionId", NEW."declarationId", NEW."publicItemId") > 0
    AND (NEW."editionId", NEW."declarationId", NEW."publicItemId") IS DISTINCT FROM (OLD."editionId", OLD."declarationId", OLD."publicItemId") THEN
    RAISE EXCEPTION 'only an answer that is chosen names its record' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.answer = 'LINK' THEN
    NEW."coversYear" := true;
    NEW."isPublished" := true;
    RETURN CASE WHEN NEW IS DISTINCT FROM OLD THEN NEW END;
  END IF;
  PERFORM set_config('app.agency', NEW."agencyId"::text, true);
  IF NEW.answer = 'CHOSEN' THEN
    SELECT r.* INTO answering FROM app.oit_records(NEW."agencyId") r
    WHERE r."editionId" = NEW."editionId" OR r."declarationId" = NEW."declarationId" OR r."publicItemId" = NEW."publicItemId";
  ELSIF TG_OP = 'INSERT' OR app.is_oit_item_open(NEW."reviewResult", NEW."fiscalYear", (now() AT TIME ZONE 'Asia/Bangkok')::date) THEN
    SELECT r.* INTO answering FROM "OitChecklistItem" c JOIN "OitTopic" t ON t.id = c."topicId" CROSS JOIN LATERAL app.oit_records(NEW."agencyId") r
    WHERE c.id = NEW."checklistItemId" AND r.kind = t."answeredBy" AND r."isPublished"
      AND (r."declarationKind" = t."declarationKind" OR t."declarationKind" IS NULL) AND (r."reportKind" = t."reportKind" OR t."reportKind" IS NULL)
      AND (r."topicId" = t.id OR r.kind <> 'PUBLIC_ITEM') AND (r."firstYear" <= NEW."fiscalYear" OR r."firstYear" IS NULL)
    ORDER BY NEW."fiscalYear" BETWEEN r."firstYear" AND r."lastYear" DESC NULLS LAST, r."firstYear" DESC, r."currentOn" DESC, r."publishedOn" DESC,
      coalesce(r."editionId", r."declarationId", r."publicItemId") DESC
    LIMIT 1;
    NEW.answer := CASE WHEN answering.kind IS NULL THEN 'NONE' ELSE 'RECORD' END;
    NEW."editionId" := answering."editionId";
    NEW."declarationId" := answering."declarationId";
    NEW."publicItemId" := answering."publicItemId";
  ELSE
    PERFORM set_config('app.agency', acting, true);
    RETURN NEW;
  END IF;
  PERFORM set_config('app.agency', acting, true);
  NEW.address := answering.address;
  NEW."publishedOn" := answering."publishedOn";
  NEW."currentOn" := answering."currentOn";
  NEW."isPublished" := coalesce(answering."isPublished", false);
  NEW."coversYear" := answering.kind IS NOT NULL AND coalesce(NEW."fiscalYear" BETWEEN answering."firstYear" AND answering."lastYear", true);
  IF NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  NEW."updatedAt" := now();
  RETURN NEW;
END $$;

-- What is published, or changes where it is published, answers items anew: those of rounds that are not over.
CREATE OR REPLACE FUNCTION app.answer_oit_items() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "OitItem" i SET version = i.version
  WHERE i."agencyId" = NEW."agencyId" AND app.is_oit_item_open(i."reviewResult", i."fiscalYear", (now() AT TIME ZONE 'Asia/Bangkok')::date);
  RETURN NULL;
END $$;

-- Every agency has the items of its rounds from the moment that they are announced: invented rounds concern the sample city alone. With the rights of the
-- owner: nobody adds or removes items but the registry.
CREATE OR REPLACE FUNCTION app.open_oit_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "OitItem" (id, "agencyId", "checklistItemId", "fiscalYear")
  SELECT md5(a.id::text || NEW.id)::uuid, a.id, NEW.id, r."fiscalYear"
  FROM "ItaRound" r JOIN "Agency" a ON (a.kind = 'SAMPLE') = r."isSample" WHERE r.id = NEW."roundId";
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.open_oit_items() FROM PUBLIC;

-- The same for an agency that comes later. Agencies are loaded by the registry itself, which the trail names where nobody else is known.
CREATE OR REPLACE FUNCTION app.open_oit_items_of_agency() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE actor CONSTANT text := coalesce(current_setting('app.account', true), '');
BEGIN
  PERFORM set_config('app.account', coalesce(nullif(actor, ''), app.registry_account()::text), true);
  INSERT INTO "OitItem" (id, "agencyId", "checklistItemId", "fiscalYear")
  SELECT md5(NEW.id::text || c.id)::uuid, NEW.id, c.id, r."fiscalYear"
  FROM "ItaRound" r JOIN "OitChecklistItem" c ON c."roundId" = r.id WHERE (NEW.kind = 'SAMPLE') = r."isSample";
  PERFORM set_config('app.account', actor, true);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.open_oit_items_of_agency() FROM PUBLIC;

-- An item of a checklist is corrected until an agency chose its answer or its review is known: then it would lose what it was answered by.
CREATE OR REPLACE FUNCTION app.keep_oit_checklist_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "OitItem" i WHERE i."checklistItemId" = OLD.id AND (i.answer IN ('CHOSEN', 'LINK') OR i."reviewResult" IS NOT NULL)) THEN
    RAISE EXCEPTION 'an agency has answered the item, or it was reviewed' USING ERRCODE = 'RG424';
  END IF;
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "OitItem" WHERE "checklistItemId" = OLD.id;
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.keep_oit_checklist_item() FROM PUBLIC;

-- What an item asks for, or what its topic is answered by, was changed: records answer it anew.
CREATE OR REPLACE FUNCTION app.answer_oit_items_again() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "OitItem" i SET version = i.version FROM "OitChecklistItem" c
  WHERE c.id = i."checklistItemId" AND NEW.id IN (c.id, c."topicId")
    AND app.is_oit_item_open(i."reviewResult", i."fiscalYear", (now() AT TIME ZONE 'Asia/Bangkok')::date);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.answer_oit_items_again() FROM PUBLIC;

-- Its agency and the city read what stands at an item: it names nothing that is not public. The registry adds and removes items; the agency says what
-- answers them, and what the reviewer said.
ALTER TABLE "OitItem" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OitItem" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "OitItem" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY city_reads_disclosed ON "OitItem" FOR SELECT USING (disclosure >= (SELECT app.floor()));
CREATE POLICY agency_changes_own ON "OitItem" FOR UPDATE USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY owner_keeps ON "OitItem" TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON "OitItem" TO registry_app;
GRANT UPDATE (answer, "editionId", "declarationId", "publicItemId", address, "publishedOn", "currentOn", "noteTh", "reviewResult", "reviewedOn", "reviewNoteTh",
  "appealedOn", "appealTextTh", "appealResult", "appealDecidedOn", "appealNoteTh", version, "updatedAt") ON "OitItem" TO registry_app;
CREATE TRIGGER answer BEFORE INSERT OR UPDATE ON "OitItem" FOR EACH ROW EXECUTE FUNCTION app.answer_oit_item();
CREATE TRIGGER disclose BEFORE INSERT OR UPDATE ON "OitItem" FOR EACH ROW EXECUTE FUNCTION app.disclose_structure();
CREATE TRIGGER keep_place BEFORE UPDATE ON "OitItem" FOR EACH ROW WHEN (OLD."agencyId" IS DISTINCT FROM NEW."agencyId" OR OLD.id IS DISTINCT FROM NEW.id
  OR OLD."checklistItemId" IS DISTINCT FROM NEW."checklistItemId") EXECUTE FUNCTION app.keep_place();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "OitItem" FOR EACH ROW EXECUTE FUNCTION app.audit();

CREATE TRIGGER z_answer_oit_items AFTER INSERT ON "Edition" FOR EACH ROW EXECUTE FUNCTION app.answer_oit_items();
CREATE TRIGGER z_answer_oit_items AFTER INSERT OR UPDATE OF status, "publishedOn", "publicationAddress", kind, "fiscalYear" ON "Declaration"
  FOR EACH ROW WHEN (NEW."publishedOn" IS NOT NULL) EXECUTE FUNCTION app.answer_oit_items();
CREATE TRIGGER z_answer_oit_items AFTER INSERT OR UPDATE OF status, "publishedOn", "publicationAddress", "currentOn", "oitTopicId" ON "PublicItem"
  FOR EACH ROW WHEN (NEW."publishedOn" IS NOT NULL) EXECUTE FUNCTION app.answer_oit_items();
CREATE TRIGGER open_oit_items AFTER INSERT ON "OitChecklistItem" FOR EACH ROW EXECUTE FUNCTION app.open_oit_items();
CREATE TRIGGER open_oit_items AFTER INSERT ON "Agency" FOR EACH ROW EXECUTE FUNCTION app.open_oit_items_of_agency();
CREATE TRIGGER keep_answered BEFORE UPDATE OR DELETE ON "OitChecklistItem" FOR EACH ROW EXECUTE FUNCTION app.keep_oit_checklist_item();
CREATE TRIGGER z_answer_oit_items AFTER UPDATE OF "topicId" ON "OitChecklistItem" FOR EACH ROW EXECUTE FUNCTION app.answer_oit_items_again();
CREATE TRIGGER z_answer_oit_items AFTER UPDATE OF "answeredBy", "declarationKind", "reportKind" ON "OitTopic"
  FOR EACH ROW EXECUTE FUNCTION app.answer_oit_items_again();

-- The keeper of reference data adds topics, says what they are answered by, and corrects checklists.
CREATE POLICY reference_keeper_adds ON "OitTopic" FOR INSERT WITH CHECK ((SELECT app.duty()) = 'reference');
CREATE POLICY reference_keeper_edits ON "OitTopic" FOR UPDATE USING ((SELECT app.duty()) = 'reference') WITH CHECK ((SELECT app.duty()) = 'reference');
CREATE POLICY reference_keeper_corrects ON "OitChecklistItem" FOR UPDATE USING ((SELECT app.duty()) = 'reference') WITH CHECK ((SELECT app.duty()) = 'reference');
CREATE POLICY reference_keeper_removes ON "OitChecklistItem" FOR DELETE USING ((SELECT app.duty()) = 'reference');
GRANT INSERT, UPDATE ("nameTh", "nameEn", "answeredBy", "declarationKind", "reportKind", version) ON "OitTopic" TO registry_app;
GRANT UPDATE (code, "textTh", "textEn", "indicatorId", "topicId"), DELETE ON "OitChecklistItem" TO registry_app;

-- The rounds that are there already: their items come with the actor that made them, the registry.
DO $$
BEGIN
  PERFORM set_config('app.account', app.registry_account()::text, true), set_config('app.act', 'openOitItems', true);
  INSERT INTO "OitItem" (id, "agencyId", "checklistItemId", "fiscalYear")
  SELECT md5(a.id::text || c.id)::uuid, a.id, c.id, r."fiscalYear"
  FROM "ItaRound" r JOIN "OitChecklistItem" c ON c."roundId" = r.id JOIN "Agency" a ON (a.kind = 'SAMPLE') = r."isSample";
  PERFORM set_config('app.account', '', true), set_config('app.act', '', true);
END $$;
