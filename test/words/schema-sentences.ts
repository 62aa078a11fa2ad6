import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { type Sentence, sentencesOf } from './sentence.ts';

/** What the schema says in Thai: the description of every type, field, argument and value. */
export function schemaSentences(schema: GraphQLSchema): Sentence[] {
  const found: Sentence[] = [];
  const add = (where: string, text: string | null | undefined) => found.push(...sentencesOf('schema', where, text));
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    add(type.name, type.description);
    if (isEnumType(type))
      for (const { name, description, deprecationReason } of type.getValues()) {
        add(`${type.name}.${name}`, description);
        add(`${type.name}.${name} (deprecated)`, deprecationReason);
      }
    if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        add(`${type.name}.${field.name}`, field.description);
        add(`${type.name}.${field.name} (deprecated)`, field.deprecationReason);
        if ('args' in field)
          for (const argument of field.args) add(`${type.name}.${field.name}(${argument.name}:)`, argument.description);
      }
  }
  return found;
}

/** Every name of a value in an enum: what programs call it, not people. */
export const enumNames = (schema: GraphQLSchema): ReadonlySet<string> =>
  new Set(
    Object.values(schema.getTypeMap())
      .filter(isEnumType)
      .filter((type) => !isIntrospectionType(type))
      .flatMap((type) => type.getValues().map(({ name }) => name)),
  );

const argumentsOf = (field: GraphQLField<unknown, unknown> | GraphQLInputField): string[] =>
  'args' in field ? field.args.map(({ name }) => name) : [];

/** Every name of a field, an argument and a mutation: sentences about them are told with what people call them. */
export const fieldNames = (schema: GraphQLSchema): ReadonlySet<string> =>
  new Set(
    Object.values(schema.getTypeMap()).flatMap((type) =>
      isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).flatMap((field) => [field.name, ...argumentsOf(field)])
        : [],
    ),
  );
