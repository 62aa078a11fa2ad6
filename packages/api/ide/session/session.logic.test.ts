import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Persona } from './persona.ts';
import { createSession, type Session } from './session.ts';

/** What a browser keeps for one of its tabs. */
class MemoryStorage {
  readonly #items = new Map<string, string>();
  readonly length = 0;
  getItem = (key: string) => this.#items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#items.set(key, value);
  removeItem = (key: string) => void this.#items.delete(key);
  key = () => null;
  clear = () => this.#items.clear();
}

const offered = ['viewer', 'centre'].map((id) => ({ id, nameTh: id, nameEn: id, role: 'VIEWER', agencyCode: null }));
const served = (body: unknown) => new Response(JSON.stringify(body));
let signedIn: string[];
let isDown: boolean;
const original = globalThis.fetch;

beforeEach(() => {
  signedIn = [];
  isDown = false;
  globalThis.fetch = jest.fn<typeof fetch>(async (address, options) => {
    if (address === '/demo/personas') return served(offered);
    if (isDown) throw new Error('unreachable');
    const { persona } = JSON.parse(String(options?.body));
    signedIn.push(persona);
    return served({ token: `${persona}-${signedIn.length}` });
  });
});
afterEach(() => {
  globalThis.fetch = original;
});

const tabs = ['first', 'second'];

async function opened(
  storage: Storage = new MemoryStorage(),
): Promise<{ session: Session; storage: Storage; as: (id: string) => Promise<void> }> {
  const session = createSession(storage);
  session.enter('first', tabs);
  await session.load();
  const as = async (id: string) => {
    const persona = session.read().personas.find((each: Persona) => each.id === id) ?? null;
    if (await session.signIn(persona)) session.become(persona);
  };
  return { session, storage, as };
}

const asking = ({ read }: Session) => read().persona?.id ?? null;

describe('who asks in a tab of the editor', () => {
  test('becomes somebody else in that tab alone', async () => {
    const { session, as } = await opened();
    await as('viewer');
    session.enter('second', tabs);
    await as('centre');
    expect(asking(session)).toBe('centre');
    session.enter('first', tabs);
    expect(asking(session)).toBe('viewer');
    session.enter('second', tabs);
    expect(asking(session)).toBe('centre');
  });

  test('goes on as the same in a new tab', async () => {
    const { session, as } = await opened();
    await as('viewer');
    session.enter('second', tabs);
    expect(asking(session)).toBe('viewer');
  });

  test('is the same after a reload, and nobody in another tab of the browser', async () => {
    const { session, storage, as } = await opened();
    await as('viewer');
    session.enter('second', tabs);
    await as('centre');
    const { session: reloaded } = await opened(storage);
    expect(asking(reloaded)).toBe('viewer');
    reloaded.enter('second', tabs);
    expect(asking(reloaded)).toBe('centre');
    expect(asking((await opened()).session)).toBeNull();
  });

  test('is kept when the tab came into view while the personas were still asked for', async () => {
    const session = createSession(new MemoryStorage());
    const asked = globalThis.fetch;
    globalThis.fetch = async (...request) => {
      const response = await asked(...request);
      if (request[0] !== '/demo/personas') return response;
      return Object.assign(response.clone(), {
        text: async () => {
          session.enter('first', tabs);
          return response.text();
        },
      });
    };
    await session.load();
    expect(session.read().tab).toBe('first');
    session.become(session.read().personas[0] ?? null);
    session.enter('second', tabs);
    session.enter('first', tabs);
    expect(asking(session)).toBe('viewer');
  });

  test('stays who it was when a sign-in fails', async () => {
    const { session, as } = await opened();
    await as('viewer');
    isDown = true;
    await as('centre');
    expect(asking(session)).toBe('viewer');
    expect(session.read().problem).toMatch(/ลงชื่อเข้าใช้ไม่สำเร็จ/);
    isDown = false;
    await as('centre');
    expect([asking(session), session.read().problem]).toEqual(['centre', null]);
  });

  test('asks by one token, however many questions wait for it, and by another once that has ended', async () => {
    const { session, as } = await opened();
    await as('viewer');
    const { persona } = session.read();
    expect(await Promise.all([session.tokenOf(persona), session.tokenOf(persona)])).toEqual(['viewer-1', 'viewer-1']);
    expect(await session.renew(persona)).toBe('viewer-2');
    expect(await session.tokenOf(persona)).toBe('viewer-2');
    expect(await session.tokenOf(null)).toBeNull();
  });

  test('is remembered with what was asked, when another tab has come into view', async () => {
    const { session, as } = await opened();
    await as('viewer');
    const asker = session.asks();
    expect(session.askedElsewhere()).toBe(false);
    session.enter('second', tabs);
    await as('centre');
    expect(session.askedElsewhere()).toBe(true);
    expect([asker.tab, asker.persona?.id]).toEqual(['first', 'viewer']);
  });
});
