import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, reasonOf, StartupError } from './startup-error.ts';

/** With less than this PostgreSQL cannot write its log ahead. */
const ROOM_NEEDED_BYTES = 16 * 1024 * 1024;

type Sentence = readonly [messageTh: string, messageEn: string];

const DISK_OF_SERVER: Sentence = [
  'เนื้อที่ดิสก์ของเซิร์ฟเวอร์ฐานข้อมูลเต็ม โปรดเพิ่มเนื้อที่ว่างแล้วเริ่มใหม่',
  'The disk of the database server is full. Free some space and start again.',
];

const LOST: Sentence = [
  'การเชื่อมต่อกับฐานข้อมูลขาดระหว่างเริ่มระบบ โปรดเริ่มใหม่',
  'The connection to the database was lost during the start. Start again.',
];

/** An error and what caused it, the outer first. */
function* causesOf(error: unknown): Generator<unknown> {
  for (let next = error; next instanceof Error; next = next.cause) yield next;
}

/** PostgreSQL's own codes, through any layer, and what `pg` says of a connection that ended. */
function sentenceFor(error: unknown): Sentence | null {
  for (const cause of causesOf(error)) {
    if (codeOf(cause) === '53100') return DISK_OF_SERVER;
    if (/^(57P0|08)/.test(codeOf(cause)) || codeOf(cause) === 'ECONNRESET') return LOST;
    if (/Connection terminated/.test(reasonOf(cause))) return LOST;
  }
  return null;
}

async function hasRoom(directory: string): Promise<boolean> {
  try {
    const { bavail, bsize, ffree, files } = await statfs(directory);
    return bavail * bsize >= ROOM_NEEDED_BYTES && (files === 0 || ffree > 0);
  } catch {
    // A directory that could not be made: its parent shows why.
    return dirname(directory) === directory || hasRoom(dirname(directory));
  }
}

type DataPlace = { readonly dataDir: string; readonly databaseUrl?: string | undefined };

/** What a person has to put right, in one sentence, where a start failed for a reason outside the program; else the error as it is. */
export async function explainStart(error: unknown, { dataDir, databaseUrl }: DataPlace): Promise<unknown> {
  const isFull = [...causesOf(error)].some((cause) => /No space left on device|ENOSPC/.test(reasonOf(cause)));
  if (databaseUrl === undefined && (isFull || !(await hasRoom(dataDir)))) {
    return new StartupError(
      `เนื้อที่ดิสก์ของ ${dataDir} เต็ม โปรดเพิ่มเนื้อที่ว่างแล้วเริ่มใหม่`,
      `The disk of ${dataDir} is full. Free some space and start again.`,
      { cause: error },
    );
  }
  const sentence = error instanceof StartupError ? null : sentenceFor(error);
  return sentence ? new StartupError(...sentence, { cause: error }) : error;
}
