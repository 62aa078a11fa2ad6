-- What was submitted, approved or published says what it said (docs/decisions/0032): its content is written while it is a draft or is amended, as
-- lifecycle.logic.ts has it (`writtenAt`). The application asks for that in every act; here it is asked of whoever has the application's login.
-- Orders are kept by `keep_issued_order` and `keep_issued_lines`, and what is removed by `keep_submitted`.

-- The first argument names the columns that change at any time; a column that is not named stays, one of a later migration too. The others lead
-- from a part to its record: the column that points to the whole, that whole, its column, and so on; none for a record itself.
CREATE FUNCTION app.keep_content() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  free CONSTANT text[] := TG_ARGV[0]::text[];
  was CONSTANT jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - free END;
  becomes CONSTANT jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - free END;
  whole jsonb := coalesce(was, becomes);
  status text;
BEGIN
  IF was = becomes OR app.is_owner() THEN
    RETURN NEW;
  END IF;
  IF TG_NARGS = 1 THEN
    status := OLD.status;
  END IF;
  FOR i IN 1 .. TG_NARGS / 2 LOOP
    -- The record is held as it stands: nobody approves it until this is over.
    EXECUTE format('SELECT to_jsonb(w) FROM public.%I w WHERE w.id = $1 %s', TG_ARGV[2 * i], CASE WHEN 2 * i + 1 = TG_NARGS THEN 'FOR SHARE' END)
      INTO whole USING (whole ->> TG_ARGV[2 * i - 1])::uuid;
    status := whole ->> 'status';
  END LOOP;
  -- Without a status its record is gone already, and what belongs to it goes too.
  IF status IS NULL OR status IN ('DRAFT', 'AMENDING') THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'a % of what is neither a draft nor amended stays as it is', TG_TABLE_NAME USING ERRCODE = 'RG422';
END $$;

DO $$
DECLARE
  -- Derived, or kept by a life cycle of its own.
  derived CONSTANT text[] := ARRAY['version', 'updatedAt', 'disclosure', 'status', 'isAmendment', 'isImported'];
  place record;
  arguments text;
BEGIN
  -- A record, and the columns that are not its content.
  FOR place IN SELECT * FROM (VALUES
    -- The plan that it was copied from may be thrown away; the day of its announcement comes with its publication, see below.
    ('Plan', '{copiedFromId,announcedOn}'::text[]),
    ('SwotAnalysis', '{}'),
    -- A register from a document takes its method with its first assessment; see below.
    ('RiskRegister', '{methodId}'),
    ('LibraryRisk', '{publishedAt}')
  ) AS v (record, free) LOOP
    EXECUTE format('CREATE TRIGGER keep_content BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.status::text NOT IN (''DRAFT'', ''AMENDING'')) EXECUTE FUNCTION app.keep_content(%L)',
      place.record, (derived || place.free)::text);
  END LOOP;

  -- A part of a record: the columns that are not its content, and the way to the record. Drafts, and a change of disclosure that follows from the
  -- record's status, call nothing. Triggers of a row run by name: "disclose" has said how far a new row is disclosed.
  FOR place IN SELECT * FROM (VALUES
    ('PlanStatement', '{}'::text[], '{planId,Plan}'::text[]), ('PrintedFigure', '{}', '{planId,Plan}'),
    ('Project', '{copiedFromId}', '{planId,Plan}'),
    ('ProjectStep', '{}', '{projectId,Project,planId,Plan}'), ('TargetGroup', '{}', '{projectId,Project,planId,Plan}'),
    ('BudgetLine', '{}', '{projectId,Project,planId,Plan}'), ('Indicator', '{}', '{projectId,Project,planId,Plan}'),
    ('ProjectUnit', '{}', '{projectId,Project,planId,Plan}'), ('ProjectNote', '{}', '{projectId,Project,planId,Plan}'),
    ('DelegationMeasure', '{}', '{projectId,Project,planId,Plan}'),
    ('DelegationChain', '{}', '{measureId,DelegationMeasure,projectId,Project,planId,Plan}'),
    ('DelegationDuty', '{}', '{measureId,DelegationMeasure,projectId,Project,planId,Plan}'),
    ('SwotItem', '{}', '{analysisId,SwotAnalysis}'),
    ('AreaWithoutRisk', '{}', '{registerId,RiskRegister}'),
    ('Risk', '{level,score,likelihood,impact,currentAssessmentId}', '{registerId,RiskRegister}'),
    ('RiskCause', '{}', '{riskId,Risk,registerId,RiskRegister}'), ('Control', '{}', '{riskId,Risk,registerId,RiskRegister}'),
    ('RiskPower', '{}', '{riskId,Risk,registerId,RiskRegister}'),
    ('Mitigation', '{progressPercent,doneOn,dueOn,cancelReasonTh}', '{riskId,Risk,registerId,RiskRegister}')
  ) AS v (part, free, way) LOOP
    arguments := concat_ws(', ', quote_literal(derived || place.free),
      (SELECT string_agg(quote_literal(step), ', ') FROM unnest(place.way) step));
    EXECUTE format('CREATE TRIGGER keep_content BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.disclosure > 0 AND OLD.disclosure = NEW.disclosure) EXECUTE FUNCTION app.keep_content(%s)',
      place.part, arguments);
    -- A risk that was assessed upwards is answered at once.
    CONTINUE WHEN place.part = 'Mitigation';
    EXECUTE format('CREATE TRIGGER keep_content_whole BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.disclosure > 0) EXECUTE FUNCTION app.keep_content(%s)',
      place.part, arguments);
  END LOOP;
END $$;

CREATE TRIGGER keep_method BEFORE UPDATE ON "RiskRegister" FOR EACH ROW
  WHEN (OLD."methodId" <> NEW."methodId" AND OLD.status NOT IN ('DRAFT', 'AMENDING')) EXECUTE FUNCTION app.keep_content('{}');

CREATE TRIGGER keep_announced_day BEFORE UPDATE ON "Plan" FOR EACH ROW
  WHEN (OLD."announcedOn" IS DISTINCT FROM NEW."announcedOn" AND OLD.status NOT IN ('DRAFT', 'AMENDING', 'APPROVED')) EXECUTE FUNCTION app.keep_content('{}');

-- The city's library has no disclosure: it is offered to all, or a draft.
CREATE TRIGGER keep_content BEFORE INSERT OR UPDATE OR DELETE ON "LibraryMeasure" FOR EACH ROW
  EXECUTE FUNCTION app.keep_content('{}', 'libraryRiskId', 'LibraryRisk');
