import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { WebSocket } from 'ws';
import { clockAt } from '../kit/clock.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { keptLog, openSocket, type Socket, signedIn, until } from '../kit/subscriber.ts';

const log = keptLog();
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ logger: log.logger, checkSocketsEveryMs: 1_000 });
});
afterEach(() => void jest.useRealTimers());
afterAll(async () => registry.stop());

/** Moves the clock that tokens and kept memberships are compared with; timers go on as they are. */
const laterBy = (ms: number) => clockAt(Date.now() + ms);

const following = async (persona: string, more: Record<string, unknown> = {}): Promise<Socket> => {
  const socket = await signedIn(registry, persona, more);
  const before = log.listening();
  socket.follow();
  await until(`${persona} listens`, () => log.listening() === before + 1);
  return socket;
};

const change = (agencyCode: string) =>
  registry.rows(`SELECT set_config('app.account', (SELECT id::text FROM "Account" LIMIT 1), false);
     INSERT INTO "StatusChange" (id, "agencyId", "planId", act, "fromStatus", "toStatus", "accountId", role)
     SELECT gen_random_uuid(), p."agencyId", p.id, 'CLOSE', 'PUBLISHED', 'CLOSED', (SELECT id FROM "Account" LIMIT 1), 'APPROVER'
     FROM "Plan" p JOIN "Agency" g ON g.id = p."agencyId" WHERE g.code = '${agencyCode}' LIMIT 1`);

const nobodyListens = () => until('nobody listens', () => log.listening() === 0);

