import { todayInBangkok } from '../base/today.logic.ts';
import { readTogether } from '../graphql/loader.ts';
import { rolesGivenBy } from './grants.logic.ts';
import { isHeldOn } from './membership.logic.ts';

const held = {
  accountId: true,
  agencyId: true,
  role: true,
  startsOn: true,
  endsOn: true,
  endedAt: true,
} as const;

/** What decides about a key besides itself: whether its role is held, and whether whoever answers for it may still give it (SQL: app.may_give). */
export const keepingOfKey = readTogether(async (db, ids) => {
  const keys = await db.serviceKey.findMany({
    where: { id: { in: ids } },
    select: { id: true, accountId: true, agencyId: true, role: true, keeperId: true },
  });
  const memberships = await db.membership.findMany({
    where: {
      accountId: { in: keys.flatMap(({ accountId, keeperId }) => [accountId, keeperId]) },
      account: { disabled: false },
    },
    select: held,
  });
  const today = todayInBangkok();
  const inForce = memberships.filter((each) => isHeldOn(each, today));
  return keys.map(({ id, accountId, agencyId, role, keeperId }) => ({
    id,
    isHeld: inForce.some((each) => each.accountId === accountId && each.role === role),
    isKept: inForce.some(
      (each) =>
        each.accountId === keeperId &&
        (each.agencyId === null || each.agencyId === agencyId) &&
        rolesGivenBy([each.role]).includes(role),
    ),
  }));
});
