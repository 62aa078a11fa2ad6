import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client/client.ts';
import { Packet, type Statement } from './packet.ts';

/** What a connection may see and do, as the row-level security policies read it: setting name to value. */
export type ScopeSettings = Readonly<Record<'app.agency' | 'app.floor' | 'app.duty', string>>;

const setScope = {
  name: 'set_scope',
  text: `SELECT set_config('app.agency', $1, false), set_config('app.floor', $2, false), set_config('app.duty', $3, false)`,
};

/** The scope that each shared connection carries now. A connection that is not in the map carries none. */
const scopeOfConnection = new WeakMap<pg.PoolClient, string>();

/**
 * A pool for one scope on top of the shared one: whoever takes a connection gets it with the scope set, and pays one statement only
 * when the connection was last used under another scope. It holds no connection of its own.
 */
class ScopedPool extends pg.Pool {
  readonly #shared: pg.Pool;
  readonly #settings: ScopeSettings;
  readonly #key: string;

  constructor(shared: pg.Pool, settings: ScopeSettings) {
    super({ max: 1 });
    this.#shared = shared;
    this.#settings = settings;
    this.#key = JSON.stringify(settings);
  }

  async #take(): Promise<pg.PoolClient> {
    const connection = await this.#shared.connect();
    if (scopeOfConnection.get(connection) === this.#key) return connection;
    scopeOfConnection.delete(connection);
    try {
      const { 'app.agency': agency, 'app.floor': floor, 'app.duty': duty } = this.#settings;
      await connection.query({ ...setScope, values: [agency, floor, duty] });
    } catch (error) {
      connection.release(true);
      throw error;
    }
    scopeOfConnection.set(connection, this.#key);
    return connection;
  }

  // Prisma's adapter only ever asks for a connection or runs one query object; both by promise.
  override connect = (() => this.#take()) as pg.Pool['connect'];

  override query = (async (query: pg.QueryConfig) => {
    const connection = await this.#take();
    try {
      const result = await connection.query(query);
      connection.release();
      return result;
    } catch (error) {
      // After an error the session state is not to be trusted: the next user gets a fresh connection or a reset scope.
      scopeOfConnection.delete(connection);
      connection.release(isConnectionLost(error));
      throw error;
    }
  }) as pg.Pool['query'];
}

const isConnectionLost = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || error.code === undefined || /^(57P|08|XX)/.test(error.code);

export type Pool = pg.Pool;

export type PoolOptions = { url: string; max?: number; statementTimeoutMs?: number; onError?: (error: Error) => void };

/** The pool of connections that all scopes share. */
export function createPool({ url, max = 12, statementTimeoutMs = 15_000, onError }: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeoutMs,
    application_name: 'registry',
  });
  // A connection that dies says so on itself while it is in use and on the pool while it rests; unheard, either would end the process.
  pool.on('connect', (connection) => {
    connection.on('error', (error) => onError?.(error));
    noticeRollback(connection);
  });
  pool.on('error', (error) => onError?.(error));
  return pool;
}

/**
 * PostgreSQL answers the COMMIT of a transaction in which a statement failed by rolling it back, and calls that a success. Here it is a
 * failure, so that nobody is told that a change was made which was not, however its error got lost.
 */
function noticeRollback(connection: pg.PoolClient): void {
  const send = connection.query.bind(connection) as (...query: unknown[]) => unknown;
  connection.query = ((...query: unknown[]) => {
    const sent = send(...query);
    const [statement] = query;
    const isCommit =
      typeof statement === 'object' && statement !== null && 'text' in statement && statement.text === 'COMMIT';
    return isCommit ? Promise.resolve(sent as Promise<pg.QueryResult>).then(assertCommitted) : sent;
  }) as pg.PoolClient['query'];
}

function assertCommitted(result: pg.QueryResult): pg.QueryResult {
  if (result.command !== 'COMMIT')
    throw new Error('The transaction was rolled back: one of its statements had failed.');
  return result;
}

/** A Prisma client whose every statement runs on a connection that carries the given scope. */
export function createScopedClient(shared: Pool, settings: ScopeSettings): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(new ScopedPool(shared, settings), { statementNameGenerator: statementName }),
    errorFormat: 'minimal',
    // One statement has its own limit; a bulk request is 250 times as many.
    transactionOptions: { maxWait: 5_000, timeout: 60_000 },
  });
}

const openScope = `SELECT set_config('app.agency', $1, true), set_config('app.floor', $2, true), set_config('app.duty', $3, true),
  set_config('transaction_read_only', 'on', true)`;

/** Runs statements that only read, all in one packet under one scope; the rows of each, every row one text. */
export type ReadPacket = (statements: readonly Statement[]) => Promise<readonly (readonly string[])[]>;

/** Reads under a scope: the scope travels with the statements and ends with them, so a connection carries nothing to the next reader. */
export function createPacketReader(shared: Pool, settings: ScopeSettings): ReadPacket {
  const { 'app.agency': agency, 'app.floor': floor, 'app.duty': duty } = settings;
  const scope = { text: openScope, values: [agency, floor, duty] };
  return async (statements) => {
    const connection = await shared.connect();
    return new Promise((resolve, reject) => {
      const packet = new Packet([scope, ...statements], (error, rows) => {
        // What a failed packet left behind is not known: nobody else gets its connection.
        connection.release(error !== null);
        if (error) reject(error);
        else resolve(rows.slice(1));
      });
      connection.query(packet);
    });
  };
}

/** A Prisma client for the owner of the database, for seeding and maintenance; policies of tenant tables bind it all the same. */
export function createOwnerClient(url: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: 4 }),
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 120_000 },
  });
}

const statementNames = new Map<string, string>();
const STATEMENT_NAMES_MAX = 500;

/** Names a statement so that PostgreSQL parses and plans it once per connection; past the limit statements stay unnamed. */
function statementName(query: { sql: string }): string {
  const known = statementNames.get(query.sql);
  if (known !== undefined) return known;
  if (statementNames.size >= STATEMENT_NAMES_MAX) return '';
  const name = `p${statementNames.size}`;
  statementNames.set(query.sql, name);
  return name;
}
