import type { Statement } from '@registry/prisma/statement-batch.ts';
import { FOUND, Found, foundSql } from './sql-builder/found.ts';
import { type Arguments, isObject, quoted, SqlBuilder } from './sql-builder/sql-builder.ts';

/** More rows than this a read that is left to Prisma does not find. */
const FOUND_MAX = 10_000;

/** The ids of the rows that hold what is sought; within the connection's scope, and narrowed by what they are read for. */
function idsOf(found: Found): Statement {
  const builder = new SqlBuilder();
  const table = builder.table();
  const text = `SELECT ${table}.id FROM ${quoted(found.model)} ${table} WHERE ${foundSql(builder, table, found)} LIMIT ${FOUND_MAX}`;
  return { text, values: builder.values };
}

/** The arguments of a read with the ids of what was found in place of what was sought, which Prisma cannot say. */
export async function withFoundIds(
  args: Arguments,
  query: (statement: Statement) => Promise<readonly { id: string }[]>,
): Promise<Arguments> {
  const replaced = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(replaced));
    return isObject(value) ? withFoundIds(value, query) : value;
  };
  const entries = Object.entries(args).map(async ([name, value]): Promise<[string, unknown]> => {
    if (!(name === FOUND && value instanceof Found)) return [name, await replaced(value)];
    const rows = await query(idsOf(value));
    return ['id', { in: rows.map(({ id }) => id) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}
