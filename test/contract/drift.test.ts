import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { driftOf } from '@registry/prisma/migration-engine.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

const schemaDir = fileURLToPath(new URL('../../prisma/schema', import.meta.url));
let database: DatabaseCopy;

beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

describe('the migrated database', () => {
  it('is what prisma/schema says', async () => {
    expect(await driftOf({ url: database.owner, schemaDir })).toBe('');
  });

  it('is noticed when it differs', async () => {
    await asSuperuser(database.superuser, 'ALTER TABLE "Risk" ADD COLUMN drift text');
    expect(await driftOf({ url: database.owner, schemaDir })).toContain('drift');
  });
});
