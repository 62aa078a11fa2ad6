import type { Deadline } from '@registry/prisma/deadline.ts';

/** The deadline of what several callers wait for: it is over when it is over for all of them. */
class SharedDeadline implements Deadline {
  readonly #deadlines: readonly Deadline[];

  constructor(deadlines: readonly Deadline[]) {
    this.#deadlines = deadlines;
  }

  get over(): Error | null {
    let last: Error | null = null;
    for (const { over } of this.#deadlines) {
      if (!over) return null;
      last = over;
    }
    return last;
  }

  get msLeft(): number {
    return Math.max(...this.#deadlines.map(({ msLeft }) => msLeft));
  }

  onOver(listener: () => void): () => void {
    let open = this.#deadlines.length;
    const onOne = (): void => {
      open -= 1;
      if (open === 0) listener();
    };
    const forget = this.#deadlines.map((deadline) => deadline.onOver(onOne));
    return () => {
      for (const each of forget) each();
    };
  }
}

/** The deadline of several callers together; null where one of them waits for as long as it takes. */
export function sharedDeadline(deadlines: ReadonlySet<Deadline | null>): Deadline | null {
  const all = [...deadlines];
  if (all.length === 1) return all[0] ?? null;
  const bounded = all.filter((each) => each !== null);
  return bounded.length === all.length ? new SharedDeadline(bounded) : null;
}
