import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';

/** What the fields mean that the Relay and Prisma plugins add to many types without a place for a description. */
const meanings: Readonly<Record<string, string>> = {
  id: 'รหัสอ้างอิงเดียวทั่วทั้งทะเบียน · Id, unique in the whole registry: pass it to `node`.',
  totalCount:
    'จำนวนทั้งหมดที่ผู้ใช้เห็นได้ ไม่ใช่เฉพาะหน้านี้ · Number of all items that the viewer may see, not of this page alone.',
};

export function describeAddedFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) field.description ??= meanings[field.name];
  }
  return schema;
}
