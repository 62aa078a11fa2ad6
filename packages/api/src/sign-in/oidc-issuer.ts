import { RegistryError } from '@registry/schema/base/errors.ts';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { TokenIssuer } from './authenticate.ts';

/** Asymmetric signatures only: with a shared secret, every verifier could issue tokens. */
export const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

const REACH_MS = 5_000;
/** After a failure, no request tries again or waits for this long. */
const PAUSE_MS = 1_000;
/** How long keys that were fetched are good while the provider cannot be asked for newer ones. */
const STALE_MS = 3_600_000;

const discoveryDocument = z.object({ jwks_uri: z.url() });

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

const unreachable = () =>
  new RegistryError(
    'UNAVAILABLE',
    {
      th: 'ติดต่อระบบยืนยันตัวตนไม่ได้ชั่วคราว โทเคนอาจยังใช้ได้ โปรดลองใหม่ภายหลัง',
      en: 'The identity provider cannot be reached: the token may be good, try again in a moment.',
    },
    [],
    { refusesRequest: true },
  );

/** What `jose` throws of a token rather than of the provider: its key is not among the provider's, or of a kind it cannot use. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

async function discover(issuer: string): Promise<RemoteKeys> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(REACH_MS),
  });
  if (!response.ok) throw new Error(`The discovery document was answered with ${response.status}.`);
  const { jwks_uri: jwksUri } = discoveryDocument.parse(await response.json());
  return createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: REACH_MS });
}

type Provider = { readonly issuer: string; readonly audience: string | null; readonly keys: JWTVerifyGetKey };

/** The providers whose access tokens are accepted: those for whom the registry is an audience. */
export const issuersOfTokens = (providers: readonly Provider[]): readonly TokenIssuer[] =>
  providers.flatMap(({ issuer, audience, keys }) =>
    audience === null ? [] : [{ issuer, audience, algorithms: ALGORITHMS, keys }],
  );

/** The keys of an identity provider: found by discovery when the first token comes, and refreshed by `jose`. */
export function keysOfProvider(issuer: string, logger: Logger): JWTVerifyGetKey {
  let discovered: Promise<RemoteKeys> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let reachedAt = Number.NEGATIVE_INFINITY;

  const fetched = async (...token: Parameters<JWTVerifyGetKey>) => {
    discovered ??= discover(issuer);
    const keys = await discovered;
    const key = await keys(...token);
    if (keys.fresh) reachedAt = performance.now();
    return key;
  };

  const keptKey = async (...token: Parameters<JWTVerifyGetKey>) => {
    const kept = performance.now() - reachedAt < STALE_MS ? (await discovered)?.jwks() : undefined;
    if (!kept) throw unreachable();
    return createLocalJWKSet(kept)(...token);
  };

  const keys: JWTVerifyGetKey = async (...token) => {
    if (performance.now() - failedAt < PAUSE_MS) return keptKey(...token);
    try {
      return await fetched(...token);
    } catch (error) {
      if (isOfToken(error)) throw error;
      if (performance.now() - failedAt >= PAUSE_MS)
        logger.error({ err: error, issuer }, 'identity provider out of reach');
      failedAt = performance.now();
      // A failed discovery is tried again; keys that were found are still there.
      if (reachedAt === Number.NEGATIVE_INFINITY) discovered = undefined;
      return keptKey(...token);
    }
  };

  return keys;
}
