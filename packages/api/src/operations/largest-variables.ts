import { PAGE_MAX } from '@registry/schema/graphql/limits.ts';
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** What stands for a value of a built-in scalar: of a number the largest page, so that lists are measured at their largest. */
const ofScalar: Readonly<Record<string, unknown>> = { Int: PAGE_MAX, Float: 1, Boolean: true, String: 'x', ID: 'x' };

function largestOf(type: GraphQLInputType): unknown {
  const known = getNullableType(type);
  if (isListType(known)) return [largestOf(known.ofType)];
  if (isEnumType(known)) return known.getValues()[0]?.name;
  if (!isInputObjectType(known)) return ofScalar[known.name];
  const needed = Object.values(known.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(needed.map((field) => [field.name, largestOf(field.type)]));
}

/** Values for the variables of an operation with which its pages are as large as they may be: of those that must be given, and of all numbers. */
export function largestVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    const known: GraphQLInputType | undefined = typeFromAST(schema, type) as GraphQLInputType | undefined;
    if (!known) continue;
    const isNumber = String(getNullableType(known)) === 'Int';
    if (isNumber || (isNonNullType(known) && defaultValue === undefined))
      values[variable.name.value] = largestOf(known);
  }
  return values;
}
