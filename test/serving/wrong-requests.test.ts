import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { keptLog } from '../kit/subscriber.ts';

const log = keptLog();
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ logger: log.logger });
});
afterAll(async () => registry.stop());

const json = { 'content-type': 'application/json' };
const post = (payload: string | Buffer, headers: Record<string, string> = json) =>
  registry.http({ method: 'POST', url: '/graphql', headers, payload });
const asked = JSON.stringify({ query: '{ viewer { role } }' });

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
      ['th', 'คำขอแบบ "GET" ใช้ได้เฉพาะการสอบถาม โปรดใช้ "POST"'],
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
