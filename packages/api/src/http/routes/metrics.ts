import type { FastifyInstance } from 'fastify';
import type { Counters } from '../../metrics/counters.ts';

const PROMETHEUS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** `/metrics`: the counters of this process, where `METRICS=1` asks for them. It needs no sign-in: close the path at the edge. */
export function serveMetrics(app: FastifyInstance, counters: Counters): void {
  app.get('/metrics', async (_request, reply) =>
    reply.type(PROMETHEUS_TYPE).header('cache-control', 'no-store').send(counters.text),
  );
}
