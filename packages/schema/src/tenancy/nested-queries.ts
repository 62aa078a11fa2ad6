import type { RegistryError } from '../base/errors.ts';

/** A document that a request runs besides its own operation, with the values of its variables. */
export type NestedQuery = { readonly document: string; readonly variables: Readonly<Record<string, unknown>> };

/** What it answered, as a request of its own would have been; errors are in the language of the request. */
export type NestedAnswer = { readonly data: unknown; readonly errors: readonly object[]; readonly cost: number };

/** Runs documents within a request as the one who asks, by the same rules and limits. */
export type NestedQueries<Context> = {
  /** Everything for which a document would be refused; a variable without a value is not among it. */
  faultsOf(query: NestedQuery, context: Context): Promise<readonly RegistryError[]>;
  /** Throws the refusal where it may not run. What it costs is added to what the request costs. */
  run(query: NestedQuery, context: Context): Promise<NestedAnswer>;
};
