import type { GraphQLInputObjectType } from 'graphql';
import { type IdSlot, idTypesOf, isNeeded, type MutationAt, sampleInput } from '../kit/sample-input.ts';

/** What acts are given besides what `sampleInput` gives, so that nothing but the record stands in the way. */
export type More = Readonly<Record<string, object>>;

/** The field of an input that names the record which an act is done on. */
export const recordField = (input: GraphQLInputObjectType, type: string): string | undefined =>
  Object.values(input.getFields()).find((field) => isNeeded(field) && idTypesOf(field)?.includes(type))?.name;

type Asked = {
  readonly type: string | null;
  readonly record: string | null;
  readonly version: number;
  /** A record of a type that the doer may name. */
  readonly some: (type: string) => string;
  readonly more: More;
};

/** A valid input of an act on a record. */
export function givenTo({ name, input }: MutationAt, { type, record, version, some, more }: Asked): object {
  const field = type === null ? undefined : recordField(input, type);
  const idOf = ({ path, types: [first = ''] }: IdSlot) => (path === field && record ? record : some(first));
  const given = sampleInput(input, { fills: isNeeded, idOf });
  return { ...given, ...('expectedVersion' in given ? { expectedVersion: version } : {}), ...more[name] };
}
