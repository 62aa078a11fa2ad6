-- Which files of prisma/functions the database has, as they were applied. Each migration empties it, since it may have replaced any function;
-- so all files are applied again after it (docs/decisions/0039).
CREATE TABLE app.function_file (
    name TEXT PRIMARY KEY,
    checksum TEXT NOT NULL,
    applied_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
GRANT SELECT ON app.function_file TO registry_app;
