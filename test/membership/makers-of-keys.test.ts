import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { startTokenIssuer, type TokenIssuer } from '../kit/token-issuer.ts';
import { membershipOf, newcomer } from './people.ts';
import { dayAhead, makeKey, outcome, plan, programWith, usualKey, VIEWER } from './service-key-kit.ts';

let registry: Registry;
let issuer: TokenIssuer;
let admin: Person;
beforeAll(async () => {
  issuer = await startTokenIssuer();
  registry = await startRegistry({ oidc: issuer.oidc });
  admin = registry.person('sample-1-agency-admin');
});
afterAll(async () => {
  await registry.stop();
  await issuer.stop();
});

describe('who makes a service key', () => {
  it('gives it no more than its own reach, a role that keys hold, and at most 366 days', async () => {
    const refused = (maker: Person, input: object) => maker.isRefused('createServiceKey', { ...usualKey, ...input });
    for (const role of ['APPROVER', 'AGENCY_ADMIN', 'CASE_OFFICER', 'CENTRE', 'CITY_ADMIN', 'PUBLIC'])
      expect(await refused(admin, { role })).toEqual(['INVALID_INPUT', 'role']);
    expect(await refused(admin, { role: 'ANALYST' })).toEqual(['FORBIDDEN']);
    expect(await refused(admin, { agencyCode: 'SAMPLE-2' })).toEqual(['FORBIDDEN']);
    const city = registry.person('city-admin');
    expect(await refused(city, { role: 'EDITOR', agencyCode: 'SAMPLE-1' })).toEqual(['FORBIDDEN']);
    expect(
      await refused(admin, {
        nameTh: ' ',
        role: 'APPROVER',
        endsOn: dayAhead(400),
        documentsOf: 'plans',
        documentsOnly: false,
        pointsPerMinute: 1,
      }),
    ).toEqual(['INVALID_INPUT', 'documentsOnly', 'endsOn', 'nameTh', 'pointsPerMinute', 'role']);
    const { secret } = await makeKey(city, { role: 'ANALYST' });
    expect((await programWith(registry, secret).ask(VIEWER)).data.viewer).toMatchObject({
      role: 'ANALYST',
      agency: null,
    });
  });

  it('finds it in its own list alone: to others it looks like one that is not there', async () => {
    const { serviceKey } = await makeKey(admin);
    const list = '{ serviceKeys(first: 100) { edges { node { id } } } }';
    const ids = async (persona: string) =>
      nodes((await registry.as(persona)(list)).data.serviceKeys).map(({ id }) => id);
    expect(await ids('sample-1-agency-admin')).toContain(serviceKey.id);
    expect(await ids('sample-2-agency-admin')).not.toContain(serviceKey.id);
    expect(await ids('city-admin')).not.toContain(serviceKey.id);
    for (const persona of ['sample-2-agency-admin', 'city-admin'])
      for (const [act, input] of [
        ['rotateServiceKey', {}],
        ['revokeServiceKey', { reason: 'ไม่ใช่ของเรา' }],
      ] as const)
        expect(
          await registry.person(persona).isRefused(act, { ...input, serviceKeyId: serviceKey.id, expectedVersion: 1 }),
        ).toEqual(['NOT_FOUND', 'serviceKeyId']);
  });

  it('cannot change the role of one through the list of members', async () => {
    const { secret } = await makeKey(admin);
    const subject = await subjectOf(secret);
    const held = await membershipOf(registry, 'sample-1-agency-admin', subject, 'EDITOR');
    const change = { membershipId: held.id, expectedVersion: held.version };
    expect(await admin.isRefused('changeMember', { ...change, role: 'APPROVER' })).toEqual(['INVALID_INPUT', 'role']);
    expect(await admin.isRefused('changeMember', { ...change, endsOn: '2099-01-01' })).toEqual([
      'INVALID_INPUT',
      'role',
    ]);
    await admin.does('endMembership', change);
    expect(await outcome(programWith(registry, secret))).toEqual([401, 'UNAUTHENTICATED', 'REVOKED']);
  });

  it('sees its secret once: no row of any table has it, also when a request is repeated', async () => {
    const document = `mutation ($input: CreateServiceKeyInput!) { createServiceKey(input: $input) { secret serviceKey { id } } }`;
    const send = () => admin.ask(document, { input: usualKey }, { 'idempotency-key': 'make-once' });
    const [first, second] = [(await send()).data.createServiceKey, (await send()).data.createServiceKey];
    expect(second).toEqual({ secret: null, serviceKey: first.serviceKey });
    await programWith(registry, first.secret).does('draftPlan', plan(2575));
    const tables = await registry.rows<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(80);
    const secret: string = first.secret;
    const forms = [
      secret,
      secret.slice(3),
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('hex'),
    ];
    const found = await registry.rows<{ name: string }>(
      tables
        .map(
          ({ name }) =>
            `SELECT '${name}' AS name FROM ${name} t WHERE ${forms.map((form) => `strpos(t::text, '${form}') > 0`).join(' OR ')}`,
        )
        .join(' UNION ALL '),
    );
    expect(found).toEqual([]);
    const hashes = await registry.rows<{ found: number }>(
      `SELECT count(*)::int AS found FROM "AuditEntry" e JOIN "ServiceKey" k ON strpos(e.after::text, k."secretHash") > 0`,
    );
    expect(hashes).toEqual([{ found: 0 }]);
  });
});

/** The subject of a key's account, which is nobody's to sign in with. */
async function subjectOf(secret: string): Promise<string> {
  const [account] = await registry.rows<{ sub: string }>(
    `SELECT a.sub FROM "Account" a JOIN "ServiceKey" k ON k."accountId" = a.id WHERE k.suffix = '${secret.slice(-4)}'`,
  );
  return account?.sub ?? '';
}

describe('the account of a key', () => {
  it('is signed in by no token of the identity provider', async () => {
    const { secret } = await makeKey(admin);
    const pretender = await newcomer(registry, issuer, await subjectOf(secret));
    expect((await pretender.ask('{ viewer { role } }')).status).toBe(401);
  });
});
