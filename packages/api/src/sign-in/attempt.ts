import { createHmac, randomBytes } from 'node:crypto';

/** How long somebody may take to sign in at the provider. */
export const ATTEMPT_SECONDS = 600;

/** A sign-in that is under way in one browser. */
export type Attempt = {
  /** What ties the provider's answer to the browser that asked. */
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The key of the provider. */
  readonly provider: string;
  /** Where the person goes on: a place of the registry. */
  readonly returnTo: string;
};

/** What names a sign-in among those of its browser: every tab may have one under way. */
export type AttemptName = `sign-in-${string}`;

/** The name of the sign-in of a state, as the provider sends it back. */
export const nameOfAttempt = (state: unknown): AttemptName =>
  `sign-in-${(typeof state === 'string' && /^[\w-]{12}/.exec(state)?.[0]) || ''}`;

export const isAttemptName = (name: string): name is AttemptName => /^sign-in-[\w-]{12}$/.test(name);

const SECRET_BYTES = 32;

/** Each value is derived from the secret of the attempt, so that none of them tells another. */
function attemptFrom(secret: string, provider: string, returnTo: string): Attempt {
  const derived = (name: string) => createHmac('sha256', secret).update(name).digest('base64url');
  return { state: derived('state'), nonce: derived('nonce'), codeVerifier: derived('verifier'), provider, returnTo };
}

/** Begins a sign-in; `kept` is what its browser keeps. The registry keeps nothing, so nobody can fill it up by beginning many. */
export function beginAttempt(provider: string, returnTo: string): { readonly attempt: Attempt; readonly kept: string } {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const kept = [secret, provider, Buffer.from(returnTo).toString('base64url')].join('.');
  return { attempt: attemptFrom(secret, provider, returnTo), kept };
}

/** The sign-in that a browser has begun; null where it keeps none. */
export function attemptIn(kept: string | null): Attempt | null {
  const [secret, provider, returnTo] = kept?.split('.') ?? [];
  if (!secret || !provider || returnTo === undefined) return null;
  return attemptFrom(secret, provider, placeIn(Buffer.from(returnTo, 'base64url').toString()));
}

/** The first page, with what it is asked to open. Nobody is led anywhere else. */
const PLACE = /^\/(\?[\w%&=.~+-]*)?$/;

/** The place that somebody asked to go on to, where it is one of the registry's pages; else the first page. */
export const placeIn = (asked: unknown): string => (typeof asked === 'string' && PLACE.test(asked) ? asked : '/');
