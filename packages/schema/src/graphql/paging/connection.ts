import { models } from '@registry/prisma/generated/model.ts';
import type { ListOrder, Order, Place, Rank } from '../filters/rank.logic.ts';
import { byOwnWords, type Searched, searchedRows } from '../filters/search.ts';
import { conditionsOf } from '../filters/shape.ts';
import type { Shape, Where } from '../filters/where.logic.ts';
import { keysetCondition, type Side } from './keyset.logic.ts';
import type { Between } from './read-cursors.ts';

type Direction = Order['direction'];

/** The arguments that every list of records takes besides its page. */
export type ListArguments = {
  readonly where?: Where | null;
  readonly search?: string | null;
  readonly orderBy?: readonly Order[] | null;
  /** The places between which the page lies, as the cursors named them. */
  readonly between?: Between<Place>;
  /** Whether cursors of its rows may be asked for. */
  readonly showsCursors?: boolean;
};

export type ListPolicy = {
  /** The model of its rows; its cursors carry the name. */
  readonly model: string;
  /** Whose words `search` looks into, where it is not the rows' own. */
  readonly searched?: Searched;
  /** The default order. */
  readonly defaultOrder: Readonly<Record<string, Direction>>;
  /** The meaning of its filter's fields. */
  readonly shape: Shape;
};

/** What a search asks for. A text without a word finds nothing rather than everything. */
function searchConditions(search: string | null | undefined, policy: ListPolicy): Where {
  if (search === null || search === undefined) return {};
  const { model, searched = byOwnWords, shape } = policy;
  return searchedRows(search, model, searched) ?? shape.nothing;
}

/** Rows without a value come last, whatever the direction, unless it is said otherwise. */
function rankOf({ model }: ListPolicy, { field: column, direction, nulls }: Order): Rank {
  const facts = models[model]?.columns[column];
  if (!facts) throw new Error(`${model} has no column ${column} to order by.`);
  const { type, isRequired, values } = facts;
  return { column, type, isRequired, values, direction, nulls: nulls ?? 'last' };
}

function makeOrder(orders: readonly Order[], policy: ListPolicy): ListOrder {
  const ranks = new Map<string, Rank>();
  for (const order of [...orders, { field: 'id', direction: 'asc' as const }])
    if (!ranks.has(order.field)) ranks.set(order.field, rankOf(policy, order));
  return { list: policy.model, ranks: [...ranks.values()] };
}

const defaultOrders = new WeakMap<ListPolicy, ListOrder>();

function defaultOrderOf(policy: ListPolicy): ListOrder {
  const orders = Object.entries(policy.defaultOrder).map(([field, direction]) => ({ field, direction }));
  const known = defaultOrders.get(policy) ?? makeOrder(orders, policy);
  defaultOrders.set(policy, known);
  return known;
}

/** The order of a list; the id breaks every tie, so that pages never overlap. */
export function orderOf({ orderBy }: ListArguments, policy: ListPolicy): ListOrder {
  if (!orderBy || orderBy.length === 0) return defaultOrderOf(policy);
  return makeOrder(orderBy, policy);
}

/** The rows between the places of a page; nothing where it begins and ends with the list. */
function rowsBetween(order: ListOrder, places: Between<Place> = {}): { cursor?: Where } {
  const sides: readonly Side[] = ['after', 'before'];
  const bounds = sides.flatMap((side) => (places[side] ? [keysetCondition(order, places[side], side)] : []));
  return bounds.length > 0 ? { cursor: { AND: bounds } } : {};
}

/**
 * The Prisma query for the arguments of a list. The cursors' condition is kept apart from `where`, since the count of all ignores it. Where
 * cursors are requested, the columns of the order are selected, of which they are made.
 */
export function pageQuery(args: ListArguments, policy: ListPolicy) {
  const order = orderOf(args, policy);
  const filters = [conditionsOf(args.where, policy.shape), searchConditions(args.search, policy)].filter(
    (filter) => Object.keys(filter).length > 0,
  );
  return {
    where: filters.length > 0 ? { AND: filters } : {},
    orderBy: order.ranks.map(({ column, isRequired, direction, nulls }) => ({
      [column]: isRequired ? direction : { sort: direction, nulls },
    })),
    select: args.showsCursors ? Object.fromEntries(order.ranks.map(({ column }) => [column, true as const])) : {},
    ...rowsBetween(order, args.between),
  };
}

/** The same as Pothos' types know it: they have a row where cursors are places, and no selection. */
export type ListQuery = Pick<ReturnType<typeof pageQuery>, 'where' | 'orderBy'>;

export const listQuery = (args: ListArguments, policy: ListPolicy): ListQuery => pageQuery(args, policy);
