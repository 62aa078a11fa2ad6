import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Role } from '../base/viewer.logic.ts';
import { callerOfSignIn } from './sign-in.ts';
import type { Tenancy } from './tenancy.ts';

/** Why a key is refused: its secret was rotated away, its last day is over, it was revoked, or nobody who may give its role answers for it. */
export type KeyRefusal = 'ROTATED' | 'EXPIRED' | 'REVOKED' | 'UNKEPT';

/** The key that a secret belongs or belonged to. */
export type SignedInKey = {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyId: string | null;
  readonly agencyCode: string | null;
  /** Why it is refused; null when it is good. */
  readonly refusal: KeyRefusal | null;
  /** Whether it asks registered documents alone, and of which front end. */
  readonly documentsOnly: boolean;
  readonly documentsOf: string | null;
  /** Its own budget of cost; null for that of its role. */
  readonly pointsPerMinute: number | null;
};

/** The key by the SHA-256 of its secret, in hexadecimal; null when no key has, or had just before, that secret. */
export async function signInByKey(tenancy: Tenancy, secretHash: string): Promise<SignedInKey | null> {
  const find = Prisma.sql`SELECT * FROM app.sign_in_by_key(${secretHash})`;
  const [found] = await tenancy.query<SignedInKey>({ kind: 'none' }, find, callerOfSignIn());
  return found ?? null;
}
