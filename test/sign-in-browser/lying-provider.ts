import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const LATER_SECONDS = 300;

/** A provider that answers every code with an ID token of one's choice: what a real one never does. */
export async function startLyingProvider(clientId: string) {
  const [published, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const key = { ...(await exportJWK(published.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  let issuer = '';
  let lie: (nonce: string) => Promise<string> = async () => '';
  const nonces = new Map<string, string>();
  const answers: Readonly<Record<string, () => unknown>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({ keys: [key] }),
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/authorize') {
      const { state = '', nonce = '', redirect_uri = '' } = Object.fromEntries(url.searchParams);
      nonces.set('code', nonce);
      return response
        .writeHead(302, { location: `${redirect_uri}?${new URLSearchParams({ code: 'code', state })}` })
        .end();
    }
    response.setHeader('content-type', 'application/json');
    const token = async () => ({
      access_token: 'of-no-use',
      token_type: 'bearer',
      id_token: await lie(nonces.get('code') ?? ''),
    });
    const answer = url.pathname === '/token' ? await token() : answers[url.pathname]?.();
    response.statusCode = answer === undefined ? 404 : 200;
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;

  return {
    issuer,
    /** Answers from now on with a token that differs from a good one in these claims, or in the key that signs it. */
    says(claims: Record<string, unknown>, { isForged = false } = {}): void {
      lie = (nonce) => {
        const now = Math.floor(Date.now() / 1000);
        const good = { iss: issuer, aud: clientId, sub: 'editor', iat: now, exp: now + LATER_SECONDS, nonce };
        return new SignJWT({ ...good, ...claims })
          .setProtectedHeader({ alg: 'RS256', kid: 'one' })
          .sign(isForged ? other.privateKey : published.privateKey);
      };
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
