import type { FanOut } from '@registry/schema/base/fan-out.ts';
import pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';

const STATUS_CHANNEL = 'registry_status';
const FINDINGS_CHANNEL = 'registry_findings';
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;

/** What `app.announce_status_change` sends. */
const announcement = z.object({ id: z.uuid() });

export type StatusListener = {
  /** Tells the other instances about findings; what cannot be sent is left out. */
  announce(payloads: readonly string[]): Promise<void>;
  stop(): Promise<void>;
};

type Options = {
  readonly url: string;
  readonly fanOut: FanOut<string>;
  /** Hears what any instance announces about findings, this one too. */
  readonly onFindings: (payload: string) => void;
  readonly logger: Logger;
};

/**
 * The process's one connection on which PostgreSQL announces changes of status, and by which instances notify each other about findings; it
 * reads nothing. While it is lost, listeners learn that events may be missing, and it reconnects, with growing pauses.
 */
export async function listenForStatusChanges({ url, fanOut, onFindings, logger }: Options): Promise<StatusListener> {
  let isStopped = false;
  let connection: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let failures = 0;

  const open = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'registry listener',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 30_000,
    });
    client.on('notification', ({ channel, payload }) => hear(channel, payload ?? ''));
    // An unheard error would end the process; what follows it is always `end`.
    client.on('error', (error) => logger.warn({ err: error }, 'listener connection failed'));
    try {
      await client.connect();
      await client.query(`LISTEN ${STATUS_CHANNEL}; LISTEN ${FINDINGS_CHANNEL}`);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    if (isStopped) return client.end();
    connection = client;
    client.once('end', lost);
    failures = 0;
    fanOut.resume();
  };

  const hear = (channel: string, payload: string): void => {
    try {
      if (channel === FINDINGS_CHANNEL) onFindings(payload);
      else fanOut.publish(announcement.parse(JSON.parse(payload)).id);
    } catch (error) {
      logger.error({ err: error }, 'announcement not understood');
    }
  };

  const lost = (): void => {
    connection = undefined;
    fanOut.interrupt();
    if (isStopped) return;
    const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures) * (0.5 + Math.random() / 2);
    failures += 1;
    retry = setTimeout(() => {
      open().catch((error: unknown) => {
        logger.warn({ err: error }, 'listener cannot connect');
        lost();
      });
    }, delay).unref();
  };

  await open();
  return {
    async announce(payloads) {
      await connection?.query('SELECT pg_notify($1, p) FROM unnest($2::text[]) p', [FINDINGS_CHANNEL, payloads]);
    },
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      await connection?.end();
    },
  };
}
