import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readConfig } from '@registry/api/config.ts';
import { clockAt } from '../kit/clock.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { startLyingProvider } from './lying-provider.ts';
import { openStage, type Stage } from './stage.ts';
import { type Seen, visitor } from './visitor.ts';

const CLIENT = 'registry-pages';
const names = { nameTh: 'ระบบของหน่วยงาน <ทดสอบ>', nameEn: 'Provider of an agency' };

let lying: Awaited<ReturnType<typeof startLyingProvider>>;
let stage: Stage;
let registry: Registry;
beforeAll(async () => {
  lying = await startLyingProvider(CLIENT);
  const client = { id: CLIENT, secret: null };
  stage = await openStage({
    providers: [
      { key: 'agency', issuer: lying.issuer, audience: null, client, ...names },
      { key: 'gone', issuer: 'http://127.0.0.1:9', audience: null, client, ...names },
    ],
  });
  ({ registry } = stage);
});
afterAll(async () => {
  await stage.stop();
  await lying.stop();
});

const AT_MAIN = '/sign-in?provider=main';
const sessions = () => registry.rows('SELECT subject FROM "BrowserSession"');

/** Nobody is signed in, and a page says so in both languages and leads back to sign-in. */
async function expectRefused({ status, body }: Seen, wanted = 401): Promise<void> {
  expect([
    status,
    /<a href="\/sign-in">/.test(body),
    /not signed in/i.test(body),
    /ลงชื่อเข้าใช้ไม่สำเร็จ/.test(body),
  ]).toEqual([wanted, true, true, true]);
  expect(await sessions()).toEqual([]);
}

describe('sign-in', () => {
  it('offers every provider by its name in both languages, and takes none from the address', async () => {
    const { status, body, headers } = await visitor(stage.publicUrl).visit('/sign-in?to=/%3Fsaved=1');
    expect(status).toBe(200);
    expect(body).toContain('ระบบของหน่วยงาน &lt;ทดสอบ&gt;');
    expect(body).toContain('Provider of an agency');
    expect(body).toContain('/sign-in?provider=main&amp;to=%2F%3Fsaved%3D1');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'none'/);
    const unknown = await visitor(stage.publicUrl).visit('/sign-in?provider=https://elsewhere.example');
    expect([unknown.status, unknown.body.includes('elsewhere')]).toEqual([200, false]);
  });

  it('leads to no address but the registry’s own', async () => {
    const person = visitor(stage.publicUrl);
    const asked = [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/%09/elsewhere.example',
      'javascript:alert(1)',
    ];
    for (const to of [...asked, '/graphql', '/?open=1']) {
      const address = `${AT_MAIN}&${new URLSearchParams({ to })}`;
      const seen = person.cookies.has('_session')
        ? await person.visit(address)
        : await person.signIn('traveller', address);
      expect([to, seen.url]).toEqual([to, `${stage.publicUrl}${to === '/?open=1' ? to : '/'}`]);
    }
    await registry.rows('DELETE FROM "BrowserSession"');
  });

  it('is refused when the answer of the provider was asked for in another browser, or by nobody', async () => {
    const victim = visitor(stage.publicUrl);
    const back = await victim.signIn('editor', AT_MAIN, false);
    const next = back.headers.get('location') ?? '';
    const callback = new URL(next, back.url).href;
    const returned = callback.startsWith(stage.publicUrl)
      ? callback
      : ((await victim.visit(callback, { follow: false })).headers.get('location') ?? '');
    expect(returned).toMatch(/\/sign-in\/callback\?code=/);
    await expectRefused(await visitor(stage.publicUrl).visit(returned));
    const attacked = visitor(stage.publicUrl);
    await attacked.visit(AT_MAIN);
    await expectRefused(await attacked.visit(returned));
    const forged = new URL(returned);
    forged.searchParams.set('state', 'forged');
    await expectRefused(await victim.visit(forged.href));
  });

  it('takes what the provider answers once: opened again, even by whoever kept every cookie, it signs nobody in', async () => {
    const person = visitor(stage.publicUrl);
    const back = await person.signIn('editor', AT_MAIN, false);
    const [again, kept] = [new URL(back.headers.get('location') ?? '', back.url).href, new Map(person.cookies)];
    const arrived = await person.visit(again, { follow: false });
    const callback = again.startsWith(stage.publicUrl) ? again : (arrived.headers.get('location') ?? '');
    if (callback !== again) await person.visit(callback, { follow: false });
    expect(await sessions()).toEqual([{ subject: 'editor' }]);
    await registry.rows('DELETE FROM "BrowserSession"');
    await expectRefused(await person.visit(callback));
    const thief = visitor(stage.publicUrl);
    for (const [name, value] of kept) thief.cookies.set(name, value);
    await expectRefused(await thief.visit(callback));
  });

  it('is done in each of two tabs that began it at once, whichever comes back first', async () => {
    lying.says({});
    const person = visitor(stage.publicUrl);
    const first = await person.visit('/sign-in?provider=agency&to=/%3Ftab=1', { follow: false });
    const second = await person.visit('/sign-in?provider=agency&to=/%3Ftab=2', { follow: false });
    for (const [tab, begun] of [
      [2, second],
      [1, first],
    ] as const)
      expect((await person.visit(begun.headers.get('location') ?? '')).url).toBe(`${stage.publicUrl}/?tab=${tab}`);
    expect(await sessions()).toEqual([{ subject: 'editor' }]);
    await registry.rows('DELETE FROM "BrowserSession"');
  });

  it('that nobody ends leaves a browser eight cookies at most, whatever else it has', async () => {
    const person = visitor(stage.publicUrl);
    person.cookies.set('registry-sign-in-of-nobody!', '1');
    for (let tab = 0; tab < 20; tab += 1) {
      await person.visit('/sign-in?provider=agency', { follow: false });
      expect(person.cookies.size).toBeLessThanOrEqual(9);
    }
  });

  it('is not done when the person goes back, which a page says', async () => {
    const person = visitor(stage.publicUrl);
    const login = await person.visit(AT_MAIN);
    const [, abort = ''] = /href="([^"]+\/abort)"/.exec(login.body) ?? [];
    await expectRefused(await person.visit(new URL(abort, login.url).href));
  });

  it('believes no ID token of another client or sign-in, of another issuer or key, or that has expired', async () => {
    const lies: [Record<string, unknown>, { isForged?: boolean }?][] = [
      [{ aud: 'another-client' }],
      [{ aud: [CLIENT, 'another-client'], azp: 'another-client' }],
      [{ nonce: 'of-another-sign-in' }],
      [{ iss: 'https://elsewhere.example' }],
      [{ exp: 1 }],
      [{}, { isForged: true }],
    ];
    for (const [claims, how] of lies) {
      lying.says(claims, how);
      await expectRefused(await visitor(stage.publicUrl).visit('/sign-in?provider=agency'));
    }
    lying.says({});
    expect((await visitor(stage.publicUrl).visit('/sign-in?provider=agency')).url).toBe(`${stage.publicUrl}/`);
    const [session] = await registry.rows('SELECT issuer, subject FROM "BrowserSession"');
    expect(session).toEqual({ issuer: lying.issuer, subject: 'editor' });
    await registry.rows('DELETE FROM "BrowserSession"');
  });

  it('says that a provider cannot be reached, and when to try again', async () => {
    const seen = await visitor(stage.publicUrl).visit('/sign-in?provider=gone');
    expect(seen.headers.get('retry-after')).toBe('5');
    await expectRefused(seen, 503);
  });

  it('goes on after the provider has changed its keys', async () => {
    const before = visitor(stage.publicUrl);
    await before.signIn('first', AT_MAIN);
    await stage.provider.rotateKeys();
    // Keys are not asked for again within half a minute.
    clockAt(Date.now() + 31_000);
    try {
      const after = visitor(stage.publicUrl);
      expect((await after.signIn('second', AT_MAIN)).url).toBe(`${stage.publicUrl}/`);
    } finally {
      jest.useRealTimers();
    }
    expect(await sessions()).toEqual([{ subject: 'first' }, { subject: 'second' }]);
    await registry.rows('DELETE FROM "BrowserSession"');
  });

  it('is not there where no provider knows the registry as a client', async () => {
    const off = await startRegistry({ database: registry.database });
    for (const url of ['/sign-in', '/sign-in/callback', '/sign-in/session'])
      expect((await off.http({ url })).statusCode).toBe(404);
    const headers = { cookie: `registry-session=${'A'.repeat(43)}`, 'sec-fetch-site': 'same-origin' };
    expect((await off.public('{ viewer { role } }', {}, headers)).data.viewer.role).toBe('PUBLIC');
    await off.stop();
  });
});

