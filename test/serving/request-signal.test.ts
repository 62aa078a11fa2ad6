import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLBoolean, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { until } from '../kit/subscriber.ts';

/** Signals of the requests for `waits`, which answers only when it is told to. */
const signals: AbortSignal[] = [];
const waits = async (signal: AbortSignal): Promise<boolean> => {
  signals.push(signal);
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
};
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      waits: { type: GraphQLBoolean, resolve: (_root, _arguments, { signal }) => waits(signal) },
      answers: {
        type: GraphQLBoolean,
        resolve(_root, _arguments, { signal }) {
          signals.push(signal);
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

describe('the signal of a request', () => {
  it('is aborted when the client leaves before its answer is ready', async () => {
    const client = new AbortController();
    const asked = fetch(`${registry.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ waits }' }),
      signal: client.signal,
    });
    await until('the request is in work', () => signals.length === 1);
    expect(signals[0]?.aborted).toBe(false);
    client.abort();
    await expect(asked).rejects.toThrow(/abort/);
    await until('the signal is aborted', () => signals[0]?.aborted === true, 2_000);
    expect(signals[0]?.reason).toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('is left alone when the answer was sent', async () => {
    signals.length = 0;
    expect((await registry.public('{ answers }')).data).toEqual({ answers: true });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });
});
