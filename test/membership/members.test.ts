import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@registry/schema/base/viewer.logic.ts';
import { rolesGivenBy } from '@registry/schema/membership/grants.logic.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { dayFromToday } from '../kit/today.ts';
import { startTokenIssuer, type TokenIssuer } from '../kit/token-issuer.ts';
import { MEMBERSHIP, membershipOf, newcomer } from './people.ts';

let registry: Registry;
let issuer: TokenIssuer;
beforeAll(async () => {
  issuer = await startTokenIssuer();
  registry = await startRegistry({ oidc: issuer.oidc });
});
afterAll(async () => {
  await registry.stop();
  await issuer.stop();
});

const roles: readonly Role[] = [
  'VIEWER',
  'EDITOR',
  'APPROVER',
  'CASE_OFFICER',
  'AGENCY_ADMIN',
  'CENTRE',
  'ANALYST',
  'AUDITOR',
  'CITY_ADMIN',
];

const personas: Readonly<Record<Role, string>> = {
  VIEWER: 'sample-1-viewer',
  EDITOR: 'sample-1-editor',
  APPROVER: 'sample-1-approver',
  CASE_OFFICER: 'sample-1-case-officer',
  AGENCY_ADMIN: 'sample-1-agency-admin',
  CENTRE: 'centre',
  ANALYST: 'analyst',
  AUDITOR: 'auditor',
  CITY_ADMIN: 'city-admin',
};

const ofCity = ['CENTRE', 'ANALYST', 'AUDITOR', 'CITY_ADMIN'];

