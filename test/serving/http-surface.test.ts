import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { WebSocket } from 'ws';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { keptLog } from '../kit/subscriber.ts';

const PAGE = 'https://plan.example.go.th';
const OTHER = 'https://elsewhere.example';
const log = keptLog();
let registry: Registry;
let edition: string;
beforeAll(async () => {
  registry = await startRegistry({ logger: log.logger, http: { allowedOrigins: [PAGE] } });
  edition = (await registry.public('{ editions(first: 1) { edges { node { address } } } }')).data.editions.edges[0].node
    .address;
});
afterAll(async () => registry.stop());

const json = { 'content-type': 'application/json' };
const post = (payload: string | Buffer, headers: Record<string, string> = json) =>
  registry.http({ method: 'POST', url: '/graphql', headers, payload });
const asked = JSON.stringify({ query: '{ viewer { role } }' });

describe('pages of other sites', () => {
  const preflight = (url: string, origin: string) =>
    registry.http({
      method: 'OPTIONS',
      url,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, content-type, x-agency, idempotency-key',
      },
    });

  it('may ask when their origin is allowed, and read what is said beside the answer', async () => {
    const { statusCode, headers } = await preflight('/graphql', PAGE);
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([204, PAGE]);
    expect(headers['access-control-allow-headers']).toBe('authorization, content-type, x-agency, idempotency-key');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    const answer = await post(asked, { ...json, origin: PAGE });
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': PAGE,
      'access-control-expose-headers': expect.stringMatching(/x-request-id.*ratelimit.*retry-after/),
      vary: expect.stringContaining('Origin'),
    });
    const refused = await post(asked, { ...json, origin: PAGE, authorization: 'Bearer a.b.c' });
    expect([refused.statusCode, refused.headers['access-control-allow-origin']]).toEqual([401, PAGE]);
  });

  it('may not when it is not, nor when none is', async () => {
    expect((await preflight('/graphql', OTHER)).headers).not.toHaveProperty('access-control-allow-origin');
    expect((await post(asked, { ...json, origin: OTHER })).headers).not.toHaveProperty('access-control-allow-origin');
    const closed = await startRegistry({ database: registry.database });
    const { statusCode, headers } = await closed.http({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin: PAGE },
    });
    expect([statusCode, headers.allow]).toEqual([204, 'GET, HEAD, POST']);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    await closed.stop();
  });

  it('may all read what is published', async () => {
    const { statusCode, headers } = await registry.http({ url: edition, headers: { origin: OTHER } });
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([200, '*']);
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  it('open sockets by the same rule', async () => {
    const outcome = (origin: string) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${registry.base.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
          origin,
        });
        socket.on('open', () => resolve('open'));
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
        socket.on('error', () => undefined);
      });
    expect(await outcome(PAGE)).toBe('open');
    expect(await outcome(OTHER)).toBe(403);
  });
});

