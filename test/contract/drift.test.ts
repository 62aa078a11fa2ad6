import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { driftOf } from '@registry/prisma/migration-engine.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

const schemaDir = fileURLToPath(new URL('../../prisma/schema', import.meta.url));
const migrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
let database: DatabaseCopy;

beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

describe('the migrated database', () => {
  it('is what prisma/schema says', async () => {
    expect(await driftOf({ url: database.owner, schemaDir })).toBe('');
  });

  it('comes from migrations in which every question of `npm run migration` is answered', () => {
    const open = readdirSync(migrations, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.sql'))
      .filter((file) => /^-- \?/m.test(readFileSync(join(migrations, file), 'utf8')));
    expect(open.map((file) => `prisma/migrations/${file}: answer the lines that begin with "-- ?"`)).toEqual([]);
  });

  it('is noticed when it differs', async () => {
    await asSuperuser(database.superuser, 'ALTER TABLE "Risk" ADD COLUMN drift text');
    expect(await driftOf({ url: database.owner, schemaDir })).toContain('drift');
  });
});
