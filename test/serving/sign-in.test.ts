import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { authenticator, type TokenIssuer } from '@registry/api/authenticate.ts';
import { oidcIssuer } from '@registry/api/oidc-issuer.ts';
import { personas } from '@registry/seed/personas.ts';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import { asSuperuser } from '../kit/database-copy.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
let provider: Server;
let issuer: TokenIssuer;
let url: string;
let rsa: Awaited<ReturnType<typeof generateKeyPair>>;

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
  issuer = oidcIssuer({ issuer: url, audience: 'registry', logger: pino({ level: 'silent' }) });
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
    (subject) => subject,
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
    for (const token of [good, good, ending]) expect(await authenticate(`Bearer ${token}`)).toBe('someone');
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

  it('that is not good stops the whole request with 401', async () => {
    const { status, errors } = await registry.public('{ viewer { role } }', {}, { authorization: 'Bearer a.b.c' });
    expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
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

describe('an account', () => {
  // A server of its own: the other one remembers for some seconds who held which role.
  let fresh: Registry;
  beforeAll(async () => {
    fresh = await startRegistry({ database: registry.database });
  });
  afterAll(async () => fresh.stop());

  it('with roles in two agencies acts in the one that X-Agency names, and in no third', async () => {
    await asSuperuser(
      registry.database.superuser,
      `INSERT INTO "Membership" (id, "accountId", "agencyId", role, "createdAt") SELECT gen_random_uuid(), a.id, g.id, 'EDITOR', now()
       FROM "Account" a, "Agency" g WHERE a.sub = 'demo|health-viewer' AND g.code = 'BMA-FINANCE'`,
    );
    const ask = fresh.as('health-viewer');
    const query = '{ viewer { roles agency { code } } plans(first: 5) { edges { node { agency { code } } } } }';
    expect((await ask(query, {}, { 'x-agency': 'BMA-FINANCE' })).data).toEqual({
      viewer: { roles: ['EDITOR'], agency: { code: 'BMA-FINANCE' } },
      plans: { edges: [{ node: { agency: { code: 'BMA-FINANCE' } } }] },
    });
    expect((await ask(query)).data.viewer.agency.code).toBe('BMA-HEALTH');
    const third = await ask(query, {}, { 'x-agency': 'BMA-CHOMTHONG' });
    expect([third.status, third.errors[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('that is disabled, or unknown to the registry, is not let in', async () => {
    await asSuperuser(
      registry.database.superuser,
      `UPDATE "Account" SET disabled = true WHERE sub = 'demo|thonburi-editor'`,
    );
    const { status, errors } = await fresh.as('thonburi-editor')('{ viewer { role } }');
    expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});
