-- An activity has the numbers of its kind alone.
CREATE OR REPLACE FUNCTION app.keep_numbers_of_kind() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  every CONSTANT text[] := ARRAY['invitedCount', 'attendedCount', 'passedCount', 'respondentCount', 'averageScore', 'scoreMax', 'percentPrinted'];
  given CONSTANT jsonb := jsonb_strip_nulls(to_jsonb(NEW));
BEGIN
  IF EXISTS (SELECT FROM unnest(every) number WHERE given ? number AND number <> ALL (app.activity_numbers(NEW.kind))) THEN
    RAISE EXCEPTION 'a % does not have one of its numbers', NEW.kind USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
