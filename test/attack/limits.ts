/** What the registry promises under attack, with its settings as they come. */
export const SILENCE_MS_MAX = 1_000;

/** Resident memory of the server at its peak, and PostgreSQL's growth under an attack. */
export const SERVER_MB_MAX = 700;
export const POSTGRES_GROWTH_MB_MAX = 300;

/** The greatest answer, with what its headers and its last field add. */
export const ANSWER_MB_MAX = 11;

/** The deadline of a request with what ending it takes, in seconds. */
export const REQUEST_SECONDS_MAX = 15.5;

/** How long after its deadline a request may be answered. */
export const LATE_SECONDS_MAX = 0.5;

/** After a client has left, nothing is done for it any longer than this. */
export const LEFT_BEHIND_SECONDS_MAX = 1;

/** From SIGTERM to the end of the process, PostgreSQL included. */
export const STOP_SECONDS_MAX = 15;

/** Another agency's p95 while somebody floods, as a multiple of its p95 in quiet times. */
export const NEIGHBOUR_RATIO_MAX = 1.5;

/** How long half a request stays open. */
export const HALF_SENT_SECONDS_MAX = 60;

/** How many refused tokens are looked at before their address has to wait. */
export const REFUSED_TOKENS_MAX = 1_000;
