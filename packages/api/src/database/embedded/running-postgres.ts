import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../../start/startup-error.ts';
import { connectTo } from '../connect.ts';
import { isHeld } from '../lock/instance-lock.ts';
import { readPasswords } from './data-directory.ts';
import { type Logins, loginsAt } from './logins.ts';
import { readPidFile } from './postmaster.ts';

const START_SECONDS = 30;

const answers = (url: string): Promise<boolean> =>
  connectTo(url).then(
    (client) => client.end().then(() => true),
    () => false,
  );

/**
 * The embedded database of a data directory that another process serves, for commands beside it; undefined without such a process. A reader
 * of the data directory has its passwords anyway, so this opens nothing new.
 */
export async function findRunningPostgres(dataDir: string): Promise<Logins | undefined> {
  const directory = await realpath(dataDir).catch(() => undefined);
  if (directory === undefined) return undefined;
  const clusterDir = join(directory, 'postgres');
  // The other process may still be starting, or stopping: then its lock is there and its database is not.
  for (let waited = 0; waited < START_SECONDS * 5; waited += 1) {
    if (!(await isHeld(directory))) return undefined;
    const file = await readPidFile(clusterDir);
    const logins = file?.ready ? loginsAt(file.port, await readPasswords(directory, true)) : undefined;
    // After a crash the file may still name the port of the server before.
    if (logins && (await answers(logins.appUrl))) return logins;
    await sleep(200);
  }
  throw new StartupError(
    `มีเซิร์ฟเวอร์ใช้ ${directory} อยู่ แต่ติดต่อฐานข้อมูลไม่ได้ใน ${START_SECONDS} วินาที โปรดลองใหม่เมื่อเซิร์ฟเวอร์พร้อม หรือสั่งในคอนเทนเนอร์หรือเครื่องเดียวกับเซิร์ฟเวอร์นั้น`,
    `A server is using ${directory}, but its database did not answer within ${START_SECONDS} seconds. Try again when the server is ready, or run this in the container or on the host of that server.`,
  );
}
