import { noteSignIns } from '@registry/schema/tenancy/sign-in.ts';
import type { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';

/** How often what was noted is written, and how much later than the last note of an account the next one is. */
const WRITE_EVERY_MS = 60_000;
const NOTED_AGAIN_MS = 600_000;
const ACCOUNTS_MAX = 20_000;

type Options = {
  readonly tenancy: Tenancy;
  readonly logger: Logger;
  readonly writeEveryMs?: number | undefined;
};

/**
 * When accounts signed in last. Every request signs in, so it is remembered here, and written for all of them together once a minute: an
 * account at most every ten minutes.
 */
export class SignInNotes {
  readonly #tenancy: Tenancy;
  readonly #logger: Logger;
  readonly #timer: NodeJS.Timeout;
  readonly #noted = new LRUCache<string, true>({ max: ACCOUNTS_MAX, ttl: NOTED_AGAIN_MS });
  readonly #waiting = new Set<string>();
  #writing: Promise<void> = Promise.resolve();

  constructor({ tenancy, logger, writeEveryMs = WRITE_EVERY_MS }: Options) {
    this.#tenancy = tenancy;
    this.#logger = logger;
    this.#timer = setInterval(() => this.#flush(), writeEveryMs).unref();
  }

  note(accountId: string): void {
    if (this.#noted.has(accountId)) return;
    this.#noted.set(accountId, true);
    this.#waiting.add(accountId);
  }

  /** Writes what waits. A note that cannot be written is lost, and the next one comes. */
  #flush(): void {
    if (this.#waiting.size === 0) return;
    const accountIds = [...this.#waiting];
    this.#waiting.clear();
    this.#writing = this.#writing
      .then(() => noteSignIns(this.#tenancy, accountIds))
      .catch((error) => this.#logger.warn({ err: error }, 'when accounts signed in last was not noted'));
  }

  /** Writes what waits, and ends. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#flush();
    await this.#writing;
  }
}
