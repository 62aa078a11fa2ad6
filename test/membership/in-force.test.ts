import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { clockAt } from '../kit/clock.ts';
import { holdLock } from '../kit/held-lock.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { closeSockets, openSocket, until } from '../kit/subscriber.ts';
import { startTokenIssuer, type TokenIssuer } from '../kit/token-issuer.ts';
import { MEMBERSHIP, membershipOf, newcomer } from './people.ts';

/** Two instances of the registry over one database. */
let registry: Registry;
let other: Registry;
let issuer: TokenIssuer;
beforeAll(async () => {
  issuer = await startTokenIssuer();
  registry = await startRegistry({ oidc: issuer.oidc, noteSignInsEveryMs: 20 });
  other = await startRegistry({ oidc: issuer.oidc, database: registry.database, checkSocketsEveryMs: 1_000 });
});
afterEach(async () => {
  jest.useRealTimers();
  await closeSockets();
});
afterAll(async () => {
  await other.stop();
  await registry.stop();
  await issuer.stop();
});

describe('a change of roles', () => {
  it('holds everywhere within ten seconds: an editor who was invited and drafts is out at both instances, the open socket included', async () => {
    const admin = registry.person('sample-1-agency-admin');
    const invitation = { agencyCode: 'SAMPLE-1', role: 'EDITOR', name: 'ผู้จัดทำข้อมูลคนใหม่' };
    const { code } = await admin.does('inviteMember', invitation, 'code');
    const here = await newcomer(registry, issuer, 'comes-and-goes');
    const there = await newcomer(other, issuer, 'comes-and-goes');
    await here.does('acceptInvitation', { code });
    await here.does('draftPlan', { titleTh: 'แผนของผู้มาใหม่', fiscalYearFrom: 2571, fiscalYearTo: 2571 });
    const counted = async ({ ask }: typeof here) =>
      (await ask('{ plans(first: 1) { totalCount } }')).errors[0]?.extensions.code ?? 'ok';
    expect([await counted(here), await counted(there)]).toEqual(['ok', 'ok']);
    const socket = openSocket(other, { authorization: `Bearer ${await issuer.tokenFor('comes-and-goes')}` });
    await socket.opened;
    const { id, version } = await membershipOf(registry, 'sample-1-agency-admin', 'comes-and-goes', 'EDITOR');
    await admin.does('endMembership', { membershipId: id, expectedVersion: version });
    clockAt(Date.now() + 5_001);
    expect([await counted(here), await counted(there)]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await here.isRefused('draftPlan', { titleTh: 'อีกแผน', fiscalYearFrom: 2572, fiscalYearTo: 2572 })).toEqual([
      'FORBIDDEN',
    ]);
    expect(await socket.closed).toMatchObject({ code: 4403 });
  });

  it('is refused by the database to an act that began before, whatever its server remembers', async () => {
    const admin = registry.person('sample-2-agency-admin');
    const input = { agencyCode: 'SAMPLE-2', subject: 'remembered', role: 'EDITOR' };
    const { membership } = await admin.does('addMember', input, MEMBERSHIP);
    const person = await newcomer(registry, issuer, 'remembered');
    expect((await person.ask('{ viewer { role } }')).data.viewer.role).toBe('EDITOR');
    await admin.does('endMembership', { membershipId: membership.id, expectedVersion: 1 });
    expect(await person.isRefused('draftPlan', { titleTh: 'แผน', fiscalYearFrom: 2571, fiscalYearTo: 2571 })).toEqual([
      'FORBIDDEN',
    ]);
  });
});

describe('the last sign-in', () => {
  it('of a member is noted, and makes no entry in the trail', async () => {
    const person = await newcomer(registry, issuer, 'noted');
    await registry
      .person('sample-2-agency-admin')
      .does('addMember', { agencyCode: 'SAMPLE-2', subject: 'noted', role: 'VIEWER' });
    const noted = async () => {
      const { data } = await registry.as('sample-2-agency-admin')(
        '{ members(first: 100) { edges { node { subject lastSignInAt } } } }',
      );
      return nodes(data.members).find(({ subject }) => subject === 'noted').lastSignInAt;
    };
    expect(await noted()).toBeNull();
    await person.ask('{ viewer { role } }');
    await until('it is noted', async () => (await noted()) !== null);
    const [entries] = await registry.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM "AuditEntry" WHERE entity = 'Account' AND action = 'UPDATE' AND after ? 'lastSignInAt'`,
    );
    expect(entries?.count).toBe(0);
  });

  it('is noted of somebody whom an act names that is still being done', async () => {
    const [editor] = await registry.rows<{ id: string }>(`SELECT id FROM "Account" WHERE sub = 'demo|sample-2-editor'`);
    const act = await holdLock(registry.database, `SELECT 1 FROM "Account" WHERE id = $1 FOR KEY SHARE`, [editor?.id]);
    await registry.rows(`SET lock_timeout = '2s'; SELECT app.note_sign_ins(ARRAY['${editor?.id}'::uuid])`);
    await act.release();
    const [noted] = await registry.rows(`SELECT "lastSignInAt" IS NOT NULL AS is FROM "Account" WHERE id = $1`, [
      editor?.id,
    ]);
    expect(noted).toEqual({ is: true });
  });
});

describe('an account', () => {
  it('from before issuers were known is bound to the first that signs it in, and is nobody at another', async () => {
    await registry.rows(
      `SELECT set_config('app.account', app.registry_account()::text, false);
       INSERT INTO "Account" (id, sub, name, kind) VALUES (gen_random_uuid(), 'from-before', 'บัญชีเดิม', 'PERSON')`,
    );
    const person = await newcomer(registry, issuer, 'from-before');
    expect((await person.ask('{ viewer { account { name } } }')).data.viewer.account.name).toBe('บัญชีเดิม');
    const elsewhere = await startTokenIssuer();
    const third = await startRegistry({ oidc: elsewhere.oidc, database: registry.database });
    const namesake = await newcomer(third, elsewhere, 'from-before');
    expect((await namesake.ask('{ viewer { role } }')).status).toBe(401);
    await third.stop();
    await elsewhere.stop();
    const [entry] = await registry.rows<{ act: string; issuer: string }>(
      `SELECT e.act, e.after ->> 'issuer' AS issuer FROM "AuditEntry" e JOIN "Account" a ON a.id = e."entityId"
       WHERE a.sub = 'from-before' AND e.action = 'UPDATE'`,
    );
    expect(entry).toEqual({ act: 'bindAccount', issuer: issuer.url });
  });
});
