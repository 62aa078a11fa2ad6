import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { directoryProblem, writableDirectory } from '../../start/places.mjs';
import { codeOf, reasonOf, StartupError } from '../../start/startup-error.ts';

/** One password per role; made once and kept beside the cluster, readable by the account of the server only. */
export type RolePasswords = { readonly superuser: string; readonly owner: string; readonly app: string };

const newPassword = (): string => randomBytes(24).toString('base64url');

/** Makes the data directory and proves that it can be written; answers its real path. */
export async function prepareDataDirectory(dataDir: string): Promise<string> {
  try {
    return await writableDirectory(dataDir);
  } catch (cause) {
    const problem = directoryProblem({ code: codeOf(cause), message: reasonOf(cause) }, dataDir);
    throw new StartupError(...problem, { cause });
  }
}

/** Writes a file so that a crash leaves the old one or the new one, never half of it. */
async function writeSafely(path: string, text: string): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

function parsePasswords(text: string): RolePasswords | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { superuser, owner, app } = { superuser: '', owner: '', app: '', ...value };
  return superuser && owner && app ? { superuser, owner, app } : undefined;
}

/** Reads the passwords of the embedded server's roles, or makes them for a new cluster. */
export async function readPasswords(dataDir: string, clusterExists: boolean): Promise<RolePasswords> {
  const path = join(dataDir, 'postgres-passwords.json');
  try {
    const passwords = parsePasswords(await readFile(path, 'utf8'));
    if (passwords) return passwords;
  } catch (cause) {
    if (codeOf(cause) === 'EACCES') {
      throw new StartupError(
        `ไม่มีสิทธิอ่าน ${path} โปรดเริ่มเซิร์ฟเวอร์ด้วยบัญชีเดิมที่สร้างข้อมูลนี้`,
        `${path} belongs to another account. Start the server with the account that created this data.`,
        { cause },
      );
    }
    if (codeOf(cause) !== 'ENOENT' && !(cause instanceof SyntaxError)) throw cause;
  }
  if (clusterExists) {
    throw new StartupError(
      `ไฟล์รหัสผ่านของฐานข้อมูล ${path} หายหรือเสียหาย โปรดนำกลับมาจากข้อมูลสำรอง`,
      `The database's password file ${path} is missing or damaged. Restore it from a backup of the data directory.`,
    );
  }
  const passwords = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  await writeSafely(path, `${JSON.stringify(passwords, null, 2)}\n`);
  return passwords;
}
