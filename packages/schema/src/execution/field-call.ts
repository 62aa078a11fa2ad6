import type { GraphQLResolveInfo } from 'graphql';
import type { AskedField } from './execution-plan.ts';

export type Copy = Record<string, unknown>;

/** A field at its place in one execution: what its resolver is called with, for every row. */
export type FieldCall<Asked extends AskedField> = {
  readonly asked: Asked;
  readonly args: Record<string, unknown>;
  readonly info: GraphQLResolveInfo;
  /** The field beneath which it is. */
  readonly above: FieldCall<AskedField> | undefined;
  /** Why its arguments cannot be used. */
  readonly problem: { readonly error: unknown } | null;
};
