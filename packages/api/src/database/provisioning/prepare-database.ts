import { randomBytes } from 'node:crypto';
import { type Administrator, addAdministrator } from '@registry/seed/people/administrator.ts';
import { seedDatabase } from '@registry/seed/seed-database.ts';
import { reasonOf, StartupError } from '../../start/startup-error.ts';
import type { Log } from '../log.ts';
import { runMigrations } from './migrate-database.ts';
import { APP_ROLE, DATABASE, ensureRoles, inDatabase, OWNER_ROLE, roleExists, withAdmin } from './roles.ts';
import { assertVersion } from './safe-login.ts';

export type PrepareOptions = {
  /** A login that may make logins and databases. */
  readonly adminUrl: string;
  /** The addresses that the registry is to use, where the operator has chosen them: their passwords are given to the logins. */
  readonly databaseUrl?: string | undefined;
  readonly migrationDatabaseUrl?: string | undefined;
  readonly newPasswords?: boolean;
  readonly administrator?: Administrator | undefined;
  /** The folder that has `migrations` and `functions`. */
  readonly prismaDir: string;
  readonly log: Log;
};

/** The addresses of the prepared database; a password that was set on another day is not known. */
export type Prepared = {
  readonly databaseUrl: string;
  readonly migrationDatabaseUrl: string;
  readonly passwordsKnown: boolean;
};

/** Stands in an address for a password that only the operator knows. */
export const KEPT_PASSWORD = '<password>';

const newPassword = (): string => randomBytes(24).toString('base64url');

const passwordIn = (url: string | undefined, role: string): string | undefined => {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { username, password } = new URL(url);
  return decodeURIComponent(username) === role && password ? decodeURIComponent(password) : undefined;
};

const databaseIn = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? decodeURIComponent(new URL(url).pathname.slice(1)) || undefined : undefined;

/** The same server by another login. A local socket authenticates by the operating system; a login with a password comes by TCP. */
function addressOf(adminUrl: string, port: number, role: string, password: string, database: string): string {
  const address = new URL(
    new URL(adminUrl).host ? inDatabase(adminUrl, database) : `postgresql://127.0.0.1:${port}/${database}`,
  );
  address.username = role;
  address.password = password;
  return address.href.replace(encodeURIComponent(KEPT_PASSWORD), KEPT_PASSWORD);
}

/** The administrator acting as the owner, whose password is not needed for that. */
function asOwner(adminUrl: string, database: string): string {
  const address = new URL(inDatabase(adminUrl, database));
  address.searchParams.set('options', `-c role=${OWNER_ROLE}`);
  return address.href;
}

type Logins = { readonly found: Readonly<Record<string, boolean>>; readonly port: number };

/** What is there already; refuses a login that may not do what follows. */
async function lookAround(adminUrl: string): Promise<Logins> {
  return withAdmin(adminUrl, async (client) => {
    await assertVersion(client);
    const rights = await client.query<{ may: boolean; port: number }>(`
      SELECT rolsuper OR (rolcreaterole AND rolcreatedb) AS may, current_setting('port')::int AS port
      FROM pg_roles WHERE rolname = current_user`);
    const { may = false, port = 5432 } = rights.rows[0] ?? {};
    if (!may) {
      throw new StartupError(
        'ผู้ใช้ใน ADMIN_DATABASE_URL ต้องเป็น superuser หรือมีสิทธิ CREATEROLE และ CREATEDB',
        'The login of ADMIN_DATABASE_URL must be a superuser, or have CREATEROLE and CREATEDB.',
      );
    }
    return {
      port,
      found: { [OWNER_ROLE]: await roleExists(client, OWNER_ROLE), [APP_ROLE]: await roleExists(client, APP_ROLE) },
    };
  });
}

async function makeRoles(adminUrl: string, options: Parameters<typeof ensureRoles>[1]): ReturnType<typeof ensureRoles> {
  try {
    return await ensureRoles(adminUrl, options);
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(
      `สร้างผู้ใช้หรือฐานข้อมูลไม่ได้: ${reasonOf(cause)}`,
      `The logins or the database cannot be made: ${reasonOf(cause)}`,
      { cause },
    );
  }
}

/** Makes an outside PostgreSQL ready for the registry: logins, database, rights, tables, reference data and the first administrator. May be run again. */
export async function prepareDatabase(options: PrepareOptions): Promise<Prepared> {
  const { adminUrl, log, prismaDir, administrator, newPasswords = false } = options;
  const { found, port } = await lookAround(adminUrl);
  const database = databaseIn(options.databaseUrl) ?? databaseIn(options.migrationDatabaseUrl) ?? DATABASE;
  const passwordFor = (role: string, url: string | undefined): string | undefined =>
    passwordIn(url, role) ?? (newPasswords || !found[role] ? newPassword() : undefined);
  const ownerPassword = passwordFor(OWNER_ROLE, options.migrationDatabaseUrl);
  const appPassword = passwordFor(APP_ROLE, options.databaseUrl);

  log(
    `เตรียมผู้ใช้ ${OWNER_ROLE} และ ${APP_ROLE} กับฐานข้อมูล ${database}`,
    `Making the logins ${OWNER_ROLE} and ${APP_ROLE} and the database ${database}`,
  );
  const { areLargeObjectsClosed } = await makeRoles(adminUrl, { ownerPassword, appPassword, database });
  if (!areLargeObjectsClosed) {
    log(
      `ปิด large objects ไม่ได้เพราะผู้ใช้นี้ไม่ใช่ superuser โปรดขอให้ผู้ดูแลเซิร์ฟเวอร์ฐานข้อมูลถอนสิทธิฟังก์ชัน lo_* ของ "PUBLIC" ในฐานข้อมูล ${database}`,
      `Large objects stay open, as this login is no superuser: ask whoever runs the database server to revoke the functions lo_* from PUBLIC in ${database}`,
    );
  }
  const ownerUrl = asOwner(adminUrl, database);
  log('ปรับโครงสร้างฐานข้อมูล', 'Migrating the database');
  await runMigrations(ownerUrl, prismaDir, log);
  log('โหลดข้อมูลอ้างอิงและเอกสาร', 'Loading reference data and the documents');
  await seedDatabase({ ownerUrl, withSamples: false });
  if (administrator) {
    const outcome = await addAdministrator(ownerUrl, administrator);
    if (outcome === 'disabled') {
      throw new StartupError(
        `บัญชี ${administrator.subject} ถูกปิดใช้งานอยู่ จึงไม่ได้ให้สิทธิ`,
        `The account ${administrator.subject} is disabled, and was given nothing.`,
      );
    }
    if (outcome === 'added')
      log(
        `ให้บทบาทผู้ดูแลระบบส่วนกลางแก่ ${administrator.subject}`,
        `Made ${administrator.subject} an administrator of the city`,
      );
    else
      log(`${administrator.subject} เป็นผู้ดูแลระบบส่วนกลางอยู่แล้ว`, `${administrator.subject} is an administrator already`);
  }
  return {
    databaseUrl: addressOf(adminUrl, port, APP_ROLE, appPassword ?? KEPT_PASSWORD, database),
    migrationDatabaseUrl: addressOf(adminUrl, port, OWNER_ROLE, ownerPassword ?? KEPT_PASSWORD, database),
    passwordsKnown: ownerPassword !== undefined && appPassword !== undefined,
  };
}
