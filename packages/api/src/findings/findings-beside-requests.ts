import { PendingRefreshes } from '@registry/schema/finding/pending-refreshes.ts';
import type { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { registryAccountId } from '@registry/seed/rows/registry-account.ts';
import type { Logger } from 'pino';
import { shareRefreshes } from './shared-refreshes.ts';

type Options = {
  readonly tenancy: Tenancy;
  readonly forAnalysts: Tenancy;
  /** Tells the other instances. */
  readonly announce: (payloads: readonly string[]) => Promise<void>;
  readonly logger: Logger;
};

/** Refreshes findings after the acts of this instance and of the others, before anybody reads them. */
export function findingsBesideRequests({ tenancy, forAnalysts, announce, logger }: Options) {
  const shared = shareRefreshes(announce, (error) =>
    logger.warn({ err: error }, 'other instances were not told about findings'),
  );
  const refreshes = new PendingRefreshes({
    tenancy,
    accountId: registryAccountId,
    onError: (error) => logger.error({ err: error }, 'the findings of an agency were not refreshed'),
    share: (notice) => shared.share(notice),
  });
  tenancy.derive(refreshes);
  forAnalysts.derive(refreshes);
  return {
    /** Takes in what an instance has announced. */
    hear(payload: string): void {
      const notice = shared.read(payload);
      if (notice) refreshes.hear(notice);
    },
    async stop(): Promise<void> {
      await refreshes.stop();
      await shared.stop();
    },
  };
}
