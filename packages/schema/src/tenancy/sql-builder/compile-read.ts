import { readGroups } from './groups.ts';
import { cachedRowsOf, statementOf } from './row-cache.ts';
import { listSql } from './selection.ts';
import { type Arguments, given, isObject, modelOf, notCompilable, quoted, SqlBuilder } from './sql-builder.ts';
import { namesOneRow, whereSql } from './where.ts';

/** A read as one statement: its text, its values, and how each row is decoded. */
export type CompiledRead = {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whether the first value is a list of keys, to which those of readings of the same shape may be added. */
  readonly isKeyed?: boolean;
  readonly decodeRows: (rows: readonly string[]) => unknown;
};

const parse = (row: string): unknown => JSON.parse(row);

function readMany(model: string, args: Arguments): CompiledRead {
  const builder = new SqlBuilder();
  const table = builder.table();
  const selected = cachedRowsOf(builder, model, table, args);
  const { condition, suffix, isReversed } = listSql(builder, { model, table, args });
  const where = condition.length > 0 ? ` WHERE ${condition.join(' AND ')}` : '';
  return {
    text: statementOf('SELECT ', selected, ` FROM ${quoted(model)} ${table}${where}${suffix}`),
    values: builder.values,
    decodeRows: (rows) => {
      const found = rows.map((row) => selected.decode(parse(row)));
      return isReversed ? found.reverse() : found;
    },
  };
}

const firstOf = ({ decodeRows, ...reading }: CompiledRead): CompiledRead => ({
  ...reading,
  decodeRows: (rows) => {
    const found = decodeRows(rows);
    return (Array.isArray(found) ? found[0] : null) ?? null;
  },
});

function readFirst(model: string, args: Arguments): CompiledRead {
  if (args.take !== undefined) return notCompilable('the first of a page');
  return firstOf(readMany(model, { ...args, take: 1 }));
}

/** A row by a column that names it. */
type KeyValue = { readonly column: string; readonly value: string };

/** Look-ups of the same shape, made in one tick, are one statement: it takes all their keys, and each finds its own row. */
function readByKey(
  model: string,
  { column, value }: KeyValue,
  { where: asked, ...args }: Arguments & { where: Arguments },
): CompiledRead {
  const builder = new SqlBuilder();
  const values = builder.value([value]);
  const table = builder.table();
  const key = `${table}.${quoted(column)}`;
  const selected = cachedRowsOf(builder, model, table, args);
  const { condition } = listSql(builder, {
    model,
    table,
    args: { ...args, where: { ...asked, [column]: undefined } },
  });
  const where = [`${key} = ANY(${values})`, ...condition].join(' AND ');
  const own = `[${JSON.stringify(value)}, `;
  return {
    text: statementOf(`SELECT json_build_array(${key}, `, selected, `) FROM ${quoted(model)} ${table} WHERE ${where}`),
    values: builder.values,
    isKeyed: true,
    decodeRows: (rows) => {
      const row = rows.find((each) => each.startsWith(own));
      const found = row === undefined ? null : parse(row);
      return Array.isArray(found) ? selected.decode(found[1]) : null;
    },
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** PostgreSQL takes an id in capitals for the same, and answers in small letters. */
const asReturned = (value: string): string => (uuid.test(value) ? value.toLowerCase() : value);

function keyIn(model: string, where: Arguments): KeyValue | null {
  for (const [column, ...more] of Object.values(modelOf(model).keys)) {
    const value = column && more.length === 0 ? where[column] : undefined;
    if (column && typeof value === 'string') return { column, value: asReturned(value) };
  }
  return null;
}

function readUnique(model: string, args: Arguments): CompiledRead {
  const { where } = args;
  if (!isObject(where)) return notCompilable('a row without a name');
  const named = keyIn(model, where);
  if (named) return readByKey(model, named, { ...args, where });
  return namesOneRow(model, where) ? firstOf(readMany(model, args)) : notCompilable('a row without a name');
}

function readCount(model: string, args: Arguments): CompiledRead {
  for (const [name] of given(args)) if (name !== 'where') return notCompilable(`a count with ${name}`);
  const builder = new SqlBuilder();
  const table = builder.table();
  const where = whereSql(builder, { model, table }, args.where);
  return {
    text: `SELECT count(*)::text FROM ${quoted(model)} ${table}${where ? ` WHERE ${where}` : ''}`,
    values: builder.values,
    decodeRows: ([count]) => Number(count),
  };
}

/** The greatest values of columns of numbers, the one aggregate that acts ask for: where a new part goes in its order. */
function readGreatest(model: string, { _max: asked, where, ...more }: Arguments): CompiledRead {
  for (const [name] of given(more)) return notCompilable(`an aggregate with ${name}`);
  if (!isObject(asked)) return notCompilable('an aggregate of nothing');
  const names = given(asked).map(([name]) => name);
  if (names.some((name) => modelOf(model).columns[name]?.type !== 'Int'))
    return notCompilable('the greatest of what is no number');
  const builder = new SqlBuilder();
  const table = builder.table();
  const condition = whereSql(builder, { model, table }, where);
  const greatest = names.map((name) => `max(${table}.${quoted(name)})`).join(', ');
  return {
    text: `SELECT json_build_array(${greatest}) FROM ${quoted(model)} ${table}${condition ? ` WHERE ${condition}` : ''}`,
    values: builder.values,
    decodeRows: ([row = '[]']) => {
      const values = parse(row);
      return {
        _max: Object.fromEntries(names.map((name, place) => [name, Array.isArray(values) ? values[place] : null])),
      };
    },
  };
}

const operations: Readonly<Record<string, (model: string, args: Arguments) => CompiledRead>> = {
  findMany: readMany,
  findFirst: readFirst,
  findFirstOrThrow: readFirst,
  findUnique: readUnique,
  findUniqueOrThrow: readUnique,
  count: readCount,
  aggregate: readGreatest,
  groupBy: readGroups,
};

export const isCompiled = (operation: string): boolean => operation in operations;

/** Compiles the arguments of a read of Prisma; throws `NotCompilable` when they ask for something that only Prisma knows. */
export function compileRead(model: string, operation: string, args: Arguments): CompiledRead {
  const compile = operations[operation];
  return compile ? compile(model, args) : notCompilable(operation);
}
