import type { Pool } from '@registry/prisma/client.ts';
import type { FastifyInstance } from 'fastify';

const PROBE_MS = 2_000;

/** `/health/live`: the process answers. `/health/ready`: the database answers too. */
export function serveHealth(app: FastifyInstance, pool: Pool): void {
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    const late = new Promise<never>((_resolve, reject) =>
      setTimeout(() => reject(new Error('late')), PROBE_MS).unref(),
    );
    try {
      await Promise.race([pool.query('SELECT 1'), late]);
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'unavailable' });
    }
  });
}
