import type { OpenTransaction } from '@registry/prisma/scoped-batches.ts';
import { isCancelled, isSerializationFailure, isTransient } from './database-errors.ts';
import type { ActingCaller, EndingTransaction, Transaction } from './transaction.ts';

const ATTEMPTS_MAX = 4;

/** What a transaction lost before it ran again: a race, or its connection. */
export type RetryReason = 'lost race' | 'lost connection';

type Begun = { readonly open: OpenTransaction; readonly transaction: EndingTransaction };

/**
 * Runs `work` in one transaction. When that loses a race with another or its connection, nothing of it happened, and it runs again as a
 * whole. When its caller leaves it is rolled back, unless its COMMIT has been sent: that is left to end.
 */
export async function retrying<Result>(
  begin: () => Promise<Begun>,
  work: (transaction: Transaction) => Promise<Result>,
  { deadline }: ActingCaller,
  onRetry?: (reason: RetryReason) => void,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const { open, transaction } = await begin();
    let isEnding = false;
    try {
      const result = await work(transaction);
      if (deadline?.over) throw deadline.over;
      isEnding = true;
      await transaction.commit();
      return result;
    } catch (error) {
      await open.rollback();
      if (deadline?.over) throw isCancelled(error) ? deadline.over : error;
      // A connection that is lost at the end leaves it open whether the change happened: the client asks again, with its key.
      const isUndone = isEnding ? isSerializationFailure(error) : isTransient(error);
      if (attempt === ATTEMPTS_MAX || !isUndone) throw error;
      onRetry?.(isSerializationFailure(error) ? 'lost race' : 'lost connection');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
    }
  }
}
