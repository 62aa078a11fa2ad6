import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const AUDIENCE = 'registry-bench';
const KEY_ID = 'bench';

/** Whom a token is for. The registry reads `iss` and `sub` alone; the peers, which look nothing up, read their scope from the claims. */
export type Subject = {
  readonly sub: string;
  readonly accountId: string;
  readonly role: 'EDITOR' | 'CENTRE';
  readonly agencyId: string | null;
};

export type Issuer = {
  readonly url: string;
  readonly audience: string;
  tokenFor(subject: Subject): Promise<string>;
  stop(): Promise<void>;
};

/** A small OpenID Connect issuer on the loopback address: discovery, keys, tokens of RS256. */
export async function startIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' }] };
  let url = '';
  const server = createServer((request, response) => {
    const isDiscovery = request.url === '/.well-known/openid-configuration';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isDiscovery ? { issuer: url, jwks_uri: `${url}/jwks` } : keys));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    url,
    audience: AUDIENCE,
    tokenFor: ({ sub, accountId, role, agencyId }) =>
      new SignJWT({ account_id: accountId, role, agency_id: agencyId })
        .setProtectedHeader({ alg: 'RS256', kid: KEY_ID })
        .setIssuer(url)
        .setAudience(AUDIENCE)
        .setSubject(sub)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(privateKey),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
