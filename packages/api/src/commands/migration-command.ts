import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { driftOf } from '@registry/prisma/migration-engine.ts';
import { openDatabase } from '../database/open-database.ts';
import { StartupError } from '../start/startup-error.ts';
import { exitWith, readArguments } from './command.ts';
import { withReminders } from './migration-reminders.ts';
import { prismaDir, say } from './registry-database.ts';

function readName(): string {
  const [name, ...others] = parseArgs({ allowPositionals: true }).positionals;
  if (name && others.length === 0 && /^[a-z][a-z0-9_]*$/.test(name)) return name;
  throw new StartupError(
    'ต้องระบุชื่อด้วยตัวพิมพ์เล็ก เช่น npm run migration -- owners_of_risks',
    'Give a name in small letters, such as: npm run migration -- owners_of_risks',
  );
}

/** What the migrations lack of prisma/schema, found on a throw-away PostgreSQL. */
async function missingSql(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'registry-migration-'));
  try {
    const database = await openDatabase({ dataDir, prismaDir, durable: false, log: () => undefined });
    try {
      return await driftOf({ url: database.ownerUrl ?? '', schemaDir: join(prismaDir, 'schema') });
    } finally {
      await database.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** `npm run migration -- <name>`: writes a migration from the difference between the migrations and prisma/schema. */
async function writeMigration(): Promise<number> {
  const name = readArguments(readName);
  say('เทียบ prisma/migrations กับ prisma/schema · Comparing prisma/migrations with prisma/schema');
  const sql = await missingSql();
  if (sql === '') {
    say('ไม่มีความแตกต่าง · There is no difference: nothing was written');
    return 0;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(prismaDir, 'migrations', `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), withReminders(sql));
  process.stdout.write(`prisma/migrations/${stamp}_${name}/migration.sql\n`);
  say('โปรดตอบทุกบรรทัดที่ขึ้นต้นด้วย "-- ?" · Answer every line that begins with "-- ?" before it lands');
  return 0;
}

exitWith(writeMigration());