describe('an answer', () => {
  const long =
    '{ framework { dimensions { titleTh missions { titleTh } } } agencies(first: 100) { edges { node { code nameTh nameEn } } } }';
  const raw = async (encoding: string, method = 'POST', more: Record<string, string> = {}) => {
    const url =
      method === 'POST'
        ? '/graphql'
        : `/graphql?query=${encodeURIComponent('{ riskMethods { titleTh version } holidays(from: "2025-01-01", to: "2026-01-01") { date nameTh } }')}`;
    const response = await fetch(registry.base + url, {
      method,
      headers: { ...json, 'apollo-require-preflight': '1', 'accept-encoding': encoding, ...more },
      ...(method === 'POST' ? { body: JSON.stringify({ query: long }) } : {}),
    });
    return response;
  };

  it('is compressed as its reader prefers, and says so', async () => {
    const sizes: Record<string, number> = {};
    for (const [accepted, expected] of [
      ['identity', null],
      ['gzip', 'gzip'],
      ['br, gzip', 'br'],
      ['gzip;q=1, br;q=0.5', 'gzip'],
      ['br;q=0, gzip;q=0', null],
      ['GZIP', 'gzip'],
      ['zstd', null],
    ] as const) {
      const response = await raw(accepted);
      expect([accepted, response.headers.get('content-encoding')]).toEqual([accepted, expected]);
      expect(response.headers.get('vary')).toContain('accept-encoding');
      sizes[accepted] = Number(response.headers.get('content-length'));
      expect((await response.json()).data.agencies.edges.length).toBeGreaterThan(5);
    }
    console.info('bytes', sizes);
    expect(sizes['br, gzip']).toBeLessThan((sizes.identity ?? 0) / 3);
    expect(sizes.gzip).toBeLessThan((sizes.identity ?? 0) / 3);
  });

  it('that is short is not compressed', async () => {
    expect((await post(asked, { ...json, 'accept-encoding': 'br' })).headers).not.toHaveProperty('content-encoding');
  });

  it('that may be given again has a tag for each encoding, and any of them is known again', async () => {
    const tags = new Set<string>();
    for (const encoding of ['identity', 'gzip', 'br']) {
      const response = await raw(encoding, 'GET');
      tags.add(response.headers.get('etag') ?? '');
      await response.arrayBuffer();
    }
    expect(tags.size).toBe(3);
    for (const tag of tags) {
      expect(tag).toMatch(/^"[\w-]+"$/);
      expect((await raw('br', 'GET', { 'if-none-match': tag })).status).toBe(304);
    }
  });

  it('of an edition is compressed too, and is the same bytes when it is unpacked', async () => {
    const plain = Buffer.from(
      await (await fetch(registry.base + edition, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer(),
    );
    const { request } = await import('node:http');
    for (const [encoding, unpack] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const bytes = await new Promise<Buffer>((resolve) =>
        request(registry.base + edition, { headers: { 'accept-encoding': encoding } }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('end', () => resolve(Buffer.concat(chunks)));
        }).end(),
      );
      expect(bytes.byteLength).toBeLessThan(plain.byteLength / 2);
      expect(unpack(bytes).equals(plain)).toBe(true);
    }
  });
});

describe('an address', () => {
  it.each([
    ['GET', '/%zz', 400, 'BAD_REQUEST'],
    ['GET', '/editions/%zz', 400, 'BAD_REQUEST'],
    ['GET', '/nowhere', 404, 'NOT_FOUND'],
    ['GET', '//graphql', 404, 'NOT_FOUND'],
    ['GET', '/ide/..%2f..%2fpackage.json', 404, 'NOT_FOUND'],
    ['PUT', '/graphql', 405, 'METHOD_NOT_ALLOWED'],
    ['DELETE', '/graphql/', 405, 'METHOD_NOT_ALLOWED'],
    ['PATCH', '/graphql?query={__typename}', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/health/live', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/demo/token', 405, 'METHOD_NOT_ALLOWED'],
    ['DELETE', '/editions/x', 405, 'METHOD_NOT_ALLOWED'],
    ['QUERY', '/graphql', 405, 'METHOD_NOT_ALLOWED'],
    ['QUERY', '/nowhere', 404, 'NOT_FOUND'],
  ])('is answered in the shape of every error: %s %s', async (method, url, status, code) => {
    const { statusCode, headers, body } = await registry.http({ method, url });
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([status, code]);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    if (status === 405) expect(headers.allow).toMatch(/GET|POST/);
  });

  it.each([
    ['of JSON', 'application/json', asked],
    ['of no JSON', 'application/json', '{'],
    ['of another type', 'text/plain', asked],
    ['of a type that is none', 'nonsense', asked],
    ['without a type', '', asked],
  ])('takes no other method, whatever is sent with it: a body %s', async (_what, type, payload) => {
    for (const method of ['QUERY', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      const headers = { 'content-type': type };
      const { statusCode, headers: said, body } = await registry.http({ method, url: '/graphql', headers, payload });
      expect([method, statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([
        method,
        405,
        'METHOD_NOT_ALLOWED',
      ]);
      expect(said.allow).toBe('GET, HEAD, POST');
    }
  });

  it('refuses a change by GET as what it is: another method', async () => {
    const search = new URLSearchParams({ query: 'mutation { __typename }' });
    const said = async (language: string) =>
      registry.http({
        url: `/graphql?${search}`,
        headers: { 'apollo-require-preflight': '1', 'accept-language': language },
      });
    for (const [language, message] of [
      ['en', 'GET is for queries: send this by POST.'],
      ['th', 'คำขอแบบ "GET" ใช้ได้เฉพาะการสอบถาม กรุณาใช้ "POST"'],
    ] as const) {
      const { statusCode, headers, body } = await said(language);
      expect([statusCode, headers.allow]).toEqual([405, 'POST']);
      expect(JSON.parse(body).errors).toEqual([{ message, extensions: { code: 'METHOD_NOT_ALLOWED' } }]);
    }
  });

  it('may end with a slash', async () => {
    const slash = await registry.http({ method: 'POST', url: '/graphql/', headers: json, payload: asked });
    expect([slash.statusCode, slash.json().data.viewer.role]).toEqual([200, 'PUBLIC']);
  });
});

describe('a request that is wrong', () => {
  const bodies: readonly (readonly [string, string | Buffer, number])[] = [
    ['null', 'null', 400],
    ['a number', '7', 400],
    ['a text', '"{ viewer { role } }"', 400],
    ['a list', '[]', 400],
    ['nothing but blanks', '   ', 400],
    ['half a value', '{"query":', 400],
    ['no query', '{}', 400],
    ['a query that is a list', '{"query":["{ viewer { role } }"]}', 400],
    ['a query that is empty', '{"query":""}', 400],
    ['a query that is null', '{"query":null}', 400],
    ['variables that are a text', JSON.stringify({ query: '{ viewer { role } }', variables: 'x' }), 400],
    ['variables that are a list', JSON.stringify({ query: '{ viewer { role } }', variables: [1] }), 400],
    ['variables that are a number', JSON.stringify({ query: '{ viewer { role } }', variables: 7 }), 400],
    ['extensions that are a text', JSON.stringify({ query: '{ viewer { role } }', extensions: 'x' }), 400],
    ['a name that is a number', JSON.stringify({ query: '{ viewer { role } }', operationName: 7 }), 400],
    [
      'letters that are no UTF-8',
      Buffer.concat([
        Buffer.from('{"query":"{ agency(code: \\"'),
        Buffer.from([0xe0, 0xb8]),
        Buffer.from('\\") { code } }"}'),
      ]),
      400,
    ],
    ['JSON nested 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400],
  ];

  it.each(bodies)(
    'is told so by its status and in the usual shape, and is no event for the log: %s',
    async (_name, body, status) => {
      const lines = log.lines.length;
      const { statusCode, body: text } = await post(body);
      expect(statusCode).toBe(status);
      const [error] = JSON.parse(text).errors;
      expect(error.extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
      expect(error.message).toMatch(/[\u0e00-\u0e7f]/);
      expect(log.lines.slice(lines).filter(({ level }) => level >= 40)).toEqual([]);
    },
  );

  it.each([
    ['a form', 'query={viewer{role}}', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', asked, { 'content-type': 'text/plain' }],
    ['bare GraphQL', '{ viewer { role } }', { 'content-type': 'application/graphql' }],
    ['another alphabet', asked, { 'content-type': 'application/json; charset=utf-16' }],
    ['packed', gzipSync(asked), { ...json, 'content-encoding': 'gzip' }],
    ['a type that is none', asked, { 'content-type': 'nonsense' }],
  ])('is 415 when it is %s', async (_name, body, headers) => {
    const { statusCode, body: text } = await post(body, headers);
    expect([statusCode, JSON.parse(text).errors[0].extensions.code]).toEqual([415, 'BAD_REQUEST']);
  });

  it.each([
    ['without the header that other sites cannot send', '?query={__typename}', {}],
    ['with variables that are no JSON', '?query={__typename}&variables={', { 'apollo-require-preflight': '1' }],
    ['with two queries', '?query={__typename}&query={__typename}', { 'apollo-require-preflight': '1' }],
    ['for HTML', '?query={__typename}', { 'apollo-require-preflight': '1', accept: 'text/html' }],
  ])('is told why in both languages when it is a GET %s', async (_name, search, headers) => {
    const { statusCode, body } = await registry.http({ url: `/graphql${search}`, headers });
    expect([400, 406]).toContain(statusCode);
    const [{ message, extensions }] = JSON.parse(body).errors;
    expect(extensions.code).toBe('BAD_REQUEST');
    // Names stand in quotes in the Thai half.
    expect(message.replace(/"[^"]*"/g, '')).toMatch(/^[^A-Za-z]+ · [\x20-\x7e]+$/);
  });

  it('by the hash of a persisted query is refused in the words that clients know', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    for (const language of ['th', 'en']) {
      const { body } = await post(JSON.stringify({ extensions }), { ...json, 'accept-language': language });
      expect(JSON.parse(body).errors[0]).toMatchObject({
        message: 'PersistedQueryNotSupported',
        extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
      });
    }
  });

  it.each([
    [
      'another operation',
      'query A { viewer { role } } subscription B($b: Boolean!) { statusChanged @skip(if: $b) { id } }',
    ],
    ['no variable', 'query A { viewer { role } } subscription B { statusChanged @include(if: $b) { id } }'],
    [
      'a fragment',
      'query A { viewer { role } } subscription B { ...F } fragment F on Subscription { ... @skip { __typename } ...F }',
    ],
  ])('for a subscription under a condition is no error of the registry’s, also by %s', async (_name, query) => {
    const lines = log.lines.length;
    const { statusCode, body } = await post(JSON.stringify({ query, operationName: 'A' }));
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(log.lines.slice(lines).filter(({ level }) => level >= 40)).toEqual([]);
  });

  it('is told where subscriptions go', async () => {
    for (const query of ['subscription { statusChanged { id } }', 'subscription { statusChanged { __typename } }']) {
      const { status, errors, data } = await registry.as('centre')(query);
      expect([status, errors[0]?.extensions.code, data]).toEqual([400, 'BAD_REQUEST', null]);
      expect(errors[0]?.message).toContain('WebSocket');
    }
  });

  it('may say its charset, and begin with a mark of its byte order', async () => {
    for (const type of ['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'APPLICATION/JSON'])
      expect((await post(asked, { 'content-type': type })).statusCode).toBe(200);
    expect((await post(`\uFEFF${asked}`)).statusCode).toBe(200);
  });
});

describe('GraphQL over HTTP', () => {
  it('passes every MUST of the audits of graphql-http', async () => {
    const audits = serverAudits({
      url: `${registry.base}/graphql`,
      // Browsers must ask leave before they send this header: queries by GET need it, as the guide says.
      fetchFn: (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { 'apollo-require-preflight': '1', ...init.headers } }),
    });
    const results = await Promise.all(audits.map(({ fn }) => fn()));
    const failed = results.filter(({ status }) => status !== 'ok').map(({ name, status }) => `${status}: ${name}`);
    console.info(`${results.length} audits, not passed:`, failed);
    expect(results.length).toBeGreaterThan(50);
    expect(failed.filter((each) => each.includes('MUST'))).toEqual([]);
  });
});
