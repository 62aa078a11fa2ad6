import { isCursorRange } from '../cursor-range.ts';
import { type Arguments, given, isObject, modelOf, notCompilable, quoted, type SqlBuilder } from './sql-builder.ts';
import { joinSql, whereSql } from './where.ts';

type Direction = 'asc' | 'desc';
/** One term of an order: the column, the direction, and the place of nulls if it is given. */
type Rank = {
  readonly expression: string;
  /** The column, when it is one of the table itself. */
  readonly column: string | null;
  readonly direction: Direction;
  readonly nulls: 'first' | 'last' | null;
};

/** Which part of the rows is read, in which order. */
export type Page = { readonly condition: string | null; readonly suffix: string; readonly isReversed: boolean };

const isDirection = (value: unknown): value is Direction => value === 'asc' || value === 'desc';
const opposite = { asc: 'desc', desc: 'asc', first: 'last', last: 'first' } as const;

function ranks(builder: SqlBuilder, model: string, table: string, orderBy: unknown): Rank[] {
  if (orderBy === undefined) return [];
  return (Array.isArray(orderBy) ? orderBy : [orderBy]).flatMap((each) => {
    if (!isObject(each)) return notCompilable('an order that is no object');
    const entries = given(each);
    if (entries.length > 1) return notCompilable('an order without an order');
    return entries.map(([name, value]) => rankOf(builder, model, table, name, value));
  });
}

function rankOf(builder: SqlBuilder, model: string, table: string, name: string, value: unknown): Rank {
  const { columns, relations } = modelOf(model);
  if (columns[name]) {
    const { sort = value, nulls = null } = isObject(value) ? value : {};
    if (!isDirection(sort) || (nulls !== null && nulls !== 'first' && nulls !== 'last'))
      return notCompilable('an order');
    return { expression: `${table}.${quoted(name)}`, column: name, direction: sort, nulls };
  }
  const relation = relations[name];
  if (!relation || relation.isList || !isObject(value)) return notCompilable(`order by ${name}`);
  const inner = builder.table();
  const [rank, ...more] = ranks(builder, relation.model, inner, value);
  if (!rank || more.length > 0) return notCompilable('an order by several columns of a relation');
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

/** The list that a page is a part of. */
export type List = { readonly model: string; readonly table: string; readonly args: Arguments };

/** The columns that identify a row of a model, which are never null. */
function keyOf(model: string): readonly string[] {
  const { columns, keys } = modelOf(model);
  const always = Object.values(keys).find((key) => key.every((name) => columns[name]?.isRequired));
  return keys.id ?? always ?? notCompilable('rows without a key');
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

/** The rows between two places, which are conditions on their values; to go on from a row is left to Prisma. */
function placesSql(builder: SqlBuilder, model: string, table: string, cursor: unknown): string | null {
  if (cursor === undefined) return null;
  return isCursorRange(cursor) ? whereSql(builder, { model, table }, cursor) : notCompilable('a row as a cursor');
}

/** Order, places, `skip` and `take` of a read. A negative `take` counts from the end: read backwards, to be turned round. */
export function pageSql(builder: SqlBuilder, { model, table, args }: List): Page {
  const { orderBy, cursor, skip, take } = args;
  for (const each of [skip, take]) if (each !== undefined && !isCount(each)) return notCompilable('a page size');
  const isPaged = cursor !== undefined || skip !== undefined || take !== undefined;
  const asked = ranks(builder, model, table, orderBy);
  // Where rows tie, Prisma leaves their order open; a page needs one, so that the next does not repeat it.
  const left = isPaged ? keyOf(model).filter((name) => !asked.some(({ column }) => column === name)) : [];
  const full = [...asked, ...left.flatMap((name) => ranks(builder, model, table, { [name]: 'asc' }))];
  const isReversed = isCount(take) && take < 0;
  const order = isReversed ? full.map(reversed) : full;
  return {
    condition: placesSql(builder, model, table, cursor),
    suffix: [
      order.length > 0 ? ` ORDER BY ${order.map(rankSql).join(', ')}` : '',
      isCount(take) ? ` LIMIT ${builder.value(Math.abs(take))}::bigint` : '',
      isCount(skip) && skip > 0 ? ` OFFSET ${builder.value(skip)}::bigint` : '',
    ].join(''),
    isReversed,
  };
}
