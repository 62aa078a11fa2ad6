import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { invalidInput } from '../../base/errors.ts';
import type { FieldProblem } from '../../base/message.logic.ts';
import { cleanText, isEmptyText, textProblems } from '../../base/text.logic.ts';
import { todayInBangkok } from '../../base/today.logic.ts';

type Absent = null | undefined;
type Limits = { readonly max: number };

export { TEXT_MAX } from './given-text.ts';
/** The longest names and titles, in characters. */
export const NAME_MAX = 500;

/**
 * Collects everything that is wrong with an input, to report it together. Each method returns the normalised value; fields that an edit
 * leaves out stay undefined, and null empties a field that may be empty. Values may be used after `refuse`.
 */
export class Check {
  readonly #problems: FieldProblem[];
  readonly #path: string;

  constructor(path = '', problems: FieldProblem[] = []) {
    this.#path = path;
    this.#problems = problems;
  }

  /** The same collection for a part of the input, for example `steps[2]`. */
  at(part: string): Check {
    return new Check(`${this.#path}${part}.`, this.#problems);
  }

  add(field: string, th: string, en: string, code?: string): void {
    this.#problems.push({ field: this.#path + field, message: { th, en }, ...(code && { code }) });
  }

  /** A text that must be there. */
  text(field: string, value: string, limits: Limits): string;
  text(field: string, value: string | Absent, limits: Limits): string | undefined;
  text(field: string, value: string | Absent, limits: Limits): string | undefined {
    if (value === undefined) return undefined;
    this.#problems.push(...textProblems(this.#path + field, value ?? '', limits));
    return cleanText(value ?? '');
  }

  /** A text that may be empty: a blank one becomes null. */
  optionalText(field: string, value: string | Absent, limits: Limits): string | null | undefined {
    if (value === undefined || value === null) return value;
    this.#problems.push(...textProblems(this.#path + field, value, { ...limits, required: false }));
    return isEmptyText(value) ? null : cleanText(value);
  }

  /** A value that an edit may leave out but not empty. */
  required<Value>(field: string, value: Value | Absent): Value | undefined {
    if (value === null) this.add(field, `${field} ต้องมีค่า`, `${field} must not be null.`);
    return value ?? undefined;
  }

  /** An amount of baht. */
  amount<Value extends Prisma.Decimal | Absent>(field: string, value: Value): Value {
    if (value?.isNegative() && !value.isZero()) this.add(field, `${field} ต้องไม่ติดลบ`, `${field} must not be negative.`);
    return value;
  }

  within<Value extends number | Absent>(field: string, value: Value, min: number, max: number): Value {
    if (typeof value === 'number' && (value < min || value > max))
      this.add(field, `${field} ต้องอยู่ระหว่าง ${min} ถึง ${max}`, `${field} must be from ${min} to ${max}.`);
    return value;
  }

  notInFuture(field: string, date: Date | Absent): void {
    if (date && date > todayInBangkok())
      this.add(field, `${field} ต้องไม่เป็นวันในอนาคต`, `${field} must not be in the future.`);
  }

  inOrder(earlier: string, from: Date | number | Absent, later: string, to: Date | number | Absent): void {
    if (from !== null && from !== undefined && to !== null && to !== undefined && from > to)
      this.add(later, `${later} ต้องไม่อยู่ก่อน ${earlier}`, `${later} must not be before ${earlier}.`);
  }

  /** At most so many entries, each given once. */
  list<Value>(field: string, values: readonly Value[] | Absent, max: number): Value[] | undefined {
    if (values === undefined) return undefined;
    const given = values ?? [];
    if (given.length > max)
      this.add(field, `${field} มีได้ไม่เกิน ${max} รายการ`, `${field} holds at most ${max} entries.`);
    if (new Set(given).size < given.length) this.add(field, `${field} มีรายการซ้ำ`, `${field} names an entry twice.`);
    return [...given];
  }

  /** The ids of at most so many records, each given once. */
  ids(field: string, given: readonly { readonly id: string }[] | Absent, max: number): string[] | undefined {
    return this.list(field, given ? given.map(({ id }) => id) : given, max);
  }

  include(problems: readonly FieldProblem[]): void {
    this.#problems.push(...problems.map((problem) => ({ ...problem, field: this.#path + problem.field })));
  }

  /** Ends the checking: throws INVALID_INPUT with every problem, if there is one. */
  refuse(): void {
    if (this.#problems.length > 0) throw invalidInput(...this.#problems);
  }
}
