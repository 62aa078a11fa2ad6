import type { Role } from '../base/viewer.logic.ts';

type Held = { readonly startsOn: Date | null; readonly endsOn: Date | null; readonly endedAt: Date | null };

/** Whether a role is held on a day: from its first day to its last, both included, while nobody has ended it. SQL: app.holds_role. */
export const isHeldOn = ({ startsOn, endsOn, endedAt }: Held, day: Date): boolean =>
  endedAt === null && (startsOn === null || startsOn <= day) && (endsOn === null || day <= endsOn);

const administering: readonly Role[] = ['AGENCY_ADMIN', 'CITY_ADMIN'];

type AtPlace = Held & { readonly accountId: string; readonly agencyId: string | null; readonly role: Role };

/** Whether a role administers the place in which it is held. */
export const isAdministrating = ({ role }: Pick<AtPlace, 'role'>): boolean => administering.includes(role);

/** Whether a place is left without an administrator when one role ends today, by all that are held there. SQL: app.leaves_nobody. */
export const leavesNobody = (leaving: AtPlace, held: readonly AtPlace[], today: Date): boolean =>
  isAdministrating(leaving) &&
  (leaving.endsOn === null || today <= leaving.endsOn) &&
  !held.some(
    (other) =>
      other.role === leaving.role &&
      other.agencyId === leaving.agencyId &&
      other.accountId !== leaving.accountId &&
      isHeldOn(other, today),
  );

export type InvitationState = 'OPEN' | 'ACCEPTED' | 'WITHDRAWN' | 'EXPIRED';

type Invited = { readonly acceptedAt: Date | null; readonly withdrawnAt: Date | null; readonly expiresAt: Date };

export function stateOfInvitation({ acceptedAt, withdrawnAt, expiresAt }: Invited, now: Date): InvitationState {
  if (acceptedAt) return 'ACCEPTED';
  if (withdrawnAt) return 'WITHDRAWN';
  return expiresAt <= now ? 'EXPIRED' : 'OPEN';
}
