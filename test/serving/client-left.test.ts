import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import { GraphQLBoolean, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { until } from '../kit/subscriber.ts';

/** Deadlines of the requests that came, in their order. */
const deadlines: RequestDeadline[] = [];
const waits = (deadline: RequestDeadline): Promise<boolean> => {
  deadlines.push(deadline);
  return new Promise((_resolve, reject) => deadline.onOver(() => reject(deadline.over)));
};
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      waits: { type: GraphQLBoolean, resolve: (_root, _arguments, { deadline }) => waits(deadline) },
      answers: {
        type: GraphQLBoolean,
        resolve(_root, _arguments, { deadline }) {
          deadlines.push(deadline);
          return true;
        },
      },
    },
  }),
});

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ schema });
});
afterAll(async () => registry.stop());

describe('the deadline of a request', () => {
  it('is over when the client leaves before its answer is ready', async () => {
    const client = new AbortController();
    const asked = fetch(`${registry.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ waits }' }),
      signal: client.signal,
    });
    await until('the request is in work', () => deadlines.length === 1);
    expect(deadlines[0]?.over).toBeNull();
    client.abort();
    await expect(asked).rejects.toThrow(/abort/);
    await until('the deadline is over', () => deadlines[0]?.over !== null, 2_000);
    expect(deadlines[0]?.over).toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('is left alone when the answer was sent', async () => {
    deadlines.length = 0;
    expect((await registry.public('{ answers }')).data).toEqual({ answers: true });
    expect(deadlines.map(({ over }) => over)).toEqual([null]);
  });
});
