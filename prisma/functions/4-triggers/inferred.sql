-- A value that is stated anew is no longer inferred: its mark is removed here, so that no act has to do it. Statements that write the marks
-- themselves keep them.
CREATE OR REPLACE FUNCTION app.settle_inferred() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  was CONSTANT jsonb := to_jsonb(OLD);
  becomes CONSTANT jsonb := to_jsonb(NEW);
BEGIN
  -- A relation is marked by its name; the column that holds it ends in Id.
  NEW.inferred := ARRAY(SELECT field FROM unnest(OLD.inferred) field
    WHERE was -> field IS NOT DISTINCT FROM becomes -> field AND was -> (field || 'Id') IS NOT DISTINCT FROM becomes -> (field || 'Id'));
  RETURN NEW;
END $$;
