import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFunctionFiles } from '@registry/prisma/function-files.ts';
import { migrate } from '@registry/prisma/migrate.ts';
import { withConnection } from '../kit/connections.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

const ours = fileURLToPath(new URL('../../prisma', import.meta.url));

/** Every function, procedure and view of the registry: what it says, who may call it, and the transaction that wrote it last. */
const DEFINITIONS = `
  SELECT p.oid::regprocedure::text AS name, pg_get_functiondef(p.oid) AS says, p.xmin::text AS written,
    (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(p.proacl) a) AS rights
  FROM pg_proc p WHERE p.pronamespace IN ('app'::regnamespace, 'public'::regnamespace)
  UNION ALL
  SELECT c.oid::regclass::text, pg_get_viewdef(c.oid), r.xmin::text, (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(c.relacl) a)
  FROM pg_class c JOIN pg_rewrite r ON r.ev_class = c.oid
  WHERE c.relkind = 'v' AND c.relnamespace IN ('app'::regnamespace, 'public'::regnamespace)
  ORDER BY 1`;
type Definition = { name: string; says: string; written: string; rights: string[] | null };

let database: DatabaseCopy;
let prismaDir: string;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

const messages: string[] = [];
const migrated = () =>
  migrate({ ownerUrl: database.owner, prismaDir, onProgress: (_th, en) => messages.push(en) }).then(
    ({ applied, functionFiles }) => [...applied, ...functionFiles],
  );
const definitions = () => asSuperuser<Definition>(database.superuser, DEFINITIONS);

describe('the functions and views of the database', () => {
  it('are what prisma/functions says, each of them in a file', async () => {
    const files = await readFunctionFiles(join(ours, 'functions'));
    await withConnection(database.owner, async (client) => {
      const before = await client.query<Definition>(DEFINITIONS);
      await client.query('BEGIN; SET LOCAL search_path = public');
      const { rows } = await client.query<{ now: string }>('SELECT pg_current_xact_id()::text AS now');
      for (const { script } of files) await client.query(script);
      const after = await client.query<Definition>(DEFINITIONS);
      await client.query('ROLLBACK');

      const said = (found: readonly Definition[]) => found.map(({ name, says, rights }) => ({ name, says, rights }));
      expect(said(after.rows)).toEqual(said(before.rows));
      expect(after.rows.filter(({ written }) => written !== rows[0]?.now).map(({ name }) => name)).toEqual([]);
    });
  });
});

describe('a file of prisma/functions', () => {
  beforeEach(async () => {
    prismaDir = await mkdtemp(join(tmpdir(), 'registry-functions-'));
    for (const folder of ['migrations', 'functions'])
      await cp(join(ours, folder), join(prismaDir, folder), { recursive: true });
  });
  afterEach(async () => rm(prismaDir, { recursive: true, force: true }));
  const writeFunction = (name: string, body: string) =>
    writeFile(
      join(prismaDir, 'functions', '4-triggers', `${name}.sql`),
      `CREATE OR REPLACE FUNCTION app.tried_${name}() RETURNS integer LANGUAGE sql IMMUTABLE RETURN ${body};\n`,
    );

  it('is applied once after it has changed, and says so', async () => {
    expect(await migrated()).toEqual([]);
    await writeFunction('a', '1');
    expect(await migrated()).toEqual(['4-triggers/a.sql']);
    expect(messages.at(-1)).toBe('Bringing the functions of the database up to date: 1 files');
    expect(await migrated()).toEqual([]);
    await writeFunction('a', '2');
    expect(await migrated()).toEqual(['4-triggers/a.sql']);
    expect(await asSuperuser(database.superuser, 'SELECT app.tried_a() AS answer')).toEqual([{ answer: 2 }]);
  });

  it('leaves nothing half-applied when it is broken, says the line, and is applied once it is mended', async () => {
    const before = await definitions();
    await writeFunction('b', '1');
    await writeFunction('c', '\n  what');
    await expect(migrated()).rejects.toThrow(/4-triggers\/c\.sql failed: .*"what" does not exist \(line 2\)/);
    expect(await definitions()).toEqual(before);
    await writeFunction('c', '3');
    expect(await migrated()).toEqual(['4-triggers/b.sql', '4-triggers/c.sql']);
  });

  it('is applied again after a migration, which may have replaced its functions', async () => {
    const before = await definitions();
    const folder = join(prismaDir, 'migrations', '29990101000000_replaces_a_function');
    await mkdir(folder);
    await writeFile(
      join(folder, 'migration.sql'),
      'CREATE OR REPLACE FUNCTION app.fiscal_year_ends(year integer) RETURNS date LANGUAGE sql IMMUTABLE RETURN NULL::date;',
    );
    expect(await migrated()).toContain('1-values/fiscal-years.sql');
    expect((await definitions()).map(({ says }) => says)).toEqual(before.map(({ says }) => says));
    await asSuperuser(database.superuser, `DELETE FROM _prisma_migrations WHERE migration_name LIKE '2999%'`);
  });

  it('is applied to a database of a release that had none', async () => {
    const before = await definitions();
    await asSuperuser(
      database.superuser,
      `DROP TABLE app.function_file; DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_function_files'`,
    );
    const files = (await readFunctionFiles(join(ours, 'functions'))).map(({ name }) => name);
    expect(await migrated()).toEqual(['20261129002000_function_files', ...files]);
    expect((await definitions()).map(({ says }) => says)).toEqual(before.map(({ says }) => says));
  });
});
