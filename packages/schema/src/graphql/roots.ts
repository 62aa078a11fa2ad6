import { type GraphQLSchema, getNullableType } from 'graphql';

/**
 * Makes every root field nullable: where one of several is refused, the answers of the others, and the ids of what they changed, still
 * reach the client. See docs/decisions/0018-what-clients-meet.md.
 */
export function nullableRoots(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) field.type = getNullableType(field.type);
  }
  return schema;
}
