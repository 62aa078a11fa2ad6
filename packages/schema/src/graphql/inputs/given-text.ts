import { invalidInput, RegistryError } from '../../base/errors.ts';
import { cleanTextOf, oneLine } from '../../base/line.logic.ts';
import type { FieldProblem } from '../../base/message.logic.ts';
import { textFault } from '../../base/text.logic.ts';

/** The longest text of the registry, in characters. */
export const TEXT_MAX = 4000;
/** The longest GraphQL document that is given to be kept, in characters. */
export const DOCUMENT_MAX = 20_000;

const longest = (field: string): number => (/(^|\.)document$/.test(field) ? DOCUMENT_MAX : TEXT_MAX);

/** A text, normalised; an invalid one is noted under the name of its field. */
function read(field: string, text: string, problems: FieldProblem[]): string {
  const clean = cleanTextOf(field, text);
  const fault = textFault(text);
  if (fault) problems.push({ field, message: { th: `${field}: ${fault.th}`, en: `${field}: ${fault.en}` } });
  else if ([...clean].length > longest(field))
    problems.push({
      field,
      message: {
        th: `${field} ยาวเกิน ${longest(field)} ตัวอักษร`,
        en: `${field} is longer than ${longest(field)} characters.`,
      },
    });
  return clean;
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

function readValue(path: string, value: unknown, problems: FieldProblem[]): unknown {
  if (typeof value === 'string') return read(path, value, problems);
  if (Array.isArray(value)) return value.map((each, index) => readValue(`${path}[${index}]`, each, problems));
  return isPlain(value) ? readFields(`${path}.`, value, problems) : value;
}

function readFields<Fields extends object>(path: string, fields: Fields, problems: FieldProblem[]): Fields {
  const copy = { ...fields };
  for (const [name, value] of Object.entries(fields)) Reflect.set(copy, name, readValue(path + name, value, problems));
  return copy;
}

/** What an act is given, and what is wrong with its texts. */
export type Given<Input> = { readonly input: Input; readonly problems: readonly FieldProblem[] };

/** The input of an act with all its texts normalised, at any depth, so that no other spelling reaches a record. */
export function readInput<Input extends object>(given: Input): Given<Input> {
  const problems: FieldProblem[] = [];
  return { input: readFields('', given, problems), problems };
}

/**
 * Runs an act whose texts are all valid. With an invalid text the act is tried and refused in any case, inside a transaction that undoes
 * it, so that everything else that is wrong with the input is reported, too.
 */
export async function refusingFaults<Result>(
  problems: readonly FieldProblem[],
  work: () => Promise<Result>,
): Promise<Result> {
  if (problems.length === 0) return work();
  const others = await work().then(
    () => [],
    (error: unknown) => (error instanceof RegistryError && error.code === 'INVALID_INPUT' ? error.fields : []),
  );
  const named = new Set(others.map(({ field }) => field));
  throw invalidInput(...others, ...problems.filter(({ field }) => !named.has(field)));
}

/** The text of a query's argument, normalised for comparison with codes, numbers and names, which have one line. */
export function givenText(field: string, text: string): string {
  const problems: FieldProblem[] = [];
  const clean = read(field, text, problems);
  if (problems.length > 0) throw invalidInput(...problems);
  return oneLine(clean);
}
