import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { startTokenIssuer, type TokenIssuer } from '../kit/token-issuer.ts';
import { newcomer } from './people.ts';

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

const invite = (role = 'EDITOR', more = {}) =>
  registry
    .person('sample-1-agency-admin')
    .does(
      'inviteMember',
      { agencyCode: 'SAMPLE-1', role, name: 'ผู้รับเชิญ', ...more },
      'code invitation { id version status expiresAt invitedByName }',
    );

describe('an invitation', () => {
  it('lets somebody in whom the registry did not know, under the subject of their token', async () => {
    const { code, invitation } = await invite();
    expect(code).toMatch(/^([0-9A-F]{5}-){7}[0-9A-F]{5}$/);
    expect(invitation).toMatchObject({ status: 'OPEN', version: 1 });
    const person = await newcomer(registry, issuer, 'invited');
    for (const query of [
      '{ viewer { role } }',
      '{ __schema { queryType { name } } }',
      '{ editions(first: 1) { totalCount } }',
    ])
      expect((await person.ask(query)).status).toBe(401);
    const both = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { role } __typename }';
    expect((await person.ask(both, { input: { code } })).status).toBe(401);
    const accepted = await person.does(
      'acceptInvitation',
      { code: code.toLowerCase().replaceAll('-', ' ') },
      'role agency { code }',
    );
    expect(accepted).toEqual({ role: 'EDITOR', agency: { code: 'SAMPLE-1' } });
    const { data } = await person.ask(
      '{ viewer { role account { name } agency { code } } members(first: 100) { edges { node { isMe grantedByName role } } } }',
    );
    expect(data.viewer).toEqual({ role: 'EDITOR', account: { name: 'ผู้รับเชิญ' }, agency: { code: 'SAMPLE-1' } });
    expect(nodes(data.members).find(({ isMe }) => isMe)).toMatchObject({
      role: 'EDITOR',
      grantedByName: expect.stringContaining('Agency administrator'),
    });
    const [account] = await registry.rows<{ issuer: string }>(`SELECT issuer FROM "Account" WHERE sub = 'invited'`);
    expect(account?.issuer).toBe(issuer.url);
    const { data: trail } = await registry.as('sample-1-agency-admin')(
      '{ auditTrail(first: 2, where: {act: {eq: "acceptInvitation"}}) { edges { node { entity by changes { field after } } } } }',
    );
    expect(nodes(trail.auditTrail).map(({ entity, by }) => [entity, by])).toEqual([
      ['MEMBERSHIP', 'ผู้รับเชิญ'],
      ['INVITATION', 'ผู้รับเชิญ'],
    ]);
  });

  it('is refused alike when its code is wrong, used, withdrawn or expired, or when its giver may no longer give the role', async () => {
    const person = await newcomer(registry, issuer, 'refused');
    const refusal = async (code: string) => {
      const { errors } = await person.tries('acceptInvitation', { code });
      return { code: errors[0]?.extensions.code, fields: errors[0]?.extensions.fields, message: errors[0]?.message };
    };
    const wrong = await refusal('00000-00000-00000-00000-00000-00000-00000-00000');
    expect(wrong).toMatchObject({ code: 'NOT_FOUND' });

    const used = await invite('VIEWER');
    await (await newcomer(registry, issuer, 'first-taker')).does('acceptInvitation', { code: used.code });
    const withdrawn = await invite();
    const { id, version } = withdrawn.invitation;
    const admin = registry.person('sample-1-agency-admin');
    await admin.does('withdrawInvitation', { invitationId: id, expectedVersion: version });
    expect(await admin.isRefused('withdrawInvitation', { invitationId: id, expectedVersion: 2 })).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    const expired = await invite();
    const orphaned = await invite();
    await registry.rows(
      `SET session_replication_role = 'replica'; UPDATE "Invitation" SET "expiresAt" = now() WHERE id = '${uuidOf(expired.invitation.id)}';
       UPDATE "Invitation" SET "invitedById" = (SELECT id FROM "Account" WHERE sub = 'demo|sample-2-agency-admin') WHERE id = '${uuidOf(orphaned.invitation.id)}'`,
    );
    for (const { code } of [used, withdrawn, expired, orphaned]) expect(await refusal(code)).toEqual(wrong);
    expect(await person.isRefused('acceptInvitation', { code: used.code })).toEqual(['NOT_FOUND', 'code']);
  });

  it('is not accepted by whoever made it, nor twice by two who race for it, and is answered again under the same key', async () => {
    const { code } = await invite('AGENCY_ADMIN');
    expect(await registry.person('sample-1-agency-admin').isRefused('acceptInvitation', { code })).toEqual([
      'FORBIDDEN',
    ]);
    const [one, other] = await Promise.all(
      ['racer-1', 'racer-2'].map((subject) => newcomer(registry, issuer, subject)),
    );
    const outcomes = await Promise.all([one, other].map((each) => each?.tries('acceptInvitation', { code })));
    expect(outcomes.map((answer) => answer?.errors[0]?.extensions.code ?? 'ok').sort()).toEqual(['NOT_FOUND', 'ok']);

    const { code: again } = await invite('CASE_OFFICER');
    const repeating = await newcomer(registry, issuer, 'repeating');
    const document = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { role } }';
    const send = () => repeating.ask(document, { input: { code: again } }, { 'idempotency-key': 'accept-once' });
    const answers = [await send(), await send()];
    expect(answers.map(({ data, errors }) => [data?.acceptInvitation, errors])).toEqual([
      [{ role: 'CASE_OFFICER' }, []],
      [{ role: 'CASE_OFFICER' }, []],
    ]);
  });

  it('gives a further role to an account that is known, and none above the reach of its giver', async () => {
    const person = registry.person('health-viewer');
    const { code } = await invite('VIEWER', { daysOpen: 14, endsOn: '2099-12-31' });
    await person.does('acceptInvitation', { code });
    const { code: same } = await invite('VIEWER');
    expect(await person.isRefused('acceptInvitation', { code: same })).toEqual(['INVALID_INPUT', 'code']);
    const admin = registry.person('sample-1-agency-admin');
    const input = { agencyCode: 'SAMPLE-1', role: 'EDITOR', name: 'ผู้รับเชิญ' };
    expect(await admin.isRefused('inviteMember', { ...input, role: 'CENTRE' })).toEqual(['FORBIDDEN']);
    expect(await admin.isRefused('inviteMember', { ...input, agencyCode: 'SAMPLE-2' })).toEqual(['FORBIDDEN']);
    expect(await admin.isRefused('inviteMember', { ...input, name: ' ', daysOpen: 15 })).toEqual([
      'INVALID_INPUT',
      'name',
      'daysOpen',
    ]);
  });

  it('shows its code once and keeps it nowhere, also when its request is repeated', async () => {
    const ask = registry.as('sample-1-agency-admin');
    const document = `mutation { inviteMember(input: {agencyCode: "SAMPLE-1", role: VIEWER, name: "ผู้รับเชิญ"}) { code invitation { id } } }`;
    const key = { 'idempotency-key': 'invite-once' };
    const [first, second] = [await ask(document, {}, key), await ask(document, {}, key)];
    expect(second.data.inviteMember).toEqual({ code: null, invitation: first.data.inviteMember.invitation });
    const code: string = first.data.inviteMember.code;
    const kept = await registry.rows<{ found: boolean }>(
      `SELECT bool_or(row LIKE '%' || $1 || '%' OR row LIKE '%' || replace($1, '-', '') || '%') AS found FROM (
         SELECT i::text AS row FROM "Invitation" i UNION ALL SELECT e::text FROM "AuditEntry" e UNION ALL SELECT r::text FROM "IdempotencyRecord" r) kept`,
      [code],
    );
    expect(kept[0]?.found).toBe(false);
    const hashes = await registry.rows<{ found: number }>(
      `SELECT count(*)::int AS found FROM "AuditEntry" e JOIN "Invitation" i ON e.after::text LIKE '%' || i."codeHash" || '%' WHERE e.entity = 'Invitation'`,
    );
    expect(hashes[0]?.found).toBe(0);
  });

  it('is listed for administrators alone, each for its own place', async () => {
    const list = '{ invitations(first: 100) { edges { node { agency { code } status } } } }';
    const own = nodes((await registry.as('sample-1-agency-admin')(list)).data.invitations);
    expect(new Set(own.map(({ agency }) => agency.code))).toEqual(new Set(['SAMPLE-1']));
    expect(new Set(own.map(({ status }) => status)).size).toBeGreaterThan(2);
    expect((await registry.as('sample-1-editor')(list)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await registry.person('city-admin').does('inviteMember', { role: 'AUDITOR', name: 'ผู้ตรวจสอบคนใหม่' });
    const ofCity = nodes((await registry.as('city-admin')(list)).data.invitations);
    expect(ofCity.filter(({ agency }) => agency === null)).toHaveLength(1);
  });
});

const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
