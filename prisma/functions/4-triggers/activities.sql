-- An activity has the details of its kind alone, and a meeting of a committee has its committee.
CREATE OR REPLACE FUNCTION app.keep_details_of_kind() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  every CONSTANT text[] := ARRAY['invitedCount', 'attendedCount', 'passedCount', 'respondentCount', 'averageScore', 'scoreMax', 'percentPrinted',
    'committeeId', 'agendaTh', 'resolutionsTh'];
  given CONSTANT jsonb := jsonb_strip_nulls(to_jsonb(NEW));
BEGIN
  IF EXISTS (SELECT FROM unnest(every) detail WHERE given ? detail AND detail <> ALL (app.activity_details(NEW.kind))) OR (NEW.kind = 'COMMITTEE_MEETING' AND NEW."committeeId" IS NULL) THEN
    RAISE EXCEPTION 'a % does not have one of its details', NEW.kind USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
