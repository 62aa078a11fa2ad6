import type { Deadline } from '@registry/prisma/deadline.ts';
import { RegistryError } from './errors.ts';

const exceeded = (milliseconds: number): RegistryError => {
  const seconds = Math.round(milliseconds / 100) / 10;
  return new RegistryError('DEADLINE_EXCEEDED', {
    th: `คำขอใช้เวลาเกิน ${seconds} วินาทีจึงถูกยกเลิก กรุณาขอให้น้อยลงในแต่ละครั้ง เช่น ลดจำนวนรายการต่อหน้า ช่วงปี หรือเงื่อนไข`,
    en: `The request took longer than ${seconds} s and was stopped: ask for less at a time, such as smaller pages, fewer years or conditions.`,
  });
};

/**
 * The one deadline of a request: it counts from the start, and everything that is done for the request keeps to it. It is over before its
 * time when a signal says that nobody waits any more.
 */
export class RequestDeadline implements Deadline {
  readonly #milliseconds: number;
  readonly #since: number;
  readonly #signal: AbortSignal | null;
  readonly #listeners = new Set<() => void>();
  #over: Error | null = null;
  #timer: NodeJS.Timeout | undefined;
  #timeAlone: Deadline | undefined;

  constructor(milliseconds: number, signal: AbortSignal | null, since = performance.now()) {
    this.#milliseconds = milliseconds;
    this.#since = since;
    this.#signal = signal;
  }

  /** The time alone, whoever leaves: for what must not be given up half done. */
  get timeAlone(): Deadline {
    this.#timeAlone ??= new RequestDeadline(this.#milliseconds, null, this.#since);
    return this.#timeAlone;
  }

  get over(): Error | null {
    if (!this.#over && this.#signal?.aborted) this.#over = this.#signal.reason;
    if (!this.#over && this.msLeft === 0) this.#over = exceeded(this.#milliseconds);
    return this.#over;
  }

  get msLeft(): number {
    return Math.max(0, this.#since + this.#milliseconds - performance.now());
  }

  /** A clock runs only while somebody listens, so that a request which is done leaves nothing behind. */
  onOver(listener: () => void): () => void {
    // Each call counts by itself, also where the same function listens twice.
    const own = (): void => listener();
    if (this.over) {
      queueMicrotask(own);
      return () => undefined;
    }
    this.#listeners.add(own);
    if (this.#listeners.size === 1) this.#watch();
    return () => {
      if (this.#listeners.delete(own) && this.#listeners.size === 0) this.#unwatch();
    };
  }

  #watch(): void {
    this.#timer = setTimeout(this.#end, this.msLeft);
    this.#signal?.addEventListener('abort', this.#end);
  }

  #unwatch(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#end);
  }

  readonly #end = (): void => {
    this.#unwatch();
    this.#over ??= this.#signal?.aborted ? this.#signal.reason : exceeded(this.#milliseconds);
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  };
}

/** What a promise comes to, or why nobody waits for it any more. What it is about goes on by itself. */
export function untilOver<Result>(promise: Promise<Result>, deadline: Deadline | null): Promise<Result> {
  if (!deadline) return promise;
  return new Promise((resolve, reject) => {
    const forget = deadline.onOver(() => reject(deadline.over));
    promise.then(resolve, reject).finally(forget);
  });
}
