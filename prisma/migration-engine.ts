import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool, type QueryArrayConfig, types } from 'pg';
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
  // Where the engine looks for a place to leave the reason before it gives up.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (reason: string) => console.error(reason) } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

/**
 * The engine reads PostgreSQL's internal one-letter type "char" out of the catalogue, and Prisma's adapter, made for the tables of
 * applications, does not know it. So the pool calls it a time, which the catalogue has none of, and `catalogAdapter` turns
 * that into the character that the engine expects.
 */
function catalogPool(url: string): Pool {
  const { CHAR, TIME } = types.builtins;
  return new Proxy(new Pool({ connectionString: url, max: 2 }), {
    get(pool, name) {
      if (name === 'query') {
        return async (query: QueryArrayConfig) => {
          const { rows, rowCount, fields } = await pool.query(query);
          const known = fields.map((field) => (field.dataTypeID === CHAR ? { ...field, dataTypeID: TIME } : field));
          return { rows, rowCount, fields: known };
        };
      }
      const member: unknown = Reflect.get(pool, name);
      return typeof member === 'function' ? member.bind(pool) : member;
    },
  });
}

function catalogAdapter(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const { Time, Character } = ColumnTypeEnum;
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      const read = adapter.queryRaw.bind(adapter);
      const queryRaw = async (query: SqlQuery): Promise<SqlResultSet> => {
        const result = await read(query);
        return { ...result, columnTypes: result.columnTypes.map((type) => (type === Time ? Character : type)) };
      };
      return Object.assign(adapter, { queryRaw });
    },
  };
}

async function withEngine<Answer>(
  url: string,
  schema: SchemaFiles,
  work: (engine: bindings.SchemaEngine) => Promise<Answer>,
): Promise<Answer> {
  loading ??= load();
  await loading;
  const pool = catalogPool(url);
  const adapter = bindMigrationAwareSqlAdapterFactory(catalogAdapter(pool));
  const datamodels = schema.files.map(({ path, content }): [string, string] => [path, content]);
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
    return await work(engine).finally(() => engine.free());
  } finally {
    await pool.end();
  }
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
  const result = await withEngine(options.url, schema, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', configDir: options.schemaDir, ...schema },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    }),
  );
  return result.exitCode === 0 ? '' : (result.stdout ?? '').trim();
}

/** What `prisma migrate status` would say about the database; all lists are empty when both runners agree. */
export async function migrationStatusOf(options: {
  readonly url: string;
  readonly schemaDir: string;
  readonly migrationsDir: string;
}): Promise<{ edited: string[]; failed: string[]; unapplied: string[]; hasTable: boolean }> {
  const schema = await readSchema(options.schemaDir);
  const files = await readMigrations(options.migrationsDir);
  const found = await withEngine(options.url, schema, (engine) =>
    engine.diagnoseMigrationHistory({
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
    }),
  );
  const { history } = found;
  return {
    edited: found.editedMigrationNames,
    failed: found.failedMigrationNames,
    unapplied: history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [],
    hasTable: found.hasMigrationsTable,
  };
}
