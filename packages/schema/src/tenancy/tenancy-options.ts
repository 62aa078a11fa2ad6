import type { LRUCache } from 'lru-cache';
import type { ReadingOptions } from './reading-db.ts';
import type { RetryReason } from './retrying.ts';
import type { ScopedSelections } from './scope-arguments.ts';

export type TenancyOptions = {
  /** `false` takes the first wall away, for the tests that show the second to hold alone. */
  readonly filters?: boolean;
  /** `false` leaves every read to Prisma, but those within transactions, which have no other way. */
  readonly compiledReads?: boolean;
  readonly onFallback?: ReadingOptions['onFallback'];
  /** Called for a transaction that runs again. */
  readonly onRetry?: (reason: RetryReason) => void;
};

/** A moment, and what reads of it share with those of every other. */
export type Past = { readonly moment: Date; readonly selections: LRUCache<string, ScopedSelections> };

/** What the database knows during a transaction: who acts, in which role, in which act and why. */
export type TransactionSettings = Readonly<Record<'app.account' | 'app.act' | 'app.role' | 'app.reason', string>> & {
  /** The agency in which a service acts, for the length of the transaction. */
  readonly 'app.agency'?: string;
  /** The account of the service key through which whoever acts does so. */
  readonly 'app.via'?: string;
};
