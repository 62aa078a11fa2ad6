import { canonicalTextOf, cleanTextOf } from '../../base/line.logic.ts';
import type { FieldProblem } from '../../base/message.logic.ts';
import { textFault } from '../../base/text.logic.ts';

/** A filter as a client writes it: fields with operators, combined by and, or and not. */
export type Where = Readonly<Record<string, unknown>>;

/** A condition in Prisma's words, or what is so of every row and of none. */
export type Condition = Where | boolean;

/** All of these; what says nothing is left out, and one that no row meets decides. */
export function all(conditions: readonly Condition[]): Condition {
  if (conditions.includes(false)) return false;
  const said = conditions.filter((each) => typeof each === 'object');
  return said.length > 1 ? { AND: said } : (said[0] ?? true);
}

/** At least one of these conditions; without any, no row matches. */
export function any(conditions: readonly Condition[]): Condition {
  if (conditions.includes(true)) return true;
  const said = conditions.filter((each) => typeof each === 'object');
  return said.length > 1 ? { OR: said } : (said[0] ?? false);
}

export type Value = {
  readonly kind: 'VALUE';
  readonly isRequired: boolean;
  /** Whether it is a day of the calendar rather than a moment. */
  readonly isDay?: boolean;
  /** The values of an enum; none for every other type. */
  readonly values?: readonly string[];
};
export type List = { readonly kind: 'LIST'; readonly values?: readonly string[] };

/** LIKE gives `\`, `%` and `_` a meaning; what people type has none. */
export const literalText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The operators of a filter that say something: null says nothing, but of `eq`, where it asks for no value. */
export const operatorsOf = (filter: Where): [string, unknown][] =>
  Object.entries(filter).filter(([operator, value]) => value !== undefined && (value !== null || operator === 'eq'));

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

type Meaning = {
  /** The rows that have a value for which it is so; and those that have one for which it is not. */
  readonly holds: (value: unknown) => Where;
  readonly fails: (value: unknown) => Where;
};

const found = (operator: 'contains' | 'startsWith') => (value: unknown) => ({
  [operator]: literalText(String(value)),
  mode: 'insensitive',
});

const ordered: Readonly<Record<string, Meaning>> = {
  gt: { holds: (gt) => ({ gt }), fails: (lte) => ({ lte }) },
  gte: { holds: (gte) => ({ gte }), fails: (lt) => ({ lt }) },
  lt: { holds: (lt) => ({ lt }), fails: (gte) => ({ gte }) },
  lte: { holds: (lte) => ({ lte }), fails: (gt) => ({ gt }) },
};

const exact: Readonly<Record<string, Meaning>> = {
  eq: { holds: (equals) => ({ equals }), fails: (not) => ({ not }) },
  in: { holds: (each) => ({ in: each }), fails: (notIn) => ({ notIn }) },
};

const unknownOperator = (operator: string): never => {
  throw new Error(`Unknown filter operator ${operator}.`);
};

/** One operator on a column with one value. A row without a value meets none but `eq: null`, and so the complement of all others. */
export function valueCondition(
  field: string,
  { isRequired }: Value,
  [operator, value]: readonly [string, unknown],
  holds: boolean,
): Condition {
  const without: Condition = isRequired ? false : { [field]: { equals: null } };
  if (operator === 'eq' && value === null) {
    if (isRequired) return !holds;
    return holds ? without : { [field]: { not: null } };
  }
  if (operator === 'in' && listOf(value).length === 0) return !holds;
  if (operator === 'contains' || operator === 'startsWith') {
    const part = { [field]: found(operator)(value) };
    return holds ? part : any([{ NOT: part }, without]);
  }
  const meaning = exact[operator] ?? ordered[operator] ?? unknownOperator(operator);
  return holds ? { [field]: meaning.holds(value) } : any([{ [field]: meaning.fails(value) }, without]);
}

/** One operator on a column with a list of values; a list that was never written is an empty one. */
export function listCondition(field: string, [operator, value]: readonly [string, unknown], holds: boolean): Condition {
  if (operator !== 'has' && operator !== 'hasSome') return unknownOperator(operator);
  if (operator === 'hasSome' && listOf(value).length === 0) return !holds;
  const condition = { [field]: { [operator]: value } };
  return holds ? condition : any([{ NOT: condition }, { [field]: { equals: null } }]);
}

/** The words for one value, and for several, of columns with one value and with a list of them. */
const severalOf: Readonly<Record<string, string>> = { eq: 'in', has: 'hasSome', in: 'in', hasSome: 'hasSome' };

/** An operator on an enum by the values that its column can have: the API knows some that no row has, such as the role of the public. */
export function readValues(
  { values = [] }: Value | List,
  [operator, value]: readonly [string, unknown],
): readonly [string, unknown] {
  const several = severalOf[operator];
  if (values.length === 0 || several === undefined || value === null) return [operator, value];
  const known = listOf(value).filter((each) => typeof each === 'string' && values.includes(each));
  return known.length === listOf(value).length ? [operator, value] : [several, known];
}

/** The texts of an operator, normalised; an invalid text is a problem. */
export function readTexts(
  path: string,
  [operator, value]: readonly [string, unknown],
  problems: FieldProblem[],
): readonly [string, unknown] {
  const isPart = operator === 'contains' || operator === 'startsWith';
  const read = (each: unknown, place: string): unknown => {
    if (typeof each !== 'string') return each;
    const fault = textFault(each);
    if (fault) problems.push({ field: place, message: fault });
    return isPart ? canonicalTextOf(path, each) : cleanTextOf(path, each);
  };
  return [
    operator,
    Array.isArray(value)
      ? value.map((each, index) => read(each, `${path}.${operator}[${index}]`))
      : read(value, `${path}.${operator}`),
  ];
}
