import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * New connections that are let in at each turn of the event loop. Node takes in all that wait before it looks at anything else: hundreds at once, each with
 * its first request, would keep everybody else's requests waiting for as long as all of them take.
 */
const AT_A_TURN = 2;

/** Lets new connections in a few at a time, so that between them requests on others are looked after. */
export function paceConnections(server: Server): void {
  const serve = server.listeners('connection');
  const waiting: Socket[] = [];
  let room = AT_A_TURN;
  let isTurnAwaited = false;

  const letIn = (socket: Socket): void => {
    room -= 1;
    if (socket.destroyed) return;
    for (const listener of serve) listener.call(server, socket);
    socket.resume();
  };
  const awaitTurn = (): void => {
    if (isTurnAwaited) return;
    isTurnAwaited = true;
    setImmediate(() => {
      isTurnAwaited = false;
      room = AT_A_TURN;
      for (const socket of waiting.splice(0, AT_A_TURN)) letIn(socket);
      if (waiting.length > 0) awaitTurn();
    });
  };

  // Nothing is read of a connection before it is let in.
  Object.assign(server, { pauseOnConnect: true });
  server.removeAllListeners('connection');
  server.on('connection', (socket) => {
    if (room > 0 && waiting.length === 0) letIn(socket);
    else waiting.push(socket);
    awaitTurn();
  });
}
