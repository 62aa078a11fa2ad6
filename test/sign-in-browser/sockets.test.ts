import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { clockAt } from '../kit/clock.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { closeSockets, openSocket } from '../kit/subscriber.ts';
import { openStage, type Stage } from './stage.ts';
import { SESSION, signedInAt, type Visitor } from './visitor.ts';

let stage: Stage;
let registry: Registry;
/** A second instance over the same database, which looks after its sockets often, and lets another site ask. */
let other: Registry;
beforeAll(async () => {
  stage = await openStage();
  ({ registry } = stage);
  const http = { allowedOrigins: ['https://plan.example'] };
  other = await startRegistry({ ...stage.options, checkSocketsEveryMs: 1_000, http });
  await registry
    .person('sample-1-agency-admin')
    .does('addMember', { agencyCode: 'SAMPLE-1', subject: 'editor', role: 'EDITOR' });
});
afterEach(async () => {
  jest.useRealTimers();
  await closeSockets();
});
afterAll(async () => {
  await other.stop();
  await stage.stop();
});

const signedIn = () => signedInAt(stage.publicUrl);

describe('a socket', () => {
  const opened = (person: Visitor, origin: string) =>
    openSocket(other, {}, { origin, cookie: `${SESSION}=${person.cookies.get(SESSION)}` });

  it('that a page of the registry opens is signed in by the cookie, and closed once the session has ended at another instance', async () => {
    const person = await signedIn();
    const socket = opened(person, stage.publicUrl);
    expect(await socket.opened).toBeUndefined();
    await person.post('/sign-out', {});
    clockAt(Date.now() + 5_001);
    expect(await socket.closed).toMatchObject({ code: 4401 });
  });

  it('that only waits puts the end of its session off by nothing', async () => {
    const person = await signedIn();
    const socket = opened(person, stage.publicUrl);
    await socket.opened;
    await registry.rows(
      `UPDATE "BrowserSession" SET "lastSeenAt" = now() - interval '29 min', "idleUntil" = now() + interval '1 min'`,
    );
    clockAt(Date.now() + 5_001);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const [session] = await registry.rows<{ left: number }>(
      `SELECT extract(epoch FROM "idleUntil" - now())::int AS left FROM "BrowserSession"`,
    );
    expect(session?.left).toBeLessThanOrEqual(60);
    await registry.rows('DELETE FROM "BrowserSession"');
    clockAt(Date.now() + 10_002);
    expect(await socket.closed).toMatchObject({ code: 4401 });
  });

  it('of another site is not opened, and of one that may ask by CORS is not signed in by the cookie', async () => {
    const person = await signedIn();
    expect(await opened(person, 'https://elsewhere.example').closed).toMatchObject({ code: 1006 });
    expect(await opened(person, 'https://plan.example').closed).toMatchObject({ code: 4401 });
  });
});
