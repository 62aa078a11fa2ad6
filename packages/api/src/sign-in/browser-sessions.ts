import { createHash, randomBytes } from 'node:crypto';
import { RegistryError } from '@registry/schema/base/errors.ts';
import {
  beginSession,
  type EndedAtProvider,
  endSession,
  endSessionsAt,
  noteSessionUse,
  type SessionLimits,
  sessionOf,
} from '@registry/schema/tenancy/browser-sessions.ts';
import type { Identity } from '@registry/schema/tenancy/sign-in-row.ts';
import type { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { LRUCache } from 'lru-cache';
import { sealText, unsealText } from './sealed-text.ts';

/** How long it is remembered that a session is open: as long as memberships, so that one which was ended is out everywhere in twice as long. */
const KEPT_MS = 5_000;
const SESSIONS_MAX = 5_000;
/** The part of the idle limit after which a use is noted again. */
const NOTED_FROM = 1 / 10;
const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

/** What a provider said of whoever signed in there. */
export type SignedIn = Identity & { readonly providerSession: string | null; readonly idToken: string };

/** What a session was, once it has ended; the ID token is null where it could not be read. */
export type Ended = Identity & { readonly idToken: string | null };

const sessionEnded = () =>
  new RegistryError(
    'UNAUTHENTICATED',
    {
      th: 'เซสชันสิ้นสุดหรือไม่ถูกต้อง โปรดลงชื่อเข้าใช้ใหม่',
      en: 'The session has ended or is not valid: sign in again.',
    },
    [],
    { refusesRequest: true },
  );

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

type Known = { readonly at: number; readonly identity: Identity; readonly noteAt: number };

/**
 * The sessions of browsers, which all instances share. A session is a random token that its cookie alone holds: the database knows its hash,
 * and what else it keeps of it is sealed under the token.
 */
export class BrowserSessions {
  readonly #tenancy: Tenancy;
  readonly #limits: SessionLimits;
  readonly #known = new LRUCache<string, Known>({ max: SESSIONS_MAX });

  constructor(tenancy: Tenancy, limits: SessionLimits) {
    this.#tenancy = tenancy;
    this.#limits = limits;
  }

  /** Begins a session, in place of the one whose token the browser had; its token. */
  async begin({ idToken, ...signedIn }: SignedIn, replacedToken: string | null): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const replaced = replacedToken === null ? null : hashOf(replacedToken);
    const begun = { ...signedIn, tokenHash: hashOf(token), sealedIdToken: sealText(idToken, token), replaced };
    await beginSession(this.#tenancy, begun, this.#limits);
    if (replaced) this.#known.delete(replaced);
    return token;
  }

  /** Who is signed in; UNAUTHENTICATED when the session has ended. `isUse` says whether somebody does something, or only waits for events. */
  async identityOf(token: string, isUse: boolean): Promise<Identity> {
    if (!TOKEN.test(token)) throw sessionEnded();
    const hash = hashOf(token);
    const now = Date.now();
    const known = this.#known.get(hash);
    if (known && now - known.at < KEPT_MS && !(isUse && now >= known.noteAt)) return known.identity;
    const found = await sessionOf(this.#tenancy, hash);
    if (!found) {
      this.#known.delete(hash);
      throw sessionEnded();
    }
    const { unseenSeconds, ...identity } = found;
    const { idleSeconds } = this.#limits;
    let leftSeconds = idleSeconds * NOTED_FROM - unseenSeconds;
    if (isUse && leftSeconds <= 0) {
      await noteSessionUse(this.#tenancy, hash, idleSeconds);
      leftSeconds = idleSeconds * NOTED_FROM;
    }
    this.#known.set(hash, { at: now, identity, noteAt: now + leftSeconds * 1000 });
    return identity;
  }

  /** Ends a session; null when there was none. */
  async end(token: string): Promise<Ended | null> {
    const hash = hashOf(token);
    this.#known.delete(hash);
    const ended = await endSession(this.#tenancy, hash);
    if (!ended) return null;
    const { sealedIdToken, ...identity } = ended;
    return { ...identity, idToken: unsealText(sealedIdToken, token) };
  }

  /** Ends what has ended at its provider. */
  async endAt(ended: EndedAtProvider): Promise<void> {
    await endSessionsAt(this.#tenancy, ended);
    this.#known.clear();
  }
}
