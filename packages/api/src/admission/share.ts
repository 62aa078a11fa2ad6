/** One request that waits for its turn. */
export type Waiting = { readonly account: string; admit(): void };

/** What one agency has going on: its requests in work, by account, and those that wait. */
export class Share {
  readonly #inWork = new Map<string, number>();
  /** By account, in the order in which their turns come. */
  readonly #waiting = new Map<string, Waiting[]>();
  #working = 0;
  #queued = 0;
  /** When something of it last ended. */
  endedAt = Number.NEGATIVE_INFINITY;

  get working(): number {
    return this.#working;
  }

  get queued(): number {
    return this.#queued;
  }

  get demand(): number {
    return this.#working + this.#queued;
  }

  queuedOf(account: string): number {
    return this.#waiting.get(account)?.length ?? 0;
  }

  workingOf(account: string): number {
    return this.#inWork.get(account) ?? 0;
  }

  begin(account: string): void {
    this.#working += 1;
    this.#inWork.set(account, this.workingOf(account) + 1);
  }

  end(account: string, now: number): void {
    this.#working -= 1;
    this.endedAt = now;
    const left = this.workingOf(account) - 1;
    if (left > 0) this.#inWork.set(account, left);
    else this.#inWork.delete(account);
  }

  queue(waiting: Waiting): void {
    this.#queued += 1;
    const others = this.#waiting.get(waiting.account);
    if (others) others.push(waiting);
    else this.#waiting.set(waiting.account, [waiting]);
  }

  /** Forgets a request that waits no longer. */
  remove(waiting: Waiting): void {
    const queue = this.#waiting.get(waiting.account);
    const place = queue?.indexOf(waiting) ?? -1;
    if (!queue || place < 0) return;
    queue.splice(place, 1);
    this.#queued -= 1;
    if (queue.length === 0) this.#waiting.delete(waiting.account);
  }

  /** The next request to be served: accounts take turns, and one that has as much in work as it may have waits. */
  next(perAccount: number): Waiting | undefined {
    for (const [account, queue] of this.#waiting) {
      const first = this.workingOf(account) < perAccount ? queue[0] : undefined;
      if (!first) continue;
      this.remove(first);
      // Its account is asked last the next time.
      this.#waiting.delete(account);
      if (queue.length > 0) this.#waiting.set(account, queue);
      return first;
    }
    return undefined;
  }
}
