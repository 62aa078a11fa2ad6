import pg from 'pg';
import type { Caller } from './deadline.ts';
import { isDueForReplacement } from './prepared-statements.ts';
import type { Trace } from './trace.ts';

/** How long somebody waits for a connection at most: who is refused soon can be served elsewhere, or later. */
const WAIT_MS_MAX = 5_000;
/** How many wait for a payer at most; whoever comes after them would wait too long anyway. */
const WAITING_MAX = 500;
/** No payer takes more than this part of the connections, nor less than two. */
const SHARES = 3;
const SHARE_MIN = 2;

/** Every connection is in use, and was for too long. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection';
  readonly code = 'NO_CONNECTION';
}

/** Whether an error leaves a connection of no use, or of none that can be told. */
export const isConnectionLost = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || error.code === undefined || /^(57P|08|XX)/.test(error.code);

/** A connection in use. */
export type Lease = {
  readonly connection: pg.PoolClient;
  /** It goes back once; one that is broken, or doubtful, is not used again. */
  release(isBroken?: boolean): void;
  /** Who is told what is sent on it. */
  readonly trace: Trace | null;
  /** How long it was waited for, told once. */
  takeWaitMs(): number;
  /** Something may still be under way on it. */
  markUnreliable(): void;
};

type Waiting = { readonly proceed: () => void };

/**
 * The pool of connections, shared fairly. Nobody has more than a share of them at a time, so that whoever asks for much leaves the rest to
 * the others; who has its share waits behind its own, and payers take turns.
 */
export class FairPool {
  readonly #pool: pg.Pool;
  readonly #max: number;
  /** How long any statement may take. */
  readonly statementMsMax: number;
  readonly #share: number;
  readonly #taken = new Map<string, number>();
  /** Those who wait, by payer; the payer whose turn is next comes first. */
  readonly #waiting = new Map<string, Set<Waiting>>();
  #takenInAll = 0;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
    this.#max = pool.options.max;
    this.statementMsMax = Number(pool.options.statement_timeout) || Number.POSITIVE_INFINITY;
    this.#share = Math.min(this.#max, Math.max(SHARE_MIN, Math.floor(this.#max / SHARES)));
  }

  /** Takes a connection, when it is the caller's turn; gives up at its deadline. */
  async take({ payer, deadline, trace = null }: Caller): Promise<Lease> {
    const since = trace ? performance.now() : 0;
    if (deadline?.over) throw deadline.over;
    if (this.#mayTake(payer)) this.#count(payer, 1);
    else await this.#turn({ payer, deadline });
    try {
      const connection = await this.#pool.connect();
      return this.#lease(connection, payer, trace, trace ? performance.now() - since : 0);
    } catch (error) {
      this.#count(payer, -1);
      this.#next();
      throw error;
    }
  }

  #lease(connection: pg.PoolClient, payer: string, trace: Trace | null, waitedMs: number): Lease {
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
        this.#count(payer, -1);
        this.#next();
      },
      markUnreliable: () => {
        isUnreliable = true;
      },
    };
  }

  #mayTake(payer: string): boolean {
    return this.#takenInAll < this.#max && (this.#taken.get(payer) ?? 0) < this.#share;
  }

  #count(payer: string, change: 1 | -1): void {
    const taken = (this.#taken.get(payer) ?? 0) + change;
    if (taken === 0) this.#taken.delete(payer);
    else this.#taken.set(payer, taken);
    this.#takenInAll += change;
  }

  /** Waits for a connection of the payer's share, which is counted as taken when it ends. */
  #turn({ payer, deadline }: Caller): Promise<void> {
    const queue = this.#waiting.get(payer) ?? new Set<Waiting>();
    if (queue.size >= WAITING_MAX) return Promise.reject(new NoConnection('Too many wait for a connection.'));
    this.#waiting.set(payer, queue);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        forget?.();
        queue.delete(waiting);
        if (queue.size === 0) this.#waiting.delete(payer);
      };
      const giveUp = (error: Error): void => {
        leave();
        reject(error);
      };
      const waiting: Waiting = {
        proceed: () => {
          leave();
          this.#count(payer, 1);
          resolve();
        },
      };
      const timer = setTimeout(() => giveUp(new NoConnection('No connection became free.')), WAIT_MS_MAX);
      const forget = deadline?.onOver(() => giveUp(deadline.over ?? new NoConnection('Nobody waits any more.')));
      queue.add(waiting);
    });
  }

  /** Lets those proceed for whom there is a connection now: one of each payer in turn. */
  #next(): void {
    for (const [payer, queue] of this.#waiting) {
      if (this.#takenInAll >= this.#max) return;
      const [first] = queue;
      if (!first || !this.#mayTake(payer)) continue;
      this.#waiting.delete(payer);
      this.#waiting.set(payer, queue);
      first.proceed();
      this.#next();
      return;
    }
  }
}
