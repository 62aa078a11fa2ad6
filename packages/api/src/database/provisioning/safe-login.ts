import type { Client } from 'pg';
import { StartupError } from '../../start/startup-error.ts';
import { connectTo, nameOf } from '../connect.ts';
import type { Log } from '../log.ts';
import { assertMigrated, type ProgramVersion } from './assert-migrated.ts';
import { ANALYST_ROLE, APP_ROLE } from './roles.ts';

const OLDEST_VERSION = 150_000;

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

/**
 * What neither wall covers and the login does not need. A managed server may not let anybody revoke it, so it is a warning and no refusal.
 */
const OPEN_DOORS = `
  SELECT 'CONNECT for PUBLIC' AS door FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
    WHERE d.datname = current_database() AND a.grantee = 0 AND a.privilege_type = 'CONNECT'
  UNION ALL SELECT 'TEMP' WHERE has_database_privilege(session_user, current_database(), 'TEMP')
  UNION ALL SELECT 'large objects' WHERE has_function_privilege(session_user, 'pg_catalog.lo_create(oid)', 'EXECUTE')`;

async function warnOfOpenDoors(client: Client, log: Log): Promise<void> {
  const { rows } = await client.query<{ door: string }>(OPEN_DOORS);
  if (rows.length === 0) return;
  const doors = rows.map(({ door }) => door).join(', ');
  log(
    `คำเตือน: ฐานข้อมูลยังเปิดสิ่งที่ระบบไม่ใช้ (${doors}) สั่ง npm run database -- prepare ด้วย superuser เพื่อปิด`,
    `WARNING: the database leaves open what the registry does not use (${doors}): npm run database -- prepare, by a superuser, closes it`,
  );
}

export async function assertVersion(client: Client): Promise<void> {
  const version = await client.query<{ version: number; name: string }>(
    "SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name",
  );
  const { version: number = 0, name = '' } = version.rows[0] ?? {};
  if (number >= OLDEST_VERSION) return;
  throw new StartupError(
    `เซิร์ฟเวอร์ PostgreSQL เป็นรุ่น ${name} แต่ระบบต้องการรุ่น 15 ขึ้นไป`,
    `The PostgreSQL server is version ${name}; version 15 or newer is needed.`,
  );
}

/** Refuses a login that cannot run what analysts have saved in the role that only reads. */
async function assertAnalystRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean | null }>(
    "SELECT pg_has_role(session_user, to_regrole($1)::oid, 'MEMBER') AS may",
    [ANALYST_ROLE],
  );
  if (rows[0]?.may) return;
  throw new StartupError(
    `ผู้ใช้ฐานข้อมูลยังไม่มีบทบาท ${ANALYST_ROLE} สำหรับคำถามของนักวิเคราะห์ โปรดสั่ง npm run database -- prepare`,
    `The database login is no member of ${ANALYST_ROLE}, in which the queries of analysts run. Run: npm run database -- prepare.`,
  );
}

/** Refuses to serve through a login that row-level security does not bind, or from a database that is not ready. */
export async function assertSafeLogin(
  appUrl: string,
  version?: ProgramVersion,
  log: Log = () => undefined,
): Promise<void> {
  const client = await connectTo(appUrl);
  try {
    await assertVersion(client);
    const found = await client.query<{ danger: string; name: string }>(DANGERS);
    if (found.rows.length > 0) {
      const list = found.rows.map((row) => `${row.danger} ${row.name}`).join(', ');
      throw new StartupError(
        `ผู้ใช้ฐานข้อมูล ${nameOf(appUrl)} มีสิทธิมากเกินไป (${list}) จนการแยกข้อมูลระหว่างหน่วยงานไม่มีผล โปรดใช้ผู้ใช้ ${APP_ROLE} ที่ไม่ได้เป็นเจ้าของสิ่งใด`,
        `The login ${nameOf(appUrl)} has too many rights (${list}): the separation of agencies would not hold. Use a login such as ${APP_ROLE} that owns nothing.`,
      );
    }
    if (version) {
      await assertAnalystRole(client);
      await assertMigrated(client, version);
    }
    await warnOfOpenDoors(client, log);
  } finally {
    await client.end();
  }
}
