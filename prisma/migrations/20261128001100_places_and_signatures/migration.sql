-- What was submitted is not removed; no more is it moved into a draft, to be removed from there. And what somebody has signed was signed by
-- who acts: the trail has the account that wrote a row, and the row names no other. The owner, who loads and repairs, is trusted with more.

-- ------------------------------------------------------------------------------------------------------------------------------ places
-- Called for a row that would change what it is, or what it is a part of.
CREATE FUNCTION app.keep_place() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_owner() THEN
    RAISE EXCEPTION 'a % stays what it is, and in the record of which it is a part', TG_TABLE_NAME USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  place record;
  keys text[];
BEGIN
  -- Every record, and every part with the column that points to its whole.
  FOR place IN SELECT * FROM (VALUES
    ('Plan', NULL), ('SwotAnalysis', NULL), ('RiskRegister', NULL), ('DelegationOrder', NULL), ('LibraryRisk', NULL),
    ('PlanStatement', 'planId'), ('PrintedFigure', 'planId'), ('Project', 'planId'),
    ('ProjectStep', 'projectId'), ('TargetGroup', 'projectId'), ('BudgetLine', 'projectId'), ('Indicator', 'projectId'),
    ('ProjectUnit', 'projectId'), ('ProjectNote', 'projectId'), ('ProgressReport', 'projectId'), ('DelegationMeasure', 'projectId'),
    ('ProgressIndicatorValue', 'reportId'), ('DelegationChain', 'measureId'), ('DelegationDuty', 'measureId'),
    ('SwotItem', 'analysisId'), ('SwotItemRisk', 'itemId'), ('SwotItemProject', 'itemId'),
    ('Risk', 'registerId'), ('RiskCause', 'riskId'), ('Assessment', 'riskId'), ('Control', 'riskId'), ('Mitigation', 'riskId'),
    ('Acceptance', 'riskId'), ('RiskPower', 'riskId'),
    ('DelegatedPower', 'orderId'), ('MonthlyReport', 'orderId'), ('PowerUse', 'reportId'), ('LibraryMeasure', 'riskId')
  ) AS v (part, whole) LOOP
    SELECT array_agg(format('OLD.%1$I IS DISTINCT FROM NEW.%1$I', attname) ORDER BY attnum) INTO keys
    FROM pg_attribute WHERE attrelid = format('public.%I', place.part)::regclass AND attname IN ('agencyId', 'id', place.whole) AND NOT attisdropped;
    EXECUTE format('CREATE TRIGGER keep_place BEFORE UPDATE ON %I FOR EACH ROW WHEN (%s) EXECUTE FUNCTION app.keep_place()',
      place.part, array_to_string(keys, ' OR '));
  END LOOP;
END $$;

-- -------------------------------------------------------------------------------------------------------------------------- signatures
-- Called for a row that names another account than that which acts.
CREATE FUNCTION app.keep_signature() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_owner() THEN
    RAISE EXCEPTION 'nobody signs a % for another', TG_TABLE_NAME USING ERRCODE = 'RG403';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE signed record;
BEGIN
  FOR signed IN SELECT * FROM (VALUES
    ('Assessment', 'assessedById'), ('Acceptance', 'acceptedById'), ('Edition', 'accountId'), ('StatusChange', 'accountId'),
    ('LibraryResponse', 'accountId')
  ) AS v (part, signature) LOOP
    EXECUTE format('CREATE TRIGGER keep_signature BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.%2$I IS DISTINCT FROM app.account()) EXECUTE FUNCTION app.keep_signature()',
      signed.part, signed.signature);
  END LOOP;
END $$;

-- A change of status is a step of the life cycle, told in the role whose step it is.
CREATE FUNCTION app.keep_to_steps() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  acting CONSTANT text := current_setting('app.role', true);
  cycle CONSTANT text := CASE WHEN NEW."projectId" IS NOT NULL THEN 'PROJECT' WHEN NEW."orderId" IS NOT NULL THEN 'ORDER' ELSE 'RECORD' END;
BEGIN
  IF app.is_owner() OR (NEW.role::text = acting AND EXISTS (
    SELECT 1 FROM app.life_cycle_steps() s
    WHERE s.kind = cycle AND s.act = NEW.act::text AND s.was = NEW."fromStatus"::text AND s.becomes = NEW."toStatus"::text
      AND (s.doer = acting OR (s.doer = 'EDITOR' AND acting = 'APPROVER'))
  )) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'no step of this role leads from % to %', NEW."fromStatus", NEW."toStatus" USING ERRCODE = 'RG422';
END $$;
CREATE TRIGGER keep_to_steps BEFORE INSERT ON "StatusChange" FOR EACH ROW EXECUTE FUNCTION app.keep_to_steps();