describe('a socket', () => {
  it('is closed without a good token, without a place in the agency named, and without a word', async () => {
    expect(await openSocket(registry, {}).closed).toMatchObject({ code: 4401, reason: 'Sign in first.' });
    expect(await openSocket(registry, { authorization: 'Bearer a.b.c' }).closed).toMatchObject({ code: 4401 });
    const elsewhere = await signedIn(registry, 'sample-1-editor', { 'x-agency': 'SAMPLE-2' });
    expect(await elsewhere.closed).toMatchObject({ code: 4403 });
  });

  it('is closed when the role is taken away, the account disabled or the token over, whether something happens or not', async () => {
    const role = await following('sample-1-viewer');
    const account = await following('sample-1-editor');
    const centre = await following('centre');
    const bystander = await following('sample-2-viewer', { 'X-Agency': 'SAMPLE-2' });
    await registry.rows(`SET session_replication_role = 'replica';
       DELETE FROM "Membership" WHERE "accountId" = (SELECT id FROM "Account" WHERE sub = 'demo|sample-1-viewer');
       UPDATE "Account" SET disabled = true WHERE sub = 'demo|sample-1-editor';
       UPDATE "Membership" SET role = 'ANALYST' WHERE "accountId" = (SELECT id FROM "Account" WHERE sub = 'demo|centre')`);
    laterBy(11_000);
    expect(await role.closed).toMatchObject({ code: 4403 });
    expect(await account.closed).toMatchObject({ code: 4401 });
    expect(await centre.closed).toMatchObject({ code: 4403 });
    await until('the bystander listens alone', () => log.listening() === 1);
    laterBy(3 * 60 * 60_000);
    expect(await bystander.closed).toMatchObject({ code: 4401, reason: expect.stringContaining('sign in again') });
    await nobodyListens();
  });

  it('of whom a role was taken away hears nothing of an event that comes before the next look', async () => {
    const slow = await startRegistry({ database: registry.database, logger: log.logger });
    const socket = await signedIn(slow, 'sample-2-editor');
    const heard = socket.follow();
    await until('it listens', () => log.listening() === 1);
    await registry.rows(
      `SET session_replication_role = 'replica'; UPDATE "Account" SET disabled = true WHERE sub = 'demo|sample-2-editor'`,
    );
    laterBy(11_000);
    await change('SAMPLE-2');
    expect(await socket.closed).toMatchObject({ code: 4401 });
    expect(heard.data).toEqual([]);
    jest.useRealTimers();
    await slow.stop();
  });

  it('follows ten subscriptions at a time, and an account holds twenty sockets', async () => {
    const socket = await signedIn(registry, 'finance-viewer');
    const eleven = Array.from({ length: 11 }, () => socket.follow());
    await until('ten listen and one is refused', () => log.listening() === 10 && eleven.some(({ isOver }) => isOver));
    expect(eleven.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code))).toEqual(['RATE_LIMITED']);
    for (const each of eleven) each.complete();
    await sleep(1_000);
    const again = socket.follow();
    await until('it listens alone', () => log.listening() === 1);
    expect(again.errors).toEqual([]);

    const more = await Promise.all(Array.from({ length: 19 }, () => signedIn(registry, 'finance-viewer')));
    await Promise.all(more.map(({ opened }) => opened));
    expect(await (await signedIn(registry, 'finance-viewer')).closed).toMatchObject({ code: 4429 });
    await Promise.all([socket, ...more].map((each) => each.close()));
    const after = await signedIn(registry, 'finance-viewer');
    expect(await after.opened).toBeUndefined();
    await after.close();
    await nobodyListens();
  });

  it('takes subscriptions within the limits of queries, and nothing else', async () => {
    const socket = await signedIn(registry, 'finance-viewer');
    const fields = Array.from(
      { length: 60 },
      (_unused, index) =>
        `a${index}: agency { plans(first: 100) { edges { node { projects(first: 100) { edges { node { id } } } } } } }`,
    );
    const refused = [
      ['{ viewer { role } }', 'BAD_REQUEST'],
      ['mutation { __typename }', 'BAD_REQUEST'],
      ['subscription { statusChanged { id } } subscription { statusChanged { act } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { statusChanged { id } other: statusChanged { id } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { statusChanged { secret } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { statusChanged @skip(if: true) { id } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { ... @include(if: false) { statusChanged { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
      [
        'subscription { ...F } fragment F on Subscription { statusChanged @skip { id } ...F }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
      [
        'subscription ($b: Boolean = false) { ...F } fragment F on Subscription { statusChanged @include(if: $b) { id } }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['subscription { statusChanged { ', 'GRAPHQL_PARSE_FAILED'],
      [`subscription { statusChanged { ${'id '.repeat(5_001)} } }`, 'GRAPHQL_PARSE_FAILED'],
      [`subscription { statusChanged { ${fields.join(' ')} } }`, 'QUERY_TOO_COSTLY'],
      ['subscription { statusChanged { agency { plans(first: 1000) { totalCount } } } }', 'INVALID_INPUT'],
      ['subscription ($k: [LifecycleKind!]) { statusChanged(kinds: $k) { id } }', 'INVALID_INPUT', { k: ['NOTHING'] }],
    ] as const;
    for (const [query, code, variables] of refused) {
      const heard = socket.follow(query, variables);
      await until(`${query.slice(0, 80)} is over`, () => heard.isOver);
      expect([query.slice(0, 80), [...new Set(heard.errors.map(({ extensions }) => extensions?.code))]]).toEqual([
        query.slice(0, 80),
        [code],
      ]);
      expect(JSON.stringify(heard.errors)).not.toMatch(/prisma|node_modules|\.ts:/i);
    }
    expect(log.listening()).toBe(0);
    socket.follow(`subscription { statusChanged { id } } # ${'x'.repeat(70_000)}`);
    expect(await socket.closed).toMatchObject({ code: 1009 });
  });

  it('is refused to pages of other sites, to other protocols and at other addresses', async () => {
    const address = `${registry.base.replace('http', 'ws')}`;
    const attempt = async (path: string, protocol: string, origin?: string) => {
      const socket = new WebSocket(address + path, protocol, origin === undefined ? {} : { origin });
      return Promise.race([
        once(socket, 'unexpected-response').then(([, response]) => response.statusCode),
        once(socket, 'close').then(([code]) => code),
        once(socket, 'open').then(async () => {
          const closed = once(socket, 'close');
          if (protocol === 'graphql-transport-ws' && path === '/graphql') socket.close();
          return (await closed)[0];
        }),
      ]).catch((error: Error) => error.message);
    };
    expect(await attempt('/graphql', 'graphql-transport-ws')).toBe(1005);
    expect(await attempt('/graphql', 'graphql-transport-ws', registry.base)).toBe(1005);
    expect(await attempt('/graphql', 'graphql-transport-ws', 'https://elsewhere.example')).toBe(403);
    expect(await attempt('/graphql', 'graphql-transport-ws', 'null')).toBe(403);
    expect(await attempt('/graphql', 'graphql-ws')).toMatch(/subprotocol/);
    expect(await attempt('/health/live', 'graphql-transport-ws')).toBe(1005);
    expect(await attempt('/nowhere', 'graphql-transport-ws')).toBe(404);
  });

  it('that says nothing, or nonsense, is closed', async () => {
    const raw = () => new WebSocket(`${registry.base.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const nonsense = raw();
    await once(nonsense, 'open');
    nonsense.send('}{');
    expect((await once(nonsense, 'close'))[0]).toBe(4400);
    const hasty = raw();
    await once(hasty, 'open');
    hasty.send(
      JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 'subscription { statusChanged { id } }' } }),
    );
    expect((await once(hasty, 'close'))[0]).toBe(4401);
    const silent = raw();
    expect((await once(silent, 'close'))[0]).toBe(4408);
  });

  it('of somebody who reads nothing is cut', async () => {
    const socket = await following('health-viewer');
    socket.stopReading();
    await nobodyListens();
    expect(log.lines.at(-1)).toMatchObject({ msg: 'socket closed', code: 1006 });
    socket.readAgain();
    await socket.closed;
  });

  it('is told to connect again when PostgreSQL may have announced something unheard', async () => {
    const socket = await following('chomthong-viewer');
    await registry.rows(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'registry listener'`,
    );
    expect(await socket.closed).toMatchObject({ code: 1013 });
    await nobodyListens();
    const isListening = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'registry listener'`;
    await until('the registry listens again', async () => (await registry.rows(isListening)).length > 0);
    await sleep(1_000);
    const again = await signedIn(registry, 'chomthong-viewer');
    const heard = again.follow();
    await until('it listens again', () => log.listening() === 1);
    await change('BMA-CHOMTHONG');
    await until('it hears again', () => heard.data.length + heard.errors.length > 0);
    expect([heard.data.length, heard.errors]).toEqual([1, []]);
    await again.close();
    await nobodyListens();
  });

  it('is closed with 1001 when the server stops, and a client that does not answer holds nothing up', async () => {
    const other = await startRegistry({ logger: log.logger });
    const polite = await signedIn(other, 'chomthong-viewer');
    await polite.opened;
    const rude = await signedIn(other, 'chomthong-viewer');
    await rude.opened;
    rude.stopReading();
    const since = performance.now();
    await other.app.close();
    const took = performance.now() - since;
    expect(await polite.closed).toMatchObject({ code: 1001 });
    console.info(`stopped within ${Math.round(took)} ms`);
    expect(took).toBeLessThan(8_000);
    rude.readAgain();
    await rude.closed;
    await other.database.drop();
  });
});