describe('the settings of sign-in', () => {
  const one = { OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'registry' };
  const more = { key: 'thaid', issuer: 'https://thaid.example', clientId: 'registry', nameTh: 'ไทยดี', nameEn: 'ThaID' };

  it('name several providers', () => {
    const { identityProviders, browserSignIn } = readConfig({
      ...one,
      OIDC_CLIENT_ID: 'pages',
      OIDC_CLIENT_SECRET: 'secret',
      OIDC_PROVIDERS: JSON.stringify([more]),
      PUBLIC_URL: 'https://registry.example/',
      SESSION_HOURS: '8',
    });
    expect(identityProviders).toMatchObject([
      { key: 'main', issuer: 'https://id.example', audience: 'registry', client: { id: 'pages', secret: 'secret' } },
      { key: 'thaid', audience: null, client: { id: 'registry', secret: null }, nameTh: 'ไทยดี' },
    ]);
    expect(browserSignIn).toEqual({
      publicUrl: 'https://registry.example',
      limits: { idleSeconds: 1_800, lifeSeconds: 28_800 },
    });
  });

  it('are refused where people could not sign in, or others could listen', () => {
    const refused: [Record<string, string>, RegExp][] = [
      [{ ...one, OIDC_CLIENT_ID: 'pages', HOST: '0.0.0.0' }, /PUBLIC_URL/],
      [{ PUBLIC_URL: 'http://registry.example' }, /PUBLIC_URL/],
      [{ PUBLIC_URL: 'https://registry.example/path' }, /PUBLIC_URL/],
      [{ OIDC_CLIENT_ID: 'pages' }, /OIDC_ISSUER/],
      [{ ...one, OIDC_CLIENT_SECRET: 'secret' }, /OIDC_CLIENT_ID/],
      [{ ...one, OIDC_PROVIDERS: JSON.stringify([{ ...more, issuer: 'https://id.example/' }]) }, /OIDC_PROVIDERS/],
      [{ OIDC_PROVIDERS: JSON.stringify([more, more]) }, /OIDC_PROVIDERS/],
      [{ OIDC_PROVIDERS: JSON.stringify([{ ...more, clientID: 'x' }]) }, /OIDC_PROVIDERS/],
      [{ OIDC_PROVIDERS: JSON.stringify([{ ...more, key: 'main' }]) }, /OIDC_PROVIDERS/],
      [{ OIDC_PROVIDERS: 'nonsense' }, /OIDC_PROVIDERS/],
    ];
    for (const [env, why] of refused) expect(() => readConfig(env)).toThrow(why);
    expect(() => readConfig({ OIDC_PROVIDERS: 'secret-in-the-wrong-place' })).not.toThrow(/secret-in/);
  });
});
