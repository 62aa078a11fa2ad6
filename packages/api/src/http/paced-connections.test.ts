import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { paceConnections } from './paced-connections.ts';

const server = createServer(async (request, response) => {
  response.end(await text(request));
});
/** In which turn of the event loop each connection was let in. */
const letInAt: number[] = [];
let turn = 0;
let isOver = false;
server.on('connection', () => letInAt.push(turn));
paceConnections(server);

let port: number;
beforeEach(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  isOver = false;
  const count = () => {
    turn += 1;
    if (!isOver) setImmediate(count);
  };
  count();
  letInAt.length = 0;
});
afterEach(async () => {
  isOver = true;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const asked = (body: string) =>
  `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

/** Opens connections, each with a request, before this process looks at the first of them. */
const openAtOnce = (count: number): Socket[] =>
  Array.from({ length: count }, (_each, place) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(asked(`request ${place}`));
    return socket;
  });

describe('connections that come at once', () => {
  it('are let in two at each turn of the event loop, and each has its answer', async () => {
    const answers = await Promise.all(openAtOnce(50).map(text));
    expect(answers.map((answer) => answer.split('\r\n\r\n')[1])).toEqual(
      Array.from({ length: 50 }, (_each, place) => expect.stringContaining(`request ${place}`)),
    );
    expect(letInAt).toHaveLength(50);
    const perTurn = letInAt.map((each) => letInAt.filter((other) => other === each).length);
    expect(Math.max(...perTurn)).toBeLessThanOrEqual(2);
  });

  it('take no place when they are closed before they are let in, and keep nobody waiting', async () => {
    const gone = openAtOnce(20);
    const last = connect(port, '127.0.0.1');
    last.write(asked('the last'));
    for (const socket of gone) socket.destroy();
    expect(await text(last)).toContain('the last');
  });
});
