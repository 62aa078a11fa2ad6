import type { ServerResponse } from 'node:http';
import { RegistryError } from '@registry/schema/base/errors.ts';
import { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';

const stopping = () =>
  new RegistryError(
    'UNAVAILABLE',
    { th: 'ระบบกำลังปิด โปรดลองใหม่อีกครั้ง', en: 'The registry is stopping: try again in a moment.' },
    [],
    { refusesRequest: true },
  );

const clientLeft = () =>
  new RegistryError('UNAVAILABLE', { th: 'ผู้ขอยกเลิกคำขอ', en: 'The client left before the answer was ready.' }, [], {
    refusesRequest: true,
  });

/** The requests in work, each with its deadline, which ends early when the client leaves. */
export class InFlightRequests {
  readonly #timeoutMs: number;
  readonly #deadlines = new Set<RequestDeadline>();
  #responses = 0;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** How many requests have no answer yet, or one that is still being sent. */
  get count(): number {
    return this.#responses;
  }

  /** The deadline of the request that a response answers. */
  deadlineOf(response: ServerResponse): RequestDeadline {
    const deadline = new RequestDeadline(this.#timeoutMs);
    this.#deadlines.add(deadline);
    this.#responses += 1;
    response.once('close', () => {
      this.#responses -= 1;
      this.#deadlines.delete(deadline);
      if (!response.writableFinished) deadline.end(clientLeft());
    });
    return deadline;
  }

  /** The deadlines of one socket's requests, one after the other, until it is closed. */
  ofSocket(): { next(): RequestDeadline; close(): void } {
    const open = new RequestDeadline(Number.POSITIVE_INFINITY);
    this.#deadlines.add(open);
    return {
      next: () => new RequestDeadline(this.#timeoutMs, open),
      close: () => {
        this.#deadlines.delete(open);
        open.end(clientLeft());
      },
    };
  }

  /** Interrupts all that is in work: the time to finish is over. */
  interruptAll(): void {
    for (const deadline of this.#deadlines) deadline.end(stopping());
  }
}
