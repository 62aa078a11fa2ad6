-- The positions for which a position signs on a day: itself, and those that it stands in for.
CREATE OR REPLACE FUNCTION app.signs_for(agency uuid, signer uuid, day date) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT signer
  UNION
  SELECT a."actsForId" FROM "ActingAppointment" a
  WHERE a."agencyId" = agency AND a."positionId" = signer AND app.lasts(a."validFrom", a."validTo", day)
$$;
