/** What a list is ordered by, in the words of a client. */
export type Order = {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
  /** Where records without a value stand; as the list has it, if it is not said. */
  readonly nulls?: 'first' | 'last' | null;
};

/** One column of an order: what its values are, which way they go, and where rows without a value stand. */
export type Rank = {
  readonly column: string;
  /** The type of its values as Prisma names it; every enum is an `Enum`. */
  readonly type: string;
  readonly isRequired: boolean;
  /** The values of an enum in the order of the database; empty for every other type. */
  readonly values: readonly string[];
  readonly direction: Order['direction'];
  readonly nulls: 'first' | 'last';
};

/** The order of a list, with the name of the list. The last rank is unique. */
export type ListOrder = { readonly list: string; readonly ranks: readonly Rank[] };

/** A place between rows: a value for each rank. No row needs to be there. */
export type Place = readonly unknown[];
