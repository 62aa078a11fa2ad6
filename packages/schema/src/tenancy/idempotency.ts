import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { invalidInput } from '../base/errors.ts';
import type { RawStatements } from './transaction.ts';

/** A request that may be sent again: the client's key, and a fingerprint of all that it asks. */
export type Repeatable = { readonly key: string; readonly fingerprint: string };

const DAYS_KEPT = 7;

type Kept = { fingerprint: string; result: { value: unknown } | null };

/**
 * Runs `work` at most once for each key of an account. The key is taken in the transaction of the work itself: a twin that comes at the
 * same time waits for it, and then gets the same result; when the work fails, the key is free again.
 */
export async function onlyOnce<Result>(
  transaction: RawStatements,
  accountId: string,
  request: Repeatable | null,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!request) return work();
  const { key, fingerprint } = request;
  const taken = await transaction.execute(Prisma.sql`INSERT INTO "IdempotencyRecord" ("accountId", key, fingerprint)
    VALUES (${accountId}::uuid, ${key}, ${fingerprint}) ON CONFLICT DO NOTHING`);
  if (taken === 0) {
    const [kept] = await transaction.query<Kept>(Prisma.sql`SELECT fingerprint, result FROM "IdempotencyRecord"
      WHERE "accountId" = ${accountId}::uuid AND key = ${key}`);
    if (!kept || kept.fingerprint !== fingerprint) throw keyOfAnother();
    // The fingerprint proves that the stored answer was given for this very work.
    return kept.result?.value as Result;
  }
  const value = await work();
  transaction.defer(Prisma.sql`UPDATE "IdempotencyRecord" SET result = ${JSON.stringify({ value })}::jsonb
    WHERE "accountId" = ${accountId}::uuid AND key = ${key}`);
  transaction.defer(Prisma.sql`DELETE FROM "IdempotencyRecord"
    WHERE "accountId" = ${accountId}::uuid AND "createdAt" < now() - make_interval(days => ${DAYS_KEPT}::int)`);
  return value;
}

const keyOfAnother = () =>
  invalidInput({
    field: 'Idempotency-Key',
    message: {
      th: 'Idempotency-Key นี้ใช้กับคำขออื่นไปแล้ว โปรดใช้คีย์ใหม่',
      en: 'This Idempotency-Key was used for another request: use a new one.',
    },
  });
