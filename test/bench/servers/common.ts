import { createRemoteJWKSet, jwtVerify } from 'jose';

/** What a peer is started with. */
const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the servers of the bench are started by \`npm run bench\`.`);
  return value;
};

export const environment = () => ({
  databaseUrl: need('DATABASE_URL'),
  issuer: need('OIDC_ISSUER'),
  audience: need('OIDC_AUDIENCE'),
  poolSize: Number(need('POOL_SIZE')),
});

/** Who asks: what the row-level security policies and the audit trail need to know. */
export type Claims = { readonly accountId: string; readonly role: string; readonly agencyId: string | null };

export type Verify = (authorization: string | undefined) => Promise<Claims>;

/** Checks a request's bearer token as our own server does: the same library, the same keys. */
export async function tokenVerifier({ issuer, audience }: { issuer: string; audience: string }): Promise<Verify> {
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  const document: { jwks_uri: string } = await discovery.json();
  const keys = createRemoteJWKSet(new URL(document.jwks_uri));
  return async (authorization) => {
    const token = authorization?.startsWith('Bearer ') ? authorization.slice(7) : '';
    const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ['RS256'], clockTolerance: 5 });
    return {
      accountId: String(payload.account_id),
      role: String(payload.role),
      agencyId: typeof payload.agency_id === 'string' ? payload.agency_id : null,
    };
  };
}

/** The claims as the policies and the audit triggers read them, as in tenancy/scope.ts. */
export const settingsOf = ({ accountId, role, agencyId }: Claims) => ({
  'app.agency': agencyId ?? '',
  'app.floor': role === 'CENTRE' ? '1' : '',
  'app.duty': role === 'CENTRE' ? 'centre' : '',
  'app.account': accountId,
  'app.role': role,
});

/** Says where the server listens, and ends it when the bench does. */
export function announce(port: number): void {
  process.stdout.write(`ready http://127.0.0.1:${port}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
  process.once('disconnect', () => process.exit(0));
}
