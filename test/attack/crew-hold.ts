import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Held, Hold } from './jobs.ts';

const CONNECT_MS_MAX = 10_000;

/** Opens sockets that never say the rest of what they began; says how many of them the server had not closed in the end. */
export async function hold({ port, sockets, text, seconds, isDeaf }: Hold, onReady: () => void): Promise<Held> {
  let [opened, closed, lastClosed] = [0, 0, 0];
  const since = performance.now();
  const open = (): Promise<Socket> =>
    new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' });
      const timer = setTimeout(() => resolve(socket), CONNECT_MS_MAX);
      socket.on('error', () => undefined);
      socket.once('connect', () => {
        opened += 1;
        socket.write(text);
        if (isDeaf) socket.pause();
        else socket.resume();
      });
      for (const event of ['connect', 'close'] as const)
        socket.once(event, () => {
          clearTimeout(timer);
          resolve(socket);
        });
      socket.once('close', () => {
        closed += 1;
        lastClosed = performance.now();
      });
    });
  const all: Socket[] = [];
  for (let count = 0; count < sockets; count += 100)
    all.push(...(await Promise.all(Array.from({ length: Math.min(100, sockets - count) }, open))));
  onReady();
  while (closed < all.length && performance.now() - since < seconds * 1000) await sleep(50);
  const open_ = all.filter((socket) => !socket.closed).length;
  for (const socket of all) socket.destroy();
  return { opened, open: open_, lastClosedSeconds: closed > 0 ? (lastClosed - since) / 1000 : 0 };
}
