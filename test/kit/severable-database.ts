import { once } from 'node:events';
import { createServer, connect as dial, type Socket } from 'node:net';
import { copyDatabase, type DatabaseCopy } from './database-copy.ts';

/** A copy of the seeded database behind a wire that can be cut and mended. */
export async function severableDatabase() {
  const copy = await copyDatabase();
  const { hostname, port } = new URL(copy.app);
  const sockets = new Set<Socket>();
  let isCut = false;
  const wire = createServer((client) => {
    if (isCut) return void client.destroy();
    const server = dial(Number(port), hostname);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  wire.listen(0, '127.0.0.1');
  await once(wire, 'listening');
  const address = wire.address();
  const through = new URL(copy.app);
  through.hostname = '127.0.0.1';
  through.port = String(typeof address === 'object' && address ? address.port : 0);
  const database: DatabaseCopy = { ...copy, app: through.href };
  return {
    database,
    cut(): void {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend(): void {
      isCut = false;
    },
    async stop(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      wire.close();
      await copy.drop();
    },
  };
}
