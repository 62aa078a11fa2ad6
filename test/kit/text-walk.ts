import { encodeGlobalId } from '@registry/schema/core/global-id.logic.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { scalars } from './mutation-walk.ts';

/** A place of a mutation's input that takes a value of some kind: how it is called, and a request that says it there. */
export type InputPlace = {
  readonly mutation: string;
  readonly path: string;
  /** Description of the field. */
  readonly description: string;
  readonly inputType: string;
  readonly request: (value: unknown) => { query: string; variables: { input: unknown } };
};

const someId = '00000000-0000-7000-8000-00000000abcd';

function idOf(field: GraphQLInputField): string {
  const targets: unknown = field.extensions.relayGlobalIDFor;
  const [target] = Array.isArray(targets) ? targets : [];
  return encodeGlobalId(String(target?.typename ?? 'Risk'), someId);
}

const isNeeded = (field: GraphQLInputField): boolean => isNonNullType(field.type) && field.defaultValue === undefined;

function neededValue(field: GraphQLInputField): unknown {
  const named = getNamedType(field.type);
  const value = isInputObjectType(named)
    ? neededFields(named)
    : isEnumType(named)
      ? named.getValues()[0]?.name
      : named.name === 'ID'
        ? idOf(field)
        : scalars[named.name];
  return isListType(getNullableType(field.type)) ? [value] : value;
}

/** What an input must say. */
const neededFields = (type: GraphQLInputObjectType): Record<string, unknown> =>
  Object.fromEntries(
    Object.values(type.getFields())
      .filter(isNeeded)
      .map((field) => [field.name, neededValue(field)]),
  );

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
    const at = (value: unknown) => ({ ...neededFields(type), [field.name]: isList ? [value] : value });
    const named: GraphQLInputType = getNamedType(field.type);
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
export function inputPlaces(scalar: string): InputPlace[] {
  return Object.values(unguardedSchema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
    const type = field.args[0] && getNamedType(field.args[0].type);
    if (!isInputObjectType(type)) throw new Error(`${field.name} takes no input.`);
    const query = `mutation ($input: ${type.name}!) { ${field.name}(input: $input) { __typename } }`;
    return placesOf(type, scalar).map(({ path, description, say }) => ({
      mutation: field.name,
      inputType: type.name,
      path,
      description,
      request: (value) => ({ query, variables: { input: say(value) } }),
    }));
  });
}
