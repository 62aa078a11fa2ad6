import { invalidInput } from './errors.ts';
import type { FieldProblem } from './message.logic.ts';
import { cleanText, textFault } from './text.logic.ts';

/** The longest text of the registry, in characters. */
export const TEXT_MAX = 4000;

/** A text in the spelling in which texts are kept; one that cannot be kept is noted under the name of its field. */
function read(field: string, text: string, problems: FieldProblem[]): string {
  const clean = cleanText(text);
  const fault = textFault(text);
  if (fault) problems.push({ field, message: { th: `${field}: ${fault.th}`, en: `${field}: ${fault.en}` } });
  else if ([...clean].length > TEXT_MAX)
    problems.push({
      field,
      message: {
        th: `${field} ยาวเกิน ${TEXT_MAX} ตัวอักษร`,
        en: `${field} is longer than ${TEXT_MAX} characters.`,
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

/**
 * The input of an act with every text in it, however deep, in the spelling in which texts are kept. Whatever an act does with its input, no
 * other spelling gets to a record. INVALID_INPUT names every text that cannot be kept.
 */
export function readInput<Input extends object>(given: Input): Input {
  const problems: FieldProblem[] = [];
  const input = readFields('', given, problems);
  if (problems.length > 0) throw invalidInput(...problems);
  return input;
}

/** The text of an argument of a query, as it is compared with what is kept. */
export function givenText(field: string, text: string): string {
  const problems: FieldProblem[] = [];
  const clean = read(field, text, problems);
  if (problems.length > 0) throw invalidInput(...problems);
  return clean;
}
