import { RegistryError } from '@registry/schema/base/errors.ts';
import type { FastifyInstance } from 'fastify';
import type { InFlightRequests } from '../admission/in-flight-requests.ts';

/** The share of the time to stop in which requests may finish; after it they are interrupted, and have the rest to say so. */
const FINISH_SHARE = 0.7;
const LOOK_MS = 25;

const stopping = () =>
  new RegistryError(
    'UNAVAILABLE',
    { th: 'ระบบกำลังปิด โปรดลองใหม่อีกครั้ง', en: 'The registry is stopping: try again in a moment.' },
    [],
    { refusesRequest: true, retryAfterSeconds: 5 },
  );

/**
 * Stops the server in time, whatever its clients do: new requests are refused, those in work may finish until they take too long, and then
 * half-sent or half-read connections are cut.
 */
export function stopWithin(app: FastifyInstance, open: InFlightRequests, timeoutMs: number): void {
  let isStopping = false;
  app.addHook('onRequest', (_request, _reply, done) => done(isStopping ? stopping() : undefined));
  app.addHook('preClose', async () => {
    isStopping = true;
    const since = performance.now();
    let isInterrupted = false;
    const look = setInterval(() => {
      const ms = performance.now() - since;
      if (ms > timeoutMs * FINISH_SHARE && !isInterrupted) {
        isInterrupted = true;
        open.interruptAll();
      }
      if (open.count === 0 || ms > timeoutMs) app.server.closeAllConnections();
    }, LOOK_MS);
    app.server.once('close', () => clearInterval(look));
  });
}
