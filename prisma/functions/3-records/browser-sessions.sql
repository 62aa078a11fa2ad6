-- Begins the session of a browser, in place of the one that the browser had, and removes what has expired.
CREATE OR REPLACE FUNCTION app.begin_session(hash text, from_issuer text, signed_in text, provider_session text, sealed text, idle_seconds int, life_seconds int, replaced text)
RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  DELETE FROM "BrowserSession" WHERE "tokenHash" = replaced OR "tokenHash" IN (
    SELECT s."tokenHash" FROM "BrowserSession" s WHERE s."idleUntil" <= now() LIMIT 1000 FOR UPDATE SKIP LOCKED);
  INSERT INTO "BrowserSession" ("tokenHash", issuer, subject, "providerSession", "sealedIdToken", "idleUntil", "endsAt")
  VALUES (hash, from_issuer, signed_in, provider_session, sealed,
    now() + make_interval(secs => least(idle_seconds, life_seconds)), now() + make_interval(secs => life_seconds))
$$;
REVOKE ALL ON FUNCTION app.begin_session(text, text, text, text, text, int, int, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.begin_session(text, text, text, text, text, int, int, text) TO registry_app;

-- Who is signed in by a session, and for how many seconds nobody has been seen to use it; no row when it has ended, or never was.
CREATE OR REPLACE FUNCTION app.session_of(hash text) RETURNS TABLE (issuer text, subject text, "unseenSeconds" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT s.issuer, s.subject, extract(epoch FROM now() - s."lastSeenAt")::int
  FROM "BrowserSession" s WHERE s."tokenHash" = hash AND s."idleUntil" > now()
$$;
REVOKE ALL ON FUNCTION app.session_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.session_of(text) TO registry_app;

-- Notes that a session is used, which puts off its end as far as its life goes. One that has ended stays so.
CREATE OR REPLACE FUNCTION app.use_session(hash text, idle_seconds int) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  UPDATE "BrowserSession" SET "lastSeenAt" = now(), "idleUntil" = least("endsAt", now() + make_interval(secs => idle_seconds))
  WHERE "tokenHash" = hash AND "idleUntil" > now()
$$;
REVOKE ALL ON FUNCTION app.use_session(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.use_session(text, int) TO registry_app;

-- Ends a session, and answers whose it was, where and with which ID token it can be ended at the provider too.
CREATE OR REPLACE FUNCTION app.end_session(hash text) RETURNS TABLE (issuer text, subject text, "sealedIdToken" text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM "BrowserSession" s WHERE s."tokenHash" = hash RETURNING s.issuer, s.subject, s."sealedIdToken"
$$;
REVOKE ALL ON FUNCTION app.end_session(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.end_session(text) TO registry_app;

-- Ends what a provider says has ended there: one of its sessions, or all of a subject.
CREATE OR REPLACE FUNCTION app.end_sessions_at(from_issuer text, signed_out text, provider_session text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM "BrowserSession" s WHERE s.issuer = from_issuer AND (signed_out IS NULL OR s.subject = signed_out)
    AND (provider_session IS NULL OR s."providerSession" = provider_session) AND coalesce(signed_out, provider_session) IS NOT NULL
$$;
REVOKE ALL ON FUNCTION app.end_sessions_at(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.end_sessions_at(text, text, text) TO registry_app;
