import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { handleProtocols } from 'graphql-ws';
import { mayOpenSocket } from '../http/cross-origin.ts';
import { AccountSockets } from './account-sockets.ts';
import { type SocketOptions, serveSocket } from './serve-socket.ts';

const MESSAGE_BYTES_MAX = 65_536;
const CHECK_EVERY_MS = 30_000;
const DRAIN_MS = 2_000;
const GOING_AWAY = 1001;

type Options = Omit<SocketOptions, 'accounts' | 'checkEveryMs'> & {
  readonly allowedOrigins: readonly string[];
  readonly checkEveryMs?: number | undefined;
};

/** Lets the routes that follow take sockets, and returns what speaks with them. */
export async function acceptSockets(
  app: FastifyInstance,
  { checkEveryMs = CHECK_EVERY_MS, allowedOrigins, ...options }: Options,
): Promise<(socket: WebSocket, request: FastifyRequest) => void> {
  const { logger } = options;
  await app.register(websocket, {
    options: {
      maxPayload: MESSAGE_BYTES_MAX,
      handleProtocols,
      verifyClient: ({ origin, req }, done) => done(mayOpenSocket(origin, req.headers.host, allowedOrigins), 403),
    },
    errorHandler: (error, socket) => {
      logger.debug({ err: error }, 'socket error');
      socket.terminate();
    },
    preClose(done) {
      const { clients } = app.websocketServer;
      for (const client of clients) client.close(GOING_AWAY, 'The registry is stopping: connect again.');
      setTimeout(() => {
        for (const client of clients) client.terminate();
      }, DRAIN_MS).unref();
      app.websocketServer.close();
      done();
    },
  });
  const shared = { ...options, checkEveryMs, accounts: new AccountSockets() };
  return (socket, request) => serveSocket(socket, request, shared);
}
