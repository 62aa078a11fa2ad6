import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Column, Relation } from '@registry/prisma/generated/model.ts';
import { type List, pageSql } from './order.ts';
import { type Arguments, given, isObject, modelOf, notCompilable, quoted, type SqlBuilder } from './sql-builder.ts';
import { joinSql, whereSql } from './where.ts';

/** Turns what came out of JSON into what Prisma returns. */
type Decode = (value: unknown) => unknown;
/** One member of a row: its name, its SQL, and its decoder where JSON does not represent it unchanged. */
type Member = { readonly name: string; readonly sql: string; readonly decode: Decode | null };
/** Rows as JSON arrays, one place per member: names would cost more than the values. */
export type Rows = { readonly sql: string; readonly decode: Decode };

/** Functions of PostgreSQL take so many arguments. */
const MEMBERS_MAX = 100;

const decodeValue: Readonly<Record<string, (text: string) => unknown>> = {
  DateTime: (text) => new Date(text),
  Decimal: (text) => new Prisma.Decimal(text),
  BigInt: (text) => BigInt(text),
  Bytes: (text) => Uint8Array.from(Buffer.from(text, 'hex')),
};
/** What JSON has no exact form for is sent as text. */
const textSql: Readonly<Record<string, (sql: string) => string>> = {
  Decimal: (sql) => `${sql}::text`,
  BigInt: (sql) => `${sql}::text`,
  Bytes: (sql) => `encode(${sql}, 'hex')`,
};

function columnMember(table: string, name: string, { type, isList }: Column): Member {
  const asText = textSql[type];
  if (isList && asText) return notCompilable(`a list of type ${type}`);
  const sql = `${table}.${quoted(name)}`;
  const decode = decodeValue[type];
  // A list column that was never written is NULL; Prisma knows only empty lists.
  if (isList && !decode) return { name, sql, decode: (value) => value ?? [] };
  if (!decode) return { name, sql, decode: null };
  const decodeOne: Decode = (value) => (typeof value === 'string' ? decode(value) : null);
  return {
    name,
    sql: asText ? asText(sql) : sql,
    decode: isList ? (value) => (Array.isArray(value) ? value.map(decodeOne) : []) : decodeOne,
  };
}

function relatedMember(builder: SqlBuilder, table: string, name: string, relation: Relation, args: Arguments): Member {
  const inner = builder.table();
  const from = `FROM ${quoted(relation.model)} ${inner}`;
  const joined = (row: string) => joinSql(relation, table, row);
  if (!relation.isList) {
    if (given(args).some(([key]) => key !== 'select' && key !== 'include'))
      return notCompilable('a condition on one row');
    const { sql, decode } = rowsOf(builder, relation.model, inner, args);
    return {
      name,
      sql: `(SELECT ${sql} ${from} WHERE ${joined(inner)})`,
      decode: (value) => (value ? decode(value) : null),
    };
  }
  const { sql, decode } = rowsOf(builder, relation.model, inner, args);
  const { condition, suffix, isReversed } = listSql(builder, {
    model: relation.model,
    table: inner,
    args,
  });
  const rows = `SELECT ${sql} AS j ${from} WHERE ${[joined(inner), ...condition].join(' AND ')}${suffix}`;
  return {
    name,
    sql: `(SELECT coalesce(json_agg(j), '[]') FROM (${rows}) ${builder.table()})`,
    decode: (value) => {
      const list = Array.isArray(value) ? value.map(decode) : [];
      return isReversed ? list.reverse() : list;
    },
  };
}

const listOptions = new Set(['select', 'include', 'where', 'orderBy', 'cursor', 'take', 'skip']);

/** Which rows of a list are read, and in which order. */
export function listSql(builder: SqlBuilder, list: List) {
  const { model, table, args } = list;
  for (const [name] of given(args)) if (!listOptions.has(name)) return notCompilable(`option ${name}`);
  const where = whereSql(builder, { model, table }, args.where);
  const { condition, ...page } = pageSql(builder, list);
  return { ...page, condition: [where, condition].filter((each) => each !== null) };
}

function countMember(builder: SqlBuilder, model: string, table: string, counts: unknown): Member {
  if (!isObject(counts) || !isObject(counts.select)) return notCompilable('a count of everything');
  const members = given(counts.select).flatMap(([name, value]): Member[] => {
    if (value === false) return [];
    const relation = modelOf(model).relations[name];
    if (!relation?.isList) return notCompilable(`count of ${name}`);
    const inner = builder.table();
    const where = isObject(value) ? whereSql(builder, { model: relation.model, table: inner }, value.where) : null;
    const conditions = [joinSql(relation, table, inner), ...(where ? [where] : [])].join(' AND ');
    return [
      { name, sql: `(SELECT count(*) FROM ${quoted(relation.model)} ${inner} WHERE ${conditions})`, decode: null },
    ];
  });
  const { sql, decode } = arrayOf(members);
  return { name: '_count', sql, decode };
}

function arrayOf(members: readonly Member[]): Rows {
  if (members.length > MEMBERS_MAX) return notCompilable('so many members');
  return {
    sql: `json_build_array(${members.map(({ sql }) => sql).join(', ')})`,
    decode: (value) => {
      const row: Record<string, unknown> = {};
      if (!Array.isArray(value)) return row;
      for (let place = 0; place < members.length; place += 1) {
        const member = members[place];
        if (member) row[member.name] = member.decode ? member.decode(value[place]) : value[place];
      }
      return row;
    },
  };
}

/** What is selected of every row: columns, related rows at every depth, and counts. */
export function rowsOf(builder: SqlBuilder, model: string, table: string, { select, include }: Arguments): Rows {
  const { columns, relations } = modelOf(model);
  const chosen = select ?? include ?? {};
  if (!isObject(chosen)) return notCompilable('a selection that is no object');
  const scalars =
    select === undefined ? Object.entries(columns).map(([name, column]) => columnMember(table, name, column)) : [];
  const members = given(chosen).flatMap(([name, value]): Member[] => {
    if (value === false) return [];
    if (name === '_count') return [countMember(builder, model, table, value)];
    const relation = relations[name];
    if (relation) return [relatedMember(builder, table, name, relation, isObject(value) ? value : {})];
    const column = select === undefined ? undefined : columns[name];
    return [column ? columnMember(table, name, column) : notCompilable(`member ${name}`)];
  });
  return arrayOf([...scalars, ...members]);
}
