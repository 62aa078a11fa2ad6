import { cancelStatement } from './cancel.ts';
import type { Caller, Deadline } from './deadline.ts';
import { type FairPool, isConnectionLost, type Lease } from './fair-pool.ts';
import type { ScopeSettings } from './scope-settings.ts';
import {
  failedIndexOf,
  type SendBatch,
  type Statement,
  StatementBatch,
  type StatementResult,
  setFailedIndex,
} from './statement-batch.ts';

const settingNames = ['app.agency', 'app.floor', 'app.duty', 'app.account'] as const;

/** One statement that makes settings for the length of a transaction. */
function settingsStatement(settings: Readonly<Record<string, string>>): Statement {
  const calls = Object.keys(settings).map((name, place) => `set_config('${name}', $${place + 1}, true)`);
  return { text: `SELECT ${calls.join(', ')}`, values: Object.values(settings) };
}

const scopeOnly = (settings: ScopeSettings): Readonly<Record<string, string>> =>
  Object.fromEntries(settingNames.map((name) => [name, settings[name]]));

/** How much later than the deadline PostgreSQL ends a statement by itself, should the request to cancel it not arrive. */
const GRACE_MS = 250;

const timeLimit = (deadline: Deadline, { statementMsMax }: FairPool): string =>
  String(Math.min(Math.ceil(deadline.msLeft) + GRACE_MS, statementMsMax));

/** How long a cancelled batch may take to end before its connection is given up. */
const CANCELLED_MS_MAX = 2_000;

const nothing = (): void => undefined;

/**
 * Sends a batch, and cancels it at the deadline. It returns only when neither the batch nor its cancellation can still run, so that neither
 * reaches the connection's next user; where that is uncertain, the connection is not used again.
 */
async function sendOrCancel(
  { connection, markUnreliable }: Lease,
  statements: readonly Statement[],
  deadline: Deadline | null,
): Promise<readonly StatementResult[]> {
  if (!deadline) return StatementBatch.send(connection, statements);
  if (deadline.over) throw deadline.over;
  let cancelling: Promise<void> | undefined;
  let givingUp: NodeJS.Timeout | undefined;
  const forget = deadline.onOver(() => {
    cancelling = cancelStatement(connection).catch(markUnreliable);
    // Ends the socket, as a batch is under way.
    givingUp = setTimeout(() => void connection.end().catch(nothing), CANCELLED_MS_MAX);
  });
  try {
    return await StatementBatch.send(connection, statements);
  } finally {
    forget();
    clearTimeout(givingUp);
    await cancelling;
  }
}

/** The same, recorded in the request's trace. */
async function sendUntil(
  lease: Lease,
  statements: readonly Statement[],
  deadline: Deadline | null,
): Promise<readonly StatementResult[]> {
  const { trace } = lease;
  if (!trace) return sendOrCancel(lease, statements, deadline);
  const waitMs = lease.takeWaitMs();
  const since = performance.now();
  try {
    return await sendOrCancel(lease, statements, deadline);
  } finally {
    const texts = statements.map(({ text }) => text);
    trace.batch(texts, waitMs, performance.now() - since);
  }
}

/**
 * What lets a statement read as of a moment: tables are found among the views that show them as they were. How many rows a view has is not estimated well, and
 * a join that runs through it for each row of another would be slow where it is wrong.
 */
const pastSettings = (moment: Date) => ({
  'app.as_of': moment.toISOString(),
  search_path: 'history, public',
  enable_nestloop: 'off',
});
/** A text of its own, so that a session never plans one statement now for the tables and now for the views. */
const ofThePast = ({ text, values }: Statement): Statement => ({ text: `/* history */ ${text}`, values });

/**
 * Reads under a scope, as of a moment where one is given: the scope travels with the statements and ends with them, so a connection carries
 * nothing to the next reader.
 */
export function createScopedReader(shared: FairPool, settings: ScopeSettings, moment: Date | null = null): SendBatch {
  const scope = {
    ...scopeOnly(settings),
    transaction_read_only: 'on',
    plan_cache_mode: 'force_generic_plan',
    ...(moment && pastSettings(moment)),
  };
  const unlimited = settingsStatement(scope);
  const { text } = settingsStatement({ ...scope, statement_timeout: '' });
  const limited = (limit: string): Statement => ({ text, values: [...unlimited.values, limit] });
  return async (statements, caller) => {
    const { deadline } = caller;
    const lease = await shared.take(caller);
    try {
      const opening = deadline ? limited(timeLimit(deadline, shared)) : unlimited;
      const sent = moment ? statements.map(ofThePast) : statements;
      const [, ...outcomes] = await sendUntil(lease, [opening, ...sent], deadline);
      lease.release();
      return outcomes;
    } catch (error) {
      lease.release(error !== deadline?.over && isConnectionLost(error));
      const place = failedIndexOf(error);
      if (error instanceof Error && place !== undefined) setFailedIndex(error, place - 1);
      throw error;
    }
  };
}

/** One transaction on a connection of its own. */
export type OpenTransaction = {
  readonly send: SendBatch;
  /** Runs the statements and COMMIT in one batch; throws when it was not committed. */
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
  const { connection, release } = lease;
  // An act goes by keys: one plan for all values is a good one, and planning would cost more than running.
  const limit = caller.deadline && { statement_timeout: timeLimit(caller.deadline, shared) };
  const opening = settingsStatement({ ...settings, plan_cache_mode: 'force_generic_plan', ...limit });
  let before: readonly Statement[] = [BEGIN, opening];
  let underWay: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const sendBy = async (deadline: Deadline | null, statements: readonly Statement[]) => {
    // The connection may have another user by now.
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
      release();
    },
    async rollback() {
      const hasBegun = before.length === 0;
      isOver = true;
      // A request to cancel that is under way would hit the ROLLBACK.
      await underWay;
      try {
        if (hasBegun) await StatementBatch.send(connection, [ROLLBACK]);
        release();
      } catch {
        // The connection is lost, and what it had begun with it.
        release(true);
      }
    },
  };
}
