import { pagedListOf } from '@registry/schema/graphql/paging/paged-list.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { type GraphQLField, getNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql';

/** A list of the schema: the type and field that show it, the type of its rows, and what it can be ordered by. */
export type ListAt = {
  readonly parent: string;
  readonly field: string;
  readonly node: string;
  readonly orders: readonly string[];
};

const nodeOf = (field: GraphQLField<unknown, unknown>): string => {
  const connection = getNamedType(field.type);
  const edge = isObjectType(connection) ? getNamedType(connection.getFields().edges?.type) : undefined;
  return isObjectType(edge) ? (getNamedType(edge.getFields().node?.type)?.name ?? '') : '';
};

function ordersOf(field: GraphQLField<unknown, unknown>): string[] {
  const input = getNamedType(field.args.find(({ name }) => name === 'orderBy')?.type);
  const column = isInputObjectType(input) ? getNamedType(input.getFields().field?.type) : undefined;
  return isEnumType(column) ? column.getValues().map(({ name }) => name) : [];
}

/** Every paged list of the schema. */
export const everyList: readonly ListAt[] = Object.values(unguardedSchema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => pagedListOf(field) !== null)
      .map((field) => ({ parent: type.name, field: field.name, node: nodeOf(field), orders: ordersOf(field) })),
  );

/** The lists of records, which can be ordered; all others are audit trails. */
export const recordLists = everyList.filter(({ orders }) => orders.length > 0);
