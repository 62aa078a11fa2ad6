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
