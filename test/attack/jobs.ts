/** A request as the crew sends it: always to the loopback address. */
export type Asked = {
  readonly method?: 'GET' | 'POST';
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Wherever it says `%n`, the number of the request is put, so that no two are the same. */
  readonly body?: string;
};

/** Keeps connections busy until all is sent or the time is over; each sends its next request when it has its answer. */
export type Flood = {
  readonly kind: 'flood';
  readonly url: string;
  readonly connections: number;
  /** They are sent by turns. */
  readonly requests: readonly Asked[];
  /** How many are sent in all; each of `requests` once unless it is given. */
  readonly times?: number;
  readonly seconds: number;
  /** The client goes away after so long without an answer; after `seconds` unless it is given. */
  readonly leavesAfterMs?: number;
};

/** Asks as ordinary clients do: so many requests a second, whether or not the ones before are answered. */
export type Pace = {
  readonly kind: 'pace';
  readonly url: string;
  readonly connections: number;
  /** They are sent by turns. */
  readonly requests: readonly Asked[];
  readonly perSecond: number;
  readonly seconds: number;
};

/** Opens sockets, writes something on each, and then neither writes nor reads until the time is over. */
export type Hold = {
  readonly kind: 'hold';
  readonly port: number;
  readonly sockets: number;
  readonly text: string;
  readonly seconds: number;
  /** Reads nothing of what comes back, so that the server cannot get rid of its answer. */
  readonly isDeaf: boolean;
};

export type Job = Flood | Pace | Hold;

export type Answers = {
  /** How many answers had which status; `left` are those that the client did not wait for, `lost` those that the server cut off. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How many answers named which `extensions.code`. */
  readonly codes: Readonly<Record<string, number>>;
  readonly ms: readonly number[];
  readonly largestMb: number;
  /** The beginning of the last answer that was one, for whoever wonders. */
  readonly sample: string;
};

export type Held = { readonly opened: number; readonly open: number; readonly lastClosedSeconds: number };

export type Results = { readonly flood: Answers; readonly pace: Answers; readonly hold: Held };

/** What a crew says: first that all that it opens is open, in the end what came of it. */
export type Report = { readonly ready: true } | { readonly result: Answers | Held };
