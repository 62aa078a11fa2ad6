import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatasetFiles } from '@registry/api/open-data/dataset-files.ts';
import { datasets } from '@registry/api/open-data/datasets.ts';
import type { MadeFile } from '@registry/api/open-data/made-file.ts';
import { createPool } from '@registry/prisma/client.ts';
import { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

let copy: DatabaseCopy;
let pool: ReturnType<typeof createPool>;
let files: DatasetFiles;
beforeAll(async () => {
  copy = await copyDatabase();
  pool = createPool({ url: copy.app, max: 2, statementTimeoutMs: 15_000, onError: () => undefined });
  // Nobody waits here: it is as if each file took longer to make than anybody has patience.
  files = new DatasetFiles(new Tenancy(pool), 0);
});
afterAll(async () => {
  await pool.end();
  await copy.drop();
});

const ask = (): Promise<MadeFile> => {
  const [dataset] = datasets;
  if (!dataset) throw new Error('There is no data set.');
  return files.file(dataset, 'csv', new RequestDeadline(15_000));
};

async function until(isSo: (file: MadeFile) => boolean): Promise<MadeFile> {
  for (;;) {
    const file = await ask().catch(() => null);
    if (file && isSo(file)) return file;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a file that takes long to make', () => {
  it('is told to come later, then given; the one before is given while the next is made, and removed after', async () => {
    await expect(ask()).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 15 });
    const first = await until(() => true);
    await asSuperuser(
      copy.superuser,
      `SELECT set_config('app.account', (SELECT id::text FROM "Account" ORDER BY id LIMIT 1), false);
       UPDATE "Agency" SET "nameEn" = 'Renamed' WHERE id = (SELECT "agencyId" FROM "Edition" LIMIT 1)`,
    );
    expect((await ask()).hash).toBe(first.hash);
    const second = await until(({ hash }) => hash !== first.hash);
    expect(existsSync(second.plain.path)).toBe(true);
    expect([first.plain.path, first.gzip.path].filter(existsSync)).toEqual([]);
    await files.close();
    expect(existsSync(second.plain.path)).toBe(false);
  });
});
