import { models } from '@registry/prisma/generated/model.ts';
import { cursorRangeAsWhere } from './cursor-range.ts';
import { doneBy } from './delegates.ts';
import { type Arguments, isObject } from './sql-builder/sql-builder.ts';

const alone: Readonly<Record<string, string>> = {
  findUnique: 'findFirst',
  findUniqueOrThrow: 'findFirstOrThrow',
};

/** A key of several columns as a condition on each of them. */
function columnsOf(model: string, where: unknown): unknown {
  if (!isObject(where)) return where;
  const keys = models[model]?.keys ?? {};
  return Object.fromEntries(
    Object.entries(where).flatMap(([name, value]): [string, unknown][] =>
      keys[name] && isObject(value) ? Object.entries(value) : [[name, value]],
    ),
  );
}

/**
 * Reads by Prisma. Look-ups of one tick, which it would join in a transaction, are sent one by one: the connection carries the scope, and
 * Prisma takes one for each statement.
 */
export function readByPrisma(client: object, model: string, operation: string, args: Arguments): Promise<unknown> {
  const single = alone[operation];
  const { where, ...rest } = cursorRangeAsWhere(args);
  if (!single) return doneBy(client, model, operation, where === undefined ? rest : { ...rest, where });
  return doneBy(client, model, single, { ...rest, where: columnsOf(model, where) });
}
