import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { openStage, type Stage } from './stage.ts';
import { SESSION, signedInAt, type Visitor, visitor } from './visitor.ts';

let stage: Stage;
let registry: Registry;
/** A second instance over the same database, behind the same address. */
let other: Registry;
beforeAll(async () => {
  stage = await openStage();
  ({ registry } = stage);
  other = await startRegistry(stage.options);
  await registry
    .person('sample-1-agency-admin')
    .does('addMember', { agencyCode: 'SAMPLE-1', subject: 'editor', role: 'EDITOR', name: 'ผู้จัดทำข้อมูล' });
  // The account was added by somebody who has no issuer: it belongs to the first that signs it in.
});
afterEach(async () => {
  await registry.rows('DELETE FROM "BrowserSession"');
});
afterAll(async () => {
  await other.stop();
  await stage.stop();
});

const WHO = '{ viewer { role account { name } } }';
const MUTATION = 'mutation ($input: DraftPlanInput!) { draftPlan(input: $input) { plan { id } } }';

const signedIn = (subject?: string) => signedInAt(stage.publicUrl, subject);

const roleOf = async (person: Visitor, headers = {}): Promise<string> => {
  const { status, data, errors } = await person.ask(WHO, {}, headers);
  return status === 200 ? data.viewer.role : `${status} ${errors[0]?.extensions.code}`;
};

describe('somebody who signs in with a browser', () => {
  it('acts in the role of their account, and what is kept of it opens nothing', async () => {
    const person = await signedIn();
    expect((await person.ask(WHO)).data.viewer).toEqual({ role: 'EDITOR', account: { name: expect.any(String) } });
    expect(await person.session()).toMatchObject({
      session: 'OPEN',
      places: [{ code: 'SAMPLE-1', roles: ['EDITOR'] }],
    });
    const token = person.cookies.get(SESSION) ?? '';
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(20);
    const [row] = await registry.rows('SELECT s::text AS kept, s.* FROM "BrowserSession" s');
    expect(row?.kept).not.toContain(token);
    expect(row).toMatchObject({ issuer: stage.provider.issuer, subject: 'editor' });
    expect(row?.sealedIdToken).not.toMatch(/^ey/);
    const forger = visitor(stage.publicUrl);
    forger.cookies.set(SESSION, String(row?.tokenHash));
    expect(await roleOf(forger)).toBe('401 UNAUTHENTICATED');
  });

  it('is signed in at every instance', async () => {
    const person = await signedIn();
    const there = visitor(stage.publicUrl, other.base);
    there.cookies.set(SESSION, person.cookies.get(SESSION) ?? '');
    expect(await roleOf(there)).toBe('EDITOR');
  });

  it('may be unknown to the registry, which says so and takes an invitation', async () => {
    const person = await signedIn('stranger');
    expect(await person.session()).toMatchObject({ session: 'STRANGER', name: null, places: [] });
    expect(await roleOf(person)).toBe('401 UNAUTHENTICATED');
    const { code } = await registry
      .person('sample-2-agency-admin')
      .does('inviteMember', { agencyCode: 'SAMPLE-2', role: 'VIEWER', name: 'ผู้รับเชิญ' }, 'code');
    const accepting = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { role } }';
    expect((await person.ask(accepting, { input: { code } })).data).toEqual({ acceptInvitation: { role: 'VIEWER' } });
    expect(await roleOf(person)).toBe('VIEWER');
  });

  it('acts in the agency that a request names, where they hold roles in several', async () => {
    for (const [agencyCode, role] of [
      ['SAMPLE-1', 'APPROVER'],
      ['SAMPLE-2', 'CASE_OFFICER'],
    ] as const) {
      const admin = registry.person(`${agencyCode.toLowerCase()}-agency-admin`);
      await admin.does('addMember', { agencyCode, subject: 'of-two', role });
    }
    const person = await signedIn('of-two');
    expect((await person.session()).places).toEqual([
      { code: 'SAMPLE-1', nameTh: expect.any(String), nameEn: expect.any(String), roles: ['APPROVER'] },
      { code: 'SAMPLE-2', nameTh: expect.any(String), nameEn: expect.any(String), roles: ['CASE_OFFICER'] },
    ]);
    expect(await roleOf(person)).toBe('APPROVER');
    expect(await roleOf(person, { 'x-agency': 'SAMPLE-2' })).toBe('CASE_OFFICER');
    expect(await roleOf(person, { 'x-agency': 'CITY' })).toBe('403 FORBIDDEN');
  });

  it('has a cookie that no script reads, and by HTTPS one that no other host sets', async () => {
    const person = visitor(stage.publicUrl);
    const { headers } = await person.visit('/sign-in', { follow: false });
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^registry-sign-in-[\w-]{12}=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const secure = await startRegistry({ ...stage.options, browserSignIn: { publicUrl: 'https://registry.example' } });
    const answer = await secure.http({ url: '/sign-in/session' });
    const set = await fetch(`${secure.base}/sign-in`, { redirect: 'manual' });
    expect(answer.json().session).toBe('NONE');
    expect(set.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-registry-sign-in-[\w-]{12}=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    expect(set.headers.get('location')).toContain(encodeURIComponent('https://registry.example/sign-in/callback'));
    await secure.stop();
  });
});

