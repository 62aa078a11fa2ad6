-- The moment as of which a transaction reads; null where it reads what there is now.
CREATE OR REPLACE FUNCTION app.as_of() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.as_of', true), '')::timestamptz;

-- The first entry of the trail: before it there is nothing to answer from. When it was made is no secret, and readers of other trails may not look.
CREATE OR REPLACE FUNCTION app.trail_began() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT min(at) FROM "AuditEntry" $$;
REVOKE ALL ON FUNCTION app.trail_began() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.trail_began() TO registry_app;
