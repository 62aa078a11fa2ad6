import { models, type Relation } from '@registry/prisma/generated/model.ts';
import { all, columnSql } from './column.ts';
import { Found, foundSql } from './found.ts';
import { type Arguments, given, isObject, modelOf, notCompilable, quoted, type SqlBuilder } from './sql-builder.ts';

/** The rows a condition is about: a model, and the name its table has in the statement. */
type Place = {
  readonly model: string;
  readonly table: string;
  /** Whether a NOT stands around. */
  readonly negated?: boolean;
  /** Whether the condition is one of those that an AND, an OR or a NOT joins. */
  readonly isPart?: boolean;
};

/** A `where` of Prisma as a condition in SQL; null when it lets every row through. */
export function whereSql(builder: SqlBuilder, place: Place, where: unknown): string | null {
  if (where === undefined) return null;
  if (!isObject(where)) return notCompilable('a where that is no object');
  return all(given(where).map(([name, value]) => partSql(builder, place, name, value)));
}

function partSql(builder: SqlBuilder, place: Place, name: string, value: unknown): string | null {
  if (name === 'AND') return all(listed(value).map((each) => whereSql(builder, { ...place, isPart: true }, each)));
  if (name === 'OR') return anySql(builder, place, value);
  if (name === 'NOT') return all(listed(value).map((each) => notSql(builder, place, each)));
  if (value instanceof Found) return foundSql(builder, place.table, value);
  const { columns, relations, keys } = modelOf(place.model);
  const column = columns[name];
  if (column) return columnSql(builder, `${place.table}.${quoted(name)}`, column, value);
  const relation = relations[name];
  if (relation) return relationSql(builder, place, relation, value);
  if (keys[name] && isObject(value)) return whereSql(builder, place, value);
  return notCompilable(`condition ${name}`);
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** As in Prisma, an empty condition stays empty under NOT. */
function notSql(builder: SqlBuilder, place: Place, value: unknown): string | null {
  const condition = whereSql(builder, { ...place, isPart: true, negated: true }, value);
  return condition && `NOT ${condition}`;
}

/** As in Prisma, empty conditions are left out of an OR. An OR without any matches no row at the top, and is empty where it is nested. */
function anySql(builder: SqlBuilder, place: Place, value: unknown): string | null {
  const said = listed(value).flatMap((each) => whereSql(builder, { ...place, isPart: true }, each) ?? []);
  if (said.length === 0) return place.isPart ? null : 'false';
  return `(${said.join(' OR ')})`;
}

/** The condition that joins a table to the one that its relation starts from. */
export const joinSql = ({ from, to }: Relation, outer: string, inner: string): string =>
  to.map((column, index) => `${inner}.${quoted(column)} = ${outer}.${quoted(from[index] ?? column)}`).join(' AND ');

function relationSql(builder: SqlBuilder, place: Place, relation: Relation, value: unknown): string | null {
  if (!isObject(value)) return notCompilable('the absence of a related row');
  if (relation.isList)
    return all(given(value).map(([name, each]) => listRelationSql(builder, place, relation, name, each)));
  const { is, isNot, ...direct } = value;
  if (isAbsence(value)) return absenceSql(builder, place, relation, is === null);
  if (isNot !== undefined || is === null) return notCompilable('the absence of a related row, and more');
  const isDirect = given(direct).length > 0;
  if (is === undefined && !isDirect) return null;
  // As a part of AND an empty OR would say nothing.
  const where = isDirect && is !== undefined ? { AND: [direct, is] } : (is ?? direct);
  return rowSql(builder, place, relation, where);
}

/** Whether a condition on a related row asks for nothing but whether there is one. */
const isAbsence = (value: Arguments): boolean => {
  const [[name, asked] = [], ...more] = given(value);
  return more.length === 0 && (name === 'is' || name === 'isNot') && asked === null;
};

function absenceSql(builder: SqlBuilder, place: Place, relation: Relation, isAbsent: boolean): string {
  const found = existsSql(builder, place, relation, {});
  return isAbsent ? `NOT ${found}` : found;
}

/** A condition on the related row. Under NOT, unknown is not false, as it is without a related row. */
function rowSql(builder: SqlBuilder, place: Place, relation: Relation, where: unknown): string {
  if (!place.negated) return existsSql(builder, place, relation, where);
  const { inner, joined, condition } = related(builder, place, relation, where);
  const from = `FROM ${quoted(relation.model)} ${inner} WHERE ${joined}`;
  return (
    all([`EXISTS (SELECT 1 ${from})`, condition && `(SELECT ${condition} ${from})`]) ?? notCompilable('no condition')
  );
}

function listRelationSql(builder: SqlBuilder, place: Place, relation: Relation, name: string, value: unknown): string {
  if (name === 'some') return existsSql(builder, place, relation, value);
  if (name === 'none') return `NOT ${existsSql(builder, place, relation, value)}`;
  if (name === 'every') return everySql(builder, place, relation, value);
  return notCompilable(`operator ${name} on a relation`);
}

function existsSql(builder: SqlBuilder, place: Place, relation: Relation, where: unknown): string {
  const { inner, joined, condition } = related(builder, place, relation, where);
  return `EXISTS (SELECT 1 FROM ${quoted(relation.model)} ${inner} WHERE ${all([joined, condition])})`;
}

function everySql(builder: SqlBuilder, place: Place, relation: Relation, where: unknown): string {
  const { inner, joined, condition } = related(builder, { ...place, negated: true }, relation, where);
  return condition
    ? `NOT EXISTS (SELECT 1 FROM ${quoted(relation.model)} ${inner} WHERE ${joined} AND NOT ${condition})`
    : 'true';
}

/** The parts of a subquery over the rows of a relation. */
function related(builder: SqlBuilder, { table, negated }: Place, relation: Relation, where: unknown) {
  const inner = builder.table();
  const condition = whereSql(builder, { model: relation.model, table: inner, negated }, where);
  return { inner, joined: joinSql(relation, table, inner), condition };
}

/** Whether a `where` names one row by a unique key. */
export const namesOneRow = (model: string, where: Arguments): boolean =>
  Object.entries(models[model]?.keys ?? {}).some(([name, columns]) => {
    const value = where[name];
    const parts = columns.length > 1 && isObject(value) ? columns.map((column) => value[column]) : [value];
    return parts.every((part) => part !== undefined && part !== null && !isObject(part));
  });
