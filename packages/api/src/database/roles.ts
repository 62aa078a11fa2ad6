import { Client } from 'pg';

export const DATABASE = 'registry';
export const OWNER_ROLE = 'registry_owner';
export const APP_ROLE = 'registry_app';

/** What neither login may ever have: each of these would let it walk around row-level security. */
const PLAIN_LOGIN = 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION';

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'registry roles' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function exists(client: Client, table: 'pg_roles' | 'pg_database', name: string): Promise<boolean> {
  const column = table === 'pg_roles' ? 'rolname' : 'datname';
  return (await client.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [name])).rowCount === 1;
}

/**
 * Makes, or puts right, the database and its two logins: the owner, used to migrate only, and the one that serves requests,
 * which owns nothing and to which the migrations grant what it needs.
 */
export async function ensureRoles(
  superuserUrl: string,
  passwords: { readonly ownerPassword: string; readonly appPassword: string },
): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    for (const [role, password] of [
      [OWNER_ROLE, passwords.ownerPassword],
      [APP_ROLE, passwords.appPassword],
    ] as const) {
      const verb = (await exists(client, 'pg_roles', role)) ? 'ALTER' : 'CREATE';
      await client.query(`${verb} ROLE ${role} ${PLAIN_LOGIN} PASSWORD ${client.escapeLiteral(password)}`);
    }
    if (!(await exists(client, 'pg_database', DATABASE))) {
      await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE} TEMPLATE template0`);
    }
    await client.query(`
      ALTER DATABASE ${DATABASE} OWNER TO ${OWNER_ROLE};
      REVOKE ALL ON DATABASE ${DATABASE}, postgres, template1 FROM PUBLIC;
      GRANT CONNECT ON DATABASE ${DATABASE} TO ${APP_ROLE}`);
  });
  const inside = new URL(superuserUrl);
  inside.pathname = `/${DATABASE}`;
  await withClient(inside.href, async (client) => {
    await client.query(
      `REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${APP_ROLE}; GRANT USAGE ON SCHEMA public TO ${APP_ROLE}`,
    );
  });
}
