import type { Trace } from './trace.ts';

/** How long something may go on. Whoever does it asks before each step, and is told when it is over. */
export type Deadline = {
  /** Why nothing more is to be done; null while it may go on. */
  readonly over: Error | null;
  /** The milliseconds that are left, 0 when it is over. */
  readonly msLeft: number;
  /** Has a listener called once, when it is over; the function that is returned takes that back. */
  onOver(listener: () => void): () => void;
};

/** For whom statements are run: whose share of the connections they take, and until when. */
export type Caller = {
  /** Who shares connections fairly with the others: an agency, an account of the city, the public. */
  readonly shareKey: string;
  /** Null for the registry's own work, which nobody waits for. */
  readonly deadline: Deadline | null;
  /** Who is told what is done; absent almost always. */
  readonly trace?: Trace | null;
};
