/** How a service key stands. */
export type ServiceKeyState = 'ACTIVE' | 'IN_GRACE' | 'UNKEPT' | 'EXPIRED' | 'REVOKED';

type Key = {
  readonly endsOn: Date;
  readonly formerUntil: Date | null;
  readonly revokedAt: Date | null;
  /** Whether its role is still held: roles end with an agency, and are ended in the list of members, too. */
  readonly isHeld: boolean;
  /** Whether whoever answers for it may still give its role. */
  readonly isKept: boolean;
};

/** How a key stands at a moment, on a day in Bangkok. SQL: app.sign_in_by_key refuses by the same. */
export function stateOfKey(key: Key, now: Date, today: Date): ServiceKeyState {
  if (key.revokedAt) return 'REVOKED';
  if (key.endsOn < today) return 'EXPIRED';
  if (!key.isHeld) return 'REVOKED';
  if (!key.isKept) return 'UNKEPT';
  return key.formerUntil && key.formerUntil > now ? 'IN_GRACE' : 'ACTIVE';
}

/** The name of a key's account: both languages, as the trail tells who did something. */
export const nameOfKey = ({ nameTh, nameEn }: { readonly nameTh: string; readonly nameEn: string | null }): string =>
  nameEn === null ? nameTh : `${nameTh} · ${nameEn}`;
