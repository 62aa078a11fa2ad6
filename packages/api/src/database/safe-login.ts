import { Client } from 'pg';
import { codeOf, reasonOf, StartupError } from '../startup-error.ts';
import { APP_ROLE } from './roles.ts';

const OLDEST_VERSION = 150_000;

/** Address and login without the password, for messages. */
export function nameOf(databaseUrl: string): string {
  const { username, host, pathname } = new URL(databaseUrl);
  return `${decodeURIComponent(username)}@${host}${pathname}`;
}

type Hint = readonly [messageTh: string, messageEn: string];

const CONNECT_HINTS: Readonly<Record<string, Hint>> = {
  '28P01': ['ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง', 'The login or its password is wrong.'],
  '28000': ['เซิร์ฟเวอร์ไม่อนุญาตให้ผู้ใช้นี้เข้าจากเครื่องนี้', 'The server does not let this login in from this machine.'],
  '3D000': [
    'ไม่มีฐานข้อมูลชื่อนี้ โปรดสร้างก่อน (CREATE DATABASE)',
    'There is no such database. Create it first (CREATE DATABASE).',
  ],
  '42501': ['ผู้ใช้นี้ไม่มีสิทธิ์ CONNECT', 'The login lacks the CONNECT privilege on the database.'],
  '53300': [
    'การเชื่อมต่อของเซิร์ฟเวอร์เต็ม โปรดเพิ่ม max_connections',
    'The server has no free connections. Raise max_connections.',
  ],
};

const UNREACHABLE: Hint = [
  'ติดต่อเซิร์ฟเวอร์ฐานข้อมูลไม่ได้ โปรดตรวจว่าเซิร์ฟเวอร์ทำงานอยู่ และที่อยู่กับพอร์ตถูกต้อง',
  'The database server does not answer. Check that it runs, and its address and port.',
];

/** Connects, or says in one sentence why that does not work. */
export async function connectTo(databaseUrl: string): Promise<Client> {
  if (!URL.canParse(databaseUrl)) {
    throw new StartupError(
      'ที่อยู่ฐานข้อมูลต้องเป็นแบบ postgresql://ผู้ใช้:รหัสผ่าน@เครื่อง:5432/ฐานข้อมูล',
      'The address of the database must look like postgresql://login:password@host:5432/database',
    );
  }
  try {
    const client = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 10_000,
      application_name: 'registry start',
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (cause) {
    const [messageTh, messageEn] = CONNECT_HINTS[codeOf(cause)] ?? UNREACHABLE;
    const detail = `${nameOf(databaseUrl)}: ${reasonOf(cause) || codeOf(cause)}`;
    throw new StartupError(`${messageTh} (${detail})`, `${messageEn} (${detail})`, { cause });
  }
}

/** Every way in which the login, or a role that it belongs to, could pass by row-level security. */
const DANGERS = `
  WITH mine AS (SELECT * FROM pg_roles WHERE pg_has_role(session_user, oid, 'MEMBER'))
  SELECT 'superuser' AS danger, rolname AS name FROM mine WHERE rolsuper
  UNION ALL SELECT 'BYPASSRLS', rolname FROM mine WHERE rolbypassrls
  UNION ALL SELECT 'CREATEROLE', rolname FROM mine WHERE rolcreaterole
  UNION ALL SELECT 'REPLICATION', rolname FROM mine WHERE rolreplication
  UNION ALL SELECT 'member of', rolname FROM mine
    WHERE rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
  UNION ALL SELECT 'owner of the database', datname FROM pg_database
    WHERE datname = current_database() AND datdba IN (SELECT oid FROM mine)
  UNION ALL SELECT 'owner of the schema', nspname FROM pg_namespace WHERE nspowner IN (SELECT oid FROM mine)
  UNION ALL SELECT 'owner of', c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relowner IN (SELECT oid FROM mine) AND n.nspname !~ '^pg_' AND c.relkind NOT IN ('i', 'I')
  UNION ALL SELECT 'may CREATE in schema', nspname FROM pg_namespace
    WHERE nspname = 'public' AND has_schema_privilege(session_user, oid, 'CREATE')
  LIMIT 5`;

async function assertMigrated(client: Client, migrationNames: readonly string[]): Promise<void> {
  const answer = await client.query<{ found: boolean; readable: boolean }>(`
    SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found,
      coalesce(has_table_privilege(to_regclass('public._prisma_migrations'), 'SELECT'), false) AS readable`);
  const { found, readable } = answer.rows[0] ?? { found: false, readable: false };
  let missing = found ? [] : migrationNames;
  if (readable) {
    const done = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    missing = migrationNames.filter((name) => !done.rows.some((row) => row.name === name));
  }
  if (found && missing.length === 0) return;
  const list = missing.join(', ');
  throw new StartupError(
    `ฐานข้อมูลยังไม่มีโครงสร้างของโปรแกรมรุ่นนี้ (ขาด ${list}) โปรดตั้ง MIGRATION_DATABASE_URL เป็นผู้ใช้ที่เป็นเจ้าของฐานข้อมูล แล้วเริ่มใหม่`,
    `The database has not been migrated to this version (missing: ${list}). Set MIGRATION_DATABASE_URL to the owner's login and start again.`,
  );
}

/** Refuses to serve through a login that row-level security does not bind, or from a database that is not ready. */
export async function assertSafeLogin(appUrl: string, migrationNames: readonly string[] = []): Promise<void> {
  const client = await connectTo(appUrl);
  try {
    const version = await client.query<{ version: number; name: string }>(
      "SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name",
    );
    const { version: number = 0, name = '' } = version.rows[0] ?? {};
    if (number < OLDEST_VERSION) {
      throw new StartupError(
        `เซิร์ฟเวอร์ PostgreSQL เป็นรุ่น ${name} แต่ระบบต้องการรุ่น 15 ขึ้นไป`,
        `The PostgreSQL server is version ${name}; version 15 or newer is needed.`,
      );
    }
    const found = await client.query<{ danger: string; name: string }>(DANGERS);
    if (found.rows.length > 0) {
      const list = found.rows.map((row) => `${row.danger} ${row.name}`).join(', ');
      throw new StartupError(
        `ผู้ใช้ฐานข้อมูล ${nameOf(appUrl)} มีสิทธิ์มากเกินไป (${list}) จนการแยกข้อมูลระหว่างหน่วยงานไม่มีผล โปรดใช้ผู้ใช้ ${APP_ROLE} ที่ไม่ได้เป็นเจ้าของสิ่งใด`,
        `The login ${nameOf(appUrl)} has too many rights (${list}): the separation of agencies would not hold. Use a login such as ${APP_ROLE} that owns nothing.`,
      );
    }
    await assertMigrated(client, migrationNames);
  } finally {
    await client.end();
  }
}
