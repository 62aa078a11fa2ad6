import type { ExecutionResult } from 'graphql';
import { RegistryError } from '../base/errors.ts';

/** The largest answer to a request: in bytes, and in the objects that it was said to cost. */
export type AnswerLimits = { readonly bytesMax: number; readonly objectsMax: number };

export const unlimited: AnswerLimits = { bytesMax: Number.POSITIVE_INFINITY, objectsMax: Number.POSITIVE_INFINITY };

const BYTES_OF_CHARACTER_MAX = 3;
/** What JSON adds to a value: its quotes, a colon and a comma; and all of a number or a truth. */
const BYTES_AROUND = 5;

export class AnswerTooLarge extends RegistryError {
  constructor() {
    super(
      'QUERY_TOO_COSTLY',
      {
        th: 'คำตอบใหญ่เกินไป โปรดขอหน้าละน้อยลงหรือขอข้อมูลน้อยช่องลง',
        en: 'The answer is too large: ask for smaller pages or fewer fields.',
      },
      [],
      { refusesRequest: true },
    );
  }
}

/** The change was made even when its answer is too large to send. */
const doneButTooLarge = () =>
  new RegistryError('QUERY_TOO_COSTLY', {
    th: 'บันทึกการเปลี่ยนแปลงแล้ว แต่คำตอบใหญ่เกินกว่าจะส่ง โปรดอ่านข้อมูลด้วยคำขอใหม่',
    en: 'The change is made, but its answer is too large to be sent: read the records anew.',
  });

/** Adds up an answer while it grows. Letters are counted, which are at most three bytes each; only near the limit bytes are. */
export class AnswerSize {
  readonly #limits: AnswerLimits;
  #characters = 0;
  #objects = 0;

  constructor(limits: AnswerLimits) {
    this.#limits = limits;
  }

  /** An object, with all that its keys and values take besides the texts among them; throws where the answer is too large by now. */
  addObject(characters: number): void {
    this.#objects += 1;
    this.#characters += characters;
    if (this.#characters > this.#limits.bytesMax || this.#objects > this.#limits.objectsMax) throw new AnswerTooLarge();
  }

  addText(text: string): void {
    this.#characters += text.length;
  }

  /** Throws when the sum exceeds the limit of bytes. */
  end(data: unknown): void {
    const { bytesMax } = this.#limits;
    if (this.#characters * BYTES_OF_CHARACTER_MAX > bytesMax && bytesOf(data, bytesMax) > bytesMax)
      throw new AnswerTooLarge();
  }
}

/** The size of an object's keys and of all its values that are no texts. */
export const charactersOfKeys = (keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + key.length + BYTES_AROUND, 0);

/** Adds a value with all that it holds. */
export function addValue(value: unknown, size: AnswerSize): void {
  if (typeof value === 'string') size.addText(value);
  else if (Array.isArray(value)) for (const item of value) addValue(item, size);
  else if (typeof value === 'object' && value !== null) {
    size.addObject(charactersOfKeys(Object.keys(value)));
    for (const part of Object.values(value)) addValue(part, size);
  }
}

/** Bytes of a value as JSON, approximately; counting stops at the limit. */
function bytesOf(value: unknown, max: number): number {
  let bytes = 0;
  const add = (part: unknown): void => {
    if (bytes > max) return;
    if (typeof part === 'string') bytes += Buffer.byteLength(part) + 2;
    else if (typeof part !== 'object' || part === null) bytes += BYTES_AROUND;
    else if (Array.isArray(part)) for (const item of part) add(item);
    else {
      bytes += charactersOfKeys(Object.keys(part));
      for (const inner of Object.values(part)) add(inner);
    }
  };
  add(value);
  return bytes;
}

/** An answer, or that it is too large: said before it is written out, as names for one text share it in memory but not on the way. */
export function withinSize(answer: ExecutionResult, limits: AnswerLimits, isChange: boolean): ExecutionResult {
  const size = new AnswerSize(isChange ? { ...limits, objectsMax: Number.POSITIVE_INFINITY } : limits);
  try {
    addValue(answer.data, size);
    size.end(answer.data);
    return answer;
  } catch (error) {
    if (error instanceof AnswerTooLarge) return { errors: [isChange ? doneButTooLarge() : error] };
    throw error;
  }
}
