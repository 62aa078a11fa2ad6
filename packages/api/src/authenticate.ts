import { RegistryError } from '@registry/schema/core/errors.ts';
import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';

/** Whose tokens are accepted, and with which keys they are checked. */
export type TokenIssuer = {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
};

/** Asymmetric signatures only: a shared secret would let whoever can check a token make one. */
const OIDC_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

const discoveryDocument = z.object({ jwks_uri: z.url() });

/** An OpenID Connect issuer; its keys are found by discovery when the first token comes, and refreshed by `jose`. */
export function oidcIssuer({ issuer, audience }: { issuer: string; audience: string }): TokenIssuer {
  let discovered: Promise<JWTVerifyGetKey> | undefined;
  const discover = async (): Promise<JWTVerifyGetKey> => {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(5_000),
    });
    const { jwks_uri: jwksUri } = discoveryDocument.parse(await response.json());
    return createRemoteJWKSet(new URL(jwksUri));
  };
  return {
    issuer,
    audience,
    algorithms: OIDC_ALGORITHMS,
    keys: async (header, token) => {
      discovered ??= discover();
      // A failed discovery is tried again with the next token.
      discovered.catch(() => {
        discovered = undefined;
      });
      return (await discovered)(header, token);
    },
  };
}

const rejected = () =>
  new RegistryError(
    'UNAUTHENTICATED',
    {
      th: 'บัตรผ่าน (token) ไม่ถูกต้องหรือหมดอายุ กรุณาลงชื่อเข้าใช้ใหม่',
      en: 'The token is invalid or has expired: sign in again.',
    },
    [],
    { refusesRequest: true },
  );

/** The subject of a request's bearer token; null when it carries none; UNAUTHENTICATED when the token is not good. */
export async function authenticate(
  authorization: string | undefined,
  issuers: readonly TokenIssuer[],
): Promise<string | null> {
  if (authorization === undefined) return null;
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
  if (!token) throw rejected();
  for (const { issuer, audience, algorithms, keys } of issuers) {
    const payload = await verified(token, keys, { issuer, audience, algorithms: [...algorithms] });
    if (payload?.sub) return payload.sub;
  }
  throw rejected();
}

async function verified(
  token: string,
  keys: JWTVerifyGetKey,
  expected: { issuer: string; audience: string; algorithms: string[] },
): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      ...expected,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: 5,
    });
    return payload;
  } catch {
    return null;
  }
}
