import type { ListOrder, Place, Rank } from '../filters/rank.logic.ts';

type Condition = Readonly<Record<string, unknown>>;
export type Side = 'after' | 'before';

/** Whether rows further on have greater values, and whether rows without one are among them. */
const wayOf = ({ direction, nulls }: Rank, side: Side) => ({
  isUp: (direction === 'asc') === (side === 'after'),
  nullsFollow: (nulls === 'last') === (side === 'after'),
});

/** Values beyond one, in the words of Prisma, which compares enums for equality only. */
function furtherValues({ column, values, type }: Rank, value: unknown, isUp: boolean): Condition | null {
  if (type !== 'Enum') return { [column]: { [isUp ? 'gt' : 'lt']: value } };
  const index = values.indexOf(String(value));
  const further = isUp ? values.slice(index + 1) : values.slice(0, index);
  return further.length > 0 ? { [column]: { in: further } } : null;
}

/** Rows that one rank alone puts beyond a value. */
function furtherBy(rank: Rank, value: unknown, side: Side): Condition[] {
  const { isUp, nullsFollow } = wayOf(rank, side);
  if (value === null) return nullsFollow ? [] : [{ [rank.column]: { not: null } }];
  const further = furtherValues(rank, value, isUp);
  const empty = nullsFollow && !rank.isRequired ? [{ [rank.column]: null }] : [];
  return [...(further ? [further] : []), ...empty];
}

/** What every row on this side has in the first rank: a range that an index can begin with, where there is one. */
function rangeOf(rank: Rank | undefined, value: unknown, side: Side): Condition[] {
  if (!rank?.isRequired || rank.type === 'Enum') return [];
  return [{ [rank.column]: { [wayOf(rank, side).isUp ? 'gte' : 'lte']: value } }];
}

const any = (conditions: readonly Condition[]): Condition =>
  conditions.length === 1 && conditions[0] ? conditions[0] : { OR: conditions };

/** Rows on one side of a place, whatever row is there now: beyond it in the first rank, or equal there and beyond it in the next. */
export function keysetCondition({ ranks }: ListOrder, place: Place, side: Side): Condition {
  const rows = ranks.reduceRight<Condition[]>((next, rank, index) => {
    const value = place[index];
    const same = next.length > 0 ? [{ AND: [{ [rank.column]: value }, any(next)] }] : [];
    return [...furtherBy(rank, value, side), ...same];
  }, []);
  const [first] = ranks;
  return { AND: [...rangeOf(first, place[0], side), any(rows)] };
}
