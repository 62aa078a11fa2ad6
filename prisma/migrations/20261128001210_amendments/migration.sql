-- Amending hides nothing (docs/decisions/0024): a record that was approved, published or imported is written again as AMENDING, and from
-- then until the centre approves it, it is disclosed as it was, also while it is submitted and when it is returned.

-- True from AMEND until the centre approves what was written. Derived, like the disclosure that follows from it.
ALTER TABLE "Plan" ADD COLUMN "isAmendment" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "SwotAnalysis" ADD COLUMN "isAmendment" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "RiskRegister" ADD COLUMN "isAmendment" BOOLEAN NOT NULL DEFAULT false;

-- What the record said when it was taken up, so that whoever reviews can compare, also where no edition was published.
ALTER TABLE "StatusChange" ADD COLUMN "contentBefore" TEXT,
  ADD CONSTRAINT content_of_amendment CHECK ("contentBefore" IS NULL OR act = 'AMEND');

-- ------------------------------------------------------------------------------------------------------------------------- disclosure
CREATE OR REPLACE FUNCTION app.disclosure_of_record(status "RecordStatus") RETURNS smallint LANGUAGE sql IMMUTABLE
RETURN CASE status WHEN 'DRAFT' THEN 0 WHEN 'SUBMITTED' THEN 1 WHEN 'RETURNED' THEN 1 ELSE 2 END::smallint;

CREATE OR REPLACE FUNCTION app.disclose_record() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."isAmendment" := NEW.status = 'AMENDING'
    OR (TG_OP = 'UPDATE' AND OLD."isAmendment" AND NEW.status IN ('SUBMITTED', 'RETURNED'));
  NEW.disclosure := CASE WHEN NEW."isAmendment" THEN 2 ELSE app.disclosure_of_record(NEW.status) END;
  RETURN NEW;
END $$;

-- ------------------------------------------------------------------------------------------------------------------------- life cycles
CREATE OR REPLACE FUNCTION app.life_cycle_steps() RETURNS TABLE (kind text, act text, was text, becomes text, doer text) LANGUAGE sql IMMUTABLE
SET search_path = public, pg_temp AS $$
  VALUES
    ('RECORD', 'SUBMIT', 'DRAFT', 'SUBMITTED', 'APPROVER'),
    ('RECORD', 'SUBMIT', 'AMENDING', 'SUBMITTED', 'APPROVER'),
    ('RECORD', 'RETURN', 'SUBMITTED', 'RETURNED', 'CENTRE'),
    ('RECORD', 'REVISE', 'RETURNED', 'DRAFT', 'EDITOR'),
    ('RECORD', 'REVISE', 'RETURNED', 'AMENDING', 'EDITOR'),
    ('RECORD', 'APPROVE', 'SUBMITTED', 'APPROVED', 'CENTRE'),
    ('RECORD', 'PUBLISH', 'APPROVED', 'PUBLISHED', 'APPROVER'),
    ('RECORD', 'AMEND', 'IMPORTED', 'AMENDING', 'APPROVER'),
    ('RECORD', 'AMEND', 'APPROVED', 'AMENDING', 'APPROVER'),
    ('RECORD', 'AMEND', 'PUBLISHED', 'AMENDING', 'APPROVER'),
    ('RECORD', 'CLOSE', 'PUBLISHED', 'CLOSED', 'APPROVER'),
    ('PROJECT', 'START', 'PLANNED', 'IN_PROGRESS', 'EDITOR'),
    ('PROJECT', 'COMPLETE', 'IN_PROGRESS', 'DONE', 'EDITOR'),
    ('PROJECT', 'CANCEL', 'PLANNED', 'CANCELLED', 'APPROVER'),
    ('PROJECT', 'CANCEL', 'IN_PROGRESS', 'CANCELLED', 'APPROVER'),
    ('ORDER', 'ISSUE', 'DRAFT', 'ISSUED', 'APPROVER'),
    ('ORDER', 'REVOKE', 'ISSUED', 'REVOKED', 'APPROVER'),
    ('ORDER', 'SUPERSEDE', 'ISSUED', 'SUPERSEDED', 'APPROVER'),
    ('MITIGATION', 'REPORT_PROGRESS', 'PLANNED', 'IN_PROGRESS', 'EDITOR'),
    ('MITIGATION', 'COMPLETE', 'PLANNED', 'DONE', 'EDITOR'),
    ('MITIGATION', 'COMPLETE', 'IN_PROGRESS', 'DONE', 'EDITOR'),
    ('MITIGATION', 'CANCEL', 'PLANNED', 'CANCELLED', 'APPROVER'),
    ('MITIGATION', 'CANCEL', 'IN_PROGRESS', 'CANCELLED', 'APPROVER'),
    ('LIBRARY', 'PUBLISH', 'DRAFT', 'PUBLISHED', 'CENTRE'),
    ('LIBRARY', 'WITHDRAW', 'PUBLISHED', 'WITHDRAWN', 'CENTRE')
