/** One request that waits for its turn. */
export type Waiting = { readonly account: string; admit(): void };

/** Over which time what an agency has going on is averaged: a page that sends ten requests at once is over before it counts. */
const AVERAGE_MS = 250;

/** What one agency has going on: its requests in work, by account, and those that wait. */
export class Share {
  readonly #inWork = new Map<string, number>();
  /** By account, in the order in which their turns come. */
  readonly #waiting = new Map<string, Waiting[]>();
  #working = 0;
  #queued = 0;
  #average = 0;
  #averagedAt = Number.NEGATIVE_INFINITY;
  /** When something of it last ended. */
  endedAt = Number.NEGATIVE_INFINITY;
  /** When it last asked for more than it is allowed. */
  exhaustedAt = Number.NEGATIVE_INFINITY;

  get working(): number {
    return this.#working;
  }

  get queued(): number {
    return this.#queued;
  }

  get demand(): number {
    return this.#working + this.#queued;
  }

  /** How much it has had going on of late. */
  usualDemand(now: number): number {
    this.#note(now);
    return this.#average;
  }

  queuedOf(account: string): number {
    return this.#waiting.get(account)?.length ?? 0;
  }

  workingOf(account: string): number {
    return this.#inWork.get(account) ?? 0;
  }

  begin(account: string, now: number): void {
    this.#note(now);
    this.#working += 1;
    this.#inWork.set(account, this.workingOf(account) + 1);
  }

  end(account: string, now: number): void {
    this.#note(now);
    this.#working -= 1;
    this.endedAt = now;
    const left = this.workingOf(account) - 1;
    if (left > 0) this.#inWork.set(account, left);
    else this.#inWork.delete(account);
  }

  queue(waiting: Waiting, now: number): void {
    this.#note(now);
    this.#queued += 1;
    const others = this.#waiting.get(waiting.account);
    if (others) others.push(waiting);
    else this.#waiting.set(waiting.account, [waiting]);
  }

  /** Forgets a request that waits no longer. */
  remove(waiting: Waiting, now: number): void {
    const queue = this.#waiting.get(waiting.account);
    const place = queue?.indexOf(waiting) ?? -1;
    if (!queue || place < 0) return;
    this.#note(now);
    queue.splice(place, 1);
    this.#queued -= 1;
    if (queue.length === 0) this.#waiting.delete(waiting.account);
  }

  /** The next request to be served: accounts take turns, and one that has as much in work as it may have waits. */
  next(perAccount: number, now: number): Waiting | undefined {
    for (const [account, queue] of this.#waiting) {
      const first = this.workingOf(account) < perAccount ? queue[0] : undefined;
      if (!first) continue;
      this.remove(first, now);
      // Its account comes last in the next round.
      this.#waiting.delete(account);
      if (queue.length > 0) this.#waiting.set(account, queue);
      return first;
    }
    return undefined;
  }

  /** What went on since the last change counts the more, the longer it has lasted. */
  #note(now: number): void {
    this.#average = this.demand + (this.#average - this.demand) * Math.exp((this.#averagedAt - now) / AVERAGE_MS);
    this.#averagedAt = now;
  }
}