describe('a session', () => {
  it('that is forged is refused in both languages, and the page is told that it has ended', async () => {
    for (const token of ['x', 'A'.repeat(43), "' OR true --", '']) {
      const person = visitor(stage.publicUrl);
      person.cookies.set(SESSION, token);
      expect([token, await roleOf(person)]).toEqual([token, token === '' ? 'PUBLIC' : '401 UNAUTHENTICATED']);
    }
    const person = visitor(stage.publicUrl);
    person.cookies.set(SESSION, 'A'.repeat(43));
    expect((await person.ask(WHO)).errors[0]?.message).toMatch(/session has ended/);
    const { errors } = await person.ask(WHO, {}, { 'accept-language': 'th' });
    expect(errors[0]?.message).toMatch(/เซสชันสิ้นสุด/);
    expect(await person.session()).toMatchObject({ session: 'ENDED' });
    expect(await roleOf(person)).toBe('PUBLIC');
  });

  it('that was signed out is over, also for whoever kept its cookie, and also at the provider', async () => {
    const person = await signedIn();
    const thief = visitor(stage.publicUrl);
    thief.cookies.set(SESSION, person.cookies.get(SESSION) ?? '');
    expect(await roleOf(thief)).toBe('EDITOR');
    const { status, text } = await person.post('/sign-out', {});
    const next = new URL(JSON.parse(text).next);
    expect([status, next.origin]).toEqual([200, stage.provider.issuer]);
    expect(next.searchParams.get('post_logout_redirect_uri')).toBe(`${stage.publicUrl}/`);
    expect(next.searchParams.get('id_token_hint')).toMatch(/^ey/);
    expect(person.cookies.has(SESSION)).toBe(false);
    expect([await roleOf(person), await roleOf(thief)]).toEqual(['PUBLIC', '401 UNAUTHENTICATED']);
    expect(JSON.parse((await person.post('/sign-out', {})).text)).toEqual({ next: '/' });
  });

  it('ends when nobody uses it, and at the latest with its life, and is removed', async () => {
    const idle = await signedIn();
    await registry.rows(`UPDATE "BrowserSession" SET "idleUntil" = now() - interval '1 second'`);
    const there = visitor(stage.publicUrl, other.base);
    there.cookies.set(SESSION, idle.cookies.get(SESSION) ?? '');
    expect(await roleOf(there)).toBe('401 UNAUTHENTICATED');
    await signedIn();
    const kept = await registry.rows(
      `SELECT extract(epoch FROM "idleUntil" - "createdAt")::int AS idle, extract(epoch FROM "endsAt" - "createdAt")::int AS life FROM "BrowserSession"`,
    );
    expect(kept).toEqual([{ idle: 1_800, life: 43_200 }]);
  });

  it('is put off by use, but not beyond its life', async () => {
    const person = await signedIn();
    const until = async () => {
      const [row] = await registry.rows<{ left: number; life: number }>(
        `SELECT extract(epoch FROM "idleUntil" - now())::int AS left, extract(epoch FROM "endsAt" - now())::int AS life FROM "BrowserSession"`,
      );
      return row ?? { left: 0, life: 0 };
    };
    await registry.rows(
      `UPDATE "BrowserSession" SET "lastSeenAt" = now() - interval '10 min', "idleUntil" = now() + interval '20 min', "endsAt" = now() + interval '25 min'`,
    );
    expect(await roleOf(person)).toBe('EDITOR');
    const { left, life } = await until();
    expect([left > 1_400, left <= life]).toEqual([true, true]);
  });

  it('is replaced by the next one of the same browser', async () => {
    const person = await signedIn();
    const before = person.cookies.get(SESSION) ?? '';
    await person.visit('/sign-in');
    expect(person.cookies.get(SESSION)).not.toBe(before);
    expect(await registry.rows('SELECT 1 FROM "BrowserSession"')).toHaveLength(1);
    const kept = visitor(stage.publicUrl);
    kept.cookies.set(SESSION, before);
    expect(await roleOf(kept)).toBe('401 UNAUTHENTICATED');
  });

  it('that its person ended at the provider is over here as well, which the provider says by itself', async () => {
    const person = await signedIn();
    const confirming = await person.visit(`${stage.provider.issuer}/session/end`);
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(confirming.body) ?? [];
    await person.visit(`${stage.provider.issuer}/session/end/confirm`, { form: { xsrf, logout: 'yes' } });
    expect(await roleOf(person)).toBe('401 UNAUTHENTICATED');
  });

  it('is not ended by whoever sends a logout token that the provider did not sign for the registry', async () => {
    const person = await signedIn();
    const { idToken } = await stage.provider.signIn('editor');
    for (const logout_token of ['', 'a.b.c', idToken])
      expect((await visitor(stage.publicUrl).visit('/sign-in/back-channel', { form: { logout_token } })).status).toBe(
        400,
      );
    expect(await roleOf(person)).toBe('EDITOR');
  });
});

