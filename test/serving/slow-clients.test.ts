import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import { GraphQLBoolean, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import type { DatabaseCopy } from '../kit/database-copy.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { until } from '../kit/subscriber.ts';

let database: DatabaseCopy;
let asked = 0;
/** A resolver that answers when it is told that nobody waits any more, and one whose answer fills every buffer. */
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      waits: {
        type: GraphQLBoolean,
        resolve: (_root, _arguments, { deadline }: { deadline: RequestDeadline }) =>
          new Promise((_resolve, reject) => {
            asked += 1;
            deadline.onOver(() => reject(deadline.over));
          }),
      },
      never: {
        type: GraphQLBoolean,
        resolve: () => {
          asked += 1;
          return new Promise(() => undefined);
        },
      },
      long: { type: GraphQLString, resolve: () => 'ก'.repeat(2_500_000) },
    },
  }),
});

let first: Registry;
beforeAll(async () => {
  first = await startRegistry();
  database = first.database;
});
/** What a server that stops does not wait for is open at this end all the same. */
const opened: Socket[] = [];
afterAll(async () => {
  for (const socket of opened) socket.destroy();
  await first.stop();
});

const starting = (stopTimeoutMs = 10_000) => startRegistry({ schema, database, http: { stopTimeoutMs } });

const socketsTo = async ({ base }: Registry, count: number, text: string): Promise<Socket[]> => {
  const port = Number(new URL(base).port);
  const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1'));
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
  for (const socket of sockets) {
    socket.on('error', () => undefined);
    socket.write(text);
  }
  opened.push(...sockets);
  return sockets;
};

const halfSent =
  'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"query';
const whole = (query: string) => {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
};

const msToStop = async ({ app }: Registry): Promise<number> => {
  const since = performance.now();
  await app.close();
  return performance.now() - since;
};

const answerTo = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(first.base).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => undefined);
  });

describe('a client that sends slowly', () => {
  it('is answered 408, in the shape of every error, when its request does not arrive', async () => {
    const registry = await starting();
    registry.app.server.headersTimeout = 200;
    registry.app.server.requestTimeout = 400;
    const [body, headers] = await Promise.all(
      [halfSent, 'POST /graphql HTTP/1.1\r\nhost: a\r\nx-a: '].map(async (text) => {
        const [socket] = await socketsTo(registry, 1, text);
        let answer = '';
        socket?.on('data', (chunk) => {
          answer += String(chunk);
        });
        await new Promise((resolve) => socket?.once('close', resolve));
        return answer;
      }),
    );
    for (const answer of [body, headers]) {
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
      expect(JSON.parse(answer?.split('\r\n\r\n')[1] ?? '').errors[0].extensions.code).toBe('REQUEST_TIMEOUT');
    }
    await registry.app.close();
  });

  it('is answered in the same shape when what it sends is no HTTP, or its headers are too large', async () => {
    expect(await answerTo('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"BAD_REQUEST"/);
    const large = `GET / HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${'x'.repeat(40_000)}\r\n\r\n`;
    expect(await answerTo(large)).toMatch(/^HTTP\/1\.1 431 [\s\S]*"code":"BAD_REQUEST"/);
  });
});

describe('large requests that are half sent', () => {
  it('are held up to so many bytes of one address; ordinary ones are answered beside them', async () => {
    const registry = await starting();
    const head = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
    const declared = await socketsTo(registry, 15, `${head}content-length: 1000000\r\n\r\n{"query`);
    const unknown = await socketsTo(registry, 1, `${head}transfer-encoding: chunked\r\n\r\n5\r\n{"que\r\n`);
    await sleep(100);
    const large = () =>
      registry.http({ method: 'POST', url: '/graphql', payload: { query: `{ __typename } # ${'x'.repeat(900_000)}` } });
    const refused = await large();
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2']);
    expect((await registry.public('{ __typename }')).status).toBe(200);
    for (const socket of [...declared, ...unknown]) socket.destroy();
    await sleep(100);
    expect((await large()).statusCode).toBe(200);
    await registry.app.close();
  });
});

describe('a server that is told to stop', () => {
  it('does not wait for 300 requests that are half sent', async () => {
    const registry = await starting();
    await socketsTo(registry, 300, halfSent);
    const ms = await msToStop(registry);
    console.info(`stopped within ${Math.round(ms)} ms with 300 half-sent requests`);
    expect(ms).toBeLessThan(3_000);
  });

  it('lets requests in work finish, says 503 to new ones, and interrupts what takes too long', async () => {
    asked = 0;
    const registry = await starting(2_000);
    const waiting = registry.public('{ waits }');
    const [kept] = await socketsTo(registry, 1, whole('{ waits }'));
    await until('both are in work', () => asked === 2);
    let answer = '';
    kept?.on('data', (chunk) => {
      answer += String(chunk);
    });
    const stopped = msToStop(registry);
    await sleep(50);
    kept?.write(whole('{ waits }'));
    await expect(fetch(`${registry.base}/graphql`)).rejects.toThrow();
    const { errors } = await waiting;
    expect(errors[0]?.extensions.code).toBe('UNAVAILABLE');
    const ms = await stopped;
    console.info(`stopped within ${Math.round(ms)} ms while a request waited for ever`);
    expect(answer).toMatch(/^(HTTP\/1\.1 503 [\s\S]*retry-after: \d[\s\S]*UNAVAILABLE[\s\S]*){2}$/);
    expect(ms).toBeGreaterThan(1_000);
    expect(ms).toBeLessThan(4_000);
  });

  it('waits neither for whoever reads nothing nor for what cannot be interrupted', async () => {
    asked = 0;
    const registry = await starting(1_500);
    const [reader] = await socketsTo(registry, 1, whole('{ long }'));
    reader?.pause();
    await socketsTo(registry, 1, whole('{ never }'));
    await until('it is in work', () => asked === 1);
    const ms = await msToStop(registry);
    console.info(`stopped within ${Math.round(ms)} ms with a silent reader and a request that never ends`);
    expect(ms).toBeLessThan(4_000);
  });
});
