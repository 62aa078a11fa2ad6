import type { Column } from '@registry/prisma/generated/model.ts';
import type { Statement, StatementResult } from '@registry/prisma/statement-batch.ts';
import { v7 as uuidv7 } from 'uuid';
import { rowsOf } from './selection.ts';
import { type Arguments, given, isObject, modelOf, notCompilable, quoted, SqlBuilder } from './sql-builder.ts';
import { whereSql } from './where.ts';

/** A write as one statement, and how its result is decoded. */
export type CompiledWrite = Statement & { readonly decodeResult: (outcome: StatementResult) => unknown };

type Row = Readonly<Record<string, unknown>>;

const filled: Readonly<Record<string, () => unknown>> = {
  uuid: () => uuidv7(),
  now: () => new Date(),
  updatedAt: () => new Date(),
};

/** A new row with what the client fills in. */
function completed(columns: Readonly<Record<string, Column>>, row: unknown): Row {
  if (!isObject(row)) return notCompilable('a row that is no object');
  const own = Object.fromEntries(given(row));
  for (const name of Object.keys(own)) if (!columns[name]) return notCompilable(`column ${name}`);
  for (const [name, column] of Object.entries(columns)) {
    const fill = column.filled === null ? undefined : filled[column.filled];
    if (fill && own[name] === undefined) own[name] = fill();
  }
  return own;
}

const counted = ({ count }: StatementResult) => ({ count });

/** The rows of a write that returns them, as a selection of columns. */
function returning(builder: SqlBuilder, model: string, table: string, { select, include }: Arguments) {
  if (include !== undefined || (isObject(select) && Object.keys(select).some((name) => !modelOf(model).columns[name])))
    return notCompilable('more of a written row than its columns');
  const { sql, decode } = rowsOf(builder, model, table, { select });
  const parsed = ({ rows }: StatementResult): unknown[] => rows.map((row) => decode(JSON.parse(row)));
  return { sql: ` RETURNING ${sql}`, parsed };
}

/**
 * Inserts rows, which travel as one JSON value and are unpacked in the statement: its text is the same for one and for hundreds. A column
 * that no row mentions gets the table's default.
 */
function addRows(
  model: string,
  { data, skipDuplicates, select, include, ...more }: Arguments,
  isReturning: boolean,
): CompiledWrite & { parsed: (outcome: StatementResult) => unknown[] } {
  for (const [name] of given(more)) return notCompilable(`option ${name}`);
  const { columns } = modelOf(model);
  const rows = (Array.isArray(data) ? data : [data]).map((row) => completed(columns, row));
  const isEmpty = rows.length === 0;
  const mentioned = Object.keys(columns).filter((name) => isEmpty || rows.some((row) => row[name] !== undefined));
  const isUneven = mentioned.some((name) => columns[name]?.isRequired && rows.some((row) => row[name] === undefined));
  if (isUneven) return notCompilable('rows of which some leave to a default what others say');
  const builder = new SqlBuilder();
  const table = builder.table();
  const list = mentioned.map(quoted).join(', ');
  const sent = builder.value(JSON.stringify(rows));
  const kept = isReturning ? returning(builder, model, table, { select, include }) : { sql: '', parsed: () => [] };
  return {
    text:
      `INSERT INTO ${quoted(model)} AS ${table} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${quoted(model)}, ${sent}::jsonb)` +
      `${skipDuplicates === true ? ' ON CONFLICT DO NOTHING' : ''}${kept.sql}`,
    values: builder.values,
    decodeResult: counted,
    parsed: kept.parsed,
  };
}

/** The new value of a column: a value, or its old value plus a number. */
function assignment(builder: SqlBuilder, name: string, { type, isList }: Column, value: unknown): string {
  const column = quoted(name);
  if (type === 'Json') return `${column} = ${builder.value(value === null ? null : JSON.stringify(value))}`;
  if (!isObject(value)) return `${column} = ${builder.value(value)}`;
  const [operation, ...more] = given(value);
  if (!operation || more.length > 0) return notCompilable('several operations on a column');
  const [kind, operand] = operation;
  if (kind === 'set') return `${column} = ${builder.value(operand)}`;
  if (isList || (kind !== 'increment' && kind !== 'decrement')) return notCompilable(`operation ${kind}`);
  return `${column} = ${column} ${kind === 'increment' ? '+' : '-'} ${builder.value(operand)}`;
}

function changeRows(model: string, { data, where, select, include, ...more }: Arguments, isReturning: boolean) {
  for (const [name] of given(more)) return notCompilable(`option ${name}`);
  if (!isObject(data)) return notCompilable('a change that is no object');
  const { columns } = modelOf(model);
  const builder = new SqlBuilder();
  const table = builder.table();
  const changes = given(data).map(([name, value]) => {
    const column = columns[name];
    return column ? assignment(builder, name, column, value) : notCompilable(`column ${name}`);
  });
  const noticed = Object.entries(columns)
    .filter(([name, column]) => column.filled === 'updatedAt' && data[name] === undefined)
    .map(([name]) => `${quoted(name)} = ${builder.value(new Date())}`);
  if (changes.length === 0) return notCompilable('a change of nothing');
  const condition = whereSql(builder, { model, table }, where);
  const kept = isReturning ? returning(builder, model, table, { select, include }) : { sql: '', parsed: () => [] };
  return {
    text: `UPDATE ${quoted(model)} AS ${table} SET ${[...changes, ...noticed].join(', ')}${condition ? ` WHERE ${condition}` : ''}${kept.sql}`,
    values: builder.values,
    decodeResult: counted,
    parsed: kept.parsed,
  };
}

function removeRows(model: string, { where, ...more }: Arguments): CompiledWrite {
  for (const [name] of given(more)) return notCompilable(`option ${name}`);
  const builder = new SqlBuilder();
  const table = builder.table();
  const condition = whereSql(builder, { model, table }, where);
  return {
    text: `DELETE FROM ${quoted(model)} AS ${table}${condition ? ` WHERE ${condition}` : ''}`,
    values: builder.values,
    decodeResult: counted,
  };
}

type Returning = CompiledWrite & { parsed: (outcome: StatementResult) => unknown[] };
const allOf = ({ text, values, parsed }: Returning): CompiledWrite => ({ text, values, decodeResult: parsed });
const oneOf = ({ text, values, parsed }: Returning): CompiledWrite => ({
  text,
  values,
  decodeResult: (outcome) => parsed(outcome)[0] ?? null,
});

const operations: Readonly<Record<string, (model: string, args: Arguments) => CompiledWrite>> = {
  create: (model, args) => oneOf(addRows(model, args, true)),
  createMany: (model, args) => addRows(model, args, false),
  createManyAndReturn: (model, args) => allOf(addRows(model, args, true)),
  update: (model, args) => oneOf(changeRows(model, args, true)),
  updateMany: (model, args) => changeRows(model, args, false),
  deleteMany: removeRows,
};

/** Compiles the arguments of a flat write of Prisma; throws `NotCompilable` when they ask for more. */
export function compileWrite(model: string, operation: string, args: Arguments): CompiledWrite {
  const compile = operations[operation];
  return compile ? compile(model, args) : notCompilable(operation);
}
