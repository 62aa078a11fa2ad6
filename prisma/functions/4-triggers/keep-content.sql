-- The first argument names the columns that change at any time; a column that is not named stays, one of a later migration too. The others lead
-- from a part to its record: the column that points to the whole, that whole, its column, and so on; none for a record itself.
CREATE OR REPLACE FUNCTION app.keep_content() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
    -- The record is locked, so that it is not approved at the same time.
    EXECUTE format('SELECT to_jsonb(w) FROM public.%I w WHERE w.id = $1 %s', TG_ARGV[2 * i], CASE WHEN 2 * i + 1 = TG_NARGS THEN 'FOR SHARE' END)
      INTO whole USING (whole ->> TG_ARGV[2 * i - 1])::uuid;
    status := whole ->> 'status';
  END LOOP;
  -- Without a status its record is gone already, and what belongs to it goes too.
  IF status IS NULL OR status IN ('DRAFT', 'AMENDING', 'CORRECTING') THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'a % of what is neither a draft nor amended stays as it is', TG_TABLE_NAME USING ERRCODE = 'RG422';
END $$;
