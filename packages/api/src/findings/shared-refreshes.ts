import { randomUUID } from 'node:crypto';
import type { RefreshNotice } from '@registry/schema/finding/refresh-notice.ts';
import { type CheckedModel, checkedModels } from '@registry/schema/tenancy/derivation.ts';
import { z } from 'zod';

/** How long notices are gathered: a stream of acts makes twenty statements a second at most. */
const GATHERED_MS = 50;

/** PostgreSQL takes announcements of less than 8,000 bytes. */
const RECORDS_MAX = 80;

const checkedModel = z.enum(checkedModels);
const announcement = z.object({
  from: z.uuid(),
  agencyId: z.uuid(),
  changed: z.array(z.tuple([z.uuid(), checkedModel])),
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

type Announce = (payloads: readonly string[]) => Promise<void>;

function* parts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += RECORDS_MAX) yield items.slice(start, start + RECORDS_MAX);
}

/**
 * What to announce for each record of each agency: its kind when its findings are due, null when they are up to date. A later notice
 * replaces an earlier one.
 */
type Waiting = Map<string, Map<string, CheckedModel | null>>;

function payloadsOf(waiting: Waiting, from: string): string[] {
  return [...waiting].flatMap(([agencyId, records]) => {
    const changed = [...records].flatMap(([id, model]) => (model === null ? [] : [[id, model] as const]));
    const refreshed = [...records].flatMap(([id, model]) => (model === null ? [id] : []));
    return [
      ...[...parts(changed)].map((part) => ({ from, agencyId, changed: part, refreshed: [] })),
      ...[...parts(refreshed)].map((part) => ({ from, agencyId, changed: [], refreshed: part })),
    ].map((payload) => JSON.stringify(payload));
  });
}

/** Puts notices about the findings of agencies into announcements between the instances of the registry. */
export function shareRefreshes(announce: Announce, onError: (error: unknown) => void): SharedRefreshes {
  const from = randomUUID();
  let waiting: Waiting = new Map();
  let timer: NodeJS.Timeout | undefined;

  const send = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const payloads = payloadsOf(waiting, from);
    waiting = new Map();
    if (payloads.length > 0) await announce(payloads);
  };
  const sendSafely = (): Promise<void> => send().catch(onError);

  return {
    share({ agencyId, changed, refreshed }) {
      const records = waiting.get(agencyId) ?? new Map<string, CheckedModel | null>();
      for (const [id, model] of changed) records.set(id, model);
      for (const id of refreshed) records.set(id, null);
      waiting.set(agencyId, records);
      timer ??= setTimeout(() => void sendSafely(), GATHERED_MS).unref();
    },
    read(payload) {
      const heard = announcement.parse(JSON.parse(payload));
      return heard.from === from ? null : heard;
    },
    stop: sendSafely,
  };
}