describe('a role', () => {
  it('is given by those alone whose reach it is in, whatever they hold', async () => {
    const given: Record<string, Role[]> = {};
    for (const giver of roles) {
      for (const role of roles) {
        const agencyCode = ofCity.includes(role) ? null : 'SAMPLE-1';
        const input = { agencyCode, role, subject: `given-by-${giver}-as-${role}`, name: 'ผู้รับบทบาท' };
        const { errors } = await registry.person(personas[giver]).tries('addMember', input);
        if (errors.length === 0) given[giver] = [...(given[giver] ?? []), role];
        else expect([giver, role, errors[0]?.extensions.code]).toEqual([giver, role, 'FORBIDDEN']);
      }
    }
    console.info(
      roles.map((giver) => `${giver.padEnd(12)} gives ${given[giver]?.join(', ') ?? 'none'}`).join('\n'),
      '\n0 above reach',
    );
    expect(given).toEqual({
      AGENCY_ADMIN: ['VIEWER', 'EDITOR', 'APPROVER', 'CASE_OFFICER', 'AGENCY_ADMIN'],
      CITY_ADMIN: ['AGENCY_ADMIN', 'CENTRE', 'ANALYST', 'AUDITOR', 'CITY_ADMIN'],
    });
  });

  it('is held to the same table by the database', async () => {
    const rows = await registry.rows<{ giver: Role; role: Role }>(
      `SELECT giver::text, role::text FROM unnest(enum_range(NULL::"Role")) giver, unnest(enum_range(NULL::"Role")) role
       WHERE app.gives_role(giver, role)`,
    );
    const byDatabase = (giver: Role) => rows.filter((row) => row.giver === giver).map(({ role }) => role);
    for (const giver of roles) expect([giver, byDatabase(giver)]).toEqual([giver, [...rolesGivenBy([giver])]]);
  });

  it('is not given in another agency, to oneself, or for days gone by, and every wrong field is named', async () => {
    const admin = registry.person('sample-1-agency-admin');
    const input = { agencyCode: 'SAMPLE-1', subject: 'somebody-new', role: 'EDITOR' };
    expect(await admin.isRefused('addMember', { ...input, agencyCode: 'SAMPLE-2' })).toEqual(['FORBIDDEN']);
    expect(await admin.isRefused('addMember', { ...input, agencyCode: 'NO-SUCH-AGENCY' })).toEqual(['FORBIDDEN']);
    expect(await admin.isRefused('addMember', { ...input, role: 'PUBLIC' })).toEqual(['FORBIDDEN']);
    expect(await admin.isRefused('addMember', { ...input, subject: 'demo|sample-1-agency-admin' })).toEqual([
      'FORBIDDEN',
    ]);
    const wrong = { ...input, subject: 'service|registry', startsOn: '2020-01-01', endsOn: '2019-01-01' };
    expect(await admin.isRefused('addMember', wrong)).toEqual([
      'INVALID_INPUT',
      'subject',
      'startsOn',
      'endsOn',
      'endsOn',
    ]);
    const city = registry.person('city-admin');
    expect(await city.isRefused('addMember', { ...input, role: 'AGENCY_ADMIN', agencyCode: 'NO-SUCH' })).toEqual([
      'NOT_FOUND',
      'agencyCode',
    ]);
    expect(await city.isRefused('addMember', { subject: 'x', role: 'AGENCY_ADMIN' })).toEqual([
      'INVALID_INPUT',
      'agencyCode',
    ]);
  });

  it('is held once at a time in an agency, and one of the city at a time', async () => {
    const admin = registry.person('sample-1-agency-admin');
    const input = { agencyCode: 'SAMPLE-1', subject: 'held-once', role: 'EDITOR', endsOn: '2027-12-31' };
    await admin.does('addMember', input);
    expect(await admin.isRefused('addMember', input)).toEqual(['INVALID_INPUT', 'role']);
    await admin.does('addMember', { ...input, startsOn: '2028-01-01', endsOn: null });
    await admin.does('addMember', { ...input, role: 'VIEWER' });
    const city = registry.person('city-admin');
    await city.does('addMember', { subject: 'of-the-city', role: 'ANALYST' });
    expect(await city.isRefused('addMember', { subject: 'of-the-city', role: 'CENTRE' })).toEqual([
      'INVALID_INPUT',
      'role',
    ]);
  });

  it('begins and ends with its days, and lets in a person by the subject of a token', async () => {
    const admin = registry.person('sample-2-agency-admin');
    const person = await newcomer(registry, issuer, 'dated');
    const role = async () => {
      const { status, data } = await person.ask('{ viewer { role agency { code } } }');
      return status === 200 ? [data.viewer.role, data.viewer.agency?.code ?? null] : status;
    };
    expect(await role()).toBe(401);
    const { membership } = await admin.does(
      'addMember',
      { agencyCode: 'SAMPLE-2', subject: 'dated', role: 'EDITOR', name: 'ผู้มีกำหนดวัน', startsOn: '2099-01-01' },
      MEMBERSHIP,
    );
    expect(membership).toMatchObject({ isInForce: false, name: 'ผู้มีกำหนดวัน', role: 'EDITOR', version: 1 });
    // Known without a role that has begun.
    expect(await role()).toEqual(['PUBLIC', null]);
    const { membershipId, expectedVersion } = { membershipId: membership.id, expectedVersion: 1 };
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const changed = await admin.does(
      'changeMember',
      { membershipId, expectedVersion, startsOn: today, endsOn: today },
      MEMBERSHIP,
    );
    expect(changed.membership).toMatchObject({ isInForce: true, startsOn: today, endsOn: today, version: 2 });
    expect(await admin.isRefused('changeMember', { membershipId, expectedVersion: 1, endsOn: null })).toEqual([
      'CONFLICT',
    ]);
    expect(await admin.isRefused('changeMember', { membershipId, expectedVersion: 2, startsOn: '2098-01-01' })).toEqual(
      ['INVALID_INPUT', 'startsOn', 'endsOn'],
    );
  });
});

