import { isRecord } from '../record.ts';

export type Cell = string | number | boolean | null;

export interface Table {
  /** Path of the list in the answer, without positions: `agency.plans.projects`. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What the server says the list holds in all, when the query asked for it. */
  readonly totalCount: number | null;
  readonly hasMore: boolean;
}

type Row = Map<string, Cell>;

interface Draft {
  readonly rows: Row[];
  totalCount: number;
  counted: boolean;
  hasMore: boolean;
}

const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const itemsOf = (value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return null;
  if (Array.isArray(value.edges)) return value.edges.map((edge: unknown) => (isRecord(edge) ? edge.node : null));
  return Array.isArray(value.nodes) ? value.nodes : null;
};

/** Writes one object into a row: nested objects become dotted columns, lists of objects become a count. */
const flatten = (item: Record<string, unknown>, prefix: string, row: Row): void => {
  for (const [key, value] of Object.entries(item)) {
    const name = prefix + key;
    const items = itemsOf(value);
    if (key === '__typename') continue;
    if (isCell(value)) row.set(name, value);
    else if (items?.every(isCell)) row.set(name, items.map((each) => String(each ?? '')).join('; '));
    else if (items) row.set(`${name}.count`, items.length);
    else if (isRecord(value)) flatten(value, `${name}.`, row);
  }
};

/** The plain values of a list item that its inner lists repeat, so that a row of an inner list says whose it is. */
const inherited = (item: Record<string, unknown>, label: string, outer: Row): Row => {
  const row: Row = new Map(outer);
  for (const [key, value] of Object.entries(item)) {
    if (isCell(value) && key !== 'id' && key !== '__typename') row.set(`${label}.${key}`, value);
  }
  return row;
};

/** An object that is missing in some rows leaves its bare name beside its dotted columns, which say all there is to say. */
const columnsOf = (rows: readonly Row[]): string[] => {
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const objects = new Set(names.flatMap((name) => [...name.matchAll(/\./g)].map(({ index }) => name.slice(0, index))));
  return names.filter((name) => !objects.has(name));
};

/** Finds every list of objects in an answer (Relay connections and plain lists) and lays each out as one table. */
export const tablesOf = (data: unknown): Table[] => {
  const drafts = new Map<string, Draft>();

  const add = (path: string, list: unknown, items: readonly unknown[], outer: Row): void => {
    const draft = drafts.get(path) ?? { rows: [], totalCount: 0, counted: false, hasMore: false };
    drafts.set(path, draft);
    if (isRecord(list)) {
      if (typeof list.totalCount === 'number') {
        draft.totalCount += list.totalCount;
        draft.counted = true;
      }
      if (isRecord(list.pageInfo) && list.pageInfo.hasNextPage === true) draft.hasMore = true;
    }
    const label = path.slice(path.lastIndexOf('.') + 1);
    for (const item of items) {
      if (!isRecord(item)) continue;
      // What was asked for comes first; whose it is repeats from row to row and stands to the right.
      const row: Row = new Map();
      flatten(item, '', row);
      for (const [name, cell] of outer) if (!row.has(name)) row.set(name, cell);
      draft.rows.push(row);
      walk(item, path, inherited(item, label, outer));
    }
  };

  const walk = (value: Record<string, unknown>, path: string, outer: Row): void => {
    for (const [key, inner] of Object.entries(value)) {
      const innerPath = path === '' ? key : `${path}.${key}`;
      const items = itemsOf(inner);
      if (items?.some(isRecord)) add(innerPath, inner, items, outer);
      else if (isRecord(inner) && !items) walk(inner, innerPath, outer);
    }
  };

  if (isRecord(data)) walk(data, '', new Map());
  return [...drafts].map(([path, { rows, totalCount, counted, hasMore }]) => {
    const columns = columnsOf(rows);
    return {
      path,
      columns,
      rows: rows.map((row) => columns.map((column) => row.get(column) ?? null)),
      totalCount: counted ? totalCount : null,
      hasMore,
    };
  });
};