$$;

-- Of the two ways back from RETURNED, a record takes the one by which it came: an amendment that became a draft would be hidden after all.
CREATE OR REPLACE FUNCTION app.keep_to_life_cycle() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  acting CONSTANT text := current_setting('app.role', true);
  is_amendment CONSTANT boolean := coalesce((to_jsonb(OLD) ->> 'isAmendment')::boolean, false);
BEGIN
  IF app.is_owner() OR EXISTS (
    SELECT 1 FROM app.life_cycle_steps() s
    WHERE s.kind = TG_ARGV[0] AND s.was = OLD.status::text AND s.becomes = NEW.status::text
      AND (s.act <> 'REVISE' OR is_amendment = (s.becomes = 'AMENDING'))
      AND (s.doer = acting OR (s.doer = 'EDITOR' AND acting = 'APPROVER'))
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% does not move from % to % in this role', TG_TABLE_NAME, OLD.status, NEW.status USING ERRCODE = 'RG422';
END $$;

-- The centre's decision ends an amendment.
CREATE OR REPLACE FUNCTION app.keep_to_review() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE moved CONSTANT text[] := ARRAY['status', 'version', 'disclosure', 'isAmendment', 'updatedAt'];
BEGIN
  IF app.agency() IS NULL AND app.duty() = 'centre' AND to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved THEN
    RAISE EXCEPTION 'the centre changes nothing but the status of a record' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- ----------------------------------------------------------------------------------------------------------------------------- history
-- A record is removed only while it is a draft (disclosure 0), and so is what it consists of; a part also while its record is amended, and
-- when the whole to which it belongs goes: that this may go was asked of it. The arguments lead from the part to its record: the column that
-- points to the whole, that whole, its column, and so on; none where nothing is ever removed once it was disclosed.
CREATE OR REPLACE FUNCTION app.keep_submitted() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  whole jsonb := to_jsonb(OLD);
BEGIN
  IF app.is_owner() THEN
    RETURN OLD;
  END IF;
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    EXECUTE format('SELECT to_jsonb(w) FROM public.%I w WHERE w."agencyId" = $1 AND w.id = $2', TG_ARGV[2 * i + 1])
      INTO whole USING OLD."agencyId", (whole ->> TG_ARGV[2 * i])::uuid;
    IF whole IS NULL THEN
      RETURN OLD;
    END IF;
  END LOOP;
  IF TG_NARGS > 0 AND whole ->> 'status' = 'AMENDING' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a % of a record that was submitted is not removed', TG_TABLE_NAME USING ERRCODE = 'RG422';
END $$;

DO $$
DECLARE place record;
BEGIN
  FOR place IN SELECT * FROM (VALUES
    ('PlanStatement', '{planId,Plan}'::text[]), ('PrintedFigure', '{planId,Plan}'), ('Project', '{planId,Plan}'),
    ('ProjectStep', '{projectId,Project,planId,Plan}'), ('TargetGroup', '{projectId,Project,planId,Plan}'),
    ('BudgetLine', '{projectId,Project,planId,Plan}'), ('Indicator', '{projectId,Project,planId,Plan}'),
    ('ProjectUnit', '{projectId,Project,planId,Plan}'), ('ProjectNote', '{projectId,Project,planId,Plan}'),
    ('ProgressReport', '{projectId,Project,planId,Plan}'), ('DelegationMeasure', '{projectId,Project,planId,Plan}'),
    ('DelegationChain', '{measureId,DelegationMeasure,projectId,Project,planId,Plan}'),
    ('DelegationDuty', '{measureId,DelegationMeasure,projectId,Project,planId,Plan}'),
    ('SwotItem', '{analysisId,SwotAnalysis}'), ('Risk', '{registerId,RiskRegister}'),
    ('RiskCause', '{riskId,Risk,registerId,RiskRegister}'), ('Assessment', '{riskId,Risk,registerId,RiskRegister}'),
    ('Control', '{riskId,Risk,registerId,RiskRegister}'), ('Mitigation', '{riskId,Risk,registerId,RiskRegister}'),
    ('Acceptance', '{riskId,Risk,registerId,RiskRegister}')
  ) AS v (part, way) LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER keep_submitted BEFORE DELETE ON %I FOR EACH ROW WHEN (OLD.disclosure > 0) EXECUTE FUNCTION app.keep_submitted(%s)',
      place.part, (SELECT string_agg(quote_literal(step), ', ') FROM unnest(place.way) step));
  END LOOP;
  -- A comment goes with the item that it is about.
  FOR place IN SELECT * FROM (VALUES
    ('riskId', '{riskId,Risk,registerId,RiskRegister}'::text[]), ('projectId', '{projectId,Project,planId,Plan}'),
    ('itemId', '{itemId,SwotItem,analysisId,SwotAnalysis}')
  ) AS v (link, way) LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON "ReviewComment" FOR EACH ROW WHEN (OLD.disclosure > 0 AND OLD.%I IS NOT NULL) EXECUTE FUNCTION app.keep_submitted(%s)',
      'keep_submitted_by_' || place.link, place.link, (SELECT string_agg(quote_literal(step), ', ') FROM unnest(place.way) step));
  END LOOP;
