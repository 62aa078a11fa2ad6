import type { FieldNullability, InputFieldMap, InputShapeFromFields, SchemaTypes, TypeParam } from '@pothos/core';
import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';

/** How many there are of what the whole city shares, when a request is measured. */
export type CityCounts = { readonly agencies: number; readonly libraryRisks: number };

/**
 * The most items that a list can have: for each object with the list and, where known, for all of them under one parent; or as many as
 * requested, such as the edges of a page.
 */
export type MostItems = number | 'ASKED' | { readonly each: number; readonly all: number; readonly of: string };

/**
 * The most items of a list. It may depend only on numbers, booleans and the lengths of lists among the arguments: costs are cached for
 * requests that are alike in these.
 */
export type ListSize<Args> = MostItems | ((args: Args, cityCounts: CityCounts) => MostItems);

/** What a value costs: always the same, or by the objects that the filters of the operation hold, where the value repeats them. */
export type Weight = number | ((objectsOfFilters: number) => number);

declare global {
  export namespace PothosSchemaTypes {
    interface FieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      ParentShape = unknown,
      Type extends TypeParam<Types> = TypeParam<Types>,
      Nullable extends FieldNullability<Type> = FieldNullability<Type>,
      Args extends InputFieldMap = InputFieldMap,
      ResolveShape = unknown,
      ResolveReturnShape = unknown,
    > {
      /** The most items of a list that is no page: every such list needs it. On an object: the size of its lists that are 'ASKED'. */
      listSize?: ListSize<InputShapeFromFields<Args>>;
      /** What a much larger value costs. */
      weight?: Weight;
    }
  }
}

type Field = GraphQLField<unknown, unknown>;
type Options = { readonly listSize?: ListSize<Readonly<Record<string, unknown>>>; readonly weight?: Weight };

const isOptions = (value: unknown): value is Options => typeof value === 'object' && value !== null;

const optionsOf = ({ extensions: { pothosOptions } }: Field): Options =>
  isOptions(pothosOptions) ? pothosOptions : {};

export const isList = ({ type }: Field): boolean => isListType(getNullableType(type));

/** A connection has both: its size is asked for. */
export const isPaged = ({ args }: Field): boolean =>
  ['first', 'last'].every((name) => args.some((arg) => arg.name === name));

export function weightOf(field: Field, objectsOfFilters: number): number | undefined {
  const { weight } = optionsOf(field);
  return typeof weight === 'function' ? weight(objectsOfFilters) : weight;
}

/** The most items of a list; undefined where nothing says it. */
export function mostItems(
  field: Field,
  args: Readonly<Record<string, unknown>>,
  cityCounts: CityCounts,
): MostItems | undefined {
  const { listSize = valuesOf(field) } = optionsOf(field);
  return typeof listSize === 'function' ? listSize(args, cityCounts) : listSize;
}

/** A list of enum values names each of them once. */
function valuesOf({ type }: Field): number | undefined {
  const named = getNamedType(type);
  return isEnumType(named) ? named.getValues().length : undefined;
}

/** Refuses a schema with a list of unknown length: its cost could not be estimated. */
export function assertListSizes(schema: GraphQLSchema): GraphQLSchema {
  const unbounded = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isList(field) && (optionsOf(field).listSize ?? valuesOf(field)) === undefined)
        .map((field) => `${type.name}.${field.name}`),
    );
  if (unbounded.length > 0) throw new Error(`Give these lists a listSize: ${unbounded.join(', ')}`);
  return schema;
}
