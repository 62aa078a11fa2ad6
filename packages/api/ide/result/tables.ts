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

/** What was asked for, and whose it is: the plain values of everything above it in the answer. */
interface Line {
  readonly own: Row;
  readonly above: Row;
}

interface Draft {
  readonly lines: Line[];
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

const COUNT = '.count';

/** Writes one object into a row: nested objects become dotted columns, lists of objects become a count. */
const flatten = (item: Record<string, unknown>, prefix: string, row: Row): void => {
  for (const [key, value] of Object.entries(item)) {
    const name = prefix + key;
    const items = itemsOf(value);
    if (key === '__typename') continue;
    if (isCell(value)) row.set(name, value);
    else if (items?.every(isCell)) row.set(name, items.map((each) => String(each ?? '')).join('; '));
    else if (items) row.set(name + COUNT, items.length);
    else if (isRecord(value)) flatten(value, `${name}.`, row);
  }
};

/** Writes the plain values of an object, and of the single objects inside it such as its agency, below the path that leads to it. */
const inherit = (item: Record<string, unknown>, path: string, row: Row): void => {
  for (const [key, value] of Object.entries(item)) {
    if (key === '__typename') continue;
    if (isCell(value)) row.set(`${path}.${key}`, value);
    else if (isRecord(value) && itemsOf(value) === null) inherit(value, `${path}.${key}`, row);
  }
};

/** What the rows of inner lists repeat of an item, so that each says whose it is; its place where nothing of it was asked for. */
const above = (item: Record<string, unknown>, path: string, position: number | null, outer: Row): Row => {
  const row: Row = new Map(outer);
  inherit(item, path, row);
  if (position !== null && row.size === outer.size) row.set(`${path}.#`, position);
  return row;
};

/** An object that is missing in some rows leaves its bare name beside its dotted columns, which say all there is to say. */
const columnsOf = (rows: readonly Row[]): string[] => {
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const objects = new Set(names.flatMap((name) => [...name.matchAll(/\./g)].map(({ index }) => name.slice(0, index))));
  return names.filter((name) => !objects.has(name));
};

/** An empty list does not say whether it is one of objects; where it is one in other rows, it counts nothing. */
const cellOf = (row: Row, name: string): Cell => {
  const cell = row.get(name);
  if (cell !== undefined) return cell;
  return name.endsWith(COUNT) && row.get(name.slice(0, -COUNT.length)) === '' ? 0 : null;
};

/** What was asked for comes first; whose it is repeats from row to row and stands to the right. */
const layOut = (path: string, { lines, totalCount, counted, hasMore }: Draft): Table => {
  const own = columnsOf(lines.map((line) => line.own));
  const inherited = columnsOf(lines.map((line) => line.above));
  // An agency asked for in both places has one name, and may be two agencies.
  const label = (name: string): string => (own.includes(name) ? `${name} (↑)` : name);
  return {
    path,
    columns: [...own, ...inherited.map(label)],
    rows: lines.map((line) => [
      ...own.map((name) => cellOf(line.own, name)),
      ...inherited.map((name) => line.above.get(name) ?? null),
    ]),
    totalCount: counted ? totalCount : null,
    hasMore,
  };
};

/** Finds every list of objects in an answer (Relay connections and plain lists) and lays each out as one table. */
export const tablesOf = (data: unknown): Table[] => {
  const drafts = new Map<string, Draft>();

  const add = (path: string, list: unknown, items: readonly unknown[], outer: Row): void => {
    const draft = drafts.get(path) ?? { lines: [], totalCount: 0, counted: false, hasMore: false };
    drafts.set(path, draft);
    if (isRecord(list)) {
      if (typeof list.totalCount === 'number') {
        draft.totalCount += list.totalCount;
        draft.counted = true;
      }
      if (isRecord(list.pageInfo) && list.pageInfo.hasNextPage === true) draft.hasMore = true;
    }
    for (const [index, item] of items.entries()) {
      if (!isRecord(item)) continue;
      const own: Row = new Map();
      flatten(item, '', own);
      draft.lines.push({ own, above: outer });
      walk(item, path, above(item, path, index + 1, outer));
    }
  };

  const walk = (value: Record<string, unknown>, path: string, outer: Row): void => {
    for (const [key, inner] of Object.entries(value)) {
      const innerPath = path === '' ? key : `${path}.${key}`;
      const items = itemsOf(inner);
      if (items?.some(isRecord)) add(innerPath, inner, items, outer);
      else if (isRecord(inner) && !items) walk(inner, innerPath, above(inner, innerPath, null, outer));
    }
  };

  if (isRecord(data)) walk(data, '', new Map());
  return [...drafts].map(([path, draft]) => layOut(path, draft));
};
