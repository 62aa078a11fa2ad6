import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { keptLog, openSocket } from '../kit/subscriber.ts';

const log = keptLog();
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ logger: log.logger });
});
afterAll(async () => registry.stop());

const viewer = '{ viewer { role } }';
const bad = { authorization: 'Bearer a.b.c' };

const statusesOf = async (times: number, ask: () => Promise<{ status: number }>): Promise<Map<number, number>> => {
  const counts = new Map<number, number>();
  for (let asked = 0; asked < times; asked += 50) {
    const batch = await Promise.all(Array.from({ length: Math.min(50, times - asked) }, ask));
    for (const { status } of batch) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
};

describe('an address that sends bad tokens', () => {
  it('gets 429 after a few hundred of them, while good tokens from there are still taken', async () => {
    const counts = await statusesOf(1_000, () => registry.public(viewer, {}, bad));
    expect([...counts]).toEqual([
      [401, 300],
      [429, 700],
    ]);
    const refused = await registry.public(viewer, {}, bad);
    expect(refused.errors[0]?.extensions.code).toBe('RATE_LIMITED');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await registry.as('sample-1-viewer')(viewer)).status).toBe(200);
    const socket = openSocket(registry, bad);
    expect(await socket.closed).toMatchObject({ code: 4429 });
    expect(log.lines.filter(({ level }) => level >= 50)).toEqual([]);
  });
});

describe('whoever asks often', () => {
  it('cannot spend the requests of a minute in a second, and is told what is left', async () => {
    const steady = await startRegistry({ database: registry.database, limits: { requestsPerMinute: 600 } });
    // Its token takes one of the fifty of this second.
    await steady.tokenOf('sample-1-viewer');
    const since = performance.now();
    const counts = await statusesOf(200, () => steady.public(viewer));
    const seconds = Math.ceil((performance.now() - since) / 1000);
    expect(counts.get(200)).toBeGreaterThanOrEqual(49);
    expect(counts.get(200)).toBeLessThanOrEqual(50 * (seconds + 1));
    expect([...counts.keys()].filter((status) => status !== 200 && status !== 429)).toEqual([]);
    const { headers } = await steady.as('sample-1-viewer')(viewer);
    expect(headers['ratelimit-policy']).toBe('"second";q=50;w=1, "minute";q=600;w=60');
    expect(headers.ratelimit).toBe('"second";r=49;t=1, "minute";r=599;t=60');
    await steady.stop();
  });

  it('is counted by address before anything else, for every route but those that say whether the server is well', async () => {
    const strict = await startRegistry({ database: registry.database, http: { requestsPerMinuteOfAddress: 3 } });
    const get = async (url: string) => (await strict.http({ url })).statusCode;
    expect([await get('/demo/personas'), await get('/nowhere'), await get('/')]).toEqual([200, 404, 200]);
    const { statusCode, headers, body } = await strict.http({
      method: 'POST',
      url: '/demo/token',
      payload: { persona: 'sample-1-viewer' },
    });
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await strict.public(viewer, {}, bad)).status).toBe(429);
    expect([await get('/health/live'), await get('/health/ready')]).toEqual([200, 200]);
    await strict.stop();
  });

  it('is counted by the address that a trusted proxy names, and by its own when nobody is trusted', async () => {
    const limits = { requestsPerMinute: 1 };
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const behind = await startRegistry({ database: registry.database, limits, http: { trustProxy: 1 } });
    for (const address of ['192.0.2.1', '192.0.2.2'])
      expect((await behind.public(viewer, {}, from(address))).status).toBe(200);
    expect((await behind.public(viewer, {}, from('192.0.2.1'))).status).toBe(429);
    // Only the last address was written by the proxy; what stands before it the client made up.
    expect((await behind.public(viewer, {}, from('203.0.113.9, 192.0.2.1'))).status).toBe(429);
    await behind.stop();
    const alone = await startRegistry({ database: registry.database, limits });
    expect((await alone.public(viewer, {}, from('192.0.2.1'))).status).toBe(200);
    expect((await alone.public(viewer, {}, from('192.0.2.2'))).status).toBe(429);
    await alone.stop();
  });

  it('is counted for each token of a persona', async () => {
    const strict = await startRegistry({ database: registry.database, limits: { requestsPerMinute: 2 } });
    const sign = async () =>
      (await strict.http({ method: 'POST', url: '/demo/token', payload: { persona: 'centre' } })).statusCode;
    expect([await sign(), await sign(), await sign()]).toEqual([200, 200, 429]);
    await strict.stop();
  });
});
