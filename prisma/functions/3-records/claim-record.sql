-- The version that clients know is the sum of the record's own version and the number of its contents: both only grow. It locks the record
-- until the transaction ends, so that no part changes, and then compares: with the sum, or with the heading alone for acts that write only
-- the heading, which changed parts do not hinder. The comparison is a statement of its own, to see what was committed while it waited for
-- the lock. The agency is null for a city role, whose rows the policies choose.
CREATE OR REPLACE FUNCTION app.claim_record(kind text, agency uuid, record uuid, expected integer, whole boolean) RETURNS boolean
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  own record;
  content "ContentRevision";
BEGIN
  CASE kind
    WHEN 'Plan' THEN
      SELECT r."agencyId", r.version INTO own FROM "Plan" r WHERE r.id = record AND r."agencyId" = coalesce(agency, r."agencyId") FOR NO KEY UPDATE;
    WHEN 'SwotAnalysis' THEN
      SELECT r."agencyId", r.version INTO own FROM "SwotAnalysis" r WHERE r.id = record AND r."agencyId" = coalesce(agency, r."agencyId") FOR NO KEY UPDATE;
    WHEN 'RiskRegister' THEN
      SELECT r."agencyId", r.version INTO own FROM "RiskRegister" r WHERE r.id = record AND r."agencyId" = coalesce(agency, r."agencyId") FOR NO KEY UPDATE;
    WHEN 'YearReport' THEN
      SELECT r."agencyId", r.version INTO own FROM "YearReport" r WHERE r.id = record AND r."agencyId" = coalesce(agency, r."agencyId") FOR NO KEY UPDATE;
    WHEN 'DelegationOrder' THEN
      SELECT r."agencyId", r.version INTO own FROM "DelegationOrder" r WHERE r.id = record AND r."agencyId" = coalesce(agency, r."agencyId") FOR NO KEY UPDATE;
  END CASE;
  SELECT * INTO content FROM "ContentRevision" c WHERE c."agencyId" = own."agencyId" AND c.id = record;
  IF expected BETWEEN own.version + (CASE WHEN whole THEN content.number ELSE content."atHeading" END) AND own.version + content.number THEN
    RETURN true;
  END IF;
  RAISE EXCEPTION 'the record is not as it was at the expected version' USING ERRCODE = 'RG409';
END $$;
