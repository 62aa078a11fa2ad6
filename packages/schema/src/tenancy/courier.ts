import type { Outcome, Send, Statement } from '@registry/prisma/packet.ts';

/** A statement to carry. Those of the same text that take keys, and differ in them alone, are carried as one. */
export type Letter = Statement & {
  /** Whether the first value is a list of keys, to which others may be added. */
  readonly takesKeys?: boolean;
};

type Waiting = {
  readonly letter: Letter;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
};

const sharedKey = ({ text, values }: Letter): string => JSON.stringify([text, values.slice(1)]);

function merged(waiting: readonly Waiting[]): Waiting[][] {
  const groups = new Map<unknown, Waiting[]>();
  for (const each of waiting) {
    const key = each.letter.takesKeys && waiting.length > 1 ? sharedKey(each.letter) : each;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

function statementOf([first, ...others]: readonly Waiting[]): Statement {
  if (!first) throw new Error('A group of letters is never empty.');
  const { text, values } = first.letter;
  if (others.length === 0) return { text, values };
  const keys = [first, ...others].flatMap(({ letter: { values: own } }) => own[0]);
  return { text, values: [[...new Set(keys)], ...values.slice(1)] };
}

/** The rows of a query, each as JSON. */
export async function askFor<Row>(courier: Courier, { text, values }: Statement): Promise<Row[]> {
  const { rows } = await courier.carry({ text: `SELECT to_json(q)::text FROM (${text}) q`, values });
  return rows.map((row) => JSON.parse(row));
}

const nobody = () => undefined;

/**
 * Carries statements: what is given in one tick travels in one packet. Where packets are shared by strangers, a statement that fails does
 * not fail its neighbours: each is carried again by itself. Within a transaction they stand and fall together.
 */
export class Courier {
  readonly #send: Send;
  readonly #isShared: boolean;
  #waiting: Waiting[] = [];
  #isScheduled = false;

  constructor(send: Send, { isShared }: { isShared: boolean }) {
    this.#send = send;
    this.#isShared = isShared;
  }

  carry(letter: Letter): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ letter, resolve, reject });
      if (this.#isScheduled) return;
      this.#isScheduled = true;
      process.nextTick(() => void this.#leave());
    });
  }

  /** Carries a statement along with whatever is carried next; if it fails, so does that. */
  add(letter: Letter): void {
    this.#waiting.push({ letter, resolve: nobody, reject: nobody });
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Takes what was added and has not left yet. */
  rest(): readonly Statement[] {
    const rest = this.#waiting.map(({ letter }) => letter);
    this.#waiting = [];
    return rest;
  }

  #leave(): Promise<void> {
    this.#isScheduled = false;
    const groups = merged(this.#waiting);
    this.#waiting = [];
    return this.#deliver(groups);
  }

  async #deliver(groups: readonly Waiting[][]): Promise<void> {
    try {
      const outcomes = await this.#send(groups.map(statementOf));
      groups.forEach((group, place) => {
        const outcome = outcomes[place];
        if (outcome) for (const { resolve } of group) resolve(outcome);
      });
    } catch (error) {
      if (this.#isShared && groups.length > 1) await Promise.all(groups.map((group) => this.#deliver([group])));
      else for (const { reject } of groups.flat()) reject(error);
    }
  }
}
