import { type GraphQLField, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { encodeGlobalId } from './global-id.logic.ts';

const id = 'รหัสอ้างอิงเดียวทั่วทั้งทะเบียน · Id, unique in the whole registry: pass it to `node`.';

/** What all types of records share: found by the id, which is always selected; null when it is gone or out of the viewer's scope. */
export const recordNode = { nullable: true, id: { field: 'id' }, select: { id: true } } as const;

const idOf = (row: unknown): unknown => (typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined);

/** Answers a row's id at once: the Relay plugin's own resolver is asynchronous, and would make every row of a list wait. */
function answerAtOnce(typeName: string, field: GraphQLField<unknown, unknown>): void {
  const { resolve } = field;
  field.resolve = (row, ...others) => {
    const own = idOf(row);
    return typeof own === 'string' ? encodeGlobalId(typeName, own) : resolve?.(row, ...others);
  };
}

/** Completes the `id` of every node: the Relay plugin adds the field without a place for a description. */
export function completeIds(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const field = type.getFields().id;
    if (!field) continue;
    field.description ??= id;
    if (isObjectType(type) && type.extensions.pothosPrismaModel) answerAtOnce(type.name, field);
  }
  return schema;
}
