import type { JWTHeaderParameters, JWTPayload } from 'jose';

/** What a token may say of itself: `typ` in its header (RFC 9068), or in its claims (Keycloak); `token_use` (Cognito). */
const HEADER_TYPE_OF_ACCESS = /^(application\/)?at\+jwt$/i;
const HEADER_TYPE_OF_ANY = /^(application\/)?jwt$/i;

/** Claims that bind a token to one sign-in at one client (OpenID Connect Core 2 and 3.3): access tokens do not carry them. */
const claimsOfIdTokens = ['nonce', 'at_hash', 'c_hash', 's_hash'];

const isOneOf = (value: unknown, audience: JWTPayload['aud']): boolean =>
  typeof value === 'string' && [audience ?? []].flat().includes(value);

/**
 * Whether a token was issued for an API. An ID token only tells a front end who has signed in: it is kept in browsers and logs, so it must
 * not authorize acts, though the same provider signed it. A token's own type is believed; without one, its claims decide.
 */
export function isAccessToken({ typ }: JWTHeaderParameters, claims: JWTPayload): boolean {
  if (typ !== undefined && HEADER_TYPE_OF_ACCESS.test(typ)) return true;
  if (typ !== undefined && !HEADER_TYPE_OF_ANY.test(typ)) return false;
  const said = claims.typ ?? claims.token_use;
  if (said !== undefined) return said === 'Bearer' || said === 'access';
  if (claimsOfIdTokens.some((name) => claims[name] !== undefined)) return false;
  // Addressed to the client that it was issued to, with nothing that the client may ask for: what an ID token looks like.
  const hasScope = claims.scope !== undefined || claims.scp !== undefined || claims.roles !== undefined;
  return hasScope || !isOneOf(claims.azp ?? claims.client_id, claims.aud);
}
