import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';

const id = 'รหัสอ้างอิงเดียวทั่วทั้งทะเบียน · Id, unique in the whole registry: pass it to `node`.';

/** Says what `id` means on every node: the Relay plugin adds the field without a place for a description. */
export function describeIds(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) if (field.name === 'id') field.description ??= id;
  }
  return schema;
}
