import fc from 'fast-check';
import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

export type Literals = {
  /** What stands for a scalar, as a client writes it. */
  readonly scalars: Readonly<Record<string, fc.Arbitrary<string>>>;
  /** How many fields of an input, and how many entries of a list, are given at most. */
  readonly insideMax: number;
};

/**
 * How many conditions have to stand inside each other at least: filters hold filters, of the same records and of related ones, and
 * without them every value has an end.
 */
function depthOf(type: GraphQLInputType): number {
  const named = getNamedType(type);
  const fields = isInputObjectType(named) ? named.getFields() : {};
  if (fields.some) return 2;
  return fields.and ? 1 : 0;
}

/** A value of an input type as a client writes it, with conditions inside each other to some depth. */
export function literal(type: GraphQLInputType, literals: Literals, depth: number): fc.Arbitrary<string> {
  const { scalars, insideMax } = literals;
  const inner = getNullableType(type);
  if (isListType(inner))
    return fc
      .array(literal(inner.ofType, literals, depth), { minLength: 1, maxLength: insideMax })
      .map((each) => `[${each.join(', ')}]`);
  const named = getNamedType(inner);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map(({ name }) => name));
  if (!isInputObjectType(named)) {
    const values = scalars[named.name];
    if (!values) throw new Error(`Say what to give for ${named.name}.`);
    return values;
  }
  const fields = Object.values(named.getFields());
  // An id would have to be asked for first, and one of another kind is refused.
  const offered = fields.filter(
    (field) => getNamedType(field.type).name !== 'IdFilter' && depthOf(field.type) <= Math.max(depth, 0),
  );
  const needed = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  return fc
    .subarray(offered, { minLength: 1, maxLength: Math.min(insideMax, offered.length) })
    .chain((chosen) =>
      fc.tuple(
        ...[...new Set([...needed, ...chosen])].map((field) =>
          literal(field.type, literals, depth - 1).map((value) => `${field.name}: ${value}`),
        ),
      ),
    )
    .map((parts) => `{${parts.join(', ')}}`);
}
