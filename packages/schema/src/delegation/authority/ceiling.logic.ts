/** An exact amount of baht. `Prisma.Decimal` is one; floating point is not. */
export type Amount<A> = {
  lessThan(other: A): boolean;
  toFixed(decimals: number): string;
};

/** The most that a power may be used for; null without a ceiling. */
export type Ceiling<A> = A | null;

export const isLower = <A extends Amount<A>>(one: Ceiling<A>, other: Ceiling<A>): boolean =>
  one !== null && (other === null || one.lessThan(other));

export const lowest = <A extends Amount<A>>(one: Ceiling<A>, other: Ceiling<A>): Ceiling<A> =>
  isLower(other, one) ? other : one;
