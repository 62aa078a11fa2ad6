import type { Trace } from './trace.ts';

/** How long some work may go on. The work checks it before each step, and is notified when it is over. */
export type Deadline = {
  /** Why nothing more is to be done; null while it may go on. */
  readonly over: Error | null;
  /** The milliseconds that are left, 0 when it is over. */
  readonly msLeft: number;
  /** Calls a listener once, when it is over; the returned function removes the listener. */
  onOver(listener: () => void): () => void;
};

/** For whom statements are run: whose share of the connections they take, and until when. */
export type Caller = {
  /** Who shares connections fairly with the others: an agency, an account of the city, the public. */
  readonly shareKey: string;
  /** The account for which they are run: it reads what people keep for themselves. */
  readonly accountId?: string | null;
  /** Null for the registry's own work, which has no deadline. */
  readonly deadline: Deadline | null;
  /** Records what is done; usually absent. */
  readonly trace?: Trace | null;
};
