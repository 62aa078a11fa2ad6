import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { WebSocket } from 'ws';
import { type Registry, startRegistry } from '../kit/registry.ts';

const PAGE = 'https://plan.example.go.th';
const OTHER = 'https://elsewhere.example';
let registry: Registry;
let edition: string;
beforeAll(async () => {
  registry = await startRegistry({ http: { allowedOrigins: [PAGE] } });
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
      const answer: any = await response.json();
      expect(answer.data.agencies.edges.length).toBeGreaterThan(5);
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
