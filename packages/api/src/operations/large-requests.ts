/**
 * Lets large requests be worked on one after another, each in a turn of the event loop of its own. To parse, to check and to introspect are
 * work without a pause: many such requests that arrive together would keep everybody else, and the health checks, waiting for all of them.
 */
export class SerialQueue {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when it is the caller's turn. New input is read between two turns. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.#last;
  }
}

/** Those of the process: it has one event loop. */
export const largeRequests = new SerialQueue();

/** What is smaller than this is done within a few milliseconds. */
const LARGE_LENGTH = 2_048;

/** Whether what was sent is large: the same over HTTP and over sockets. */
export const isLargeText = (text: string): boolean => text.length > LARGE_LENGTH;

/** Whether a request is large, by its body as text, and by the address where the question stands in that. */
export const isLarge = ({ url, body }: { readonly url: string; readonly body?: unknown }): boolean =>
  isLargeText(url) || (typeof body === 'string' && isLargeText(body));
