-- Refuses a change that found nothing to change, in the statement itself: so the statements that stand on it can travel in the same packet,
-- and are not run when it is refused.
CREATE OR REPLACE FUNCTION app.require_change(changed bigint) RETURNS boolean LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
BEGIN
  IF changed = 0 THEN
    RAISE EXCEPTION 'nothing was left to change at the expected version' USING ERRCODE = 'RG409';
  END IF;
  RETURN true;
END $$;
