import { type Arguments, type Draft, given, isObject, modelOf, notCovered, quoted } from './draft.ts';
import { joinSql, namesOneRow, whereSql } from './where.ts';

type Direction = 'asc' | 'desc';
/** One rank of an order: what is compared, which way, and where rows without a value go if that is said. */
type Rank = {
  readonly expression: string;
  /** The column, when it is one of the table itself: only then a page can go on after a row. */
  readonly column: string | null;
  readonly isRequired: boolean;
  readonly direction: Direction;
  readonly nulls: 'first' | 'last' | null;
};

/** Which part of the rows is read, in which order. */
export type Page = { readonly condition: string | null; readonly suffix: string; readonly isReversed: boolean };

const isDirection = (value: unknown): value is Direction => value === 'asc' || value === 'desc';
const opposite = { asc: 'desc', desc: 'asc', first: 'last', last: 'first' } as const;

function ranks(draft: Draft, model: string, table: string, orderBy: unknown): Rank[] {
  if (orderBy === undefined) return [];
  return (Array.isArray(orderBy) ? orderBy : [orderBy]).flatMap((each) => {
    if (!isObject(each)) return notCovered('an order that is no object');
    const entries = given(each);
    if (entries.length > 1) return notCovered('an order without an order');
    return entries.map(([name, value]) => rankOf(draft, model, table, name, value));
  });
}

function rankOf(draft: Draft, model: string, table: string, name: string, value: unknown): Rank {
  const { columns, relations } = modelOf(model);
  const column = columns[name];
  if (column) {
    const { sort = value, nulls = null } = isObject(value) ? value : {};
    if (!isDirection(sort) || (nulls !== null && nulls !== 'first' && nulls !== 'last')) return notCovered('an order');
    return {
      expression: `${table}.${quoted(name)}`,
      column: name,
      isRequired: column.isRequired,
      direction: sort,
      nulls,
    };
  }
  const relation = relations[name];
  if (!relation || relation.isList || !isObject(value)) return notCovered(`order by ${name}`);
  const inner = draft.table();
  const [rank, ...more] = ranks(draft, relation.model, inner, value);
  if (!rank || more.length > 0) return notCovered('an order by several columns of a relation');
  const found = `(SELECT ${rank.expression} FROM ${quoted(relation.model)} ${inner} WHERE ${joinSql(relation, table, inner)})`;
  return { ...rank, expression: found, column: null };
}

const rankSql = ({ expression, direction, nulls }: Rank): string =>
  `${expression} ${direction.toUpperCase()}${nulls ? ` NULLS ${nulls.toUpperCase()}` : ''}`;

const reversed = (rank: Rank): Rank => ({
  ...rank,
  direction: opposite[rank.direction],
  nulls: rank.nulls && opposite[rank.nulls],
});

/** Whether a row comes after a place in one rank; an unsaid order of PostgreSQL has what is empty last, or first when it descends. */
function afterSql({ isRequired, direction, nulls }: Rank, own: string, place: string): string {
  const after = `${own} ${direction === 'asc' ? '>' : '<'} ${place}`;
  if (isRequired) return after;
  return (nulls ?? (direction === 'asc' ? 'last' : 'first')) === 'last'
    ? `(${after} OR (${own} IS NULL AND ${place} IS NOT NULL))`
    : `(${after} OR (${own} IS NOT NULL AND ${place} IS NULL))`;
}

/** The list that a page is a part of. */
export type List = {
  readonly model: string;
  readonly table: string;
  readonly args: Arguments;
  /** What joins a row to the one that the list belongs to; null when it belongs to none. */
  readonly joined: (row: string) => string | null;
  /** Whether there is one such list for each of several rows. */
  readonly isRepeated: boolean;
};

/** Rows from a given one on: later in the first rank, or the same there and later in the next, and so forth. */
function fromRowOn(
  draft: Draft,
  { model, table, args, joined, isRepeated }: List,
  cursor: Arguments,
  order: readonly Rank[],
): string {
  if (!namesOneRow(model, cursor)) return notCovered('a cursor that names no row');
  const row = draft.table();
  const place = { model, table: row };
  const found = whereSql(draft, place, cursor);
  const from = `FROM ${quoted(model)} ${row} WHERE ${found}`;
  const later = order.reduceRight<string | null>((next, rank) => {
    if (rank.column === null) return notCovered('a cursor in an order by a related column');
    const own = `${table}.${quoted(rank.column)}`;
    const mark = `(SELECT ${row}.${quoted(rank.column)} ${from})`;
    if (next === null && rank.isRequired) return `${own} ${rank.direction === 'asc' ? '>=' : '<='} ${mark}`;
    const isSame = `${own} ${rank.isRequired ? '=' : 'IS NOT DISTINCT FROM'} ${mark}`;
    return `(${afterSql(rank, own, mark)} OR ${next === null ? isSame : `(${isSame} AND ${next})`})`;
  }, null);
  const { keys } = modelOf(model);
  if (later === null || !order.some(({ column }) => column && keys[column]))
    return notCovered('a cursor among rows that no single column names');
  // Prisma goes on by place alone where the order is certain, and elsewhere only after a row that is in the list itself.
  if (!isRepeated && order.every(({ isRequired }) => isRequired)) return later;
  const inList = [joined(row), whereSql(draft, place, args.where)].filter((each) => each !== null);
  return `(EXISTS (SELECT 1 ${[from, ...inList].join(' AND ')}) AND ${later})`;
}

/** The columns that tell the rows of a model apart, and always have a value. */
function keyOf(model: string): readonly string[] {
  const { columns, keys } = modelOf(model);
  const always = Object.values(keys).find((key) => key.every((name) => columns[name]?.isRequired));
  return keys.id ?? always ?? notCovered('rows without a key');
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

/** Order, cursor, `skip` and `take` of a read. A negative `take` counts from the end: read backwards, to be turned round. */
export function pageSql(draft: Draft, list: List): Page {
  const { model, table, args } = list;
  const { orderBy, cursor, skip, take } = args;
  for (const each of [skip, take]) if (each !== undefined && !isCount(each)) return notCovered('a page size');
  const isPaged = cursor !== undefined || skip !== undefined || take !== undefined;
  const asked = ranks(draft, model, table, orderBy);
  // Where rows tie, Prisma leaves their order open; a page needs one, so that the next does not repeat it.
  const left = isPaged ? keyOf(model).filter((name) => !asked.some(({ column }) => column === name)) : [];
  const full = [...asked, ...left.flatMap((name) => ranks(draft, model, table, { [name]: 'asc' }))];
  const isReversed = isCount(take) && take < 0;
  const order = isReversed ? full.map(reversed) : full;
  if (cursor !== undefined && !isObject(cursor)) return notCovered('a cursor that is no object');
  return {
    condition: cursor === undefined ? null : fromRowOn(draft, list, cursor, order),
    suffix: [
      order.length > 0 ? ` ORDER BY ${order.map(rankSql).join(', ')}` : '',
      isCount(take) ? ` LIMIT ${draft.value(Math.abs(take))}::bigint` : '',
      isCount(skip) && skip > 0 ? ` OFFSET ${draft.value(skip)}::bigint` : '',
    ].join(''),
    isReversed,
  };
}
