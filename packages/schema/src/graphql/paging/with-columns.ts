type Columns = Readonly<Record<string, true>>;

/** Selections that many requests share, with more columns: as long as they live, by the columns. */
const widened = new WeakMap<object, Map<string, object>>();

/** A selection with some more columns. Frozen selections are shared, and so are the results. */
export function withColumns(selection: object, columns: Columns): object {
  const missing = Object.keys(columns).filter((column) => !(column in selection));
  if (missing.length === 0) return selection;
  const wider = { ...columns, ...selection };
  if (!Object.isFrozen(selection)) return wider;
  const known = widened.get(selection) ?? new Map<string, object>();
  widened.set(selection, known);
  const name = missing.join();
  const shared = known.get(name) ?? Object.freeze(wider);
  known.set(name, shared);
  return shared;
}
