import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { authenticator, type TokenIssuer } from '@registry/api/sign-in/authenticate.ts';
import { ALGORITHMS, keysOfProvider } from '@registry/api/sign-in/oidc-issuer.ts';
import { personas } from '@registry/seed/people/personas.ts';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { keptLog } from '../kit/subscriber.ts';

let registry: Registry;
let provider: Server;
let issuer: TokenIssuer;
let url: string;
let rsa: Awaited<ReturnType<typeof generateKeyPair>>;

const issuerAt = (address: string): TokenIssuer => ({
  issuer: address,
  audience: 'registry',
  algorithms: ALGORITHMS,
  keys: keysOfProvider(address, pino({ level: 'silent' })),
});

beforeAll(async () => {
  registry = await startRegistry();
  rsa = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(rsa.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  provider = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { jwks_uri: `${url}/keys` }));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const address = provider.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  issuer = issuerAt(url);
});
afterAll(async () => {
  provider.close();
  await registry.stop();
});

const claims = () =>
  new SignJWT()
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuer(url)
    .setAudience('registry')
    .setSubject('someone')
    .setIssuedAt()
    .setExpirationTime('5m');
const outcome = (token: string) =>
  authenticator([issuer])(`Bearer ${token}`).then(
    (bearer) => bearer?.subject,
    (error) => error.code,
  );

