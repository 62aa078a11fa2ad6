import { RegistryError } from '@registry/schema/core/errors.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts one request of an account, or of an address without one; RATE_LIMITED when it has asked too often within a minute. */
export type RateLimit = (key: string) => Promise<void>;

export function createRateLimit(requestsPerMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch {
      throw new RegistryError(
        'RATE_LIMITED',
        { th: 'ส่งคำขอบ่อยเกินไป กรุณารอสักครู่', en: 'Too many requests: wait a minute and try again.' },
        [],
        { refusesRequest: true },
      );
    }
  };
}
