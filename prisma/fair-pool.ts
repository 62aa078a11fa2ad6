import pg from 'pg';
import type { Caller } from './deadline.ts';
import { isDueForReplacement } from './prepared-statements.ts';
import type { Trace } from './trace.ts';

/** How long a statement waits for a connection: a quick refusal lets the client try again, or elsewhere. */
const WAIT_MS_MAX = 5_000;
/** How many statements of one share may wait: a longer queue would not be served in time. */
const WAITING_MAX = 500;
/** A share is this part of the connections, and at least two. */
const SHARES = 3;
const SHARE_MIN = 2;

/** No connection became free in time. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection';
  readonly code = 'NO_CONNECTION';
}

/** Whether a connection must not be used again after an error. */
export const isConnectionLost = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || error.code === undefined || /^(57P|08|XX)/.test(error.code);

/** A connection in use. */
export type Lease = {
  readonly connection: pg.PoolClient;
  /** Gives the connection back, once; a broken or unreliable one is closed. */
  release(isBroken?: boolean): void;
  /** Records what is sent on it. */
  readonly trace: Trace | null;
  /** How long it was waited for; 0 after the first call. */
  takeWaitMs(): number;
  /** A statement may still be running on it. */
  markUnreliable(): void;
};

type Waiting = { readonly proceed: () => void };

/**
 * The pool of connections, shared fairly: nobody holds more than one share of them at a time, so that one busy agency cannot starve the
 * others. Statements beyond a share wait in its own queue, and the queues take turns.
 */
export class FairPool {
  readonly #pool: pg.Pool;
  readonly #max: number;
  /** How long any statement may take. */
  readonly statementMsMax: number;
  readonly #share: number;
  readonly #taken = new Map<string, number>();
  /** The queues, by share; the one whose turn is next comes first. */
  readonly #waiting = new Map<string, Set<Waiting>>();
  #takenInAll = 0;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
    this.#max = pool.options.max;
    this.statementMsMax = Number(pool.options.statement_timeout) || Number.POSITIVE_INFINITY;
    this.#share = Math.min(this.#max, Math.max(SHARE_MIN, Math.floor(this.#max / SHARES)));
  }

  /** Takes a connection, when it is the caller's turn; gives up at its deadline. */
  async take({ shareKey, deadline, trace = null }: Caller): Promise<Lease> {
    const since = trace ? performance.now() : 0;
    if (deadline?.over) throw deadline.over;
    if (this.#mayTake(shareKey)) this.#count(shareKey, 1);
    else await this.#turn({ shareKey, deadline });
    try {
      const connection = await this.#pool.connect();
      return this.#lease(connection, shareKey, trace, trace ? performance.now() - since : 0);
    } catch (error) {
      this.#count(shareKey, -1);
      this.#next();
      throw error;
    }
  }

  #lease(connection: pg.PoolClient, shareKey: string, trace: Trace | null, waitedMs: number): Lease {
    let isUnreliable = false;
    let waitMs = waitedMs;
    return {
      connection,
      trace,
      takeWaitMs: () => {
        const told = waitMs;
        waitMs = 0;
        return told;
      },
      release: (isBroken = false) => {
        connection.release(isBroken || isUnreliable || isDueForReplacement(connection));
        this.#count(shareKey, -1);
        this.#next();
      },
      markUnreliable: () => {
        isUnreliable = true;
      },
    };
  }

  #mayTake(shareKey: string): boolean {
    return this.#takenInAll < this.#max && (this.#taken.get(shareKey) ?? 0) < this.#share;
  }

  #count(shareKey: string, change: 1 | -1): void {
    const taken = (this.#taken.get(shareKey) ?? 0) + change;
    if (taken === 0) this.#taken.delete(shareKey);
    else this.#taken.set(shareKey, taken);
    this.#takenInAll += change;
  }

  /** Waits for a connection of the share, and counts it as taken. */
  #turn({ shareKey, deadline }: Caller): Promise<void> {
    const queue = this.#waiting.get(shareKey) ?? new Set<Waiting>();
    if (queue.size >= WAITING_MAX) return Promise.reject(new NoConnection('Too many wait for a connection.'));
    this.#waiting.set(shareKey, queue);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        forget?.();
        queue.delete(waiting);
        if (queue.size === 0) this.#waiting.delete(shareKey);
      };
      const giveUp = (error: Error): void => {
        leave();
        reject(error);
      };
      const waiting: Waiting = {
        proceed: () => {
          leave();
          this.#count(shareKey, 1);
          resolve();
        },
      };
      const timer = setTimeout(() => giveUp(new NoConnection('No connection became free.')), WAIT_MS_MAX);
      const forget = deadline?.onOver(() => giveUp(deadline.over ?? new NoConnection('The request has ended.')));
      queue.add(waiting);
    });
  }

  /** Serves the queues for which there is a connection now, one statement of each in turn. */
  #next(): void {
    for (const [shareKey, queue] of this.#waiting) {
      if (this.#takenInAll >= this.#max) return;
      const [first] = queue;
      if (!first || !this.#mayTake(shareKey)) continue;
      this.#waiting.delete(shareKey);
      this.#waiting.set(shareKey, queue);
      first.proceed();
      this.#next();
      return;
    }
  }
}
