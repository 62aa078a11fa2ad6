import { RegistryError } from '@registry/schema/base/errors.ts';
import type { Identity } from '@registry/schema/tenancy/sign-in-row.ts';
import { decodeJwt, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { isAccessToken } from './access-token.ts';

/** Whose tokens are accepted, and with which keys they are checked. */
export type TokenIssuer = {
  readonly issuer: string;
  /** Whether it is the registry itself, for personas: their accounts belong to no issuer. */
  readonly isDemo?: boolean;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Throws UNAVAILABLE when the keys cannot be had: that says nothing about the token. */
  readonly keys: JWTVerifyGetKey;
};

const rejected = () =>
  new RegistryError(
    'UNAUTHENTICATED',
    {
      th: 'โทเคน ไม่ถูกต้องหรือหมดอายุ โปรดลงชื่อเข้าใช้ใหม่',
      en: 'The token is invalid or has expired: sign in again.',
    },
    [],
    { refusesRequest: true },
  );

/** How long a token that was found good is taken for good without checking its signature again; never past its end. */
const CHECKED_KEPT_MS = 60_000;
const CHECKED_BYTES_MAX = 8_388_608;
const OVERHEAD_BYTES = 256;
const CLIENT_LENGTH_MAX = 100;

/** `Bearer` in any case (RFC 9110, 11.1) and the token, of which only JWTs are known here. */
const CREDENTIALS = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** What a good token says: who asks, and by which application; an issuer need not name the latter. */
export type Bearer = Identity & { readonly client: string | null };

/** What a request's bearer token says; null when it carries none; UNAUTHENTICATED when the token is not good. */
export type Authenticate = (authorization: string | undefined) => Promise<Bearer | null>;

/** The application that a token was issued to: `client_id` (RFC 9068), or `azp` where an issuer says it so. */
function clientOf({ client_id: clientId, azp }: JWTPayload): string | null {
  const named = [clientId, azp].find((name) => typeof name === 'string' && name !== '');
  return typeof named === 'string' ? named.slice(0, CLIENT_LENGTH_MAX) : null;
}

/** Checks tokens against their issuers. A client sends the same token many times: its signature is checked once a minute. */
export function authenticator(issuers: readonly TokenIssuer[]): Authenticate {
  const checked = new LRUCache<string, Bearer & { until: number }>({
    maxSize: CHECKED_BYTES_MAX,
    sizeCalculation: (_known, token) => token.length + OVERHEAD_BYTES,
  });
  return async (authorization) => {
    if (authorization === undefined || authorization === '') return null;
    const token = CREDENTIALS.exec(authorization)?.[1];
    if (!token) throw rejected();
    const known = checked.get(token);
    if (known && Date.now() < known.until) return known;
    const issuer = issuerOf(token, issuers);
    if (!issuer) throw rejected();
    const claims = await verified(token, issuer);
    const { sub: subject, exp = 0 } = claims;
    if (!subject) throw rejected();
    const bearer = { issuer: issuer.isDemo ? '' : withoutSlash(issuer.issuer), subject, client: clientOf(claims) };
    checked.set(token, { ...bearer, until: Math.min(Date.now() + CHECKED_KEPT_MS, exp * 1000) });
    return bearer;
  };
}

/** An issuer's address as accounts know it: a slash at the end makes no difference. */
export const withoutSlash = (url: string): string => url.replace(/\/$/, '');

/** The keys come only from the issuer that the token names. */
function issuerOf(token: string, issuers: readonly TokenIssuer[]): TokenIssuer | undefined {
  try {
    const named = decodeJwt(token).iss;
    return issuers.find(({ issuer }) => typeof named === 'string' && withoutSlash(issuer) === withoutSlash(named));
  } catch {
    return undefined;
  }
}

async function verified(token: string, { issuer, audience, algorithms, keys }: TokenIssuer): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: [withoutSlash(issuer), `${withoutSlash(issuer)}/`],
      audience,
      algorithms: [...algorithms],
      requiredClaims: ['sub', 'exp'],
      clockTolerance: 5,
    });
    if (isAccessToken(protectedHeader, payload)) return payload;
  } catch (error) {
    if (error instanceof RegistryError) throw error;
  }
  throw rejected();
}
