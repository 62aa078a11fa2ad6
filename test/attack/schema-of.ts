import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery } from 'graphql';
import type { Server } from './server.ts';
import { signIn } from './stage.ts';

/** The schema as the server describes it to staff, so that what is attacked is what is served. */
export async function schemaOf(server: Server): Promise<GraphQLSchema> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await signIn(server, 'sample-1-editor')) },
    body: JSON.stringify({ query: getIntrospectionQuery() }),
  });
  const { data } = JSON.parse(await response.text());
  return buildClientSchema(data);
}
