import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withReminders } from '@registry/api/commands/migration-reminders.ts';
import { driftOf } from '@registry/prisma/migration-engine.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

const schemaDir = mkdtempSync(join(tmpdir(), 'registry-schema-'));
let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
  cpSync(fileURLToPath(new URL('../../prisma/schema', import.meta.url)), schemaDir, { recursive: true });
  const risk = join(schemaDir, 'risk.prisma');
  writeFileSync(risk, readFileSync(risk, 'utf8').replace('\n  titleTh ', '\n  tryItOut String?\n  titleTh '));
  const added =
    'model Tried {\n  id String @id @db.Uuid\n  agencyId String @db.Uuid\n  disclosure Int @db.SmallInt\n}\n';
  writeFileSync(join(schemaDir, 'tried.prisma'), added);
});
afterAll(async () => {
  await database.drop();
  rmSync(schemaDir, { recursive: true, force: true });
});

describe('what npm run migration writes', () => {
  it('brings the database to the schema, walls a new table, and asks what only a person can answer', async () => {
    const sql = withReminders(await driftOf({ url: database.owner, schemaDir }));
    expect(sql).toMatch(/ALTER TABLE "Risk" ADD COLUMN +"tryItOut" TEXT;/);
    expect(sql).toContain('-- ---- "Risk" has other columns now\n-- ? Its policies hold for whole rows');
    expect(sql).toContain('-- ? Whose disclosure does it take');

    await asSuperuser(database.superuser, `SET ROLE registry_owner; ${sql}; RESET ROLE`);
    expect(await driftOf({ url: database.owner, schemaDir })).toBe('');
    const walls = await asSuperuser(
      database.superuser,
      `SELECT relforcerowsecurity AS forced, (SELECT count(*)::int FROM pg_policy WHERE polrelid = c.oid) AS policies,
        EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'audit') AS audited
      FROM pg_class c WHERE relname = 'Tried'`,
    );
    expect(walls).toEqual([{ forced: true, policies: 5, audited: true }]);
  });
});
