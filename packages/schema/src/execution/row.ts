/** Thrown where a row turns out not to hold what its field shows: the document is left to graphql-js from then on. */
export class NotInTheRow extends Error {
  override readonly name = 'NotInTheRow';
}

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** Refuses what stands for a value without being one: resolvers, and rules, also return errors. */
export function assertResolved(value: unknown): void {
  if (value instanceof Error) throw value;
  if (isPromise(value)) throw new NotInTheRow();
}
