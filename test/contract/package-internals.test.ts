import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as selectionMapper from '@pothos/selection-mapper';
import { createPool, createScopedClient } from '@registry/prisma/client.ts';
import { FairPool } from '@registry/prisma/fair-pool.ts';
import { StatementBatch } from '@registry/prisma/statement-batch.ts';
import { schema, unguardedSchema } from '@registry/schema/schema.ts';
import { type GraphQLSchema, isObjectType } from 'graphql';
import pg from 'pg';
import { serialize } from 'pg-protocol';
import { copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

const root = new URL('../..', import.meta.url);
const require = createRequire(import.meta.url);

let database: DatabaseCopy;
let pool: pg.Pool;
beforeAll(async () => {
  database = await copyDatabase();
  pool = createPool({ url: database.app, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const fieldOf = (of: GraphQLSchema, type: string, field: string) => {
  const found = of.getType(type);
  return isObjectType(found) ? found.getFields()[field] : undefined;
};

describe('a client of pg', () => {
  it('calls nothing on a query in work that a statement batch does not have', () => {
    const source = readFileSync(require.resolve('pg/lib/client.js'), 'utf8');
    const called = [...source.matchAll(/(?:activeQuery|query)\.(handle\w+)\(/g)].map(([, name = '']) => name);
    expect(called).toContain('handleDataRow');
    const own = Object.getOwnPropertyNames(StatementBatch.prototype);
    // Copies are never asked for: the registry has no COPY.
    expect([...new Set(called)].filter((name) => !own.includes(name) && !name.startsWith('handleCopy'))).toEqual([]);
  });

  it('hands a query its connection, whose stream takes bytes, and tells rows as texts', async () => {
    const client = await pool.connect();
    try {
      expect((client as any).connection.stream.write).toBeInstanceOf(Function);
      const [{ rows, command, count } = {}] = await StatementBatch.send(client, [
        { text: 'SELECT ($1::int + 1)::text', values: [1] },
      ]);
      expect({ rows, command, count }).toEqual({ rows: ['2'], command: 'SELECT', count: 1 });
    } finally {
      client.release();
    }
  });

  it('knows the session that it speaks to', async () => {
    const client = await pool.connect();
    const { processID, secretKey, host, port } = client as any;
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    client.release();
    expect(processID).toBe(rows[0].pid);
    expect([typeof secretKey, typeof host, typeof port]).toEqual(['number', 'string', 'number']);
  });
});

it('pg-protocol writes the messages of the extended protocol', () => {
  const messages = [
    serialize.parse({ text: 'SELECT 1', name: 's1' }),
    serialize.bind({ statement: 's1', values: [1], valueMapper: String }),
    serialize.execute(),
    serialize.close({ type: 'S', name: 's1' }),
    serialize.sync(),
  ];
  expect(messages.map((message) => String.fromCharCode(message[0] ?? 0)).join('')).toBe('PBECS');
});

it("Prisma's adapter sends each statement as one query object through the pool that it is given", async () => {
  const texts: unknown[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function noting(this: pg.Client, ...parameters: any[]) {
    texts.push(parameters[0]?.text);
    return Reflect.apply(query, this, parameters);
  } as typeof query;
  const client = createScopedClient(new FairPool(pool), {
    'app.agency': '',
    'app.floor': '1',
    'app.duty': 'centre',
    'app.account': '',
  });
  try {
    await client.agency.findFirst({ select: { code: true } });
  } finally {
    pg.Client.prototype.query = query;
    await client.$disconnect();
  }
  expect(texts).toEqual([expect.stringContaining('set_config'), expect.stringMatching(/^SELECT .*"Agency"/)]);
});

describe('Pothos', () => {
  it('plans through `Plan.fromInfo`, and its plugin asks a plan for its query alone', () => {
    expect(selectionMapper.Plan.fromInfo).toBeInstanceOf(Function);
    expect(selectionMapper.deepEqual({ a: [1] }, { a: [1] })).toBe(true);
    expect(selectionMapper.setLoaderMappings).toBeInstanceOf(Function);
    const plugin = readFileSync(
      join(dirname(require.resolve('@pothos/plugin-prisma')), '../esm/util/map-query.js'),
      'utf8',
    );
    expect(plugin).toContain('Plan.fromInfo(');
    const asked = [...plugin.matchAll(/\bplan(?:ned)?\.(\w+)/g)].map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(['query', 'then']));
  });

  it('leaves on fields what a reader is chosen by', () => {
    const column = fieldOf(unguardedSchema, 'Risk', 'code');
    expect(column?.extensions).toMatchObject({ pothosConfig: { name: 'code' }, pothosOptions: expect.anything() });
    expect(fieldOf(unguardedSchema, 'Risk', 'register')?.extensions).toMatchObject({
      pothosPrismaSelect: expect.anything(),
      pothosPrismaRelationField: { isList: false },
      pothosPrismaLoaded: expect.any(Function),
    });
    expect(fieldOf(unguardedSchema, 'RiskConnection', 'totalCount')?.extensions).toMatchObject({
      pothosPrismaTotalCount: true,
    });
    expect(unguardedSchema.getType('Risk')?.extensions).toMatchObject({ pothosPrismaModel: 'Risk' });
  });
});

it('graphql-shield replaces the resolver of a field that it guards', () => {
  const guarded = fieldOf(schema, 'Query', 'risks')?.resolve;
  expect(guarded).toBeInstanceOf(Function);
  expect(guarded).not.toBe(fieldOf(unguardedSchema, 'Query', 'risks')?.resolve);
});

it('every private part of a package that is used has a test', () => {
  const page = readFileSync(new URL('docs/internals.md', root), 'utf8');
  const [, list = ''] = /<!-- internals -->([\s\S]*)<!-- end of internals -->/.exec(page) ?? [];
  const tests = [...list.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, path = '']) => path);
  expect(tests.length).toBeGreaterThan(10);
  expect(tests.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});
