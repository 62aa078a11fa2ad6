import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FastifyInstance, fastify } from 'fastify';
import { pino } from 'pino';
import { Counters } from '../metrics/counters.ts';
import { errorHandler } from './faults.ts';
import { acceptJson } from './json-body.ts';

const logged: string[] = [];
const answers: (readonly [number, string])[] = [];
let app: FastifyInstance;
let port: number;
beforeAll(async () => {
  app = fastify();
  app.setErrorHandler(errorHandler(pino({ level: 'warn' }, { write: (line) => logged.push(line) }), new Counters()));
  acceptJson(app);
  app.addHook('onSend', async (_request, { statusCode }, payload) => {
    answers.push([statusCode, String(payload)]);
  });
  app.post('/', async () => {
    throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  });
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});
beforeEach(() => {
  logged.length = 0;
  answers.length = 0;
});
afterAll(async () => app.close());

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a connection that breaks off', () => {
  it('is a fault of the client where it is its own, and no line in the log', async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const head = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"que';
    const arrived = once(app.server, 'request');
    socket.write(head);
    await arrived;
    socket.resetAndDestroy();
    await until(() => answers.length > 0);
    expect(answers).toEqual([[400, expect.stringContaining('BAD_REQUEST')]]);
    expect(logged).toEqual([]);
  });

  it('is no fault of the client where it leads to the database: the registry is not available, and the log says why', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect(answer.headers.get('retry-after')).not.toBeNull();
    expect(logged.join()).toContain('ECONNRESET');
  });
});
