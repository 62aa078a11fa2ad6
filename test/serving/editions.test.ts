import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
let edition: { address: string; contentHash: string; content: string };
beforeAll(async () => {
  registry = await startRegistry();
  const { data } = await registry.public('{ editions(first: 1) { edges { node { address contentHash content } } } }');
  edition = nodes(data.editions)[0];
});
afterAll(async () => registry.stop());

const identity = { 'accept-encoding': 'identity' };
const immutable = 'public, max-age=31536000, immutable';

describe('the public address of an edition', () => {
  it('answers the bytes whose SHA-256 the edition carries, to anybody, for ever', async () => {
    const response = await fetch(registry.base + edition.address, { headers: identity });
    const body = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(createHash('sha256').update(body).digest('hex')).toBe(edition.contentHash);
    expect(body.toString('utf8')).toBe(edition.content);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('etag')).toBe(`"${edition.contentHash}"`);
    expect(response.headers.get('cache-control')).toBe(immutable);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers every edition by its hash', async () => {
    const rows = await registry.rows<{ id: string; contentHash: string }>('SELECT id, "contentHash" FROM "Edition"');
    for (const { id, contentHash } of rows) {
      const { body } = await registry.http({ url: `/editions/${id}` });
      expect(createHash('sha256').update(body, 'utf8').digest('hex')).toBe(contentHash);
    }
    console.info(`${rows.length} editions, every hash right`);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('says by 304 that a copy is still good, and by HEAD what there is', async () => {
    for (const known of [
      `"${edition.contentHash}"`,
      `W/"${edition.contentHash}"`,
      `"x", "${edition.contentHash}"`,
      '*',
    ]) {
      const kept = await registry.http({ url: edition.address, headers: { ...identity, 'if-none-match': known } });
      expect([known, kept.statusCode, kept.body]).toEqual([known, 304, '']);
      expect(kept.headers).toMatchObject({ etag: `"${edition.contentHash}"`, 'cache-control': immutable });
    }
    const other = await registry.http({ url: edition.address, headers: { 'if-none-match': '"other"' } });
    expect(other.statusCode).toBe(200);
    const head = await registry.http({ method: 'HEAD', url: edition.address, headers: identity });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(head.headers).toMatchObject({
      etag: `"${edition.contentHash}"`,
      'content-length': String(Buffer.byteLength(edition.content)),
    });
  });

  it('has nothing at an unknown or malformed id, and says so as every error is said', async () => {
    for (const id of ['00000000-0000-7000-8000-00000000dead', 'x', '%00', "1'--", '..%2f..%2fetc', 'a'.repeat(100)]) {
      const { statusCode, body, headers } = await registry.http({ url: `/editions/${id}` });
      expect([id, statusCode]).toEqual([id, 404]);
      expect(JSON.parse(body).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it('is counted by the address of the reader, like every request', async () => {
    const strict = await startRegistry({ database: registry.database, limits: { requestsPerMinute: 2 } });
    const statuses = [];
    for (let asked = 0; asked < 3; asked += 1) statuses.push((await strict.http({ url: edition.address })).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
    await strict.stop();
  });
});
