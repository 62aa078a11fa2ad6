import type { FieldProblem } from '../../base/message.logic.ts';
import {
  all,
  any,
  type Condition,
  type List,
  listCondition,
  operatorsOf,
  readTexts,
  type Value,
  valueCondition,
  type Where,
} from './filter.logic.ts';

export type { Where } from './filter.logic.ts';

/** A state that follows from the day: every row is in exactly one, so that "not in some" means "in one of the others". */
export type State = {
  readonly kind: 'STATE';
  readonly states: readonly string[];
  readonly where: (states: readonly string[]) => Where;
};

/** A related record; an absent one is read as one without any value. */
export type Related = { readonly kind: 'RELATED'; readonly isRequired: boolean; readonly shape: () => Shape };

export type Field = Value | List | State | Related;

/** The meaning of a filter's fields. */
export type Shape = {
  readonly fields: Readonly<Record<string, Field>>;
  /** A condition that no row meets. */
  readonly nothing: Where;
};

const isWhere = (value: unknown): value is Where =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const whereOf = (field: string, value: unknown): Where => {
  if (!isWhere(value)) throw new Error(`A filter of ${field} must be an object.`);
  return value;
};

const wheresOf = (field: string, value: unknown): Where[] => {
  if (!Array.isArray(value)) throw new Error(`A filter of ${field} must be a list.`);
  return value.map((each) => whereOf(field, each));
};

const fieldOf = ({ fields }: Shape, name: string): Field => {
  const field = fields[name];
  if (!field) throw new Error(`There is no field ${name} to filter by.`);
  return field;
};

/** The parts of a filter that say something. */
const partsOf = (where: Where): [string, unknown][] =>
  Object.entries(where).filter(([, value]) => value !== null && value !== undefined);

/** The states that a filter lets through; null without a condition. A state is never null. */
function chosenStates({ states }: State, filter: Where): readonly string[] | null {
  const operators = operatorsOf(filter);
  if (operators.length === 0) return null;
  return states.filter((state) =>
    operators.every(([operator, value]) =>
      operator === 'in' && Array.isArray(value) ? value.includes(state) : value === state,
    ),
  );
}

function stateCondition(state: State, filter: Where, holds: boolean): Condition {
  const chosen = chosenStates(state, filter);
  if (chosen === null) return holds;
  const meant = state.states.filter((each) => chosen.includes(each) === holds);
  if (meant.length === 0 || meant.length === state.states.length) return meant.length > 0;
  return state.where(meant);
}

/** Whether a filter matches a record without any value. */
export function meetsNothing(where: Where, shape: Shape): boolean {
  return partsOf(where).every(([name, value]) => {
    if (name === 'and') return wheresOf(name, value).every((each) => meetsNothing(each, shape));
    if (name === 'or') return wheresOf(name, value).some((each) => meetsNothing(each, shape));
    if (name === 'not') return !meetsNothing(whereOf(name, value), shape);
    const field = fieldOf(shape, name);
    const filter = whereOf(name, value);
    if (field.kind === 'RELATED') return meetsNothing(filter, field.shape());
    return operatorsOf(filter).every(([operator, each]) => operator === 'eq' && each === null);
  });
}

/** Where each part of a filter stands in it, and what is wrong with its texts. */
type Reading = { readonly path: string; readonly problems: FieldProblem[] };

function relatedCondition(name: string, field: Related, filter: Where, holds: boolean, reading: Reading): Condition {
  const shape = field.shape();
  const condition = conditionOf(filter, shape, holds, reading);
  if (field.isRequired) return typeof condition === 'object' ? { [name]: condition } : condition;
  const isMetByNone = meetsNothing(filter, shape) === holds;
  if (condition === isMetByNone) return condition;
  // Prisma reads `is: null` of a key of several columns as if each of them were without a value, which never holds: the agency always has one.
  const isThere = { [name]: { is: {} } };
  return any([
    typeof condition === 'object' ? { [name]: { is: condition } } : condition && isThere,
    isMetByNone && { NOT: isThere },
  ]);
}

function fieldCondition(name: string, field: Field, filter: Where, holds: boolean, reading: Reading): Condition {
  if (field.kind === 'RELATED') return relatedCondition(name, field, filter, holds, reading);
  if (field.kind === 'STATE') return stateCondition(field, filter, holds);
  const conditions = operatorsOf(filter).map((operator) => {
    const read = readTexts(reading.path, operator, reading.problems);
    return field.kind === 'LIST' ? listCondition(name, read, holds) : valueCondition(name, field, read, holds);
  });
  return holds ? all(conditions) : any(conditions);
}

/** The rows for which a filter holds, or its complement: every row is in one of the two. */
function conditionOf(where: Where, shape: Shape, holds: boolean, { path, problems }: Reading): Condition {
  const conditions = partsOf(where).map(([name, value]) => {
    const reading = { path: `${path}.${name}`, problems };
    const each = (part: Where, index: number) =>
      conditionOf(part, shape, holds, { path: `${reading.path}[${index}]`, problems });
    if (name === 'and') return (holds ? all : any)(wheresOf(name, value).map(each));
    if (name === 'or') return (holds ? any : all)(wheresOf(name, value).map(each));
    if (name === 'not') return conditionOf(whereOf(name, value), shape, !holds, reading);
    return fieldCondition(name, fieldOf(shape, name), whereOf(name, value), holds, reading);
  });
  return holds ? all(conditions) : any(conditions);
}

/**
 * A filter in Prisma's words. It has two answers for each row, where SQL has three: `not` is carried down to the single conditions, whose
 * complements count the rows without a value. Absent and null parts say nothing.
 */
export function compileWhere(where: Where | null | undefined, shape: Shape, problems: FieldProblem[] = []): Where {
  const condition = where ? conditionOf(where, shape, true, { path: 'where', problems }) : true;
  if (condition === false) return shape.nothing;
  return condition === true ? {} : condition;
}
