import { RegistryError } from '@registry/schema/base/errors.ts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusals } from './refusals.ts';

/** How many requests a budget allows, and within how many seconds. */
type Window = { readonly name: string; readonly quota: number; readonly seconds: number };

/** What is left of a budget, as the headers `RateLimit-Policy` and `RateLimit` say it (draft-ietf-httpapi-ratelimit-headers). */
export type Allowance = { readonly policy: string; readonly left: string };

/** Counts one request under a key; RATE_LIMITED, with the time to wait, when the budget of the key is spent. */
export type Budget = (key: string) => Promise<Allowance>;

const tooMany = (seconds: number) =>
  new RegistryError(
    'RATE_LIMITED',
    {
      th: `ส่งคำขอบ่อยเกินไป โปรดรอ ${seconds} วินาที`,
      en: `Too many requests: wait ${seconds} s and try again.`,
    },
    [],
    { refusesRequest: true, retryAfterSeconds: seconds },
  );

const secondsOf = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));

/** A budget over several windows, the shortest first: what it refuses does not count against the longer ones. */
function budgetOf(windows: readonly Window[], refusals: Refusals): Budget {
  const limiters = windows.map(({ name, quota, seconds }) => ({
    name,
    quota,
    limiter: new RateLimiterMemory({ points: quota, duration: seconds }),
  }));
  const policy = windows.map(({ name, quota, seconds }) => `"${name}";q=${quota};w=${seconds}`).join(', ');
  return async (key) => {
    const left: string[] = [];
    for (const { name, limiter } of limiters) {
      try {
        const { remainingPoints, msBeforeNext } = await limiter.consume(key);
        left.push(`"${name}";r=${remainingPoints};t=${secondsOf(msBeforeNext)}`);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        await refusals.turn();
        throw tooMany(secondsOf(refusal.msBeforeNext));
      }
    }
    return { policy, left: left.join(', ') };
  };
}

const BURST_SHARE = 12;
const BURST_MIN = 20;

/** A rate per minute, of which one second gives at most a twelfth, so that the minute is not spent at once. */
const steady = (perMinute: number, refusals: Refusals): Budget =>
  budgetOf(
    [
      { name: 'second', quota: Math.max(BURST_MIN, Math.ceil(perMinute / BURST_SHARE)), seconds: 1 },
      { name: 'minute', quota: perMinute, seconds: 60 },
    ],
    refusals,
  );

/** Front ends may retry an expired token, perhaps for many people behind one address, but not hundreds of times. */
const REFUSED_TOKENS_PER_MINUTE = 300;

export type RateLimits = {
  /** Every request of an address, before anything is known of it. */
  readonly address: Budget;
  /** The tokens of an address that were not good. */
  readonly refusedToken: Budget;
  /** The requests of an account, or of an address for the public. */
  readonly client: Budget;
};

export const createRateLimits = (limits: {
  readonly requestsPerMinute: number;
  readonly requestsPerMinuteOfAddress: number;
}): RateLimits => {
  const refusals = new Refusals();
  return {
    address: steady(limits.requestsPerMinuteOfAddress, refusals),
    refusedToken: budgetOf([{ name: 'refused', quota: REFUSED_TOKENS_PER_MINUTE, seconds: 60 }], refusals),
    client: steady(limits.requestsPerMinute, refusals),
  };
};
