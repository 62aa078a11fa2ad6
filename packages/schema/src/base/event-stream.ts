/** How many events may wait for a busy reader: more than one bulk request makes. */
const WAITING_MAX = 1_000;

/**
 * Events as they come, for one reader. An async generator would not do: it cannot be ended while its reader waits, and would listen until
 * the next event.
 */
export class EventStream<Event> implements AsyncIterableIterator<Event> {
  readonly #waiting: Event[] = [];
  readonly #onEnd: () => void;
  readonly #tooMany: () => Error;
  #isOver = false;
  #failure: Error | null = null;
  #wake: () => void = () => undefined;

  /** `tooMany` says what ends the stream of a reader that does not keep up. */
  constructor(onEnd: () => void, tooMany: () => Error) {
    this.#onEnd = onEnd;
    this.#tooMany = tooMany;
  }

  push(event: Event): void {
    if (this.#waiting.length === WAITING_MAX) {
      this.end(this.#tooMany());
    } else {
      this.#waiting.push(event);
      this.#wake();
    }
  }

  /** Ends the stream; its reader gets the failure, or else simply no more events. */
  end(failure: Error | null = null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#failure = failure;
    this.#waiting.length = 0;
    this.#onEnd();
    this.#wake();
  }

  async next(): Promise<IteratorResult<Event, undefined>> {
    while (!this.#isOver && this.#waiting.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const [failure, [event]] = [this.#failure, this.#waiting.splice(0, 1)];
    this.#failure = null;
    if (failure) throw failure;
    return event === undefined ? { done: true, value: undefined } : { done: false, value: event };
  }

  async return(): Promise<IteratorResult<Event, undefined>> {
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** A stream of what `change` makes of each event; events of which it makes null are left out, and its failure ends the stream. */
export function mapEvents<Event, Result>(
  source: AsyncIterable<Event>,
  change: (event: Event) => Promise<Result | null>,
): AsyncIterableIterator<Result> {
  const events = source[Symbol.asyncIterator]();
  const over = { done: true, value: undefined } as const;
  const stream: AsyncIterableIterator<Result> = {
    async next() {
      for (;;) {
        const event = await events.next();
        if (event.done) return over;
        try {
          const value = await change(event.value);
          if (value !== null) return { done: false, value };
        } catch (error) {
          await events.return?.();
          throw error;
        }
      }
    },
    async return() {
      await events.return?.();
      return over;
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}
