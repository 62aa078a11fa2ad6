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

export type MutationAt = { readonly name: string; readonly input: GraphQLInputObjectType; readonly query: string };

/** Every mutation of the schema, with the type of its input and a request that names it `$input`. */
export const everyMutation = (): MutationAt[] =>
  Object.values(unguardedSchema.getMutationType()?.getFields() ?? {}).map(({ name, args: [argument] }) => {
    const input = argument && getNamedType(argument.type);
    if (!isInputObjectType(input)) throw new Error(`${name} takes no input.`);
    return { name, input, query: `mutation ($input: ${input.name}!) { ${name}(input: $input) { __typename } }` };
  });

/** A value of each scalar that an input may hold. */
const scalars: Readonly<Record<string, unknown>> = {
  String: 'ทดสอบ',
  Int: 1,
  Boolean: false,
  Date: '2026-12-01',
  DateTime: '2026-12-01T09:00:00+07:00',
  Decimal: '1.00',
  FiscalYear: 2570,
  JSON: {},
};

/** Where any value of the type would be refused before the ids are looked at. */
const byName: Readonly<Record<string, unknown>> = {
  year: 2569,
  document: '{ viewer { role } }',
  agencyCode: 'SAMPLE-1',
};

/** A value of an enum of which most are for some roles alone. */
const ofEnum: Readonly<Record<string, unknown>> = { Role: 'AGENCY_ADMIN' };

export const isNeeded = (field: GraphQLInputField): boolean =>
  isNonNullType(field.type) && field.defaultValue === undefined;

/** The types of records whose ids a field takes, none for any; null for a field that takes no ids. */
export const idTypesOf = ({ extensions }: GraphQLInputField): readonly string[] | null => {
  const targets: unknown = extensions.relayGlobalIDFor;
  if (!extensions.isRelayGlobalID) return null;
  return Array.isArray(targets) ? targets.map(({ typename }) => String(typename)) : [];
};

type Asked = {
  /** Which fields are filled. */
  readonly fills: (field: GraphQLInputField) => boolean;
  readonly idOf: IdOf;
  /** Called with the path of every list, which gets one entry. */
  readonly onList?: (path: string) => void;
};

/** An input with a value in every field that is to be filled. */
export function sampleInput(type: GraphQLInputObjectType, asked: Asked, above = ''): Record<string, unknown> {
  const filled = Object.values(type.getFields()).filter(asked.fills);
  return Object.fromEntries(filled.map((field) => [field.name, sampleValue(type, field, asked, above)]));
}

function sampleValue(type: GraphQLInputObjectType, field: GraphQLInputField, asked: Asked, above: string): unknown {
  const path = above ? `${above}.${field.name}` : field.name;
  const named = getNamedType(field.type);
  const types = idTypesOf(field);
  const isList = isListType(getNullableType(field.type));
  if (isList) asked.onList?.(path);
  const value = types
    ? asked.idOf({ path, field: `${type.name}.${field.name}`, types, isList })
    : isInputObjectType(named)
      ? sampleInput(named, asked, path)
      : isEnumType(named)
        ? (ofEnum[named.name] ?? named.getValues()[0]?.name)
        : (byName[field.name] ?? scalars[named.name]);
  if (value === undefined) throw new Error(`Say in test/kit/sample-input.ts what to give for ${path}: ${named.name}.`);
  return isList ? [value] : value;
}
