import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, type Pool } from '@registry/prisma/client.ts';
import { FairPool } from '@registry/prisma/fair-pool.ts';
import { createScopedReader } from '@registry/prisma/scoped-batches.ts';
import { type SendBatch, type Statement, StatementBatch } from '@registry/prisma/statement-batch.ts';
import fc from 'fast-check';
import { copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

const agency = '00000000-0000-7000-8000-000000000001';
const settings = { 'app.agency': agency, 'app.floor': '', 'app.duty': '', 'app.account': '' };

let database: DatabaseCopy;
let pool: Pool;
let shared: FairPool;
let read: (statements: readonly Statement[]) => ReturnType<SendBatch>;
const caller = { shareKey: 'test', deadline: null };
beforeAll(async () => {
  database = await copyDatabase();
  // One connection, so that what one batch leaves behind is what the next one finds.
  pool = createPool({ url: database.app, max: 1 });
  shared = new FairPool(pool);
  const send = createScopedReader(shared, settings);
  read = (statements) => send(statements, caller);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const ask = (text: string, ...values: unknown[]): Statement => ({ text, values });
const rowsOf = async (...statements: Statement[]) => (await read(statements)).map(({ rows }) => rows);
const ownPid = ask('SELECT pg_backend_pid()::text');

/** What a connection says after it was used, outside of any batch. */
async function afterwards(text: string): Promise<unknown> {
  const connection = await pool.connect();
  try {
    const { rows } = await connection.query<{ said: unknown }>(`SELECT ${text} AS said`);
    return rows[0]?.said;
  } finally {
    connection.release();
  }
}

const pieces = [
  '"',
  '\\',
  ',',
  '{',
  '}',
  '\n',
  '\r',
  '\t',
  "'",
  ' ',
  'NULL',
  'ทุจริต',
  'ก',
  '🙂',
  '$1',
  '%',
  'a',
  '\u0001',
];
// PostgreSQL keeps no NUL in a text.
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((each) => each.join('')),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
);

describe('values in a batch', () => {
  it('arrive as they were sent, alone and in lists', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 5 }), anyText, async (list, text) => {
        const [[sentList = ''] = [], [sentText = ''] = []] = await rowsOf(
          ask('SELECT array_to_json($1::text[])::text', list),
          ask('SELECT to_json($1::text)::text', text),
        );
        expect(JSON.parse(sentList)).toEqual(list);
        expect(JSON.parse(sentText)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('arrive as numbers, truths, ids and nothing, too', async () => {
    const id = '01234567-89ab-7def-8123-456789abcdef';
    expect(
      await rowsOf(
        ask('SELECT ($1::int + $2::bigint)::text', 1, 9_007_199_254_740_993n),
        ask('SELECT array_to_json($1::uuid[])::text', [id]),
        ask('SELECT ($1::boolean AND $2::text IS NULL AND $3::text IS NULL)::text', true, null, undefined),
        ask('SELECT cardinality($1::int[])::text', []),
      ),
    ).toEqual([['9007199254740994'], [`["${id}"]`], ['true'], ['0']]);
  });
});

describe('a batch of reads', () => {
  it('answers each statement with its own rows, also with none and with many', async () => {
    const [none, one, many] = await rowsOf(
      ask(`SELECT 'never' WHERE false`),
      ask('SELECT $1::text', 'only'),
      ask('SELECT n::text FROM generate_series(1, 3000) n'),
    );
    expect([none, one, many?.length, many?.at(-1)]).toEqual([[], ['only'], 3000, '3000']);
  });

  it('carries its scope and takes it away again', async () => {
    const said = `current_setting('app.agency', true)`;
    const [[pid] = [], [inside] = []] = await rowsOf(ownPid, ask(`SELECT ${said}`));
    expect(inside).toBe(agency);
    expect(await afterwards('pg_backend_pid()::text')).toBe(pid);
    expect((await afterwards(said)) || null).toBeNull();
    expect(await afterwards(`current_setting('transaction_read_only')`)).toBe('off');
  });

  it('keeps scopes apart that take turns on one connection', async () => {
    const others = ['a', 'b', 'c'].map((floor) => ({
      floor,
      read: createScopedReader(shared, { ...settings, 'app.floor': floor }),
    }));
    const said = await Promise.all(
      Array.from({ length: 60 }, async (_unused, turn) => {
        const other = others[turn % others.length];
        const [outcome] = (await other?.read([ask(`SELECT current_setting('app.floor')`)], caller)) ?? [];
        return outcome?.rows[0] === other?.floor;
      }),
    );
    expect(said.filter((isOwn) => !isOwn)).toEqual([]);
  });

  it('writes nothing', async () => {
    const write = ask(
      'WITH written AS (UPDATE "Risk" SET version = version RETURNING id) SELECT id::text FROM written',
    );
    await expect(read([write])).rejects.toThrow('read-only transaction');
    await expect(read([ask(`SELECT set_config('transaction_read_only', 'off', true)`), write])).rejects.toThrow();
  });

  it('fails as a whole with one statement, and leaves nothing on its connection', async () => {
    const [[before] = []] = await rowsOf(ownPid);
    const divided = ask('SELECT (1 / $1::int)::text', 0);
    await expect(read([ownPid, divided, ownPid])).rejects.toThrow('division by zero');
    const [[after] = []] = await rowsOf(ownPid);
    expect(after).toBe(before);
    expect((await afterwards(`current_setting('app.agency', true)`)) || null).toBeNull();
  });

  it('fails when its connection is lost', async () => {
    await expect(read([ask('SELECT pg_terminate_backend(pg_backend_pid())::text')])).rejects.toThrow();
    expect(await rowsOf(ask('SELECT 1::text'))).toEqual([['1']]);
  });

  const kept = async (): Promise<number> =>
    Number((await rowsOf(ask('SELECT count(*)::text FROM pg_prepared_statements')))[0]?.[0]);

  it('prepares a statement once, when it comes again, and keeps no more than two hundred of them on a connection', async () => {
    await kept();
    const before = await kept();
    await rowsOf(ask(`SELECT 'comes once' || $1`, '!'));
    expect(await kept()).toBe(before);
    for (let time = 0; time < 3; time += 1) await rowsOf(ask(`SELECT 'comes again' || $1`, '!'));
    expect(await kept()).toBe(before + 1);
    for (let start = 0; start < 900; start += 50)
      await read(Array.from({ length: 50 }, (_unused, place) => ask(`SELECT '${(start + place) % 450}' || $1`, '!')));
    expect(await kept()).toBeLessThanOrEqual(200);
    expect(await rowsOf(ask(`SELECT '0' || $1`, '?'), ask(`SELECT '449' || $1`, '?'))).toEqual([['0?'], ['449?']]);
  });

  const padded = (name: string, length: number) => ask(`SELECT '${name}${'.'.repeat(length)}' || $1`, '!');

  it('keeps statements up to a size in all, and no long ones, however often they come', async () => {
    const before = await kept();
    for (let time = 0; time < 2; time += 1) await read([padded('long', 82_000)]);
    expect(await kept()).toBe(before);
    const many = Array.from({ length: 40 }, (_unused, name) => padded(`n${name}`, 12_000));
    await read(many);
    const answers = await rowsOf(...many, ask('SELECT sum(length(statement))::text FROM pg_prepared_statements'));
    const size = Number(answers.at(-1)?.[0]);
    expect(size).toBeLessThanOrEqual(163_840);
    expect(size).toBeGreaterThan(130_000);
  });

  it('ends a session that has parsed much, whose memory nobody would get back otherwise, and no other', async () => {
    const session = async () => (await rowsOf(ownPid))[0]?.[0];
    const parseMuch = async (name: string) => {
      for (let turn = 0; turn < 30; turn += 1) await read([padded(`${name}${turn}`, 10_000)]);
    };
    await parseMuch('before');
    const first = await session();
    for (let time = 0; time < 200; time += 1) await read([padded('again', 10_000)]);
    expect(await session()).toBe(first);
    await parseMuch('after');
    expect(await session()).not.toBe(first);
  });

  it('leaves none prepared that it has forgotten, also where a batch fails', async () => {
    const failing = (round: number) => ask(`SELECT 'fails ${round}' || (1 / $1::int)`, 0);
    for (let round = 0; round < 30; round += 1)
      for (let time = 0; time < 3; time += 1) await expect(read([failing(round)])).rejects.toThrow('division by zero');
    await kept();
    const [[left] = []] = await rowsOf(
      ask(`SELECT count(*)::text FROM pg_prepared_statements WHERE statement LIKE 'SELECT ''fails%'`),
    );
    expect(left).toBe('0');
  });

  it('takes more statements at once than a connection keeps', async () => {
    const answers = await rowsOf(
      ...Array.from({ length: 430 }, (_unused, place) => ask(`SELECT '${place}.' || $1`, 'x')),
    );
    expect(answers.every(([row], place) => row === `${place}.x`)).toBe(true);
  });
});

describe('a connection that goes on after a batch failed', () => {
  it('has what the failed batch had not prepared prepared again', async () => {
    const connection = await pool.connect();
    try {
      const never = ask(`SELECT 'not looked at ' || $1`, 'once');
      await expect(StatementBatch.send(connection, [ask('SELECT 1 / $1::int', 0), never])).rejects.toThrow(
        'division by zero',
      );
      await expect(StatementBatch.send(connection, [ask('SELECT nonsense'), never])).rejects.toThrow('nonsense');
      expect(await StatementBatch.send(connection, [never])).toEqual([
        { rows: ['not looked at once'], count: 1, command: 'SELECT' },
      ]);
      expect(await StatementBatch.send(connection, [ask('SELECT (4 / $1::int)::text', 2)])).toMatchObject([
        { rows: ['2'] },
      ]);
    } finally {
      connection.release();
    }
  });
});