describe('a token that was checked', () => {
  it('is known again without its key, is refused once it ends, and vouches for no other token', async () => {
    let asked = 0;
    const counting = {
      ...issuer,
      keys: (...given: Parameters<typeof issuer.keys>) => {
        asked += 1;
        return issuer.keys(...given);
      },
    };
    const authenticate = authenticator([counting]);
    const good = await claims().sign(rsa.privateKey);
    const ending = await claims().setExpirationTime('1s').sign(rsa.privateKey);
    for (const token of [good, good, ending])
      expect(await authenticate(`Bearer ${token}`)).toMatchObject({ issuer: url, subject: 'someone' });
    expect(asked).toBe(2);
    const [header, , signature] = good.split('.');
    const forged = [header, Buffer.from('{"sub":"another"}').toString('base64url'), signature].join('.');
    await expect(authenticate(`Bearer ${forged}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    jest.useFakeTimers({ now: Date.now() + 10_000, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
    try {
      await expect(authenticate(`Bearer ${ending}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('a token', () => {
  it('of the identity provider names its subject', async () => {
    expect(await outcome(await claims().sign(rsa.privateKey))).toBe('someone');
  });

  it('is refused when it is unsigned, expired, endless, of another issuer or audience, signed with another key, or with the public key as a secret', async () => {
    const other = await generateKeyPair('RS256');
    const publicKeyAsSecret = new TextEncoder().encode(JSON.stringify(await exportJWK(rsa.publicKey)));
    const base = () => new SignJWT().setIssuer(url).setAudience('registry').setSubject('someone');
    const bad = [
      new UnsecuredJWT({})
        .setIssuer(url)
        .setAudience('registry')
        .setSubject('someone')
        .setExpirationTime('5m')
        .encode(),
      await claims().setExpirationTime('-1m').sign(rsa.privateKey),
      await base().setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(rsa.privateKey),
      await claims().setIssuer('https://elsewhere').sign(rsa.privateKey),
      await claims().setAudience('elsewhere').sign(rsa.privateKey),
      await claims().sign(other.privateKey),
      await base().setProtectedHeader({ alg: 'RS256', kid: 'two' }).setExpirationTime('5m').sign(rsa.privateKey),
      await base().setProtectedHeader({ alg: 'HS256', kid: 'one' }).setExpirationTime('5m').sign(publicKeyAsSecret),
      await base()
        .setProtectedHeader({ alg: 'RS256', jwk: await exportJWK(rsa.publicKey) })
        .setExpirationTime('5m')
        .sign(other.privateKey),
      'not.a.token',
    ];
    expect(await Promise.all(bad.map(outcome))).toEqual(bad.map(() => 'UNAUTHENTICATED'));
  });

  it('may be sent with its scheme in any case', async () => {
    const token = await registry.tokenOf('sample-1-viewer');
    for (const scheme of ['bearer', 'BEARER', 'Bearer '])
      expect((await registry.public('{ viewer { role } }', {}, { authorization: `${scheme} ${token}` })).status).toBe(
        200,
      );
  });

  it('that only tells a front end who signed in does not let anybody act', async () => {
    for (const claim of [{ nonce: 'n' }, { at_hash: 'h' }, { token_use: 'id' }, { typ: 'ID' }, { azp: 'registry' }]) {
      const idToken = new SignJWT(claim)
        .setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'JWT' })
        .setIssuer(url)
        .setAudience('registry')
        .setSubject('someone')
        .setExpirationTime('5m');
      expect([claim, await outcome(await idToken.sign(rsa.privateKey))]).toEqual([claim, 'UNAUTHENTICATED']);
    }
  });

  it('that is not good stops the whole request with 401, and says how to sign in', async () => {
    for (const authorization of ['Bearer a.b.c', 'Bearer undefined', 'Basic YTpi', 'Bearer']) {
      const { status, errors, headers } = await registry.public('{ viewer { role } }', {}, { authorization });
      expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
      expect(headers['www-authenticate']).toBe('Bearer realm="registry", error="invalid_token"');
    }
  });
});

describe('an identity provider that cannot be reached', () => {
  const codeFrom = (other: TokenIssuer, token: string) =>
    authenticator([other])(`Bearer ${token}`).then(
      (bearer) => bearer?.subject,
      (error) => error.code,
    );

  it('makes the answer 503 and a line in the log, never an order to sign in again', async () => {
    const log = keptLog();
    const gone = 'http://127.0.0.1:9';
    const token = await claims().setIssuer(gone).sign(rsa.privateKey);
    const away = await startRegistry({
      database: registry.database,
      logger: log.logger,
      oidc: { issuer: gone, audience: 'registry' },
    });
    const ask = () => away.public('{ viewer { role } }', {}, { authorization: `Bearer ${token}` });
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    for (const { status, errors, headers } of answers) {
      expect([status, errors[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
      expect(errors[0]?.message).not.toMatch(/sign in again/);
      expect(headers).toHaveProperty('retry-after');
      expect(headers).not.toHaveProperty('www-authenticate');
    }
    expect(log.lines.filter(({ msg }) => msg === 'identity provider out of reach').length).toBe(1);
    // Tokens of others are told apart without it.
    expect((await away.public('{ viewer { role } }', {}, { authorization: 'Bearer a.b.c' })).status).toBe(401);
    expect((await away.as('sample-1-viewer')('{ viewer { role } }')).status).toBe(200);
    await away.stop();
  });

  it('is asked again a moment later, and the keys that it gave go on being good', async () => {
    let isUp = false;
    const jwk = { ...(await exportJWK(rsa.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    const flaky = createServer((request, response) => {
      response.statusCode = isUp ? 200 : 500;
      response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { jwks_uri: `${base}/keys` }));
    });
    await new Promise<void>((resolve) => flaky.listen(0, '127.0.0.1', resolve));
    const address = flaky.address();
    const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const other = issuerAt(base);
    const token = () => claims().setIssuer(base).setJti(randomUUID()).sign(rsa.privateKey);
    expect(await codeFrom(other, await token())).toBe('UNAVAILABLE');
    isUp = true;
    expect(await codeFrom(other, await token())).toBe('UNAVAILABLE');
    await sleep(1_100);
    expect(await codeFrom(other, await token())).toBe('someone');
    isUp = false;
    expect(await codeFrom(other, await token())).toBe('someone');
    flaky.close();
    flaky.closeAllConnections();
  });
});

describe('signing in by persona', () => {
  it('covers every role, and names nobody', async () => {
    const listed = (await registry.http({ url: '/demo/personas' })).json();
    expect(new Set(listed.map(({ role }: { role: string }) => role)).size).toBe(9);
    expect(listed.every(({ name, id }: { name: string; id: string }) => name && id)).toBe(true);
  });

  it.each(personas.map(({ id, role, agencyCode }) => ({ id, role, agencyCode })))(
    'works for $id',
    async ({ id, role, agencyCode }) => {
      const { data, errors } = await registry.as(id)(
        '{ viewer { role roles account { name } agency { code } permissions } }',
      );
      expect(errors).toEqual([]);
      expect([data.viewer.role, data.viewer.agency?.code ?? null]).toEqual([role, agencyCode]);
    },
  );

  it('refuses an unknown persona', async () => {
    const response = await registry.http({ method: 'POST', url: '/demo/token', payload: { persona: 'nobody' } });
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([400, 'INVALID_INPUT']);
  });
});
