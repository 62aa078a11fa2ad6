-- What was signed stays as it was signed. The database asks of an order when it is issued who signed it and for whom (docs/decisions/0026); here it
-- keeps that answer true afterwards: whoever has the application's login could otherwise issue a lawful order and then change its delegator. What
-- still happens to an issued order is its end, its circular and its announcement, and to its lines that they are taken back.

-- The columns that an act still writes once an order is issued; each column that is not named here stays, those of later migrations too.
CREATE FUNCTION app.keep_issued_order() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE written CONSTANT text[] := ARRAY['status', 'version', 'disclosure', 'updatedAt', 'endedOn', 'supersededById', 'circularNo', 'circularOn',
  'announcedThrough', 'announcedOn', 'announcementKind', 'announcementNo', 'announcementSignedById', 'announcementSignerCapacity', 'announcementAddress'];
BEGIN
  IF NOT app.is_owner() AND (to_jsonb(NEW) - written <> to_jsonb(OLD) - written OR (OLD."endedOn" IS NOT NULL AND NEW."endedOn" IS DISTINCT FROM OLD."endedOn")) THEN
    RAISE EXCEPTION 'an order stays as it was issued' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_issued_order BEFORE UPDATE ON "DelegationOrder" FOR EACH ROW WHEN (OLD.status <> 'DRAFT') EXECUTE FUNCTION app.keep_issued_order();

-- An order that is thrown away as a draft is gone before its lines are.
CREATE FUNCTION app.keep_issued_lines() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  written CONSTANT text[] := ARRAY['version', 'disclosure', 'revokedOn', 'revokedByOrderId'];
  line CONSTANT "DelegatedPower" := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF app.is_owner() OR NOT EXISTS (
    SELECT 1 FROM "DelegationOrder" o WHERE o."agencyId" = line."agencyId" AND o.id = line."orderId" AND o.status <> 'DRAFT'
  ) OR (TG_OP = 'UPDATE' AND to_jsonb(NEW) - written = to_jsonb(OLD) - written
    AND (OLD."revokedOn" IS NULL OR NEW."revokedOn" IS NOT DISTINCT FROM OLD."revokedOn")) THEN
    RETURN line;
  END IF;
  RAISE EXCEPTION 'the lines of an order stay as they were issued' USING ERRCODE = 'RG422';
END $$;
CREATE TRIGGER keep_issued_lines BEFORE INSERT OR UPDATE OR DELETE ON "DelegatedPower" FOR EACH ROW EXECUTE FUNCTION app.keep_issued_lines();
