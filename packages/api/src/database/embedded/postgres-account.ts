import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartupError } from '../../start/startup-error.ts';

/** The unprivileged account that runs PostgreSQL when this process is root, because PostgreSQL refuses to run as root. */
export type PostgresAccount = { readonly uid: number; readonly gid: number };

const ENTER = 1;
const READ_AND_ENTER = 5;

/** Undefined when this process is not root and PostgreSQL simply runs as the same account. */
export async function chooseAccount(clusterDir: string): Promise<PostgresAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const cluster = await stat(clusterDir).catch(() => undefined);
  if (cluster && cluster.uid !== 0) return { uid: cluster.uid, gid: cluster.gid };
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((fields) => fields[0] === name) ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartupError(
    'PostgreSQL ไม่ยอมทำงานด้วยบัญชี root และเครื่องนี้ไม่มีบัญชี postgres หรือ nobody โปรดเริ่มเซิร์ฟเวอร์ด้วยบัญชีผู้ใช้ทั่วไป',
    'PostgreSQL refuses to run as root, and there is no account "postgres" or "nobody". Start the server as a normal user.',
  );
}

/** Whether the account may read and enter the directory (or run the program), which needs all its parents as well. */
export async function isReachable(path: string, account: PostgresAccount, needed = READ_AND_ENTER): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const allowed = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
  if ((allowed & needed) !== needed) return false;
  return dirname(path) === path || isReachable(dirname(path), account, ENTER);
}
