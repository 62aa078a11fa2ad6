import type { RegistryError } from '../base/errors.ts';

/** A document that a request runs besides its own operation, with the values of its variables. */
export type NestedQuery = { readonly document: string; readonly variables: Readonly<Record<string, unknown>> };

/** How often what a document answers is sent: under each name that the request has for it. */
export type SentTimes = { readonly data: number; readonly errors: number };

/** What it answered, as a request of its own would have been; errors are in the language of the request. */
export type NestedAnswer = { readonly data: unknown; readonly errors: readonly object[]; readonly cost: number };

/** What a document is that a front end registers. */
export type DescribedDocument = {
  readonly operationName: string;
  readonly kind: 'QUERY' | 'MUTATION' | 'SUBSCRIPTION';
  /** The fields of the schema that it asks for, as `Type.field`. */
  readonly usesFields: string[];
  /** What it costs with the largest pages; null where that is not known. */
  readonly cost: number | null;
};

/** Runs documents within a request as the one who asks, by the same rules and limits. */
export type NestedQueries<Context> = {
  /** Everything for which a document would be refused; a variable without a value is not among it. */
  faultsOf(query: NestedQuery, context: Context): Promise<readonly RegistryError[]>;
  /** What a document is that is to be registered; or everything for which it may not be. */
  describe(document: string, context: Context): Promise<DescribedDocument | readonly RegistryError[]>;
  /** Throws the refusal where it may not run. What it costs is added to what the request costs, as often as its answer is sent. */
  run(query: NestedQuery, sent: SentTimes, context: Context): Promise<NestedAnswer>;
};
