import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { cancelStatement } from './cancel.ts';
import type { Caller, Deadline } from './deadline.ts';
import type { FairPool, Lease } from './fair-pool.ts';
import { PrismaClient } from './generated/client/client.ts';
import { failedPlaceOf, type Outcome, Packet, type Send, type Statement, setFailedPlace } from './packet.ts';
import { isWorthKeeping } from './prepared.ts';

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
 * when the connection was last used under another scope. It holds no connection of its own. Prisma does not say for which request it asks:
 * its statements take the share of their scope, and end by `statement_timeout`.
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
    const lease = await this.#shared.take({ payer: this.#key, deadline: null });
    const { connection } = lease;
    if (scopeOfConnection.get(connection) === this.#key) return lease;
    scopeOfConnection.delete(connection);
    try {
      const { 'app.agency': agency, 'app.floor': floor, 'app.duty': duty } = this.#settings;
      await connection.query({ ...setScope, values: [agency, floor, duty] });
    } catch (error) {
      lease.giveBack(true);
      throw error;
    }
    scopeOfConnection.set(connection, this.#key);
    return lease;
  }

  // Prisma's adapter takes a connection for its own transactions only, of which the registry has none: it runs one query object at a time.
  override connect = (() =>
    Promise.reject(new Error('Transactions are opened by `openTransaction`.'))) as pg.Pool['connect'];

  override query = (async (query: pg.QueryConfig) => {
    const { connection, giveBack } = await this.#take();
    try {
      const result = await connection.query(query);
      giveBack();
      return result;
    } catch (error) {
      // After an error the session state is not to be trusted: the next user gets a fresh connection or a reset scope.
      scopeOfConnection.delete(connection);
      giveBack(isConnectionLost(error));
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
export function createScopedClient(shared: FairPool, settings: ScopeSettings): PrismaClient {
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

/** How much later than the deadline PostgreSQL ends a statement by itself, should the request to cancel it not arrive. */
const GRACE_MS = 250;

const timeLimit = (deadline: Deadline, { statementMsMax }: FairPool): string =>
  String(Math.min(Math.ceil(deadline.msLeft) + GRACE_MS, statementMsMax));

/** How long a cancelled packet may take to end before its connection is given up. */
const CANCELLED_MS_MAX = 2_000;

const nothing = (): void => undefined;

/**
 * Sends a packet, and cancels it at the deadline. It ends only when nothing of the packet nor of the request to cancel it is under way any
 * more, so that neither reaches whoever uses the connection next; where that cannot be known, the connection is not used again.
 */
async function sendUntil(
  { connection, doubt }: Lease,
  statements: readonly Statement[],
  deadline: Deadline | null,
): Promise<readonly Outcome[]> {
  if (!deadline) return Packet.send(connection, statements);
  if (deadline.over) throw deadline.over;
  let cancelling: Promise<void> | undefined;
  let givingUp: NodeJS.Timeout | undefined;
  const forget = deadline.onOver(() => {
    cancelling = cancelStatement(connection).catch(doubt);
    // Ends the socket, as a packet is under way.
    givingUp = setTimeout(() => void connection.end().catch(nothing), CANCELLED_MS_MAX);
  });
  try {
    return await Packet.send(connection, statements);
  } finally {
    forget();
    clearTimeout(givingUp);
    await cancelling;
  }
}

/** Reads under a scope: the scope travels with the statements and ends with them, so a connection carries nothing to the next reader. */
export function createPacketReader(shared: FairPool, settings: ScopeSettings): Send {
  const scope = { ...scopeOnly(settings), transaction_read_only: 'on', plan_cache_mode: 'force_generic_plan' };
  const unlimited = settle(scope);
  const { text } = settle({ ...scope, statement_timeout: '' });
  const limited = (limit: string): Statement => ({ text, values: [...unlimited.values, limit] });
  return async (statements, caller) => {
    const { deadline } = caller;
    const lease = await shared.take(caller);
    try {
      const opening = deadline ? limited(timeLimit(deadline, shared)) : unlimited;
      const [, ...outcomes] = await sendUntil(lease, [opening, ...statements], deadline);
      lease.giveBack();
      return outcomes;
    } catch (error) {
      lease.giveBack(error !== deadline?.over && isConnectionLost(error));
      const place = failedPlaceOf(error);
      if (error instanceof Error && place !== undefined) setFailedPlace(error, place - 1);
      throw error;
    }
  };
}

/** One transaction on a connection of its own. */
export type OpenTransaction = {
  readonly send: Send;
  /** Runs the statements and then commits, all in one packet; throws when it did not come to that. */
  commit(statements: readonly Statement[], deadline: Deadline | null): Promise<void>;
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
  shared: FairPool,
  settings: ScopeSettings & Readonly<Record<string, string>>,
  caller: Caller,
): Promise<OpenTransaction> {
  const lease = await shared.take(caller);
  const { connection, giveBack } = lease;
  // An act goes by keys: one plan for all values is a good one, and planning would cost more than running.
  const limit = caller.deadline && { statement_timeout: timeLimit(caller.deadline, shared) };
  const opening = settle({ ...settings, plan_cache_mode: 'force_generic_plan', ...limit });
  let before: readonly Statement[] = [BEGIN, opening];
  let underWay: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const sendBy = async (deadline: Deadline | null, statements: readonly Statement[]) => {
    // Its connection may be somebody else's by now.
    if (isOver) throw new Error('The transaction is over: await every statement of an act.');
    const first = before;
    before = [];
    const sent = sendUntil(lease, [...first, ...statements], deadline);
    underWay = Promise.allSettled([underWay, sent]);
    return (await sent).slice(first.length);
  };
  return {
    send: (statements, { deadline }) => sendBy(deadline, statements),
    async commit(statements, deadline) {
      const outcomes = await sendBy(deadline, [...statements, COMMIT]);
      // PostgreSQL answers the COMMIT of a transaction in which a statement failed by rolling it back, and calls that a success.
      if (outcomes.at(-1)?.command !== 'COMMIT') {
        throw new Error('The transaction was rolled back: one of its statements had failed.');
      }
      isOver = true;
      giveBack();
    },
    async rollback() {
      const hasBegun = before.length === 0;
      isOver = true;
      // A request to cancel that is under way would hit the ROLLBACK.
      await underWay;
      try {
        if (hasBegun) await Packet.send(connection, [ROLLBACK]);
        giveBack();
      } catch {
        // The connection is lost, and what it had begun with it.
        giveBack(true);
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
const STATEMENT_TEXT_MAX = 131_072;
let statementText = 0;

/** Names a statement of Prisma's that comes again, so that PostgreSQL parses and plans it once per connection; until there are too many. */
function statementName({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  if (!isWorthKeeping(sql) || statementText + sql.length > STATEMENT_TEXT_MAX) return '';
  statementText += sql.length;
  const name = `p${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}
