import { randomUUID } from 'node:crypto';
import type { RefreshNotice } from '@registry/schema/finding/refresh-notice.ts';
import { z } from 'zod';

/** How long notices are gathered: a stream of acts makes twenty announcements a second at most. */
const GATHERED_MS = 50;

/** PostgreSQL takes announcements of less than 8,000 bytes. */
const RECORDS_MAX = 80;

const owningModel = z.enum(['Plan', 'SwotAnalysis', 'RiskRegister', 'DelegationOrder']);
const announcement = z.object({
  from: z.uuid(),
  agencyId: z.uuid(),
  changed: z.array(z.tuple([z.uuid(), owningModel])),
  refreshed: z.array(z.uuid()),
});

export type SharedRefreshes = {
  /** Sends a notice to the other instances, a moment later. */
  share(notice: RefreshNotice): void;
  /** Reads an announcement; null when it is this instance's own. */
  read(payload: string): RefreshNotice | null;
  /** Sends what is gathered, for a server that stops. */
  stop(): Promise<void>;
};

type Announce = (payload: string) => Promise<void>;

function* parts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += RECORDS_MAX) yield items.slice(start, start + RECORDS_MAX);
}

/** Puts notices about the findings of agencies into announcements between the instances of the registry. */
export function shareRefreshes(announce: Announce, onError: (error: unknown) => void): SharedRefreshes {
  const from = randomUUID();
  let waiting: RefreshNotice[] = [];
  let timer: NodeJS.Timeout | undefined;

  const send = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const notices = waiting;
    waiting = [];
    const payloads = notices.flatMap(({ agencyId, changed, refreshed }) => [
      ...[...parts(changed)].map((part) => ({ from, agencyId, changed: part, refreshed: [] })),
      ...[...parts(refreshed)].map((part) => ({ from, agencyId, changed: [], refreshed: part })),
    ]);
    // One after the other, in the order in which it happened.
    for (const payload of payloads) await announce(JSON.stringify(payload));
  };
  const sendSafely = (): Promise<void> => send().catch(onError);

  return {
    share(notice) {
      waiting.push(notice);
      timer ??= setTimeout(() => void sendSafely(), GATHERED_MS).unref();
    },
    read(payload) {
      const heard = announcement.parse(JSON.parse(payload));
      return heard.from === from ? null : heard;
    },
    stop: sendSafely,
  };
}
