import type { Deadline } from '@registry/prisma/deadline.ts';
import { RegistryError } from '@registry/schema/base/errors.ts';
import type { AdmissionLimits } from './limits.ts';
import { Refusals } from './refusals.ts';
import type { Share, Waiting } from './share.ts';
import { Shares } from './shares.ts';

/** For whom a request is made. Requests of one agency (or of one city account, or one address of the public) share what it may take. */
export type Requester = { readonly agency: string; readonly account: string };

/** While others ask, an agency has at most so many requests in work, so that another's next request does not queue behind dozens. */
const AGENCY_BESIDE_OTHERS = 4;
/** And an account at most so many, so that its slow queries do not block its colleagues. */
const ACCOUNT_BESIDE_OTHERS = 2;

/** How often a resting flood is checked. */
const LOOK_AGAIN_MS = 5;

/** Frees the place of a request that was answered. */
export type Leave = () => void;

/** Why a request is turned away; an error is made when it is thrown, so that hundreds at once cost little. */
type Refusal = () => RegistryError;

const refusal = (code: 'RATE_LIMITED' | 'UNAVAILABLE', th: string, en: string): RegistryError =>
  new RegistryError(code, { th, en }, [], { refusesRequest: true, retryAfterSeconds: 1 });

const accountHasTooMany: Refusal = () =>
  refusal(
    'RATE_LIMITED',
    'มีคำขอของบัญชีนี้รออยู่มากเกินไป โปรดส่งทีละน้อยลง',
    'Too many requests of this account are waiting: send fewer at a time.',
  );

const allIsBusy: Refusal = () =>
  refusal('UNAVAILABLE', 'ระบบมีผู้ใช้มาก โปรดลองใหม่', 'The registry is busy: try again in a moment.');

/**
 * Admits requests. An agency that asks alone may use every place. While others ask, it has a few requests in work; if it floods then, it
 * gets one at a time, with a rest after each.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #shares = new Shares();
  readonly #refusals = new Refusals();
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

  /** Waits for the turn of a request; throws RATE_LIMITED or UNAVAILABLE, or why its deadline is over. */
  async enter({ agency, account }: Requester, deadline: Deadline): Promise<Leave> {
    const share = this.#shares.of(agency);
    const now = performance.now();
    if (share.queued === 0 && this.#hasRoom(share, now) && share.workingOf(account) < this.#perAccount(share, now)) {
      this.#begin(share, account);
    } else {
      const refused = this.#tooMany(share, account) ?? (await this.#turn(share, account, deadline));
      if (refused) {
        await this.#refusals.turn();
        throw refused();
      }
    }
    const begunAt = performance.now();
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#working -= 1;
      const endedAt = performance.now();
      this.#shares.noteEnd(share, begunAt, endedAt);
      share.end(account, endedAt);
      this.#serve();
    };
  }

  /** Notes that a requester has used up its rate: its agency's next requests let others go first for a while. */
  markExhausted({ agency }: Requester): void {
    this.#shares.markExhausted(agency, performance.now());
  }

  #tooMany(share: Share, account: string): Refusal | null {
    if (share.queuedOf(account) >= this.#limits.waitingPerAccount) return accountHasTooMany;
    return this.#waiting >= this.#limits.waitingTotal ? allIsBusy : null;
  }

  /** Resolves when a request is in work, or with its refusal when it has waited too long. */
  #turn(share: Share, account: string, deadline: Deadline): Promise<Refusal | null> {
    return new Promise((resolve, reject) => {
      let isSettled = false;
      const settle = () => {
        isSettled = true;
        this.#waiting -= 1;
        clearTimeout(late);
        forget();
      };
      const giveUp = () => {
        share.remove(waiting, performance.now());
        settle();
      };
      const late = setTimeout(() => {
        giveUp();
        resolve(allIsBusy);
      }, this.#limits.waitMs);
      const waiting: Waiting = {
        account,
        admit: () => {
          settle();
          this.#begin(share, account);
          resolve(null);
        },
      };
      this.#waiting += 1;
      share.queue(waiting, performance.now());
      const forget = deadline.onOver(() => {
        if (isSettled) return;
        giveUp();
        reject(deadline.over);
      });
      this.#serve();
    });
  }

  #begin(share: Share, account: string): void {
    this.#working += 1;
    share.begin(account, performance.now());
  }

  #hasRoom(share: Share, now: number): boolean {
    if (this.#working >= this.#limits.total || share.working >= this.#limits.perAgency) return false;
    if (share.working >= AGENCY_BESIDE_OTHERS && this.#shares.hasOthers(share, now)) return false;
    return !this.#shares.floods(share, now) || this.#shares.hasTurnForFlood(now);
  }

  /** How many requests an account may have in work; none that has so few has to be compared with others. */
  #perAccount(share: Share, now: number): number {
    const hasFew = share.working < ACCOUNT_BESIDE_OTHERS;
    return hasFew || !this.#shares.hasOthers(share, now) ? this.#limits.perAccount : ACCOUNT_BESIDE_OTHERS;
  }

  /** Admits waiting requests: flooding agencies last, otherwise the agency with the least in work first. */
  #serve(): void {
    if (this.#waiting === 0) return;
    for (;;) {
      const next = this.#next(performance.now());
      if (!next) break;
      next.admit();
    }
    // Without a request in work, none would end and wake those that wait: a timer looks again.
    if (this.#waiting > 0 && this.#again === undefined) {
      this.#again = setTimeout(() => {
        this.#again = undefined;
        this.#serve();
      }, LOOK_AGAIN_MS);
    }
  }

  #next(now: number): Waiting | undefined {
    for (const share of this.#inTurn(now)) {
      const next = this.#hasRoom(share, now) ? share.next(this.#perAccount(share, now), now) : undefined;
      if (next) return next;
    }
    return undefined;
  }

  #inTurn(now: number): Share[] {
    const rank = (share: Share) => (this.#shares.floods(share, now) ? this.#limits.total : 0) + share.working;
    return this.#shares.waiting
      .map((share) => ({ share, rank: rank(share) }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ share }) => share);
  }
}
