import type { Caller, Deadline } from '@registry/prisma/deadline.ts';
import {
  failedIndexOf,
  type SendBatch,
  type Statement,
  type StatementResult,
} from '@registry/prisma/statement-batch.ts';
import type { Trace } from '@registry/prisma/trace.ts';
import { isStatementError } from './database-errors.ts';
import { sharedDeadline } from './shared-deadline.ts';

/** A statement to send. Those that look up keys by the same text are sent as one. */
export type QueuedStatement = Statement & {
  /** Whether the first value is a list of keys, to which others may be added. */
  readonly isKeyed?: boolean;
};

type Waiting = {
  readonly statement: QueuedStatement;
  readonly caller: Caller;
  readonly resolve: (outcome: StatementResult) => void;
  readonly reject: (error: unknown) => void;
};
/** Those who wait for the same statement. */
type Group = readonly Waiting[];

const sharedKey = ({ text, values }: QueuedStatement): string => JSON.stringify([text, values.slice(1)]);

function merged(waiting: readonly Waiting[]): Group[] {
  const groups = new Map<unknown, Waiting[]>();
  for (const each of waiting) {
    const key = each.statement.isKeyed ? sharedKey(each.statement) : each;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

function statementOf([first, ...others]: Group): Statement {
  if (!first) throw new Error('A group of letters is never empty.');
  const { text, values } = first.statement;
  if (others.length === 0) return { text, values };
  const keys = [first, ...others].flatMap(({ statement: { values: own } }) => own[0]);
  return { text, values: [[...new Set(keys)], ...values.slice(1)] };
}

/** A batch runs on the connections of one share. */
function byPayer(waiting: readonly Waiting[]): Group[] {
  const batches = new Map<string, Waiting[]>();
  for (const each of waiting) {
    const own = batches.get(each.caller.shareKey);
    if (own) own.push(each);
    else batches.set(each.caller.shareKey, [each]);
  }
  return [...batches.values()];
}

/** The rows of a query in their order, as one JSON array: hundreds of rows are one message and one text to parse. */
export async function queryRows<Row>(pipeline: Pipeline, { text, values }: Statement, caller: Caller): Promise<Row[]> {
  const { rows } = await pipeline.run(
    { text: `SELECT coalesce(json_agg(q), '[]')::text FROM (${text}) q`, values },
    caller,
  );
  return JSON.parse(rows[0] ?? '[]');
}

/** A batch of several requests is recorded in the trace of each. */
function sharedTrace(waiting: readonly Waiting[]): Trace | null {
  const traces = new Set(waiting.flatMap(({ caller: { trace } }) => trace ?? []));
  if (traces.size === 0) return null;
  return {
    batch(...sent) {
      for (const trace of traces) trace.batch(...sent);
    },
    prismaRead: () => undefined,
  };
}

const nobody = () => undefined;

/** How often statements travel together again without one that failed, before each travels by itself. */
const SENT_TOGETHER_MAX = 2;

/**
 * Sends statements: those of one tick travel in one batch. In a shared batch, a failing statement does not fail the others, which are sent
 * again without it; after any other failure nothing is sent again. Within a transaction they succeed or fail together.
 */
export class Pipeline {
  readonly #send: SendBatch;
  readonly #isShared: boolean;
  #waiting: Waiting[] = [];
  #isScheduled = false;

  constructor(send: SendBatch, { isShared }: { isShared: boolean }) {
    this.#send = send;
    this.#isShared = isShared;
  }

  /** The result of a statement; it is not waited for beyond its caller's deadline. */
  run(statement: QueuedStatement, caller: Caller): Promise<StatementResult> {
    const over = caller.deadline?.over;
    if (over) return Promise.reject(over);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statement, caller, resolve, reject });
      if (this.#isScheduled) return;
      this.#isScheduled = true;
      process.nextTick(() => void this.#flush());
    });
  }

  /** Sends a statement together with the next one; if it fails, so does that. */
  defer(statement: QueuedStatement, caller: Caller): void {
    this.#waiting.push({ statement, caller, resolve: nobody, reject: nobody });
  }

  get hasPending(): boolean {
    return this.#waiting.length > 0;
  }

  /** Takes what was added and has not left yet. */
  takeDeferred(): readonly Statement[] {
    const rest = this.#waiting.map(({ statement }) => statement);
    this.#waiting = [];
    return rest;
  }

  async #flush(): Promise<void> {
    this.#isScheduled = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    const [only, ...others] = waiting;
    if (only && others.length === 0) return this.#sendAlone(only);
    await Promise.all(byPayer(waiting).map((own) => this.#sendTogether(merged(own))));
  }

  /** Most statements travel alone: no neighbour is to be thought of then. */
  async #sendAlone({ statement, caller, resolve, reject }: Waiting): Promise<void> {
    const forget = caller.deadline?.onOver(() => reject(caller.deadline?.over));
    try {
      const [outcome] = await this.#send([statement], caller);
      if (outcome) resolve(outcome);
    } catch (error) {
      reject(error);
    } finally {
      forget?.();
    }
  }

  async #sendTogether(groups: readonly Group[], sentBefore = 0): Promise<void> {
    const waiting = groups.flat();
    const [first] = waiting;
    if (!first) return;
    const deadlines = new Set(waiting.map(({ caller }) => caller.deadline));
    const deadline = sharedDeadline(deadlines);
    const forget = watch(deadlines, waiting);
    try {
      const outcomes = await this.#send(groups.map(statementOf), {
        shareKey: first.caller.shareKey,
        deadline,
        trace: sharedTrace(waiting),
      });
      groups.forEach((group, place) => {
        const outcome = outcomes[place];
        if (outcome) for (const { resolve } of group) resolve(outcome);
      });
    } catch (error) {
      await this.#retryOthers(groups, error, sentBefore + 1);
    } finally {
      forget();
    }
  }

  async #retryOthers(groups: readonly Group[], error: unknown, sent: number): Promise<void> {
    const failed = groups[failedIndexOf(error) ?? -1];
    const others =
      this.#isShared && failed && isStatementError(error) ? groups.filter((group) => group !== failed) : [];
    for (const group of groups) if (!others.includes(group)) for (const { reject } of group) reject(error);
    if (sent < SENT_TOGETHER_MAX) await this.#sendTogether(others, sent);
    else await Promise.all(others.map((group) => this.#sendTogether([group], sent)));
  }
}

/** Rejects those who wait when their own deadline is over; the batch goes on. */
function watch(deadlines: ReadonlySet<Deadline | null>, waiting: readonly Waiting[]): () => void {
  const forgets = [...deadlines].map((deadline) =>
    deadline?.onOver(() => {
      for (const { caller, reject } of waiting) if (caller.deadline === deadline) reject(deadline.over);
    }),
  );
  return () => {
    for (const forget of forgets) forget?.();
  };
}
