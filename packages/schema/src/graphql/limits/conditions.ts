import {
  CHARACTERS_PER_CONDITION,
  CONDITION_COST,
  CONDITIONS_MAX,
  CONDITIONS_NESTING_MAX,
  CONDITIONS_VALUES_MAX,
  LENGTH_MAX,
  LIST_MAX,
  LISTED_VALUE_COST,
  SEARCH_LENGTH_MAX,
} from '../limits.ts';
import { lengthProblem, nestingProblem, tooManyConditions, tooManyListedValues } from './refusals.ts';
import { tooLong } from './variables.ts';

const isPlain = (value: object): boolean => [null, Object.prototype].includes(Object.getPrototypeOf(value));

/** The arguments in whose text every word is a condition: of lists, and of the search of all kinds. */
const searches = new Set(['search', 'text']);

/** Adds up what the filters of an operation hold; throws where it is too much, or one of them holds what no filter may. */
export class Conditions {
  #conditions = 0;
  #values = 0;
  /** The objects that they are written with. */
  objects = 0;

  /** What looking at them costs. */
  get cost(): number {
    return this.#conditions * CONDITION_COST + this.#values * LISTED_VALUE_COST;
  }

  /** An argument of a field of a query, as the resolver will get it. */
  addArgument(name: string, value: unknown): void {
    if (searches.has(name) && typeof value === 'string') {
      if (value.length > SEARCH_LENGTH_MAX) throw lengthProblem(name, SEARCH_LENGTH_MAX);
      this.#count(Math.ceil(value.length / CHARACTERS_PER_CONDITION), 0);
    }
    this.#add(name, value, 0);
  }

  #add(path: string, value: unknown, depth: number): void {
    if (depth > CONDITIONS_NESTING_MAX) throw nestingProblem(path.split('.')[0] ?? path, CONDITIONS_NESTING_MAX);
    if (Array.isArray(value)) {
      if (value.length > LIST_MAX) throw tooLong(path);
      this.#count(0, value.length);
      for (const each of value) this.#add(path, each, depth);
    } else if (typeof value === 'string') {
      if (value.length > LENGTH_MAX) throw lengthProblem(path, LENGTH_MAX);
    } else if (typeof value === 'object' && value !== null && isPlain(value)) {
      this.objects += 1;
      for (const [name, part] of Object.entries(value)) {
        if (isCondition(part) || isQuantifier(name, part)) this.#count(1, 0);
        this.#add(`${path}.${name}`, part, depth + 1);
      }
    }
  }

  #count(conditions: number, values: number): void {
    this.#conditions += conditions;
    this.#values += values;
    if (this.#conditions > CONDITIONS_MAX) throw tooManyConditions(CONDITIONS_MAX);
    if (this.#values > CONDITIONS_VALUES_MAX) throw tooManyListedValues(CONDITIONS_VALUES_MAX);
  }
}

/** Refuses what a change is given where a list in it is too long, whether it stands in the document or in variables; nothing has been changed then. */
export function requireShortLists(path: string, value: unknown): void {
  if (Array.isArray(value)) {
    if (value.length > LIST_MAX) throw tooLong(path);
    for (const [index, each] of value.entries()) requireShortLists(`${path}[${index}]`, each);
  } else if (isGroup(value)) {
    for (const [name, part] of Object.entries(value)) requireShortLists(path === '' ? name : `${path}.${name}`, part);
  }
}

/** The right side of a comparison: a value or a list of them, not other conditions. */
const isCondition = (part: unknown): boolean =>
  Array.isArray(part) ? !part.some(isGroup) : part !== undefined && !isGroup(part);

/** Looking through the records that belong to one is work of its own, whatever is asked of them. */
const isQuantifier = (name: string, part: unknown): boolean =>
  (name === 'some' || name === 'none' || name === 'every') && isGroup(part);

const isGroup = (part: unknown): part is object => typeof part === 'object' && part !== null && isPlain(part);