describe('the cookie of a session', () => {
  it('counts for pages of the registry alone: what another site sends is of the public, and changes nothing', async () => {
    const person = await signedIn();
    const foreign = [
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
      { origin: stage.publicUrl, 'sec-fetch-site': 'same-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign) {
      expect([headers, await roleOf(person, headers)]).toEqual([headers, 'PUBLIC']);
      const input = { titleTh: 'แผนจากที่อื่น', fiscalYearFrom: 2571, fiscalYearTo: 2571 };
      const { errors } = await person.ask(MUTATION, { input }, headers);
      expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await person.post('/sign-out', {}, headers)).status).toBe(403);
    }
    expect(await registry.rows(`SELECT 1 FROM "Plan" WHERE "titleTh" = 'แผนจากที่อื่น'`)).toEqual([]);
    expect(await roleOf(person)).toBe('EDITOR');
  });

  it('does not count for a site that may ask by CORS', async () => {
    const allowing = await startRegistry({ ...stage.options, http: { allowedOrigins: ['https://plan.example'] } });
    const person = await signedIn();
    const there = visitor(stage.publicUrl, allowing.base);
    there.cookies.set(SESSION, person.cookies.get(SESSION) ?? '');
    const headers = { origin: 'https://plan.example', 'sec-fetch-site': 'cross-site' };
    const answer = await there.ask(WHO, {}, headers);
    expect([answer.data.viewer.role, answer.headers['access-control-allow-origin']]).toEqual([
      'PUBLIC',
      'https://plan.example',
    ]);
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    await allowing.stop();
  });

  it('gives way to a token that is sent beside it, be it good or not', async () => {
    const person = await signedIn();
    const authorization = `Bearer ${await registry.tokenOf('sample-2-viewer')}`;
    expect(await roleOf(person, { authorization })).toBe('VIEWER');
    expect(await roleOf(person, { authorization: 'Bearer a.b.c' })).toBe('401 UNAUTHENTICATED');
  });
});
