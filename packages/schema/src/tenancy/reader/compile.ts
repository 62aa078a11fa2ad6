import { type Arguments, Draft, given, isObject, modelOf, notCovered, quoted } from './draft.ts';
import { readGroups } from './groups.ts';
import { keptRows } from './kept-rows.ts';
import { listSql } from './selection.ts';
import { namesOneRow, whereSql } from './where.ts';

/** A read as one statement: its text, its values, and how the text of each row becomes an answer. */
export type Reading = {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whether the first value is a list of keys, to which those of readings of the same shape may be added. */
  readonly takesKeys?: boolean;
  readonly answer: (rows: readonly string[]) => unknown;
};

const parse = (row: string): unknown => JSON.parse(row);

function readMany(model: string, args: Arguments): Reading {
  const draft = new Draft();
  const table = draft.table();
  const { sql, decode } = keptRows(draft, model, table, args);
  const { condition, suffix, isReversed } = listSql(draft, { model, table, args });
  const where = condition.length > 0 ? ` WHERE ${condition.join(' AND ')}` : '';
  return {
    text: `SELECT ${sql} FROM ${quoted(model)} ${table}${where}${suffix}`,
    values: draft.values,
    answer: (rows) => {
      const found = rows.map((row) => decode(parse(row)));
      return isReversed ? found.reverse() : found;
    },
  };
}

const firstOf = ({ answer, ...reading }: Reading): Reading => ({
  ...reading,
  answer: (rows) => {
    const found = answer(rows);
    return (Array.isArray(found) ? found[0] : null) ?? null;
  },
});

function readFirst(model: string, args: Arguments): Reading {
  if (args.take !== undefined) return notCovered('the first of a page');
  return firstOf(readMany(model, { ...args, take: 1 }));
}

/** A row by a column that names it. */
type Named = { readonly column: string; readonly value: string };

/** Look-ups of the same shape, made in one tick, are one statement: it takes all their keys, and each finds its own row. */
function readNamed(
  model: string,
  { column, value }: Named,
  { where, ...args }: Arguments & { where: Arguments },
): Reading {
  const draft = new Draft();
  const values = draft.value([value]);
  const table = draft.table();
  const key = `${table}.${quoted(column)}`;
  const { sql, decode } = keptRows(draft, model, table, args);
  const { condition } = listSql(draft, {
    model,
    table,
    args: { ...args, where: { ...where, [column]: undefined } },
  });
  const own = `[${JSON.stringify(value)}, `;
  return {
    text: `SELECT json_build_array(${key}, ${sql}) FROM ${quoted(model)} ${table} WHERE ${[`${key} = ANY(${values})`, ...condition].join(' AND ')}`,
    values: draft.values,
    takesKeys: true,
    answer: (rows) => {
      const row = rows.find((each) => each.startsWith(own));
      const found = row === undefined ? null : parse(row);
      return Array.isArray(found) ? decode(found[1]) : null;
    },
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** PostgreSQL takes an id in capitals for the same, and answers in small letters. */
const asAnswered = (value: string): string => (uuid.test(value) ? value.toLowerCase() : value);

function nameIn(model: string, where: Arguments): Named | null {
  for (const [column, ...more] of Object.values(modelOf(model).keys)) {
    const value = column && more.length === 0 ? where[column] : undefined;
    if (column && typeof value === 'string') return { column, value: asAnswered(value) };
  }
  return null;
}

function readUnique(model: string, args: Arguments): Reading {
  const { where } = args;
  if (!isObject(where) || !namesOneRow(model, where)) return notCovered('a row without a name');
  const named = nameIn(model, where);
  return named ? readNamed(model, named, { ...args, where }) : firstOf(readMany(model, args));
}

function readCount(model: string, args: Arguments): Reading {
  for (const [name] of given(args)) if (name !== 'where') return notCovered(`a count with ${name}`);
  const draft = new Draft();
  const table = draft.table();
  const where = whereSql(draft, { model, table }, args.where);
  return {
    text: `SELECT count(*)::text FROM ${quoted(model)} ${table}${where ? ` WHERE ${where}` : ''}`,
    values: draft.values,
    answer: ([count]) => Number(count),
  };
}

/** The greatest values of columns of numbers, the one aggregate that acts ask for: where a new part goes in its order. */
function readGreatest(model: string, { _max: asked, where, ...more }: Arguments): Reading {
  for (const [name] of given(more)) return notCovered(`an aggregate with ${name}`);
  if (!isObject(asked)) return notCovered('an aggregate of nothing');
  const names = given(asked).map(([name]) => name);
  if (names.some((name) => modelOf(model).columns[name]?.type !== 'Int'))
    return notCovered('the greatest of what is no number');
  const draft = new Draft();
  const table = draft.table();
  const condition = whereSql(draft, { model, table }, where);
  const greatest = names.map((name) => `max(${table}.${quoted(name)})`).join(', ');
  return {
    text: `SELECT json_build_array(${greatest}) FROM ${quoted(model)} ${table}${condition ? ` WHERE ${condition}` : ''}`,
    values: draft.values,
    answer: ([row = '[]']) => {
      const values = parse(row);
      return {
        _max: Object.fromEntries(names.map((name, place) => [name, Array.isArray(values) ? values[place] : null])),
      };
    },
  };
}

const operations: Readonly<Record<string, (model: string, args: Arguments) => Reading>> = {
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

/** Compiles the arguments of a read of Prisma; throws `NotCovered` when they ask for something that only Prisma knows. */
export function compileRead(model: string, operation: string, args: Arguments): Reading {
  const compile = operations[operation];
  return compile ? compile(model, args) : notCovered(operation);
}
