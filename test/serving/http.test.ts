import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '@registry/api/config.ts';
import { startWarnings } from '@registry/api/start/start-warnings.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

describe('the server', () => {
  it('answers health checks, and is not ready without its database', async () => {
    expect((await registry.http({ url: '/health/live' })).statusCode).toBe(200);
    expect((await registry.http({ url: '/health/ready' })).statusCode).toBe(200);
    const lost = await startRegistry();
    await lost.database.drop();
    expect((await lost.http({ url: '/health/live' })).statusCode).toBe(200);
    expect((await lost.http({ url: '/health/ready' })).statusCode).toBe(503);
    const { errors, text } = await lost.public('{ agencies(first: 1) { totalCount } }');
    expect(errors[0]?.extensions.code).toMatch(/^(UNAVAILABLE|INTERNAL_SERVER_ERROR)$/);
    expect(errors[0]?.extensions.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(text).not.toMatch(/prisma|database ".*" does not exist/i);
    await lost.app.close();
  });

  it('serves the IDE from itself alone, under a strict policy', async () => {
    const page = await registry.http({ url: '/', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="https?:\/\//);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
  });

  it('leads whoever opens the address of the API in a browser on to the query editor', async () => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    for (const url of ['/graphql', '/graphql/', '/graphql?query={__typename}']) {
      const page = await registry.http({ url, headers: { accept } });
      expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(page.headers.vary).toContain('accept');
      expect(page.body).toContain('<a href="/">ไปที่หน้าเขียนคำถาม</a>');
      expect(page.body).not.toContain('__typename');
    }
    const head = await registry.http({ method: 'HEAD', url: '/graphql', headers: { accept } });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    const [guessed, ide] = await Promise.all(['/ide', '/'].map((url) => registry.http({ url, headers: { accept } })));
    expect(guessed?.body).toBe(ide?.body);
    // A program is answered as before, whatever else it would take.
    const asked = await registry.http({
      url: '/graphql?query={viewer{role}}',
      headers: { accept, 'apollo-require-preflight': '1' },
    });
    expect(asked.json().data.viewer.role).toBe('PUBLIC');
    const posted = await registry.http({
      method: 'POST',
      url: '/graphql',
      headers: { accept },
      payload: { query: '{ __typename }' },
    });
    expect(posted.json().data).toEqual({ __typename: 'Query' });
  });

  it('answers queries by GET with a header that browsers ask leave for, mutations never', async () => {
    const get = (query: string, headers: Record<string, string>) =>
      registry.http({ url: `/graphql?query=${encodeURIComponent(query)}`, headers });
    expect((await get('{ viewer { role } }', { 'apollo-require-preflight': '1' })).json().data.viewer.role).toBe(
      'PUBLIC',
    );
    expect((await get('{ viewer { role } }', {})).statusCode).toBe(400);
    expect(
      (await get('mutation { __typename }', { 'apollo-require-preflight': '1' })).statusCode,
    ).toBeGreaterThanOrEqual(400);
  });

  it('says what a request costs', async () => {
    const { extensions } = await registry.as('sample-1-viewer')(
      '{ risks(first: 20) { edges { node { mitigations { measureTh } } } } }',
    );
    // The list, twenty edges with a risk each, the fifty mitigations that a risk may have at the most, and a tenth for each of their texts.
    expect(extensions.cost).toEqual({ requested: 1 + 20 * 2 + 20 * 50 + 20 * 5, limit: 500_000 });
  });
});

describe('the configuration', () => {
  it('offers demo sign-in only beside the embedded database and outside production', () => {
    expect(readConfig({}).demoSignIn).toBe(true);
    expect(readConfig({ DEMO_SIGN_IN: '0' }).demoSignIn).toBe(false);
    expect(readConfig({ NODE_ENV: 'production' }).demoSignIn).toBe(false);
    expect(readConfig({ DATABASE_URL: 'postgres://x@y/z' }).demoSignIn).toBe(false);
    expect(readConfig({ DATABASE_URL: 'postgres://x@y/z', DEMO_SIGN_IN: '1' }).demoSignIn).toBe(false);
  });

  it('opens demo sign-in to other machines only when it is asked for, and then says so', () => {
    for (const HOST of ['0.0.0.0', '::', '192.0.2.7', 'registry.example.go.th']) {
      expect(readConfig({ HOST }).demoSignIn).toBe(false);
      expect(readConfig({ HOST, DEMO_SIGN_IN: '1' })).toMatchObject({ demoSignIn: true, isDemoSignInExposed: true });
    }
    for (const HOST of ['127.0.0.1', '127.1.2.3', 'localhost', '::1'])
      expect(readConfig({ HOST })).toMatchObject({ demoSignIn: true, isDemoSignInExposed: false });
  });

  it('warns an operator when nobody can sign in, and when anybody can', () => {
    const warned = (env: Record<string, string>) => startWarnings(readConfig(env)).map(([, en]) => en);
    const provider = { OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'registry' };
    for (const [name, value] of [
      ['NODE_ENV', 'production'],
      ['DATABASE_URL', 'postgres://x@y/z'],
      ['DEMO_SIGN_IN', '0'],
    ] as const) {
      const env = { [name]: value };
      expect(warned(env)).toEqual([expect.stringMatching(/nobody can sign in.*OIDC_ISSUER and OIDC_AUDIENCE/)]);
      expect(warned({ ...env, ...provider })).toEqual([]);
    }
    expect(warned({})).toEqual([]);
    expect(warned({ HOST: '0.0.0.0', DEMO_SIGN_IN: '1' })).toEqual([expect.stringMatching(/any role without/)]);
  });

  it('takes origins and proxies as lists', () => {
    const { http } = readConfig({
      ALLOWED_ORIGINS: 'https://a.example, http://localhost:5173',
      TRUST_PROXY: '10.0.0.0/8',
    });
    expect(http.allowedOrigins).toEqual(['https://a.example', 'http://localhost:5173']);
    expect(http.trustProxy).toEqual(['10.0.0.0/8']);
    expect(readConfig({ TRUST_PROXY: '2' }).http.trustProxy).toBe(2);
    expect(readConfig({}).http).toMatchObject({
      allowedOrigins: [],
      trustProxy: 0,
      requestsPerMinuteOfAddress: 60_000,
    });
    for (const ALLOWED_ORIGINS of ['https://a.example/', 'a.example', '*'])
      expect(() => readConfig({ ALLOWED_ORIGINS })).toThrow(/ALLOWED_ORIGINS/);
    expect(() => readConfig({ TRUST_PROXY: 'nonsense' })).toThrow(/TRUST_PROXY/);
  });

  it('names every variable that is wrong', () => {
    expect(() => readConfig({ PORT: 'eighty', POOL_SIZE: '0' })).toThrow(/PORT.*POOL_SIZE/);
    expect(() => readConfig({ OIDC_ISSUER: 'https://id.example' })).toThrow(/OIDC_AUDIENCE/);
  });

  it.each([
    ['STATEMENT_TIMEOUT_MS', '99999999999999'],
    ['STOP_TIMEOUT_MS', '2147483648'],
    ['REQUEST_WAIT_MS', '2147483648'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['TRUST_PROXY', '10.0.0.0/0'],
    ['OIDC_ISSUER', 'ftp://id.example'],
  ])('refuses what would fail only later: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(name));
  });

  it('takes what is set to nothing as not set', () => {
    expect(readConfig({ PORT: '', DATA_DIR: '', TRUST_PROXY: '' })).toMatchObject({
      port: 4000,
      http: { trustProxy: 0 },
    });
  });

  it('takes the networks of proxies', () => {
    const TRUST_PROXY = 'loopback, 10.0.0.0/8, 2001:db8::/32';
    expect(readConfig({ TRUST_PROXY }).http.trustProxy).toEqual(['loopback', '10.0.0.0/8', '2001:db8::/32']);
  });
});
