import type { ServerResponse } from 'node:http';
import { RegistryError } from '@registry/schema/core/errors.ts';

const stopping = () =>
  new RegistryError(
    'UNAVAILABLE',
    { th: 'ระบบกำลังปิด กรุณาลองใหม่อีกครั้ง', en: 'The registry is stopping: try again in a moment.' },
    [],
    { refusesRequest: true },
  );

const clientLeft = () =>
  new RegistryError('UNAVAILABLE', { th: 'ผู้ขอยกเลิกคำขอ', en: 'The client left before the answer was ready.' }, [], {
    refusesRequest: true,
  });

/**
 * The signals of the requests in work. A signal is aborted when nobody waits for the answer any more: its client left, or the server has
 * to stop. Its reason is always a RegistryError, so that whatever it interrupts may throw it as it is.
 */
export class RequestSignals {
  readonly #open = new Set<AbortController>();
  #requests = 0;

  /** The signal of one request, for as long as its response is open. */
  of(response: ServerResponse): AbortSignal {
    const controller = this.#opened();
    this.#requests += 1;
    response.once('close', () => {
      this.#requests -= 1;
      this.#open.delete(controller);
      if (!response.writableFinished) controller.abort(clientLeft());
    });
    return controller.signal;
  }

  /** A signal that lives until its owner ends it: a socket's. */
  held(): { readonly signal: AbortSignal; end(): void } {
    const controller = this.#opened();
    return {
      signal: controller.signal,
      end: () => {
        this.#open.delete(controller);
        controller.abort(clientLeft());
      },
    };
  }

  /** How many requests have no answer yet, or one that is still being sent. */
  get requests(): number {
    return this.#requests;
  }

  /** Interrupts all that is in work: the time to finish is over. */
  abortAll(): void {
    for (const controller of this.#open) controller.abort(stopping());
    this.#open.clear();
  }

  #opened(): AbortController {
    const controller = new AbortController();
    this.#open.add(controller);
    return controller;
  }
}
