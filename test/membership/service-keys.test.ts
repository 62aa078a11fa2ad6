import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { clockAt } from '../kit/clock.ts';
import type { Person } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { closeSockets, openSocket, until } from '../kit/subscriber.ts';
import { startTokenIssuer, type TokenIssuer } from '../kit/token-issuer.ts';
import { MEMBERSHIP, membershipOf, newcomer } from './people.ts';
import { dayAhead, makeKey, outcome, plan, programWith, VIEWER } from './service-key-kit.ts';

/** Two instances of the registry over one database. */
let registry: Registry;
let other: Registry;
let issuer: TokenIssuer;
let admin: Person;
beforeAll(async () => {
  issuer = await startTokenIssuer();
  registry = await startRegistry({ oidc: issuer.oidc, noteSignInsEveryMs: 20 });
  other = await startRegistry({ oidc: issuer.oidc, database: registry.database, checkSocketsEveryMs: 1_000 });
  admin = registry.person('sample-1-agency-admin');
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

describe('a service key', () => {
  it('lets a program in, in its role and agency, by POST, GET and over a socket, and the trail names it', async () => {
    const { secret, serviceKey } = await makeKey(admin, { nameEn: 'Plans of the district' });
    expect(secret).toMatch(/^rk_[\w-]{43}$/);
    expect(serviceKey).toMatchObject({ role: 'EDITOR', status: 'ACTIVE', suffix: secret.slice(-4), version: 1 });
    const program = programWith(registry, secret);
    expect((await program.ask(VIEWER)).data.viewer).toEqual({
      role: 'EDITOR',
      account: { name: 'ระบบแผน · Plans of the district' },
      agency: { code: 'SAMPLE-1' },
    });
    const got = await registry.http({
      url: `/graphql?query=${encodeURIComponent('{ viewer { role } }')}`,
      headers: { authorization: `bearer ${secret}`, 'apollo-require-preflight': '1' },
    });
    expect(got.json().data).toEqual({ viewer: { role: 'EDITOR' } });
    const socket = openSocket(other, { authorization: `Bearer ${secret}` });
    await socket.opened;
    await program.does('draftPlan', plan(2571));
    const { data } = await admin.ask(
      '{ auditTrail(first: 1, where: {act: {eq: "draftPlan"}}) { edges { node { by via role } } } }',
    );
    expect(nodes(data.auditTrail)).toEqual([{ by: 'ระบบแผน · Plans of the district', via: null, role: 'EDITOR' }]);
    const lastUsed = async () => {
      const list = await admin.ask('{ serviceKeys(first: 1) { edges { node { suffix lastUsedAt } } } }');
      return nodes(list.data.serviceKeys)[0];
    };
    await until('its use is noted', async () => (await lastUsed()).lastUsedAt !== null);
    expect((await lastUsed()).suffix).toBe(secret.slice(-4));
  });

  it('is refused everywhere within ten seconds after it was revoked, its open socket included', async () => {
    const { secret, serviceKey } = await makeKey(admin);
    const [here, there] = [programWith(registry, secret), programWith(other, secret)];
    expect([await outcome(here), await outcome(there)]).toEqual(['ok', 'ok']);
    const socket = openSocket(other, { authorization: `Bearer ${secret}` });
    await socket.opened;
    const revoke = { serviceKeyId: serviceKey.id, expectedVersion: 1, reason: 'รหัสลับรั่วไหล' };
    expect(await admin.isRefused('revokeServiceKey', { ...revoke, expectedVersion: 2 })).toEqual(['CONFLICT']);
    await admin.does('revokeServiceKey', revoke);
    expect(await here.isRefused('draftPlan', plan(2572))).toEqual(['FORBIDDEN']);
    clockAt(Date.now() + 5_001);
    const revoked = [401, 'UNAUTHENTICATED', 'REVOKED'];
    expect([await outcome(here), await outcome(there)]).toEqual([revoked, revoked]);
    expect(await socket.closed).toMatchObject({ code: 4401 });
    expect(await admin.isRefused('revokeServiceKey', { ...revoke, expectedVersion: 2 })).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    expect(await admin.isRefused('rotateServiceKey', { serviceKeyId: serviceKey.id, expectedVersion: 2 })).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });

  it('is rotated without a failed request, and its secret from before is refused once its grace is over', async () => {
    const { secret, serviceKey } = await makeKey(admin);
    const before = programWith(registry, secret);
    const rotate = { serviceKeyId: serviceKey.id, expectedVersion: 1, graceHours: 2 };
    expect(await admin.isRefused('rotateServiceKey', { ...rotate, graceHours: 73 })).toEqual([
      'INVALID_INPUT',
      'graceHours',
    ]);
    const outcomes: unknown[] = [await outcome(before)];
    const rotated = await admin.does('rotateServiceKey', rotate, 'secret serviceKey { status version formerUntil }');
    expect(rotated.serviceKey).toMatchObject({ status: 'IN_GRACE', version: 2 });
    const after = programWith(registry, rotated.secret);
    outcomes.push(await outcome(before), await outcome(after));
    clockAt(Date.now() + 5_001);
    outcomes.push(await outcome(before), await outcome(after), await outcome(programWith(other, secret)));
    expect(outcomes).toEqual(Array(6).fill('ok'));
    jest.useRealTimers();
    await admin.does('rotateServiceKey', { serviceKeyId: serviceKey.id, expectedVersion: 2, graceHours: 0 });
    clockAt(Date.now() + 10_002);
    expect(await outcome(after)).toEqual([401, 'UNAUTHENTICATED', 'ROTATED']);
    expect(await outcome(before)).toEqual([401, 'UNAUTHENTICATED', 'UNKNOWN']);
  });

  it('that is wrong, or whose last day is over, is refused', async () => {
    for (const secret of ['rk_', `rk_${'0'.repeat(43)}`, `rk_${'0'.repeat(500)}`])
      expect(await outcome(programWith(registry, secret))).toEqual([401, 'UNAUTHENTICATED', 'UNKNOWN']);
    const { secret } = await makeKey(admin, { endsOn: dayAhead(0) });
    await registry.rows(
      `SET session_replication_role = 'replica'; UPDATE "ServiceKey" SET "endsOn" = "endsOn" - 1 WHERE suffix = '${secret.slice(-4)}'`,
    );
    expect(await outcome(programWith(registry, secret))).toEqual([401, 'UNAUTHENTICATED', 'EXPIRED']);
  });

  it('whose keeper no longer administers is refused until another administrator rotates it', async () => {
    const second = await newcomer(registry, issuer, 'keeper-who-leaves');
    const input = { agencyCode: 'SAMPLE-1', subject: 'keeper-who-leaves', role: 'AGENCY_ADMIN' };
    await admin.does('addMember', input, MEMBERSHIP);
    const { secret, serviceKey } = await makeKey(second);
    const program = programWith(registry, secret);
    expect(await outcome(program)).toBe('ok');
    const held = await membershipOf(registry, 'sample-1-agency-admin', 'keeper-who-leaves', 'AGENCY_ADMIN');
    await admin.does('endMembership', { membershipId: held.id, expectedVersion: held.version });
    clockAt(Date.now() + 5_001);
    expect(await outcome(program)).toEqual([403, 'FORBIDDEN', 'UNKEPT']);
    const { data } = await admin.ask('{ serviceKeys(first: 1) { edges { node { status } } } }');
    expect(nodes(data.serviceKeys)).toEqual([{ status: 'UNKEPT' }]);
    const rotated = await admin.does(
      'rotateServiceKey',
      { serviceKeyId: serviceKey.id, expectedVersion: 1 },
      'secret serviceKey { status keeperName }',
    );
    expect(rotated.serviceKey).toMatchObject({ status: 'IN_GRACE', keeperName: expect.stringContaining('Agency') });
    clockAt(Date.now() + 10_002);
    expect(await outcome(program)).toBe('ok');
  });
});
