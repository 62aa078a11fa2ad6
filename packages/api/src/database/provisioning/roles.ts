import type { Client } from 'pg';
import { connectTo } from '../connect.ts';

export const DATABASE = 'registry';
export const OWNER_ROLE = 'registry_owner';
export const APP_ROLE = 'registry_app';
/** In which the login of the application runs what analysts have saved: it reads, and nothing else. */
export const ANALYST_ROLE = 'registry_analyst';

/** Attributes that no login of the registry may have: each of them would bypass row-level security. */
const DANGEROUS_ATTRIBUTES = {
  rolsuper: 'NOSUPERUSER',
  rolbypassrls: 'NOBYPASSRLS',
  rolcreaterole: 'NOCREATEROLE',
  rolcreatedb: 'NOCREATEDB',
  rolreplication: 'NOREPLICATION',
} as const;

export type RolesOptions = {
  /** Undefined leaves the password of a login that is there as it is, and gives a new one none. */
  readonly ownerPassword?: string | undefined;
  readonly appPassword?: string | undefined;
  readonly database?: string;
  /** The server serves only the registry: its other databases are closed, too. */
  readonly isOwnServer?: boolean;
};

export async function withAdmin<Result>(adminUrl: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = await connectTo(adminUrl);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function roleExists(client: Client, role: string): Promise<boolean> {
  return (await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])).rowCount === 1;
}

/**
 * Makes a login without rights, or takes from an existing one what it should not have. Only differences are named, since other roles than
 * superusers may not name the rest.
 */
async function ensureLogin(client: Client, role: string, password: string | undefined): Promise<void> {
  const attributes = await ensureRole(client, role);
  const changes = dangersTaken(attributes);
  if (!attributes.rolcanlogin) changes.push('LOGIN');
  if (password !== undefined) changes.push(`PASSWORD ${client.escapeLiteral(password)}`);
  if (changes.length > 0) await client.query(`ALTER ROLE ${role} ${changes.join(' ')}`);
}

/** The role that the application takes on for analysts; nobody signs in as it. */
async function ensureAnalystRole(client: Client): Promise<void> {
  const attributes = await ensureRole(client, ANALYST_ROLE);
  const changes = dangersTaken(attributes);
  if (attributes.rolcanlogin) changes.push('NOLOGIN');
  if (changes.length > 0) await client.query(`ALTER ROLE ${ANALYST_ROLE} ${changes.join(' ')}`);
  await client.query(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_auth_members WHERE roleid = '${ANALYST_ROLE}'::regrole AND member = '${APP_ROLE}'::regrole) THEN
        GRANT ${ANALYST_ROLE} TO ${APP_ROLE};
      END IF;
    END $$`);
}

type Attributes = Readonly<Record<string, boolean>>;

async function ensureRole(client: Client, role: string): Promise<Attributes> {
  if (!(await roleExists(client, role))) await client.query(`CREATE ROLE ${role}`);
  const found = await client.query<Record<string, boolean>>('SELECT * FROM pg_roles WHERE rolname = $1', [role]);
  return found.rows[0] ?? {};
}

const dangersTaken = (attributes: Attributes): string[] =>
  Object.entries(DANGEROUS_ATTRIBUTES).flatMap(([column, change]) => (attributes[column] ? [change] : []));

/**
 * Text sorts by code points, whatever the machine's locales are: an update of those would corrupt indexes. Thai order is named where it is
 * needed.
 */
async function createDatabase(client: Client, name: string): Promise<void> {
  const create = (locale: string) =>
    client.query(
      `CREATE DATABASE ${name} OWNER ${OWNER_ROLE} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE ${locale}`,
    );
  // Not every machine has the locale.
  await create(`'C.UTF-8'`).catch(() => create(`'C'`));
}

async function ensureDatabase(client: Client, name: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  // To make a database for another role, one has to be able to act as it.
  await client.query(`
    DO $$ BEGIN
      IF NOT pg_has_role(current_user, '${OWNER_ROLE}', 'USAGE') THEN GRANT ${OWNER_ROLE} TO CURRENT_USER; END IF;
    END $$`);
  const quoted = client.escapeIdentifier(name);
  if (found.rowCount === 0) await createDatabase(client, quoted);
  await client.query(`
    ALTER DATABASE ${quoted} OWNER TO ${OWNER_ROLE};
    REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC;
    GRANT CONNECT ON DATABASE ${quoted} TO ${APP_ROLE}`);
}

/** Large objects belong to no agency and are beyond row-level security: only an administrator makes or reads them. */
const CLOSE_LARGE_OBJECTS = `
  DO $$
  DECLARE function regprocedure;
  BEGIN
    FOR function IN SELECT oid::regprocedure FROM pg_proc
      WHERE pronamespace = 'pg_catalog'::regnamespace AND (proname LIKE 'lo\\_%' OR proname IN ('loread', 'lowrite')) LOOP
      EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', function);
    END LOOP;
  END $$`;

export const inDatabase = (url: string, database: string): string => {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.href;
};

/**
 * Makes, or puts right, the database and its two logins: the owner, used to migrate only, and the one that serves requests,
 * which owns nothing and to which the migrations grant what it needs. May be run again at any time.
 */
export async function ensureRoles(
  adminUrl: string,
  options: RolesOptions,
): Promise<{ areLargeObjectsClosed: boolean }> {
  const { ownerPassword, appPassword, database = DATABASE, isOwnServer = false } = options;
  await withAdmin(adminUrl, async (client) => {
    await ensureLogin(client, OWNER_ROLE, ownerPassword);
    await ensureLogin(client, APP_ROLE, appPassword);
    await ensureAnalystRole(client);
    await ensureDatabase(client, database);
    if (isOwnServer) await client.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC');
  });
  return withAdmin(inDatabase(adminUrl, database), async (client) => {
    await client.query(`
      REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${APP_ROLE};
      GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
      GRANT CREATE, USAGE ON SCHEMA public TO ${OWNER_ROLE}`);
    // Only a superuser may; of a managed database its provider has to be asked, and the server's own check names it.
    const admin = await client.query<{ is: boolean }>(
      'SELECT rolsuper AS is FROM pg_roles WHERE rolname = current_user',
    );
    if (admin.rows[0]?.is) await client.query(CLOSE_LARGE_OBJECTS);
    const open = await client.query(
      "SELECT 1 WHERE has_function_privilege($1, 'pg_catalog.lo_create(oid)', 'EXECUTE')",
      [APP_ROLE],
    );
    return { areLargeObjectsClosed: open.rowCount === 0 };
  });
}
