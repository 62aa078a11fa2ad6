import { type GraphQLField, getNamedType, getNullableType, isLeafType, isListType } from 'graphql';
import type { Context } from './context.ts';

/** How many parts a record has in a list of its own, where a field does not say otherwise. */
const PARTS = 5;

type Paged = { readonly first?: number | null; readonly last?: number | null };

/** The cost of a list that holds about so many objects. */
export const objects = (count: number) => ({ field: count, multiplier: count });

/** The cost of a field: one for every object it can return; values inside an object are free. */
export function costOf(
  args: Paged,
  _context: Context,
  field: GraphQLField<unknown, Context, Record<string, unknown>>,
): { field: number; multiplier: number } {
  if (isLeafType(getNamedType(field.type))) return { field: 0, multiplier: 1 };
  const page = args.first ?? args.last;
  if (page) return { field: 1, multiplier: page };
  return objects(isListType(getNullableType(field.type)) ? PARTS : 1);
}
