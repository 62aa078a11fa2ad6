import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client/client.ts';
import { Packet, type Send, type Statement } from './packet.ts';

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
  });
  pool.on('error', (error) => onError?.(error));
  return pool;
}

/** A Prisma client whose every statement runs on a connection that carries the given scope. */
export function createScopedClient(shared: Pool, settings: ScopeSettings): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(new ScopedPool(shared, settings), { statementNameGenerator: statementName }),
    errorFormat: 'minimal',
  });
}

const settingNames = ['app.agency', 'app.floor', 'app.duty'] as const;

/** One statement that makes settings for the length of a transaction. */
function settle(settings: Readonly<Record<string, string>>): Statement {
  const calls = Object.keys(settings).map((name, place) => `set_config('${name}', $${place + 1}, true)`);
  return { text: `SELECT ${calls.join(', ')}`, values: Object.values(settings) };
}

const scopeOnly = (settings: ScopeSettings): Readonly<Record<string, string>> =>
  Object.fromEntries(settingNames.map((name) => [name, settings[name]]));

/** Reads under a scope: the scope travels with the statements and ends with them, so a connection carries nothing to the next reader. */
export function createPacketReader(shared: Pool, settings: ScopeSettings): Send {
  const scope = settle({ ...scopeOnly(settings), transaction_read_only: 'on', plan_cache_mode: 'force_generic_plan' });
  return async (statements) => {
    const connection = await shared.connect();
    try {
      const [, ...outcomes] = await Packet.send(connection, [scope, ...statements]);
      connection.release();
      return outcomes;
    } catch (error) {
      connection.release(isConnectionLost(error));
      throw error;
    }
  };
}

/** One transaction on a connection of its own. */
export type OpenTransaction = {
  readonly send: Send;
  /** Runs the statements and then commits, all in one packet; throws when it did not come to that. */
  commit(statements: readonly Statement[]): Promise<void>;
  rollback(): Promise<void>;
};

const BEGIN = { text: 'BEGIN', values: [] };
const COMMIT = { text: 'COMMIT', values: [] };
const ROLLBACK = { text: 'ROLLBACK', values: [] };

/**
 * Opens a transaction under a scope, with settings that end with it. Nothing is sent before its first statement, which BEGIN and the settings
 * then travel with.
 */
export async function openTransaction(
  shared: Pool,
  settings: ScopeSettings & Readonly<Record<string, string>>,
): Promise<OpenTransaction> {
  const connection = await shared.connect();
  // An act goes by keys: one plan for all values is a good one, and planning would cost more than running.
  const opening = settle({ ...settings, plan_cache_mode: 'force_generic_plan' });
  let before: readonly Statement[] = [BEGIN, opening];
  let isOver = false;
  const send: Send = async (statements) => {
    // Its connection may be somebody else's by now.
    if (isOver) throw new Error('The transaction is over: await every statement of an act.');
    const first = before;
    before = [];
    return (await Packet.send(connection, [...first, ...statements])).slice(first.length);
  };
  return {
    send,
    async commit(statements) {
      const outcomes = await send([...statements, COMMIT]);
      // PostgreSQL answers the COMMIT of a transaction in which a statement failed by rolling it back, and calls that a success.
      if (outcomes.at(-1)?.command !== 'COMMIT') {
        throw new Error('The transaction was rolled back: one of its statements had failed.');
      }
      isOver = true;
      connection.release();
    },
    async rollback() {
      const hasBegun = before.length === 0;
      isOver = true;
      try {
        if (hasBegun) await Packet.send(connection, [ROLLBACK]);
        connection.release();
      } catch {
        // The connection is lost, and what it had begun with it.
        connection.release(true);
      }
    },
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
