import type { FieldProblem } from '../../base/message.logic.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import {
  all,
  any,
  type Condition,
  type List,
  listCondition,
  operatorsOf,
  readTexts,
  readValues,
  type Value,
  valueCondition,
  type Where,
} from './filter.logic.ts';
import { type Id, idCondition } from './ids.logic.ts';
import { daysFromToday } from './relative-days.logic.ts';
import { type State, stateCondition } from './state.logic.ts';

export type { Where } from './filter.logic.ts';
export type { State } from './state.logic.ts';

/** A related record; an absent one is read as one without any value. */
export type Related = { readonly kind: 'RELATED'; readonly isRequired: boolean; readonly shape: () => Shape };

/** Records that belong to this one, or that a table links with it: `some`, `none` or `every` one of them. */
export type RelatedList = {
  readonly kind: 'RELATED_LIST';
  readonly shape: () => Shape;
  readonly relation: string;
  /** The relation that leads from a row of a linking table on to the record. */
  readonly through?: string;
};

export type Field = Value | List | State | Id | Related | RelatedList;

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

const asksForNoValue = ([operator, value]: readonly [string, unknown]): boolean => operator === 'eq' && value === null;

/** Whether a filter matches a record without any value. */
export function meetsNothing(where: Where, shape: Shape): boolean {
  return partsOf(where).every(([name, value]) => {
    if (name === 'and') return wheresOf(name, value).every((each) => meetsNothing(each, shape));
    if (name === 'or') return wheresOf(name, value).some((each) => meetsNothing(each, shape));
    if (name === 'not') return !meetsNothing(whereOf(name, value), shape);
    const field = fieldOf(shape, name);
    const filter = whereOf(name, value);
    if (field.kind === 'RELATED') return meetsNothing(filter, field.shape());
    // Nothing belongs to it: so every one of them is as it should be, and none is otherwise.
    if (field.kind === 'RELATED_LIST') return partsOf(filter).every(([quantifier]) => quantifier !== 'some');
    return operatorsOf(filter).every(([operator, each]) =>
      operator === 'today'
        ? operatorsOf(whereOf(operator, each)).every(asksForNoValue)
        : asksForNoValue([operator, each]),
    );
  });
}

/** Where each part of a filter stands in it, what is wrong with it, and which day it is. */
type Reading = { readonly path: string; readonly problems: FieldProblem[]; readonly today: Date };

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

/** Whether there are related rows for which a condition holds, or are none. A link to a record that the viewer may not see leads to none. */
function rowsCondition({ relation, through }: RelatedList, condition: Condition, areThere: boolean): Condition {
  if (condition === false) return !areThere;
  const said = condition === true ? {} : condition;
  return { [relation]: { [areThere ? 'some' : 'none']: through ? { [through]: { is: said } } : said } };
}

function relatedListCondition(field: RelatedList, filter: Where, holds: boolean, reading: Reading): Condition {
  const conditions = partsOf(filter).map(([quantifier, value]) => {
    // Every one meets it where none meets the complement.
    const isComplement = quantifier === 'every';
    const path = `${reading.path}.${quantifier}`;
    const condition = conditionOf(whereOf(quantifier, value), field.shape(), !isComplement, { ...reading, path });
    return rowsCondition(field, condition, (quantifier === 'some') === holds);
  });
  return holds ? all(conditions) : any(conditions);
}

/** The operators of a filter on one column; those that count from today are said of the column itself. */
function columnOperators(field: Value | List, filter: Where, reading: Reading): (readonly [string, unknown])[] {
  return operatorsOf(filter).flatMap(([operator, value]): (readonly [string, unknown])[] => {
    if (operator !== 'today' || field.kind === 'LIST') return [readValues(field, [operator, value])];
    const calendar = { isDay: field.isDay === true, today: reading.today };
    return daysFromToday(whereOf(operator, value), calendar, { ...reading, path: `${reading.path}.${operator}` });
  });
}

function fieldCondition(name: string, field: Field, filter: Where, holds: boolean, reading: Reading): Condition {
  if (field.kind === 'RELATED') return relatedCondition(name, field, filter, holds, reading);
  if (field.kind === 'RELATED_LIST') return relatedListCondition(field, filter, holds, reading);
  if (field.kind === 'STATE') return stateCondition(field, filter, holds);
  if (field.kind === 'ID') return idCondition(name, field, filter, holds, reading);
  const conditions = columnOperators(field, filter, reading).map((operator) => {
    const read = readTexts(reading.path, operator, reading.problems);
    return field.kind === 'LIST' ? listCondition(name, read, holds) : valueCondition(name, field, read, holds);
  });
  return holds ? all(conditions) : any(conditions);
}

/** The rows for which a filter holds, or its complement: every row is in one of the two. */
function conditionOf(where: Where, shape: Shape, holds: boolean, whole: Reading): Condition {
  const conditions = partsOf(where).map(([name, value]) => {
    const reading = { ...whole, path: `${whole.path}.${name}` };
    const each = (part: Where, index: number) =>
      conditionOf(part, shape, holds, { ...whole, path: `${reading.path}[${index}]` });
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
export function compileWhere(
  where: Where | null | undefined,
  shape: Shape,
  problems: FieldProblem[] = [],
  today = todayInBangkok(),
): Where {
  const condition = where ? conditionOf(where, shape, true, { path: 'where', problems, today }) : true;
  if (condition === false) return shape.nothing;
  return condition === true ? {} : condition;
}
