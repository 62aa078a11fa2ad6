import type { Server } from 'node:http';
import { addressKey } from '../admission/client-address.ts';
import { isLoopback } from '../start/setting-kinds.mjs';

/** Connections that are open at a time, and how many of them one address may have. */
const TOTAL_MAX = 5_000;
const PER_ADDRESS_MAX = 1_000;

/**
 * Limits the connections. A proxy carries those of all clients: a trusted one is not limited, and neither is this machine, where proxies
 * and health checks run.
 */
export function boundConnections(server: Server, { isBehindProxy }: { readonly isBehindProxy: boolean }): void {
  server.maxConnections = TOTAL_MAX;
  if (isBehindProxy) return;
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = addressKey(socket.remoteAddress ?? '');
    const count = (open.get(address) ?? 0) + 1;
    if (count > PER_ADDRESS_MAX && ![address, socket.remoteAddress ?? ''].some(isLoopback))
      return void socket.destroy();
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 0) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}
