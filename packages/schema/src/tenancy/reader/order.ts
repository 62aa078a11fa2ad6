import { type Arguments, type Draft, given, isObject, modelOf, notCovered, quoted } from './draft.ts';
import { joinSql, namesOneRow, whereSql } from './where.ts';

type Direction = 'asc' | 'desc';
/** One rank of an order: what is compared, which way, and where rows without a value go if that is said. */
type Rank = {
  readonly expression: string;
  /** The column, when it is one of the table itself that always has a value: only then a page can go on after a row. */
  readonly column: string | null;
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
      column: column.isRequired ? name : null,
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

/** Rows from a given one on: later in the first rank, or the same there and later in the next, and so forth. */
function fromRowOn(draft: Draft, model: string, table: string, cursor: Arguments, order: readonly Rank[]): string {
  if (!namesOneRow(model, cursor)) return notCovered('a cursor that names no row');
  const row = draft.table();
  const found = whereSql(draft, { model, table: row, negated: false }, cursor);
  return order.reduceRight<string>((later, { column, direction }, index) => {
    if (column === null) return notCovered('a cursor in an order by a column that may be empty');
    const place = `(SELECT ${row}.${quoted(column)} FROM ${quoted(model)} ${row} WHERE ${found})`;
    const own = `${table}.${quoted(column)}`;
    const isLast = index === order.length - 1;
    const beyond = `${own} ${direction === 'asc' ? '>' : '<'}${isLast ? '=' : ''} ${place}`;
    return isLast ? beyond : `(${beyond} OR (${own} = ${place} AND ${later}))`;
  }, '');
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

/** Order, cursor, `skip` and `take` of a read. A negative `take` counts from the end: read backwards, to be turned round. */
export function pageSql(draft: Draft, model: string, table: string, args: Arguments): Page {
  const { orderBy, cursor, skip, take } = args;
  for (const each of [skip, take]) if (each !== undefined && !isCount(each)) return notCovered('a page size');
  const isPaged = cursor !== undefined || skip !== undefined || take !== undefined;
  const asked = ranks(draft, model, table, orderBy);
  // Where rows tie, Prisma leaves their order open; a page needs one, so that the next does not repeat it.
  const isOpen = isPaged && modelOf(model).columns.id && !asked.some(({ column }) => column === 'id');
  const full = isOpen ? [...asked, ...ranks(draft, model, table, { id: 'asc' })] : asked;
  const isReversed = isCount(take) && take < 0;
  const order = isReversed ? full.map(reversed) : full;
  if (cursor !== undefined && !isObject(cursor)) return notCovered('a cursor that is no object');
  return {
    condition: cursor === undefined ? null : fromRowOn(draft, model, table, cursor, order),
    suffix: [
      order.length > 0 ? ` ORDER BY ${order.map(rankSql).join(', ')}` : '',
      isCount(take) ? ` LIMIT ${draft.value(Math.abs(take))}::bigint` : '',
      isCount(skip) && skip > 0 ? ` OFFSET ${draft.value(skip)}::bigint` : '',
    ].join(''),
    isReversed,
  };
}
