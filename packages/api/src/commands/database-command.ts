import { parseArgs } from 'node:util';
import type { Administrator } from '@registry/seed/people/administrator.ts';
import { readConfig } from '../config.ts';
import { KEPT_PASSWORD, prepareDatabase } from '../database/provisioning/prepare-database.ts';
import { StartupError } from '../start/startup-error.ts';
import { exitWith, readArguments } from './command.ts';
import { prismaDir, say, sayBoth } from './registry-database.ts';

const USAGE = 'npm run database -- prepare [--administrator <sub> --name <name>] [--new-passwords]';

const misused = (reason: string): StartupError =>
  new StartupError(`คำสั่งไม่ถูกต้อง (${reason}) ใช้: ${USAGE}`, `The command is wrong (${reason}). Use: ${USAGE}`);

function readOptions(): { administrator: Administrator | undefined; newPasswords: boolean } {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      options: { administrator: { type: 'string' }, name: { type: 'string' }, 'new-passwords': { type: 'boolean' } },
      allowPositionals: true,
    }),
  );
  if (positionals.length !== 1 || positionals[0] !== 'prepare') throw misused('prepare');
  const subject = values.administrator?.trim();
  const name = values.name?.trim();
  if (values.administrator !== undefined && !subject) throw misused('--administrator');
  if (subject !== undefined && !name) throw misused('--name');
  return {
    administrator: subject && name ? { subject, name } : undefined,
    newPasswords: values['new-passwords'] ?? false,
  };
}

/** `npm run database -- prepare`: makes an outside PostgreSQL ready, and prints the lines for the server's environment. */
async function prepare(): Promise<number> {
  const { administrator, newPasswords } = readOptions();
  const { adminDatabaseUrl, databaseUrl, migrationDatabaseUrl } = readConfig();
  if (adminDatabaseUrl === undefined) {
    throw new StartupError(
      'ต้องกำหนด ADMIN_DATABASE_URL เป็นผู้ใช้ที่สร้างผู้ใช้และฐานข้อมูลได้ เช่น postgresql://postgres:รหัสผ่าน@เครื่อง:5432/postgres',
      'Set ADMIN_DATABASE_URL to a login that may make logins and databases, such as postgresql://postgres:password@host:5432/postgres',
    );
  }
  const prepared = await prepareDatabase({
    adminUrl: adminDatabaseUrl,
    databaseUrl,
    migrationDatabaseUrl,
    administrator,
    newPasswords,
    prismaDir,
    log: sayBoth,
  });
  if (!administrator) {
    say(
      'ยังไม่ได้แต่งตั้งผู้ดูแลระบบส่วนกลางคนแรก ใช้ --administrator <sub> --name <ชื่อ> · No administrator was named: --administrator <sub> --name <name> makes the first',
    );
  }
  if (!prepared.passwordsKnown) {
    say(
      `รหัสผ่านเดิมไม่เปลี่ยน ใส่แทน ${KEPT_PASSWORD} หรือใช้ --new-passwords · Passwords stay what they were: put them for ${KEPT_PASSWORD}, or use --new-passwords`,
    );
  }
  say('พร้อมแล้ว ใส่บรรทัดต่อไปนี้ในสภาพแวดล้อมของเซิร์ฟเวอร์ · Ready. Put these lines into the environment of the server:');
  process.stdout.write(
    `DATABASE_URL=${prepared.databaseUrl}\nMIGRATION_DATABASE_URL=${prepared.migrationDatabaseUrl}\n`,
  );
  return 0;
}

exitWith(prepare());
