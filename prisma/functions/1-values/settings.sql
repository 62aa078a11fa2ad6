-- Who asks, as the connection carries it. These bodies are bound when they are made, so that they become a part of the statement that calls
-- them (every policy does), which a function with settings of its own does not.
CREATE OR REPLACE FUNCTION app.agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.agency', true), '')::uuid;

CREATE OR REPLACE FUNCTION app.floor() RETURNS smallint LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.floor', true), '')::smallint;

CREATE OR REPLACE FUNCTION app.account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.account', true), '')::uuid;

CREATE OR REPLACE FUNCTION app.duty() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(current_setting('app.duty', true), '');

-- The owner of the database, and roles above it, may write the trail.
CREATE OR REPLACE FUNCTION app.is_owner() RETURNS boolean LANGUAGE sql STABLE
RETURN has_table_privilege(session_user, 'public."AuditEntry"', 'INSERT');

CREATE OR REPLACE FUNCTION app.registry_account() RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 'b61f0c08-add6-8016-b25a-ae0b58cb21f3'::uuid;
