import { type Arguments, Draft, given, isObject, notCovered, quoted } from './draft.ts';
import { listSql, rowsOf } from './selection.ts';
import { namesOneRow, whereSql } from './where.ts';

/** A read as one statement: its text, its values, and how the text of each row becomes an answer. */
export type Reading = {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whether the first value is a list of ids, to which those of readings of the same shape may be added. */
  readonly takesIds?: boolean;
  readonly answer: (rows: readonly string[]) => unknown;
};

const parse = (row: string): unknown => JSON.parse(row);

function readMany(model: string, args: Arguments): Reading {
  const draft = new Draft();
  const table = draft.table();
  const { sql, decode } = rowsOf(draft, model, table, args);
  const { condition, suffix, isReversed } = listSql(draft, model, table, args);
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

/** Look-ups by id of the same shape, made in one tick, are one statement: it takes all their ids, and each finds its own row. */
function readById(model: string, { where: { id, ...where }, ...args }: Arguments & { where: Arguments }): Reading {
  const draft = new Draft();
  const ids = draft.value([id]);
  const table = draft.table();
  const key = `${table}.${quoted('id')}`;
  const { sql, decode } = rowsOf(draft, model, table, args);
  const { condition } = listSql(draft, model, table, { ...args, where });
  return {
    text: `SELECT json_build_array(${key}, ${sql}) FROM ${quoted(model)} ${table} WHERE ${[`${key} = ANY(${ids})`, ...condition].join(' AND ')}`,
    values: draft.values,
    takesIds: true,
    answer: (rows) => {
      const own = rows.find((row) => row.startsWith(`["${id}"`));
      const found = own === undefined ? null : parse(own);
      return Array.isArray(found) ? decode(found[1]) : null;
    },
  };
}

function readUnique(model: string, args: Arguments): Reading {
  const { where } = args;
  if (!isObject(where) || !namesOneRow(model, where)) return notCovered('a row without a name');
  return typeof where.id === 'string' ? readById(model, { ...args, where }) : firstOf(readMany(model, args));
}

function readCount(model: string, args: Arguments): Reading {
  for (const [name] of given(args)) if (name !== 'where') return notCovered(`a count with ${name}`);
  const draft = new Draft();
  const table = draft.table();
  const where = whereSql(draft, { model, table, negated: false }, args.where);
  return {
    text: `SELECT count(*)::text FROM ${quoted(model)} ${table}${where ? ` WHERE ${where}` : ''}`,
    values: draft.values,
    answer: ([count]) => Number(count),
  };
}

const operations: Readonly<Record<string, (model: string, args: Arguments) => Reading>> = {
  findMany: readMany,
  findFirst: readFirst,
  findFirstOrThrow: readFirst,
  findUnique: readUnique,
  findUniqueOrThrow: readUnique,
  count: readCount,
};

export const isCompiled = (operation: string): boolean => operation in operations;

/** Compiles the arguments of a read of Prisma; throws `NotCovered` when they ask for something that only Prisma knows. */
export function compileRead(model: string, operation: string, args: Arguments): Reading {
  const compile = operations[operation];
  return compile ? compile(model, args) : notCovered(operation);
}
