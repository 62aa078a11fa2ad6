import { createPool } from '@registry/prisma/client.ts';
import type { FastifyInstance } from 'fastify';

const PROBE_MS = 2_000;
/** How long an answer is given again: a balancer and its operators may ask as often as they like. */
const KEPT_MS = 1_000;

/**
 * Sorts more than fits into the memory that it may use, so that PostgreSQL has to write to its disk: on a full one it cannot. That leaves no
 * row behind, takes no number of a transaction, and so makes no kept answer useless.
 */
const PROBE = `
  SELECT set_config('work_mem', '64kB', true);
  SELECT count(*), current_setting('transaction_read_only') = 'on' AS "isReadOnly"
  FROM (SELECT md5(n::text) FROM generate_series(1, 5000) n ORDER BY 1 OFFSET 0) sorted;`;

/** Whether writes can succeed now, checked over its own connection: a busy server is still ready. */
function writeProbe(databaseUrl: string) {
  const pool = createPool({ url: databaseUrl, max: 1, statementTimeoutMs: PROBE_MS, onError: () => undefined });
  const ask = async (): Promise<boolean> => {
    // Two statements make two results, which the types of `pg` do not know.
    const results: unknown = await pool.query(PROBE);
    const [row] = Array.isArray(results) ? results.at(-1).rows : [];
    return row?.isReadOnly === false;
  };
  let asked = { at: Number.NEGATIVE_INFINITY, isReady: Promise.resolve(false) };
  return {
    isReady(): Promise<boolean> {
      if (performance.now() - asked.at < KEPT_MS) return asked.isReady;
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, PROBE_MS, false).unref());
      const isReady = Promise.race([ask().catch(() => false), late]);
      asked = { at: performance.now(), isReady };
      return isReady;
    },
    stop: () => pool.end(),
  };
}

/** `/health/live`: the process answers. `/health/ready`: the database answers too, and takes writes. */
export function serveHealth(app: FastifyInstance, databaseUrl: string): void {
  const probe = writeProbe(databaseUrl);
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) =>
    (await probe.isReady()) ? { status: 'ok' } : reply.code(503).send({ status: 'unavailable' }),
  );
  app.addHook('onClose', () => probe.stop());
}
