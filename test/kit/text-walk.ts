import { encodeGlobalId } from '@registry/schema/core/global-id.logic.ts';
import { type GraphQLInputObjectType, getNamedType, getNullableType, isInputObjectType, isListType } from 'graphql';
import { everyMutation, type IdOf, isNeeded, sampleInput } from './sample-input.ts';

/** A place of a mutation's input that takes a value of some kind: how it is called, and a request that says it there. */
export type InputPlace = {
  readonly mutation: string;
  readonly path: string;
  /** Description of the field. */
  readonly description: string;
  readonly inputType: string;
  readonly request: (value: unknown) => { query: string; variables: { input: unknown } };
};

const someId: IdOf = ({ types: [type = 'Risk'] }) => encodeGlobalId(type, '00000000-0000-7000-8000-00000000abcd');

type Place = {
  readonly path: string;
  readonly description: string;
  readonly say: (value: unknown) => Record<string, unknown>;
};

function placesOf(type: GraphQLInputObjectType, scalar: string, above: readonly string[] = []): Place[] {
  if (above.includes(type.name)) return [];
  return Object.values(type.getFields()).flatMap((field): Place[] => {
    const isList = isListType(getNullableType(field.type));
    const name = isList ? `${field.name}[0]` : field.name;
    const needed = () => sampleInput(type, { fills: isNeeded, idOf: someId });
    const at = (value: unknown) => ({ ...needed(), [field.name]: isList ? [value] : value });
    const named = getNamedType(field.type);
    if (named.name === scalar) return [{ path: name, description: field.description ?? '', say: at }];
    if (!isInputObjectType(named)) return [];
    return placesOf(named, scalar, [...above, type.name]).map(({ path, description, say }) => ({
      path: `${name}.${path}`,
      description,
      say: (value) => at(say(value)),
    }));
  });
}

/** Every place of every mutation's input that takes a value of a scalar. */
export const inputPlaces = (scalar: string): InputPlace[] =>
  everyMutation().flatMap(({ name, input, query }) =>
    placesOf(input, scalar).map(({ path, description, say }) => ({
      mutation: name,
      inputType: input.name,
      path,
      description,
      request: (value) => ({ query, variables: { input: say(value) } }),
    })),
  );
