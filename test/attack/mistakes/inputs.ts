import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { wrongLists, wrongValues } from './values.ts';

/** A request with one wrong value in it, and the place where it stands. */
export type WrongInput = {
  readonly place: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
};

const DEPTH_MAX = 4;

const plain: Readonly<Record<string, unknown>> = {
  String: 'ทดสอบ',
  ID: Buffer.from('Risk:0190a5c4-1111-7000-8000-000000000001').toString('base64'),
  Int: 1,
  Float: 1,
  Boolean: false,
  Date: '2026-12-01',
  DateTime: '2026-12-01T09:00:00+07:00',
  Decimal: '1.00',
  FiscalYear: 2569,
};

const isNeeded = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField): boolean =>
  isNonNullType(type) && defaultValue === undefined;

/** A value that the type takes, with what must be given and nothing else. */
function plainValue(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [plainValue(nullable.ofType)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (!isInputObjectType(nullable)) return plain[nullable.toString()] ?? 'x';
  const needed = Object.values(nullable.getFields()).filter(isNeeded);
  return Object.fromEntries(needed.map((field) => [field.name, plainValue(field.type)]));
}

type Wrong = { readonly place: string; readonly value: unknown };

/** The type's value with one thing wrong in it, for every thing in it that was not met elsewhere, to a depth. */
function* wrongOf(type: GraphQLInputType, place: string, depth: number, seen: Set<string>): Generator<Wrong> {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    for (const value of wrongLists) yield { place, value };
    for (const { place: inside, value } of wrongOf(nullable.ofType, `${place}[0]`, depth, seen))
      yield { place: inside, value: [value] };
    return;
  }
  const kind = isEnumType(nullable) ? 'enum' : isInputObjectType(nullable) ? 'object' : 'scalar';
  for (const value of wrongValues(getNamedType(type).toString(), kind)) yield { place, value };
  if (!isInputObjectType(nullable) || depth === 0) return;
  const needed = plainValue(nullable);
  for (const field of Object.values(nullable.getFields())) {
    const name = `${nullable.name}.${field.name}`;
    if (seen.has(name)) continue;
    seen.add(name);
    for (const wrong of wrongOf(field.type, `${place}.${field.name}`, depth - 1, seen))
      yield {
        place: wrong.place,
        value: { ...(typeof needed === 'object' ? needed : {}), [field.name]: wrong.value },
      };
  }
}

const selectionOf = (field: GraphQLField<unknown, unknown>): string =>
  isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';

function* wrongFor(
  operation: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  seen: Set<string>,
): Generator<WrongInput> {
  const isPaged = field.args.some(({ name }) => name === 'first');
  for (const argument of field.args) {
    const given = field.args.filter(
      (each) => each === argument || isNeeded(each) || (isPaged && each.name === 'first'),
    );
    const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
    const query = `${operation} (${declared}) { ${field.name}(${passed}) ${selectionOf(field)} }`;
    const others = Object.fromEntries(given.map(({ name, type }) => [name, plainValue(type)]));
    for (const { place, value } of wrongOf(argument.type, `${field.name}(${argument.name})`, DEPTH_MAX, seen))
      yield { place, query, variables: { ...others, [argument.name]: value } };
  }
}

/** Every argument and every field of every input of the schema, with each wrong value in its place. */
export function* wrongInputs(schema: GraphQLSchema): Generator<WrongInput> {
  const seen = new Set<string>();
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) yield* wrongFor('query', field, seen);
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {}))
    yield* wrongFor('mutation', field, seen);
}
