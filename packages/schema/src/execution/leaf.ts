import { GraphQLBoolean, GraphQLID, GraphQLInt, type GraphQLLeafType, GraphQLString, isEnumType } from 'graphql';
import { assertResolved } from './row.ts';

export type Serialize = (value: unknown) => unknown;

/** Values of the built-in types that `serialize` returns unchanged. */
const unchanged: ReadonlyMap<unknown, (value: unknown) => boolean> = new Map<unknown, (value: unknown) => boolean>([
  [GraphQLString.serialize, (value) => typeof value === 'string'],
  [GraphQLID.serialize, (value) => typeof value === 'string'],
  [GraphQLBoolean.serialize, (value) => typeof value === 'boolean'],
  [GraphQLInt.serialize, (value) => typeof value === 'number' && (value | 0) === value],
]);

/** Serializes as the type does, without asking it where the outcome is known. */
export function serializerOf(type: GraphQLLeafType): Serialize {
  const serialize: Serialize = (value) => {
    assertResolved(value);
    const serialized = type.serialize(value);
    if (serialized === null || serialized === undefined) throw new TypeError(`${type.name} has no such value.`);
    return serialized;
  };
  if (isEnumType(type)) {
    const names = new Map(type.getValues().map(({ value, name }) => [value, name]));
    return (value) => names.get(value) ?? serialize(value);
  }
  const isUnchanged = unchanged.get(type.serialize);
  return isUnchanged ? (value) => (isUnchanged(value) ? value : serialize(value)) : serialize;
}
