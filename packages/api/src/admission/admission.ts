import { RegistryError } from '@registry/schema/core/errors.ts';
import type { Share, Waiting } from './share.ts';
import { GAP_MS, Shares } from './shares.ts';

/** For whom a request is made. Requests of one agency (or of one city account, or one address of the public) share what it may take. */
export type Asker = { readonly agency: string; readonly account: string };

export type AdmissionLimits = {
  /** Requests in work at all, of one agency and of one account. */
  readonly total: number;
  readonly perAgency: number;
  readonly perAccount: number;
  /** Requests that wait at all, and of one account. */
  readonly waitingTotal: number;
  readonly waitingPerAccount: number;
  /** How long a request waits at most. */
  readonly waitMs: number;
};

/** To be called once the request is answered. */
export type Leave = () => void;

const refusal = (code: 'RATE_LIMITED' | 'UNAVAILABLE', th: string, en: string) =>
  new RegistryError(code, { th, en }, [], { refusesRequest: true, retryAfterSeconds: 1 });

const accountHasTooMany = () =>
  refusal(
    'RATE_LIMITED',
    'มีคำขอของบัญชีนี้รออยู่มากเกินไป กรุณาส่งทีละน้อยลง',
    'Too many requests of this account are waiting: send fewer at a time.',
  );

const allIsBusy = () =>
  refusal('UNAVAILABLE', 'ระบบมีผู้ใช้มาก กรุณาลองใหม่', 'The registry is busy: try again in a moment.');

/**
 * Lets requests into work. As long as one agency asks alone, it gets all there is. When it floods while others ask, it steps back: one
 * request of it at a time, in the gaps that the others leave, and a turn now and then when they leave none.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #shares = new Shares();
  #working = 0;
  #waiting = 0;
  #again: NodeJS.Timeout | undefined;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  /** How many requests are in work, and how many wait. */
  get load(): { readonly working: number; readonly waiting: number } {
    return { working: this.#working, waiting: this.#waiting };
  }

  /** Waits for the turn of a request; throws RATE_LIMITED or UNAVAILABLE, or the reason of its signal. */
  async enter({ agency, account }: Asker, signal: AbortSignal): Promise<Leave> {
    const share = this.#shares.of(agency);
    if (share.queued === 0 && this.#hasRoom(share) && share.workingOf(account) < this.#limits.perAccount) {
      this.#begin(share, account);
    } else {
      await this.#turn(share, account, signal);
    }
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#working -= 1;
      share.end(account, performance.now());
      this.#serve();
    };
  }

  #turn(share: Share, account: string, signal: AbortSignal): Promise<void> {
    if (share.queuedOf(account) >= this.#limits.waitingPerAccount) throw accountHasTooMany();
    if (this.#waiting >= this.#limits.waitingTotal) throw allIsBusy();
    return new Promise((resolve, reject) => {
      const settle = () => {
        this.#waiting -= 1;
        clearTimeout(late);
        signal.removeEventListener('abort', leave);
      };
      const giveUp = (reason: unknown) => {
        share.remove(waiting);
        settle();
        reject(reason);
      };
      const leave = () => giveUp(signal.reason);
      const late = setTimeout(() => giveUp(allIsBusy()), this.#limits.waitMs);
      const waiting: Waiting = {
        account,
        admit: () => {
          settle();
          this.#begin(share, account);
          resolve();
        },
      };
      this.#waiting += 1;
      share.queue(waiting);
      signal.addEventListener('abort', leave);
      if (signal.aborted) leave();
      else this.#serve();
    });
  }

  #begin(share: Share, account: string): void {
    this.#shares.noteTurn(share);
    this.#working += 1;
    share.begin(account);
  }

  #hasRoom(share: Share): boolean {
    if (this.#working >= this.#limits.total || share.working >= this.#limits.perAgency) return false;
    return !this.#shares.floods(share) || this.#shares.hasTurnForFlood();
  }

  /** Lets in whoever may: agencies that flood last, else the one with the least in work. */
  #serve(): void {
    if (this.#waiting === 0) return;
    for (;;) {
      const next = this.#next();
      if (!next) break;
      next.admit();
    }
    // Nobody may be there to end: whoever is held back for the sake of a gap is looked at again when it is over.
    if (this.#waiting > 0 && this.#again === undefined) {
      this.#again = setTimeout(() => {
        this.#again = undefined;
        this.#serve();
      }, GAP_MS);
    }
  }

  #next(): Waiting | undefined {
    for (const share of this.#inTurn()) {
      const next = this.#hasRoom(share) ? share.next(this.#limits.perAccount) : undefined;
      if (next) return next;
    }
    return undefined;
  }

  #inTurn(): Share[] {
    const rank = (share: Share) => (this.#shares.floods(share) ? this.#limits.total : 0) + share.working;
    return this.#shares.waiting
      .map((share) => ({ share, rank: rank(share) }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ share }) => share);
  }
}
