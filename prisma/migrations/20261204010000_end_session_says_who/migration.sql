-- Who ends a session is logged, so it says whose it was: another row than before, which no function can be given in place.
DROP FUNCTION IF EXISTS app.end_session(text);