describe('the members of an agency', () => {
  it('are seen by its members, with what is about the person by its administrators alone, and by nobody else but the city', async () => {
    const query = `{ members(first: 100) { edges { node { name role subject lastSignInAt agency { code } } } }
      agency(code: "SAMPLE-1") { members(first: 100) { edges { node { role } } } } }`;
    const own = (await registry.as('sample-1-viewer')(query)).data;
    expect(nodes(own.members).length).toBeGreaterThan(4);
    expect(nodes(own.members).every(({ agency, subject }) => agency.code === 'SAMPLE-1' && subject === null)).toBe(
      true,
    );
    expect(nodes(own.agency.members).length).toBe(nodes(own.members).length);
    const administered = nodes((await registry.as('sample-1-agency-admin')(query)).data.members);
    expect(administered.map(({ subject }) => subject)).toContain('demo|sample-1-editor');
    const other = (await registry.as('sample-2-agency-admin')(query)).data;
    expect(nodes(other.agency.members)).toEqual([]);
    const city = (await registry.as('city-admin')(query)).data;
    expect(new Set(nodes(city.members).map(({ role }) => role))).toEqual(
      new Set(['AGENCY_ADMIN', 'CENTRE', 'ANALYST', 'AUDITOR', 'CITY_ADMIN']),
    );
    expect(new Set(nodes(city.agency.members).map(({ role }) => role))).toEqual(new Set(['AGENCY_ADMIN']));
    for (const persona of ['centre', 'analyst', 'auditor']) {
      const { errors } = await registry.as(persona)('{ members(first: 1) { totalCount } }');
      expect([persona, errors[0]?.extensions.code]).toEqual([persona, 'FORBIDDEN']);
    }
  });

  it('that were added and ended are in the trail: who gave which role to whom, from when until when', async () => {
    const admin = registry.person('sample-1-agency-admin');
    const input = {
      agencyCode: 'SAMPLE-1',
      subject: 'in-the-trail',
      name: 'ผู้ถูกบันทึก',
      role: 'CASE_OFFICER',
      endsOn: dayFromToday(300),
    };
    const { membership } = await admin.does('addMember', input, MEMBERSHIP);
    await admin.does('endMembership', { membershipId: membership.id, expectedVersion: 1, reason: 'ย้ายหน่วยงาน' });
    expect(await admin.isRefused('endMembership', { membershipId: membership.id, expectedVersion: 2 })).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    const { data } = await registry.as('sample-1-agency-admin')(
      '{ auditTrail(first: 2, where: {entity: {eq: MEMBERSHIP}}) { edges { node { act by role reason summaryEn changes { field after } } } } }',
    );
    const [ended, given] = nodes(data.auditTrail);
    expect(ended).toMatchObject({ act: 'endMembership', reason: 'ย้ายหน่วยงาน' });
    expect(given).toMatchObject({
      act: 'addMember',
      role: 'AGENCY_ADMIN',
      by: expect.stringContaining('Agency administrator'),
    });
    expect(given.summaryEn).toContain('ผู้ถูกบันทึก');
    expect(given.changes).toEqual(
      expect.arrayContaining([
        { field: 'role', after: 'CASE_OFFICER' },
        { field: 'endsOn', after: dayFromToday(300) },
      ]),
    );
  });

  it('never lose their last administrator, also when two end each other at once, and nobody changes its own role', async () => {
    const admin = registry.person('maedong-agency-admin');
    const own = await membershipOf(registry, 'maedong-agency-admin', 'demo|maedong-agency-admin', 'AGENCY_ADMIN');
    const last = { membershipId: own.id, expectedVersion: own.version };
    expect(await admin.isRefused('endMembership', last)).toEqual(['INVALID_INPUT', 'membershipId']);
    expect(await registry.person('city-admin').isRefused('endMembership', last)).toEqual([
      'INVALID_INPUT',
      'membershipId',
    ]);
    for (const change of [{ endsOn: '2030-01-01' }, { role: 'APPROVER' }])
      expect(await admin.isRefused('changeMember', { ...last, ...change })).toEqual(['FORBIDDEN']);
    expect(await registry.person('city-admin').isRefused('changeMember', { ...last, endsOn: '2030-01-01' })).toEqual([
      'INVALID_INPUT',
      'membershipId',
    ]);
    const second = await newcomer(registry, issuer, 'second-admin');
    const { membership } = await admin.does(
      'addMember',
      { agencyCode: 'LG-MAEDONG', subject: 'second-admin', role: 'AGENCY_ADMIN' },
      MEMBERSHIP,
    );
    const outcomes = await Promise.all([
      admin.tries('endMembership', { membershipId: membership.id, expectedVersion: 1 }),
      second.tries('endMembership', last),
    ]);
    expect(outcomes.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const [left] = await registry.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM "Membership" m JOIN "Agency" g ON g.id = m."agencyId"
       WHERE g.code = 'LG-MAEDONG' AND m.role = 'AGENCY_ADMIN' AND m."endedAt" IS NULL`,
    );
    expect(left?.count).toBe(1);
  });
});
