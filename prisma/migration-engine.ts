import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readMigrations } from './migration-history.ts';

// Prisma's own migration engine as WebAssembly: for tests and for writing migrations. The server does not load it.

type SchemaFiles = { files: { path: string; content: string }[] };

const NO_FILTER = { externalTables: [], externalEnums: [] };

let loading: Promise<void> | undefined;

/** The package is made for bundlers, which load WebAssembly by an import; Node needs it to be put together by hand. */
async function load(): Promise<void> {
  const main = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const module = await WebAssembly.compile(await readFile(join(dirname(main), 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
}

async function openEngine(url: string, schema: SchemaFiles): Promise<bindings.SchemaEngine> {
  loading ??= load();
  await loading;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const datamodels = schema.files.map(({ path, content }): [string, string] => [path, content]);
  return bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
}

async function readSchema(schemaDir: string): Promise<SchemaFiles> {
  const names = (await readdir(schemaDir)).filter((name) => name.endsWith('.prisma')).sort();
  const read = async (name: string) => ({
    path: join(schemaDir, name),
    content: await readFile(join(schemaDir, name), 'utf8'),
  });
  return { files: await Promise.all(names.map(read)) };
}

/**
 * The SQL that would bring the database to the Prisma schema files; '' when they agree. On an empty database this is the
 * text of a first migration. Policies, triggers, functions, checks and grants are outside of what Prisma compares.
 */
export async function driftOf(options: { readonly url: string; readonly schemaDir: string }): Promise<string> {
  const schema = await readSchema(options.schemaDir);
  const engine = await openEngine(options.url, schema);
  try {
    const result = await engine.diff({
      from: { tag: 'schemaDatasource', configDir: options.schemaDir, ...schema },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    });
    return result.exitCode === 0 ? '' : (result.stdout ?? '').trim();
  } finally {
    engine.free();
  }
}

/** What `prisma migrate status` would say about the database; all lists are empty when both runners agree. */
export async function migrationStatusOf(options: {
  readonly url: string;
  readonly schemaDir: string;
  readonly migrationsDir: string;
}): Promise<{ edited: string[]; failed: string[]; unapplied: string[]; hasTable: boolean }> {
  const engine = await openEngine(options.url, await readSchema(options.schemaDir));
  try {
    const files = await readMigrations(options.migrationsDir);
    const found = await engine.diagnoseMigrationHistory({
      migrationsList: {
        baseDir: options.migrationsDir,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
        shadowDbInitScript: '',
        migrationDirectories: files.map(({ name, script }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
        })),
      },
      optInToShadowDatabase: false,
      filters: NO_FILTER,
    });
    const { history } = found;
    return {
      edited: found.editedMigrationNames,
      failed: found.failedMigrationNames,
      unapplied: history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [],
      hasTable: found.hasMigrationsTable,
    };
  } finally {
    engine.free();
  }
}
