import { type Rows, rowsOf } from './selection.ts';
import { type Arguments, isObject, type SqlBuilder, type SqlPart } from './sql-builder.ts';

type Kept = SqlPart & { readonly place: string; readonly rows: Rows };

const kept = new WeakMap<object, Kept>();

/** The selected members of a statement's rows; compiled once for a frozen selection that many requests share. */
export function cachedRowsOf(builder: SqlBuilder, model: string, table: string, args: Arguments): Rows {
  const selection = args.select ?? args.include;
  if (!isObject(selection) || !Object.isFrozen(selection)) return rowsOf(builder, model, table, args);
  const { tables } = builder;
  const { length } = builder.values;
  const place = [model, table, tables, length, args.select === undefined].join();
  const known = kept.get(selection);
  if (known?.place === place) {
    builder.add(known);
    return known.rows;
  }
  const rows = rowsOf(builder, model, table, args);
  kept.set(selection, { place, rows, values: builder.values.slice(length), tables: builder.tables - tables });
  return rows;
}
