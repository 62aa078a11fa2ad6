import { type Rows, rowsOf } from './selection.ts';
import { type Arguments, isObject, type SqlBuilder, type SqlPart } from './sql-builder.ts';

/** What is selected of rows, and the statements that were made of it. */
type KeptRows = Rows & { readonly statements: Map<string, string> };
type Kept = SqlPart & { readonly place: string; readonly rows: KeptRows };

const kept = new WeakMap<object, Kept>();

/** Of how many shapes statements are kept for a selection. */
const STATEMENTS_MAX = 4;

/**
 * The text of a statement that selects rows, by what stands before and after the selection. Where many requests select the same, the same text is
 * the same string, which is found among prepared statements without being read again.
 */
export function statementOf(before: string, rows: Rows | KeptRows, after: string): string {
  if (!('statements' in rows)) return before + rows.sql + after;
  const { statements, sql } = rows;
  const around = `${before} … ${after}`;
  const known = statements.get(around);
  if (known !== undefined) return known;
  if (statements.size >= STATEMENTS_MAX) statements.clear();
  const text = before + sql + after;
  statements.set(around, text);
  return text;
}

/** The selected members of a statement's rows; compiled once for a frozen selection that many requests share. */
export function cachedRowsOf(builder: SqlBuilder, model: string, table: string, args: Arguments): Rows | KeptRows {
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
  const rows: KeptRows = { ...rowsOf(builder, model, table, args), statements: new Map() };
  kept.set(selection, { place, rows, values: builder.values.slice(length), tables: builder.tables - tables });
  return rows;
}
