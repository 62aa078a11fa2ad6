import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type FairPool, isConnectionLost, type Lease } from './fair-pool.ts';
import { PrismaClient } from './generated/client/client.ts';
import { countParsedText, isWorthPreparing } from './prepared-statements.ts';
import type { ScopeSettings } from './scope-settings.ts';

const setScope = {
  name: 'set_scope',
  text: `SELECT set_config('app.agency', $1, false), set_config('app.floor', $2, false), set_config('app.duty', $3, false),
    set_config('app.account', $4, false)`,
};

/** The scope that each shared connection carries now. A connection that is not in the map carries none. */
const scopeOfConnection = new WeakMap<pg.PoolClient, string>();

/**
 * A pool for one scope on top of the shared one: it hands out connections with the scope set, at the cost of one statement when the
 * connection was last used under another scope. It holds no connection of its own. Prisma does not say for which request it asks, so its
 * statements take the share of their scope and end by `statement_timeout`.
 */
class ScopedPool extends pg.Pool {
  readonly #shared: FairPool;
  readonly #settings: ScopeSettings;
  readonly #key: string;

  constructor(shared: FairPool, settings: ScopeSettings) {
    super({ max: 1 });
    this.#shared = shared;
    this.#settings = settings;
    this.#key = JSON.stringify(settings);
  }

  async #take(): Promise<Lease> {
    const lease = await this.#shared.take({ shareKey: this.#key, deadline: null });
    const { connection } = lease;
    if (scopeOfConnection.get(connection) === this.#key) return lease;
    scopeOfConnection.delete(connection);
    try {
      const { 'app.agency': agency, 'app.floor': floor, 'app.duty': duty, 'app.account': account } = this.#settings;
      await connection.query({ ...setScope, values: [agency, floor, duty, account] });
    } catch (error) {
      lease.release(true);
      throw error;
    }
    scopeOfConnection.set(connection, this.#key);
    return lease;
  }

  // Prisma's adapter takes a connection for its own transactions only, of which the registry has none: it runs one query object at a time.
  override connect = (() =>
    Promise.reject(new Error('Transactions are opened by `openTransaction`.'))) as pg.Pool['connect'];

  override query = (async (query: pg.QueryConfig) => {
    const { connection, release } = await this.#take();
    if (!query.name) countParsedText(connection, query.text);
    try {
      const result = await connection.query(query);
      release();
      return result;
    } catch (error) {
      // After an error the session state is not to be trusted: the next user gets a fresh connection or a reset scope.
      scopeOfConnection.delete(connection);
      release(isConnectionLost(error));
      throw error;
    }
  }) as pg.Pool['query'];
}

export type Pool = pg.Pool;

export type PoolOptions = {
  url: string;
  max?: number;
  statementTimeoutMs?: number;
  /** A role that the login takes on in every connection, which then only reads; without it there is no connection. */
  readOnlyRole?: string;
  onError?: (error: Error) => void;
};

/** How long an idle connection is kept: a new one signs in and plans all statements and triggers again, which costs an act some 20 ms. */
const IDLE_MS_MAX = 60_000;

/** The address with settings that a connection begins with, so that none is ever without them. */
function beginningWith(url: string, settings: Readonly<Record<string, string>>): string {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  const added = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  address.searchParams.set('options', [...(given ? [given] : []), ...added].join(' '));
  return address.href;
}

/** The pool of connections that all scopes share. */
export function createPool({ url, max = 12, statementTimeoutMs = 15_000, readOnlyRole, onError }: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: readOnlyRole
      ? beginningWith(url, { role: readOnlyRole, default_transaction_read_only: 'on' })
      : url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: IDLE_MS_MAX,
    statement_timeout: statementTimeoutMs,
    application_name: 'registry',
  });
  // A lost connection emits its error on itself while in use and on the pool while idle; without a listener, either would end the process.
  pool.on('connect', (connection) => {
    connection.on('error', (error) => onError?.(error));
  });
  pool.on('error', (error) => onError?.(error));
  return pool;
}

/** A Prisma client whose every statement runs on a connection that carries the given scope. */
export function createScopedClient(shared: FairPool, settings: ScopeSettings): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(new ScopedPool(shared, settings), { statementNameGenerator: statementName }),
    errorFormat: 'minimal',
  });
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
const STATEMENT_TEXT_MAX = 131_072;
let statementText = 0;

/** Names a statement of Prisma's that comes again, so that PostgreSQL parses and plans it once per connection; until there are too many. */
function statementName({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  if (!isWorthPreparing(sql) || statementText + sql.length > STATEMENT_TEXT_MAX) return '';
  statementText += sql.length;
  const name = `p${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}
