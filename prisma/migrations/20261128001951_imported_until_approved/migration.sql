-- A record that was taken from a document stays that until the centre approves what its agency has made of it (docs/decisions/0033). So far it was
-- acted on the moment its agency began to amend it: years of reports and reviews were owed, and overdue, at once.

-- True from the import until the centre first approves the record. Derived, like isAmendment, and whatever a statement says.
ALTER TABLE "Plan" ADD COLUMN "isImported" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "SwotAnalysis" ADD COLUMN "isImported" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "RiskRegister" ADD COLUMN "isImported" BOOLEAN NOT NULL DEFAULT false;

-- Records that are imported, or amended since without an approval behind them; each change is in the trail, with its reason. The trigger that
-- derives the column is replaced afterwards: it knows only of what happens from here on.
DO $$
DECLARE
  place record;
  record record;
BEGIN
  PERFORM set_config('app.account', app.registry_account()::text, true), set_config('app.act', 'markImported', true),
    set_config('app.reason', 'นำเข้าจากเอกสาร และ ศปท.กทม. ยังไม่เคยเห็นชอบในทะเบียนนี้ (docs/decisions/0033)', true);
  FOR place IN SELECT * FROM (VALUES ('Plan', 'planId'), ('SwotAnalysis', 'analysisId'), ('RiskRegister', 'registerId')) AS v (name, link) LOOP
    PERFORM set_config('app.floor', '0', true);
    FOR record IN EXECUTE format('SELECT r."agencyId", r.id FROM %I r WHERE r.status = ''IMPORTED'' OR (r."isAmendment"
      AND EXISTS (SELECT 1 FROM "StatusChange" s WHERE s."agencyId" = r."agencyId" AND s.%2$I = r.id AND s."fromStatus" = ''IMPORTED'')
      AND NOT EXISTS (SELECT 1 FROM "StatusChange" s WHERE s."agencyId" = r."agencyId" AND s.%2$I = r.id AND s.act = ''APPROVE''))',
      place.name, place.link)
    LOOP
      PERFORM set_config('app.agency', record."agencyId"::text, true);
      EXECUTE format('UPDATE %I SET "isImported" = true WHERE "agencyId" = $1 AND id = $2', place.name) USING record."agencyId", record.id;
    END LOOP;
    PERFORM set_config('app.agency', '', true), set_config('app.floor', '', true);
  END LOOP;
  PERFORM set_config('app.account', '', true), set_config('app.act', '', true), set_config('app.reason', '', true);
END $$;

CREATE OR REPLACE FUNCTION app.disclose_record() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."isAmendment" := NEW.status = 'AMENDING'
    OR (TG_OP = 'UPDATE' AND OLD."isAmendment" AND NEW.status IN ('SUBMITTED', 'RETURNED'));
  NEW."isImported" := NEW.status = 'IMPORTED' OR (TG_OP = 'UPDATE' AND OLD."isImported" AND NEW."isAmendment");
  NEW.disclosure := CASE WHEN NEW."isAmendment" THEN 2 ELSE app.disclosure_of_record(NEW.status) END;
  RETURN NEW;
END $$;

-- The centre's decision ends an amendment, and that a record is no more than imported.
CREATE OR REPLACE FUNCTION app.keep_to_review() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE moved CONSTANT text[] := ARRAY['status', 'version', 'disclosure', 'isAmendment', 'isImported', 'updatedAt'];
BEGIN
  IF app.agency() IS NULL AND app.duty() = 'centre' AND to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved THEN
    RAISE EXCEPTION 'the centre changes nothing but the status of a record' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
