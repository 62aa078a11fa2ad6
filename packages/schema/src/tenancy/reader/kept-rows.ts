import { type Arguments, type Draft, isObject, type Part } from './draft.ts';
import { type Rows, rowsOf } from './selection.ts';

type Kept = Part & { readonly place: string; readonly rows: Rows };

const kept = new WeakMap<object, Kept>();

/** What is selected of the rows of a statement; put together once for a selection that cannot change, because many requests share it. */
export function keptRows(draft: Draft, model: string, table: string, args: Arguments): Rows {
  const selection = args.select ?? args.include;
  if (!isObject(selection) || !Object.isFrozen(selection)) return rowsOf(draft, model, table, args);
  const { tables } = draft;
  const { length } = draft.values;
  const place = [model, table, tables, length, args.select === undefined].join();
  const known = kept.get(selection);
  if (known?.place === place) {
    draft.add(known);
    return known.rows;
  }
  const rows = rowsOf(draft, model, table, args);
  kept.set(selection, { place, rows, values: draft.values.slice(length), tables: draft.tables - tables });
  return rows;
}
