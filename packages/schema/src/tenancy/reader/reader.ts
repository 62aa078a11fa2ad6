import type { ReadPacket } from '@registry/prisma/client.ts';
import { compileRead, isCompiled, type Reading } from './compile.ts';
import { type Arguments, NotCovered } from './draft.ts';

type Waiting = {
  readonly reading: Reading;
  readonly resolve: (rows: readonly string[]) => void;
  readonly reject: (error: unknown) => void;
};

/** Readings of the same statement that differ in their ids alone are asked as one. */
const sharedKey = ({ text, values }: Reading): string => JSON.stringify([text, values.slice(1)]);

function merged(waiting: readonly Waiting[]): Waiting[][] {
  const groups = new Map<unknown, Waiting[]>();
  for (const each of waiting) {
    const key = each.reading.takesIds && waiting.length > 1 ? sharedKey(each.reading) : each;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

function statementOf(group: readonly Waiting[]) {
  const [first, ...others] = group.map(({ reading }) => reading);
  if (!first) throw new Error('A group of readings is never empty.');
  if (others.length === 0) return first;
  const ids = [first, ...others].flatMap(({ values: [own] }) => own);
  return { text: first.text, values: [[...new Set(ids)], ...first.values.slice(1)] };
}

/** Reads under one scope. What is asked in one tick travels in one packet. */
export class Reader {
  readonly #read: ReadPacket;
  #waiting: Waiting[] = [];

  constructor(read: ReadPacket) {
    this.#read = read;
  }

  /** The answer to a read of Prisma; null when it is not one that is compiled. */
  ask(model: string, operation: string, args: Arguments): Promise<unknown> | null {
    const reading = readingOf(model, operation, args);
    return reading && this.#rowsOf(reading).then(reading.answer);
  }

  #rowsOf(reading: Reading): Promise<readonly string[]> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) process.nextTick(() => void this.#send());
      this.#waiting.push({ reading, resolve, reject });
    });
  }

  async #send(): Promise<void> {
    const groups = merged(this.#waiting);
    this.#waiting = [];
    try {
      const answers = await this.#read(groups.map(statementOf));
      groups.forEach((group, place) => {
        for (const { resolve } of group) resolve(answers[place] ?? []);
      });
    } catch (error) {
      for (const { reject } of groups.flat()) reject(error);
    }
  }
}

function readingOf(model: string, operation: string, args: Arguments): Reading | null {
  if (!isCompiled(operation)) return null;
  try {
    return compileRead(model, operation, args);
  } catch (error) {
    if (error instanceof NotCovered) return null;
    throw error;
  }
}
