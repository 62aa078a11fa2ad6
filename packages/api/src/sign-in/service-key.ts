import { createHash } from 'node:crypto';
import type { ErrorCode } from '@registry/schema/base/errors.ts';
import { RegistryError } from '@registry/schema/base/errors.ts';
import type { Message } from '@registry/schema/base/message.logic.ts';
import { type KeyRefusal, type SignedInKey, signInByKey } from '@registry/schema/tenancy/key-sign-in.ts';
import type { SignInRow } from '@registry/schema/tenancy/sign-in-row.ts';
import type { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { LRUCache } from 'lru-cache';
import type { SignInNotes } from './sign-in-notes.ts';

/** What keys of services look like; everything else that bears is a token. */
const CREDENTIALS = /^bearer +(rk_.*)$/i;
const SECRET = /^rk_[\w-]{43}$/;

/** How long a key is remembered: as long as memberships are, so that a revocation holds everywhere within twice as long. */
const KEPT_MS = 5_000;
const KEYS_MAX = 5_000;

const refused = (code: ErrorCode, key: string, text: Message) =>
  new RegistryError(code, text, [], { refusesRequest: true, details: { key } });

const unknownKey = () =>
  refused('UNAUTHENTICATED', 'UNKNOWN', {
    th: 'กุญแจบริการไม่ถูกต้อง โปรดตรวจรหัสลับ',
    en: 'There is no such service key: check its secret.',
  });

/** Whoever has the secret may know why it no longer works. */
const refusals: Readonly<Record<KeyRefusal, () => RegistryError>> = {
  ROTATED: () =>
    refused('UNAUTHENTICATED', 'ROTATED', {
      th: 'กุญแจบริการนี้ถูกหมุนเวียนและพ้นช่วงผ่อนผันแล้ว โปรดใช้รหัสลับใหม่',
      en: 'The service key was rotated, and the grace of this secret is over: use the new one.',
    }),
  EXPIRED: () =>
    refused('UNAUTHENTICATED', 'EXPIRED', {
      th: 'กุญแจบริการนี้พ้นวันสุดท้ายแล้ว โปรดขอกุญแจใหม่จากผู้ดูแลระบบ',
      en: 'The last day of the service key is over: ask an administrator for another.',
    }),
  REVOKED: () =>
    refused('UNAUTHENTICATED', 'REVOKED', {
      th: 'กุญแจบริการนี้ถูกเพิกถอนแล้ว',
      en: 'The service key was revoked.',
    }),
  UNKEPT: () =>
    refused('FORBIDDEN', 'UNKEPT', {
      th: 'ผู้รับผิดชอบกุญแจบริการนี้ไม่มีอำนาจให้บทบาทแล้ว โปรดให้ผู้ดูแลระบบคนอื่นหมุนเวียนกุญแจ',
      en: 'Whoever answers for the service key may no longer give its role: another administrator takes it over by rotating it.',
    }),
};

const notThere = () =>
  refused('FORBIDDEN', 'ELSEWHERE', {
    th: 'ผู้ที่กุญแจบริการทำแทนไม่มีบทบาทในที่ของกุญแจ',
    en: 'The person for whom the service key asks has no role where the key is good.',
  });

/** What is said to whoever asks on behalf of somebody without a key. */
export const onlyForKeys = () =>
  refused('UNAUTHENTICATED', 'MISSING', {
    th: 'ส่ง "X-On-Behalf-Of" ได้เฉพาะคู่กับกุญแจบริการ',
    en: 'X-On-Behalf-Of comes with a service key alone.',
  });

/** The roles of a person through a key: those that the person holds where the key is good, and in the city the role of the key alone. */
export function rolesThroughKey(rows: readonly SignInRow[], key: SignedInKey): readonly SignInRow[] {
  const there = rows.filter(
    ({ role, agencyId }) => role !== null && agencyId === key.agencyId && (key.agencyId !== null || role === key.role),
  );
  if (there.length === 0) throw notThere();
  return there;
}

/** The roles of a key that asks for itself. */
export const rolesOfKey = ({ accountId, name, role, agencyId, agencyCode }: SignedInKey): readonly SignInRow[] => [
  { accountId, name, issuer: '', role, agencyId, agencyCode },
];

/** The key in the credentials of a request; null when they are none of a key's. Refused when it is not good. */
export type KeyOf = (authorization: string | undefined) => Promise<SignedInKey> | null;

type Kept = { readonly at: number; readonly key: Promise<SignedInKey | null> };

/** Finds keys by the hashes of their secrets; the secrets themselves are in nothing that outlives a request. */
export function serviceKeys(tenancy: Tenancy, signIns: SignInNotes): KeyOf {
  const kept = new LRUCache<string, Kept>({ max: KEYS_MAX });

  const find = (hash: string): Promise<SignedInKey | null> => {
    const known = kept.get(hash);
    const now = Date.now();
    if (known && now - known.at < KEPT_MS) return known.key;
    const key = signInByKey(tenancy, hash);
    kept.set(hash, { at: now, key });
    key.then(
      (found) => {
        if (found && !found.refusal) signIns.note(found.accountId);
        // What is no key does not push out those that are.
        if (!found) kept.delete(hash);
      },
      () => kept.delete(hash),
    );
    return key;
  };

  const good = async (secret: string): Promise<SignedInKey> => {
    if (!SECRET.test(secret)) throw unknownKey();
    const key = await find(createHash('sha256').update(secret).digest('hex'));
    if (!key) throw unknownKey();
    if (key.refusal) throw refusals[key.refusal]();
    return key;
  };

  return (authorization) => {
    const secret = CREDENTIALS.exec(authorization ?? '')?.[1];
    return secret === undefined ? null : good(secret);
  };
}
