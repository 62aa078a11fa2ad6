import { declaredActs } from '@registry/schema/graphql/acts/declared-acts.ts';
import type { GraphQLInputObjectType } from 'graphql';
import { everyMutation, idTypesOf, isNeeded, type MutationAt } from '../kit/sample-input.ts';

/** An act as it is tried: on a record that its input names, in the agency in which the account acts, or on no record. */
export type Tried = {
  readonly name: string;
  readonly mutation: MutationAt;
  /** The type of the record; null for an act on none. */
  readonly type: string | null;
  /** The field of the input that names the record; absent where the account's own agency is meant. */
  readonly field: string | undefined;
};

/** The field of an input that names the record which an act is done on. */
const recordField = (input: GraphQLInputObjectType, type: string): string | undefined =>
  Object.values(input.getFields()).find((field) => isNeeded(field) && idTypesOf(field)?.includes(type))?.name;

const mutations = new Map(everyMutation().map((each) => [each.name, each]));

/** Every act on one record, or on none. */
export const everyAct: readonly Tried[] = [...declaredActs].flatMap(([name, { on, manyOf }]) => {
  const mutation = mutations.get(name);
  if (!mutation || manyOf !== null) return [];
  const type = on.on;
  return [{ name, mutation, type, field: type === null ? undefined : recordField(mutation.input, type) }];
});

/** The types that acts are done on; null for none. */
export const everyType: readonly (string | null)[] = [...new Set(everyAct.map(({ type }) => type))].sort();
