import { unguardedSchema } from '@registry/schema/schema.ts';
import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A place in a mutation's input that takes the id of a record, the field of an input type that it is, and the types it may be of. */
export type IdSlot = {
  readonly path: string;
  readonly field: string;
  readonly types: readonly string[];
  readonly isList: boolean;
};

/** What to give for an id at a place. */
export type IdOf = (slot: IdSlot) => string;

export type MutationForm = {
  readonly name: string;
  readonly inputType: string;
  readonly slots: readonly IdSlot[];
  /** The paths of its lists, ids and inputs alike; each is given one entry. */
  readonly lists: ReadonlySet<string>;
  /** The mutation with an input in which everything that must be given is given, and every id. */
  readonly request: (idOf: IdOf) => { query: string; variables: { input: unknown } };
};

/** A value of each scalar that an input may hold. */
export const scalars: Readonly<Record<string, unknown>> = {
  String: 'ทดสอบ',
  Int: 1,
  Boolean: false,
  Date: '2026-12-01',
  DateTime: '2026-12-01T09:00:00+07:00',
  Decimal: '1.00',
  FiscalYear: 2570,
};

/** Where any value of the type would be refused before the ids are looked at. */
const byName: Readonly<Record<string, unknown>> = { year: 2569 };

const typesOf = (field: GraphQLInputField): readonly string[] | null => {
  const targets: unknown = field.extensions.relayGlobalIDFor;
  if (!field.extensions.isRelayGlobalID) return null;
  return Array.isArray(targets) ? targets.map(({ typename }) => String(typename)) : [];
};

function inputObject(
  type: GraphQLInputObjectType,
  idOf: IdOf,
  path: string,
  lists = new Set<string>(),
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of Object.values(type.getFields())) {
    const place = path ? `${path}.${field.name}` : field.name;
    const isNeeded = isNonNullType(field.type) && field.defaultValue === undefined;
    if (!isNeeded && !takesIds(field, new Set())) continue;
    const named = getNamedType(field.type);
    const types = typesOf(field);
    const isList = isListType(getNullableType(field.type));
    if (isList) lists.add(place);
    const value = types
      ? idOf({ path: place, field: `${type.name}.${field.name}`, types, isList })
      : isInputObjectType(named)
        ? inputObject(named, idOf, place, lists)
        : isEnumType(named)
          ? named.getValues()[0]?.name
          : (byName[field.name] ?? scalars[named.name]);
    if (value === undefined)
      throw new Error(`Say in test/kit/mutation-walk.ts what to give for ${place}: ${named.name}.`);
    input[field.name] = isList ? [value] : value;
  }
  return input;
}

function takesIds(field: GraphQLInputField, seen: Set<string>): boolean {
  if (typesOf(field)) return true;
  const named = getNamedType(field.type);
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some((each) => takesIds(each, seen));
}

/** Every mutation of the schema. */
export function mutationForms(): MutationForm[] {
  const mutations = unguardedSchema.getMutationType()?.getFields() ?? {};
  return Object.values(mutations).map((field) => {
    const [argument] = field.args;
    const inputType = argument && getNamedType(argument.type);
    const payload = getNamedType(field.type);
    if (!isInputObjectType(inputType) || !isObjectType(payload)) throw new Error(`${field.name} takes no input.`);
    const slots: IdSlot[] = [];
    const noted = (slot: IdSlot) => {
      slots.push(slot);
      return '';
    };
    const lists = new Set<string>();
    inputObject(inputType, noted, '', lists);
    return {
      name: field.name,
      inputType: inputType.name,
      slots,
      lists,
      request: (idOf) => ({
        query: `mutation ($input: ${inputType.name}!) { ${field.name}(input: $input) { __typename } }`,
        variables: { input: inputObject(inputType, idOf, '') },
      }),
    };
  });
}
