import { illegalTransition, notFound } from '../base/errors.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';

/** A membership that somebody may still change or end; one whose last day is over, or that was ended, stays as it was. */
export async function openMembership({ db }: ActTransaction, id: string) {
  const found = await db.membership.findUnique({
    where: { id },
    select: { accountId: true, agencyId: true, role: true, startsOn: true, endsOn: true, endedAt: true },
  });
  if (!found) throw notFound('membershipId');
  if (found.endedAt) throw illegalTransition('ENDED', 'สมาชิกภาพสิ้นสุดแล้ว', 'The membership has ended.');
  return found;
}
