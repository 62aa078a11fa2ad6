-- What the application keeps to, the database holds whoever has its login to: a status moves along its life cycle, in the role whose step it
-- is; what was submitted is not removed, nor the history of anything; and the login can do nothing beside that. The owner, who loads
-- documents and repairs, is trusted with more.

-- ------------------------------------------------------------------------------------------------------------------------- life cycles
-- The steps of every life cycle, as packages/schema/src/lifecycle/lifecycle.logic.ts and its neighbours have them; a test compares the two.
CREATE FUNCTION app.life_cycle_steps() RETURNS TABLE (kind text, act text, was text, becomes text, doer text) LANGUAGE sql IMMUTABLE
SET search_path = public, pg_temp AS $$
  VALUES
    ('RECORD', 'SUBMIT', 'DRAFT', 'SUBMITTED', 'APPROVER'),
    ('RECORD', 'RETURN', 'SUBMITTED', 'RETURNED', 'CENTRE'),
    ('RECORD', 'REVISE', 'RETURNED', 'DRAFT', 'EDITOR'),
    ('RECORD', 'APPROVE', 'SUBMITTED', 'APPROVED', 'CENTRE'),
    ('RECORD', 'PUBLISH', 'APPROVED', 'PUBLISHED', 'APPROVER'),
    ('RECORD', 'AMEND', 'APPROVED', 'DRAFT', 'APPROVER'),
    ('RECORD', 'AMEND', 'PUBLISHED', 'DRAFT', 'APPROVER'),
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

-- The role is what the connection says; that the account holds it, the audit trigger looks up.
CREATE FUNCTION app.keep_to_life_cycle() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE acting CONSTANT text := current_setting('app.role', true);
BEGIN
  IF app.is_owner() OR EXISTS (
    SELECT 1 FROM app.life_cycle_steps() s
    WHERE s.kind = TG_ARGV[0] AND s.was = OLD.status::text AND s.becomes = NEW.status::text
      AND (s.doer = acting OR (s.doer = 'EDITOR' AND acting = 'APPROVER'))
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% does not move from % to % in this role', TG_TABLE_NAME, OLD.status, NEW.status USING ERRCODE = 'RG422';
END $$;

-- Called for a row that does not stand where its life cycle begins.
CREATE FUNCTION app.begin_life_cycle() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_owner() THEN
    RAISE EXCEPTION '% does not begin as %', TG_TABLE_NAME, NEW.status USING ERRCODE = 'RG422';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE place record;
BEGIN
  FOR place IN SELECT * FROM (VALUES
    ('Plan', 'RECORD', '{DRAFT}'::text[]), ('SwotAnalysis', 'RECORD', '{DRAFT}'), ('RiskRegister', 'RECORD', '{DRAFT}'),
    ('Project', 'PROJECT', '{PLANNED}'), ('DelegationOrder', 'ORDER', '{DRAFT}'), ('LibraryRisk', 'LIBRARY', '{DRAFT}'),
    -- Work that is under way is carried forward into the next year's register.
    ('Mitigation', 'MITIGATION', '{PLANNED,IN_PROGRESS}')
  ) AS v (part, kind, beginnings) LOOP
    EXECUTE format('CREATE TRIGGER keep_to_life_cycle BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION app.keep_to_life_cycle(%L)',
      place.part, place.kind);
    EXECUTE format('CREATE TRIGGER begin_life_cycle AFTER INSERT ON %I FOR EACH ROW WHEN (NEW.status NOT IN (%s)) EXECUTE FUNCTION app.begin_life_cycle()',
      place.part, (SELECT string_agg(quote_literal(beginning), ', ') FROM unnest(place.beginnings) beginning));
  END LOOP;
END $$;

-- ----------------------------------------------------------------------------------------------------------------------------- history
-- A record, and everything in it, is removed only while it is a draft: disclosure 0 says so, which the database derives itself. With it
-- would go what is never removed: assessments, acceptances, reports, what was decided and why.
CREATE FUNCTION app.keep_submitted() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_owner() THEN
    RAISE EXCEPTION 'a % of a record that was submitted is not removed', TG_TABLE_NAME USING ERRCODE = 'RG422';
  END IF;
  RETURN OLD;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Plan', 'PlanStatement', 'PrintedFigure', 'Project', 'ProjectStep', 'TargetGroup', 'BudgetLine', 'Indicator',
    'ProjectUnit', 'ProjectNote', 'ProgressReport', 'DelegationMeasure', 'DelegationChain', 'DelegationDuty',
    'SwotAnalysis', 'SwotItem', 'RiskRegister', 'Risk', 'RiskCause', 'Assessment', 'Control', 'Mitigation', 'Acceptance',
    'DelegationOrder', 'DelegatedPower', 'MonthlyReport', 'StatusChange', 'ReviewComment'] LOOP
    EXECUTE format('CREATE TRIGGER keep_submitted BEFORE DELETE ON %I FOR EACH ROW WHEN (OLD.disclosure > 0) EXECUTE FUNCTION app.keep_submitted()', t);
  END LOOP;
END $$;

-- A draft that was submitted before has a history, and so has a project that was begun or reported on. The argument is the column by which
-- changes of status point to it.
CREATE FUNCTION app.keep_history() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE has_history boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM "StatusChange" WHERE "agencyId" = $1 AND %I = $2)', TG_ARGV[0])
    INTO has_history USING OLD."agencyId", OLD.id;
  IF TG_TABLE_NAME = 'Project' THEN
    has_history := has_history OR EXISTS (SELECT 1 FROM "ProgressReport" WHERE "agencyId" = OLD."agencyId" AND "projectId" = OLD.id);
  END IF;
  IF has_history AND NOT app.is_owner() THEN
    RAISE EXCEPTION 'a % with a history is not removed', TG_TABLE_NAME USING ERRCODE = 'RG422';
  END IF;
  RETURN OLD;
END $$;

DO $$
DECLARE place record;
BEGIN
  FOR place IN SELECT * FROM (VALUES ('Plan', 'planId'), ('SwotAnalysis', 'analysisId'), ('RiskRegister', 'registerId'),
    ('Project', 'projectId'), ('DelegationOrder', 'orderId')) AS v (owner, link) LOOP
    EXECUTE format('CREATE TRIGGER keep_history BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.keep_history(%L)',
      place.owner, place.link);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------------- what else a login can do
-- Temporary tables and a way in are for those who were given one. Only the owner of the database can say so: an administrator does it where
-- somebody else migrates (`npm run database -- prepare`), and a start says what is missing. Large objects are taken away there, too:
-- their functions belong to the server.
DO $$
BEGIN
  IF pg_has_role((SELECT datdba FROM pg_database WHERE datname = current_database()), 'USAGE') THEN
    EXECUTE format('REVOKE TEMPORARY, CONNECT ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO registry_app', current_database());
  END IF;
END $$;
