import { migrate } from '@registry/prisma/migrate.ts';
import { MigrationError } from '@registry/prisma/migration-history.ts';
import { reasonOf, StartupError } from '../../start/startup-error.ts';
import { connectTo, nameOf } from '../connect.ts';
import type { Log } from '../log.ts';
import { grantToAnalysts } from './analyst-grants.ts';
import { APP_ROLE } from './roles.ts';

/** Brings the database up to this version of the program, or says in one sentence why that does not work. */
export async function runMigrations(ownerUrl: string, prismaDir: string, log: Log): Promise<void> {
  try {
    await migrate({ ownerUrl, prismaDir, onProgress: log });
    await grantToAnalysts(ownerUrl);
  } catch (cause) {
    if (cause instanceof MigrationError) throw new StartupError(cause.messageTh, cause.messageEn, { cause });
    throw new StartupError(
      `ปรับโครงสร้างฐานข้อมูลไม่ได้: ${reasonOf(cause)} (ต้องใช้ผู้ใช้ที่เป็นเจ้าของฐานข้อมูล)`,
      `The database cannot be migrated: ${reasonOf(cause)} (it takes the login that owns the database)`,
      { cause },
    );
  }
}

const PLACE = `
  SELECT pg_get_userbyid(d.datdba) AS owner, current_user AS login, EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AS prepared,
    (SELECT system_identifier FROM pg_control_system()) || '/' || d.oid AS place
  FROM pg_database d WHERE d.datname = current_database()`;

type Place = { readonly owner: string; readonly login: string; readonly prepared: boolean; readonly place: string };

async function lookAt(url: string): Promise<Place> {
  const client = await connectTo(url);
  try {
    const { rows } = await client.query<Place>(PLACE, [APP_ROLE]);
    return rows[0] ?? { owner: '', login: '', prepared: false, place: '' };
  } finally {
    await client.end();
  }
}

/** Refuses an address for migrations that is not the owner's, or of another database than the one that requests go to. */
export async function assertOwner(ownerUrl: string, appUrl: string): Promise<void> {
  const [byOwner, byApp] = [await lookAt(ownerUrl), await lookAt(appUrl)];
  if (byOwner.place !== byApp.place) {
    throw new StartupError(
      `DATABASE_URL (${nameOf(appUrl)}) และ MIGRATION_DATABASE_URL (${nameOf(ownerUrl)}) เป็นฐานข้อมูลคนละฐาน`,
      `DATABASE_URL (${nameOf(appUrl)}) and MIGRATION_DATABASE_URL (${nameOf(ownerUrl)}) are two different databases.`,
    );
  }
  if (!byOwner.prepared) {
    throw new StartupError(
      `เซิร์ฟเวอร์ฐานข้อมูลยังไม่มีผู้ใช้ ${APP_ROLE} โปรดสั่ง npm run database -- prepare`,
      `The database server has no role ${APP_ROLE}. Run: npm run database -- prepare.`,
    );
  }
  if (byOwner.login !== byOwner.owner) {
    throw new StartupError(
      `ผู้ใช้ใน MIGRATION_DATABASE_URL (${byOwner.login}) ไม่ใช่เจ้าของฐานข้อมูล (${byOwner.owner})`,
      `The login of MIGRATION_DATABASE_URL (${byOwner.login}) is not the owner of the database (${byOwner.owner}).`,
    );
  }
}
