import type { Deadline } from '@registry/prisma/deadline.ts';
import { RegistryError } from '../base/errors.ts';

const exceeded = (milliseconds: number): RegistryError => {
  const seconds = Math.round(milliseconds / 100) / 10;
  return new RegistryError('DEADLINE_EXCEEDED', {
    th: `คำขอใช้เวลาเกิน ${seconds} วินาทีจึงถูกยกเลิก โปรดขอให้น้อยลงในแต่ละครั้ง เช่น ลดจำนวนรายการต่อหน้า ช่วงปี หรือเงื่อนไข`,
    en: `The request took longer than ${seconds} s and was stopped: ask for less at a time, such as smaller pages, fewer years or conditions.`,
  });
};

/**
 * The one deadline of a request: it starts with the request, and all work for it keeps to it. It ends early when it is ended by its owner
 * or with its parent, for example when the client leaves.
 */
export class RequestDeadline implements Deadline {
  readonly #milliseconds: number;
  readonly #since: number;
  readonly #within: Deadline | null;
  #listeners: (() => void)[] = [];
  #over: Error | null = null;
  #timer: NodeJS.Timeout | undefined;
  #leaveWithin: (() => void) | undefined;
  #timeAlone: Deadline | undefined;

  /** A number of milliseconds, within its parent's deadline. */
  constructor(milliseconds: number, within: Deadline | null = null, since = performance.now()) {
    this.#milliseconds = milliseconds;
    this.#within = within;
    this.#since = since;
  }

  /** Only the time, even when the client has left: for work that must not stop halfway. */
  get timeAlone(): Deadline {
    this.#timeAlone ??= new RequestDeadline(this.#milliseconds, null, this.#since);
    return this.#timeAlone;
  }

  get over(): Error | null {
    this.#over ??= this.#within?.over ?? null;
    if (!this.#over && this.msLeft === 0) this.#over = exceeded(this.#milliseconds);
    return this.#over;
  }

  get msLeft(): number {
    return Math.max(0, this.#since + this.#milliseconds - performance.now());
  }

  /** The timer runs only while there is a listener, so that a finished request leaves nothing behind. */
  onOver(listener: () => void): () => void {
    // Each call counts by itself, also where the same function listens twice.
    const own = (): void => listener();
    if (this.over) {
      queueMicrotask(own);
      return () => undefined;
    }
    this.#listeners.push(own);
    if (this.#listeners.length === 1) this.#watch();
    return () => {
      const place = this.#listeners.indexOf(own);
      if (place < 0) return;
      this.#listeners.splice(place, 1);
      if (this.#listeners.length === 0) this.#unwatch();
    };
  }

  /** Ends it now; interrupted work fails with the given reason. */
  end(reason: Error): void {
    this.#over ??= reason;
    this.#unwatch();
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }

  #watch(): void {
    const end = (): void => this.end(this.over ?? exceeded(this.#milliseconds));
    if (Number.isFinite(this.#milliseconds)) this.#timer = setTimeout(end, this.msLeft);
    this.#leaveWithin = this.#within?.onOver(end);
  }

  #unwatch(): void {
    clearTimeout(this.#timer);
    this.#leaveWithin?.();
  }
}

/** The outcome of a promise, or the error of the deadline, whichever comes first. The work behind the promise goes on. */
export function withDeadline<Result>(promise: Promise<Result>, deadline: Deadline | null): Promise<Result> {
  if (!deadline) return promise;
  return new Promise((resolve, reject) => {
    const forget = deadline.onOver(() => reject(deadline.over));
    promise.then(
      (result) => {
        forget();
        resolve(result);
      },
      (error: unknown) => {
        forget();
        reject(error);
      },
    );
  });
}
