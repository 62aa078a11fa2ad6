type Held = { readonly startsOn: Date | null; readonly endsOn: Date | null; readonly endedAt: Date | null };

/** Whether a role is held on a day: from its first day to its last, both included, while nobody has ended it. SQL: app.holds_role. */
export const isHeldOn = ({ startsOn, endsOn, endedAt }: Held, day: Date): boolean =>
  endedAt === null && (startsOn === null || startsOn <= day) && (endsOn === null || day <= endsOn);

export type InvitationState = 'OPEN' | 'ACCEPTED' | 'WITHDRAWN' | 'EXPIRED';

type Invited = { readonly acceptedAt: Date | null; readonly withdrawnAt: Date | null; readonly expiresAt: Date };

export function stateOfInvitation({ acceptedAt, withdrawnAt, expiresAt }: Invited, now: Date): InvitationState {
  if (acceptedAt) return 'ACCEPTED';
  if (withdrawnAt) return 'WITHDRAWN';
  return expiresAt <= now ? 'EXPIRED' : 'OPEN';
}
