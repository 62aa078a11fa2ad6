import { illegalTransition, notFound } from '../base/errors.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { statesOf } from '../graphql/acts/standing.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';

const select = {
  id: true,
  accountId: true,
  agencyId: true,
  role: true,
  endsOn: true,
  secretHash: true,
  revokedAt: true,
} as const;

/** How service keys stand, for acts on them. */
export const serviceKeys = statesOf('ServiceKey', (db, ids) =>
  db.serviceKey.findMany({ where: { id: { in: ids } }, select }),
);

/** What was revoked stays so. */
export function requireUnrevoked({ revokedAt }: { readonly revokedAt: Date | null }): void {
  if (revokedAt) throw illegalTransition('REVOKED', 'กุญแจบริการนี้ถูกเพิกถอนแล้ว', 'The service key was revoked.');
}

type Standing = { readonly revokedAt: Date | null; readonly endsOn: Date };

/** A key whose last day is over gets no new secret. */
export function requireUsable({ revokedAt, endsOn }: Standing): void {
  requireUnrevoked({ revokedAt });
  if (endsOn < todayInBangkok())
    throw illegalTransition(
      'EXPIRED',
      'กุญแจบริการนี้พ้นวันสุดท้ายแล้ว ให้สร้างใหม่',
      'The last day of the service key is over: make another.',
    );
}

/** A key that an act is about, as a guard lets it pass. */
export async function serviceKeyFor({ db }: ActTransaction, id: string, guard: (key: Standing) => void) {
  const found = await db.serviceKey.findUnique({ where: { id }, select });
  if (!found) throw notFound('serviceKeyId');
  guard(found);
  return found;
}
