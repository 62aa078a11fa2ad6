import { invalidInput } from './errors.ts';
import type { Order } from './inputs.ts';
import { searchFilter, searchProblems } from './search.logic.ts';
import { conditionsOf } from './shape.ts';
import type { Shape, Where } from './where.logic.ts';

/** The arguments that every list of records takes besides its page. */
export type ListArguments = {
  readonly where?: Where | null;
  readonly search?: string | null;
  readonly orderBy?: readonly Order[] | null;
};

export type ListPolicy = {
  /** Columns that `search` looks into, where a list can be searched. */
  readonly searched?: readonly string[];
  /** The order when none is asked for. */
  readonly defaultOrder: Readonly<Record<string, unknown>>;
  /** Columns that may be null: rows without a value come last, whatever the direction. */
  readonly nullable?: readonly string[];
  /** What the fields of its filter mean. */
  readonly shape: Shape;
};

/** What a search asks for. A text without a word finds nothing: nobody meant everything by it. */
function searchConditions(search: string | null | undefined, { searched = [], shape }: ListPolicy): Where {
  if (search === null || search === undefined) return {};
  const problems = searchProblems(search);
  if (problems.length > 0) throw invalidInput(...problems);
  return searchFilter(search, searched) ?? shape.nothing;
}

/** The part of a Prisma query that the arguments of a list ask for; the id breaks every tie, so that pages never overlap. */
export function listQuery({ where, search, orderBy }: ListArguments, policy: ListPolicy) {
  const orders = (orderBy ?? []).map(({ field, direction }) => ({
    [field]: policy.nullable?.includes(field) ? { sort: direction, nulls: 'last' } : direction,
  }));
  const filters = [conditionsOf(where, policy.shape), searchConditions(search, policy)].filter(
    (filter) => Object.keys(filter).length > 0,
  );
  return {
    where: filters.length > 0 ? { AND: filters } : {},
    orderBy: [...(orders.length > 0 ? orders : [policy.defaultOrder]), { id: 'asc' as const }],
  };
}
