import { type Column, models, type Relation } from '@registry/prisma/generated/model.ts';
import { type Arguments, type Draft, given, isObject, modelOf, notCovered, quoted } from './draft.ts';

/** The rows a condition is about: a model, the name its table has in the statement, and whether a NOT stands around. */
type Place = { readonly model: string; readonly table: string; readonly negated: boolean };

const comparisons: Readonly<Record<string, string>> = { equals: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' };
const patterns: Readonly<Record<string, (text: string) => string>> = {
  contains: (text) => `%${text}%`,
  startsWith: (text) => `${text}%`,
  endsWith: (text) => `%${text}`,
};

/** Conditions that must all hold; null when there are none. */
const all = (conditions: readonly (string | null)[]): string | null => {
  const said = conditions.filter((each) => each !== null);
  return said.length > 1 ? `(${said.join(' AND ')})` : (said[0] ?? null);
};

/** A `where` of Prisma as a condition in SQL; null when it lets every row through. */
export function whereSql(draft: Draft, place: Place, where: unknown): string | null {
  if (where === undefined) return null;
  if (!isObject(where)) return notCovered('a where that is no object');
  return all(given(where).map(([name, value]) => partSql(draft, place, name, value)));
}

function partSql(draft: Draft, place: Place, name: string, value: unknown): string | null {
  if (name === 'AND') return all((Array.isArray(value) ? value : [value]).map((each) => whereSql(draft, place, each)));
  if (name === 'OR') return anySql(draft, place, value);
  if (name === 'NOT') return `NOT ${saying(whereSql(draft, { ...place, negated: true }, value))}`;
  const { columns, relations, keys } = modelOf(place.model);
  const column = columns[name];
  if (column) return columnSql(draft, `${place.table}.${quoted(name)}`, column, value);
  const relation = relations[name];
  if (relation) return relationSql(draft, place, relation, value);
  if (keys[name] && isObject(value)) return whereSql(draft, place, value);
  return notCovered(`condition ${name}`);
}

/** What is empty under OR and NOT has a meaning of its own in Prisma. */
const saying = (condition: string | null): string => condition ?? notCovered('an empty condition under OR or NOT');

function anySql(draft: Draft, place: Place, value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return notCovered('an OR without a list');
  return `(${value.map((each) => saying(whereSql(draft, place, each))).join(' OR ')})`;
}

function columnSql(draft: Draft, column: string, { type, isList }: Column, value: unknown): string | null {
  if (type === 'Json' || type === 'Bytes') return notCovered(`a condition on ${type}`);
  if (value === null) return `${column} IS NULL`;
  if (!isObject(value)) return isList ? notCovered('a list as a whole') : `${column} = ${draft.value(value)}`;
  const { mode, ...operators } = value;
  return all(given(operators).map(([name, each]) => operatorSql(draft, column, { name, value: each, mode, isList })));
}

type Operator = { readonly name: string; readonly value: unknown; readonly mode: unknown; readonly isList: boolean };

function operatorSql(draft: Draft, column: string, { name, value, mode, isList }: Operator): string {
  if (isList) return listSql(draft, column, name, value);
  const pattern = patterns[name];
  if (pattern && typeof value === 'string') {
    return `${column} ${mode === 'insensitive' ? 'ILIKE' : 'LIKE'} ${draft.value(pattern(value))}`;
  }
  if (mode === 'insensitive') return notCovered(`${name} without regard to case`);
  if (name === 'equals' && value === null) return `${column} IS NULL`;
  if (name === 'not' && value === null) return `${column} IS NOT NULL`;
  if (value === null || isObject(value)) return notCovered(`${name} of this value`);
  if (name === 'not') return `${column} <> ${draft.value(value)}`;
  if (name === 'in' && Array.isArray(value)) return `${column} = ANY(${draft.value(value)})`;
  if (name === 'notIn' && Array.isArray(value)) return `${column} <> ALL(${draft.value(value)})`;
  const comparison = comparisons[name];
  return comparison ? `${column} ${comparison} ${draft.value(value)}` : notCovered(`operator ${name}`);
}

function listSql(draft: Draft, column: string, name: string, value: unknown): string {
  if (name === 'has' && value !== null) return `${draft.value(value)} = ANY(${column})`;
  if (name === 'hasSome') return `${column} && ${draft.value(value)}`;
  if (name === 'hasEvery') return `${column} @> ${draft.value(value)}`;
  return notCovered(`operator ${name} on a list`);
}

/** The condition that joins a table to the one that its relation starts from. */
export const joinSql = ({ from, to }: Relation, outer: string, inner: string): string =>
  to.map((column, index) => `${inner}.${quoted(column)} = ${outer}.${quoted(from[index] ?? column)}`).join(' AND ');

function relationSql(draft: Draft, place: Place, relation: Relation, value: unknown): string | null {
  if (!isObject(value)) return notCovered('the absence of a related row');
  if (relation.isList) return all(given(value).map(([name, each]) => listRelationSql(draft, place, relation, name, each)));
  const { is, isNot, ...direct } = value;
  if (isNot !== undefined || is === null) return notCovered('the absence of a related row');
  // Under NOT Prisma tells "no such row" from "unknown"; EXISTS does not.
  if (place.negated) return notCovered('a related row under NOT');
  return existsSql(draft, place, relation, is === undefined ? direct : { AND: [direct, is] });
}

function listRelationSql(draft: Draft, place: Place, relation: Relation, name: string, value: unknown): string {
  if (name === 'some') return existsSql(draft, place, relation, value);
  if (name === 'none') return `NOT ${existsSql(draft, { ...place, negated: true }, relation, value)}`;
  if (name === 'every') return `NOT ${existsSql(draft, { ...place, negated: true }, relation, { NOT: value })}`;
  return notCovered(`operator ${name} on a relation`);
}

function existsSql(draft: Draft, { table, negated }: Place, relation: Relation, where: unknown): string {
  const inner = draft.table();
  const condition = whereSql(draft, { model: relation.model, table: inner, negated }, where);
  const joined = all([joinSql(relation, table, inner), condition]);
  return `EXISTS (SELECT 1 FROM ${quoted(relation.model)} ${inner} WHERE ${joined})`;
}

/** Whether a `where` names one row by a unique key. */
export const namesOneRow = (model: string, where: Arguments): boolean =>
  Object.entries(models[model]?.keys ?? {}).some(([name, columns]) => {
    const value = where[name];
    const parts = columns.length > 1 && isObject(value) ? columns.map((column) => value[column]) : [value];
    return parts.every((part) => part !== undefined && part !== null && !isObject(part));
  });