END $$;
CREATE OR REPLACE TRIGGER keep_submitted BEFORE DELETE ON "ReviewComment" FOR EACH ROW
  WHEN (OLD.disclosure > 0 AND OLD."riskId" IS NULL AND OLD."projectId" IS NULL AND OLD."itemId" IS NULL) EXECUTE FUNCTION app.keep_submitted();

-- --------------------------------------------------------------------------------------------------- amendments that are under way already
-- Until now amending made a draft of a record. What was amended and not approved since is an amendment from here on, disclosed again.
DO $$
DECLARE
  place record;
  record record;
BEGIN
  PERFORM set_config('app.account', app.registry_account()::text, true), set_config('app.act', 'keepAmendmentsDisclosed', true),
    set_config('app.reason', 'การแก้ไขเพื่อออกฉบับใหม่ไม่ซ่อนสิ่งที่เปิดเผยแล้ว (docs/decisions/0024)', true);
  FOR place IN SELECT * FROM (VALUES ('Plan', 'planId'), ('SwotAnalysis', 'analysisId'), ('RiskRegister', 'registerId')) AS v (name, link) LOOP
    PERFORM set_config('app.floor', '0', true);
    FOR record IN EXECUTE format('SELECT r."agencyId", r.id, r.status FROM %I r WHERE r.status IN (''DRAFT'', ''SUBMITTED'', ''RETURNED'')
      AND (SELECT s.act FROM "StatusChange" s WHERE s."agencyId" = r."agencyId" AND s.%I = r.id AND s.act IN (''AMEND'', ''APPROVE'')
        ORDER BY s.at DESC, s.id DESC LIMIT 1) = ''AMEND''', place.name, place.link)
    LOOP
      PERFORM set_config('app.agency', record."agencyId"::text, true);
      EXECUTE format('UPDATE %I SET status = ''AMENDING'' WHERE "agencyId" = $1 AND id = $2', place.name) USING record."agencyId", record.id;
      IF record.status <> 'DRAFT' THEN
        EXECUTE format('UPDATE %I SET status = $3 WHERE "agencyId" = $1 AND id = $2', place.name) USING record."agencyId", record.id, record.status;
      END IF;
    END LOOP;
    PERFORM set_config('app.agency', '', true), set_config('app.floor', '', true);
  END LOOP;
  PERFORM set_config('app.account', '', true), set_config('app.act', '', true), set_config('app.reason', '', true);
END $$;
