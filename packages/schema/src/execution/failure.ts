import { type GraphQLError, isListType, isNonNullType, locatedError } from 'graphql';
import type { AskedField, ValuePlan } from './execution-plan.ts';
import type { Copy, FieldCall } from './field-call.ts';

/** A value that could not be had: where, and why. */
export type Failure = {
  readonly error: GraphQLError;
  readonly call: FieldCall<AskedField>;
  /** The places in lists on the way to it, from the outermost on. */
  readonly indices: readonly number[];
};

export const failureAt = (call: FieldCall<AskedField>, indices: readonly number[], cause: unknown): Failure => ({
  error: locatedError(cause, call.asked.nodes, pathOf(call, indices)),
  call,
  indices,
});

/** The fields from the root to one, each with its places in the lists that it consists of. */
function fieldsFromRoot(
  call: FieldCall<AskedField>,
  indices: readonly number[],
): (readonly [AskedField, readonly number[]])[] {
  const fields: AskedField[] = [];
  for (let each: FieldCall<AskedField> | undefined = call; each; each = each.above) fields.unshift(each.asked);
  let used = 0;
  return fields.map((asked) => {
    const own = indices.slice(used, asked === call.asked ? undefined : used + listsIn(asked));
    used += own.length;
    return [asked, own] as const;
  });
}

/** How many lists inside each other a field returns. */
function listsIn({ field }: AskedField): number {
  let count = 0;
  for (let { type } = field; isNonNullType(type) || isListType(type); type = type.ofType)
    if (isListType(type)) count += 1;
  return count;
}

const pathOf = (call: FieldCall<AskedField>, indices: readonly number[]): (string | number)[] =>
  fieldsFromRoot(call, indices).flatMap(([{ key }, own]) => [key, ...own]);

/** A place in the answer, which may be emptied. */
type Place = { readonly holder: Record<string | number, unknown>; readonly key: string | number };

const isHolder = (value: unknown): value is Place['holder'] => typeof value === 'object' && value !== null;

/**
 * Puts null where a failure leaves no value: in its own place or, where a value is required, in the nearest nullable place around it.
 * Returns false when an earlier failure already emptied that place: then no second error is reported.
 */
function nullOut(root: { data: Copy | null }, { call, indices }: Failure): boolean {
  let place: Place = { holder: root, key: 'data' };
  let nullable = place;
  const enter = (key: string | number, { isNullable }: ValuePlan): boolean => {
    const holder = place.holder[place.key];
    if (!isHolder(holder)) return false;
    place = { holder, key };
    if (isNullable) nullable = place;
    return true;
  };
  for (const [asked, own] of fieldsFromRoot(call, indices)) {
    let plan = asked.value;
    if (!enter(asked.key, plan)) return false;
    for (const index of own) {
      if (plan.kind !== 'LIST') return false;
      plan = plan.item;
      if (!enter(index, plan)) return false;
    }
  }
  nullable.holder[nullable.key] = null;
  return true;
}

/** The answer with its failures, as graphql-js would give it. */
export function answerWith(data: Copy, failures: readonly Failure[]) {
  const root: { data: Copy | null } = { data };
  const errors = failures.filter((failure) => nullOut(root, failure)).map(({ error }) => error);
  return errors.length > 0 ? { errors, data: root.data } : { data };
}
