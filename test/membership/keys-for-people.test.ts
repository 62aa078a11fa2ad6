import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { clockAt } from '../kit/clock.ts';
import type { Person } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { closeSockets, openSocket } from '../kit/subscriber.ts';
import { startTokenIssuer, type TokenIssuer } from '../kit/token-issuer.ts';
import { makeKey, programWith } from './service-key-kit.ts';

let registry: Registry;
let issuer: TokenIssuer;
let admin: Person;
beforeAll(async () => {
  issuer = await startTokenIssuer();
  registry = await startRegistry({ oidc: issuer.oidc, checkSocketsEveryMs: 1_000 });
  admin = registry.person('sample-1-agency-admin');
});
afterEach(async () => {
  jest.useRealTimers();
  await closeSockets();
});
afterAll(async () => {
  await registry.stop();
  await issuer.stop();
});

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const plan = (year: number) => ({ titleTh: 'แผนที่ร่างแทนบุคคล', fiscalYearFrom: year, fiscalYearTo: year });
type Verdict = { readonly code: string | null; readonly reasonTh: string | null; readonly reasonEn: string | null };
const VIEWER = '{ viewer { role account { name } agency { code } } }';

/** A front end that asks with a key for a persona. */
async function frontEnd(secret: string, persona: string): Promise<Person> {
  return programWith(registry, secret, await registry.tokenOf(persona));
}

const refusal = async ({ ask }: Person) => {
  const { status, errors } = await ask(VIEWER);
  return [status, errors[0]?.extensions.code];
};

describe('a service key that asks for a person', () => {
  it('acts with the rights of the person, and the trail names both, in a chain that holds', async () => {
    const { secret } = await makeKey(admin);
    const editor = await frontEnd(secret, 'sample-1-editor');
    expect((await editor.ask(VIEWER)).data.viewer).toMatchObject({ role: 'EDITOR', agency: { code: 'SAMPLE-1' } });
    await editor.does('draftPlan', plan(2571));
    const viewer = await frontEnd(secret, 'sample-1-viewer');
    expect(await viewer.isRefused('draftPlan', plan(2572))).toEqual(['FORBIDDEN']);
    const { data } = await admin.ask(
      '{ auditTrail(first: 1, where: {act: {eq: "draftPlan"}}) { edges { node { by via role } } } }',
    );
    expect(nodes(data.auditTrail)).toEqual([{ by: expect.stringContaining('Editor'), via: 'ระบบแผน', role: 'EDITOR' }]);
    expect(await registry.rows('SELECT * FROM app.audit_faults()')).toEqual([]);
    // Whoever takes the key out of an entry alters it.
    await registry.rows(
      `SET session_replication_role = 'replica'; UPDATE "AuditEntry" SET "viaAccountId" = NULL WHERE "viaAccountId" IS NOT NULL`,
    );
    const faults = await registry.rows<{ fault: string }>('SELECT DISTINCT fault FROM app.audit_faults()');
    expect(faults).toEqual([{ fault: 'ENTRY_ALTERED' }]);
  });

  it('gives the person nothing outside the place of the key, and nothing to write through a key that reads', async () => {
    const { secret } = await makeKey(admin);
    for (const persona of ['sample-2-editor', 'centre', 'city-admin'])
      expect([persona, ...(await refusal(await frontEnd(secret, persona)))]).toEqual([persona, 403, 'FORBIDDEN']);
    const reading = await makeKey(admin, { role: 'VIEWER' });
    const editor = await frontEnd(reading.secret, 'sample-1-editor');
    expect((await editor.ask('{ plans(first: 1) { totalCount } }')).errors).toEqual([]);
    expect(await editor.isRefused('draftPlan', plan(2573))).toEqual(['FORBIDDEN']);
    const city = await makeKey(registry.person('city-admin'), { role: 'ANALYST' });
    expect((await (await frontEnd(city.secret, 'analyst')).ask(VIEWER)).data.viewer.role).toBe('ANALYST');
    expect(await refusal(await frontEnd(city.secret, 'centre'))).toEqual([403, 'FORBIDDEN']);
  });

  it('that reads says beforehand that it changes nothing for the person, in the words of the act, and says it to nobody else', async () => {
    const editor = registry.person('sample-1-editor');
    const { plan: drafted } = await editor.does('draftPlan', plan(2576), 'plan { id version }');
    const verdicts = async ({ ask }: Person): Promise<Verdict[]> => {
      // A list of records may be answered with what was answered before.
      const { data } = await ask(
        `{ plans(first: 1, where: {fiscalYearFrom: {eq: 2576}}) { edges { node { can(acts: [editPlan]) { code reasonTh reasonEn } } } } }`,
      );
      const { viewer } = (await ask('{ viewer { can(acts: [draftPlan]) { code reasonTh reasonEn } } }')).data;
      return [...nodes(data.plans).flatMap(({ can }) => can), ...viewer.can];
    };
    const allowed = { code: null, reasonTh: null, reasonEn: null };
    const { secret } = await makeKey(admin, { role: 'VIEWER' });
    const reading = await frontEnd(secret, 'sample-1-editor');
    const writing = await frontEnd((await makeKey(admin)).secret, 'sample-1-editor');
    for (const free of [editor, writing]) expect(await verdicts(free)).toEqual([allowed, allowed]);
    const edit = { planId: drafted.id, expectedVersion: drafted.version, titleTh: 'อื่น' };
    const answered = await reading.tries('editPlan', edit);
    const said = {
      code: answered.errors[0]?.extensions.code,
      reasonTh: expect.stringMatching(/อ่านได้อย่างเดียว/),
      reasonEn: answered.errors[0]?.message,
    };
    expect(said.code).toBe('FORBIDDEN');
    expect(await verdicts(reading)).toEqual([said, said]);
    expect(await verdicts(writing)).toEqual([allowed, allowed]);
  });

  it('is refused with a token that is bad or of somebody unknown or disabled, and does nothing', async () => {
    const { secret } = await makeKey(admin);
    const stranger = await issuer.tokenFor('nobody-here');
    await registry.rows(
      `SET session_replication_role = 'replica'; INSERT INTO "Account" (id, sub, name, kind, disabled) VALUES (gen_random_uuid(), 'was-disabled', 'ผู้ถูกระงับ', 'PERSON', true)`,
    );
    const disabled = await issuer.tokenFor('was-disabled');
    for (const token of ['no-token', secret, `${stranger}x`, stranger, disabled]) {
      const asking = programWith(registry, secret, token);
      expect(await refusal(asking)).toEqual([401, 'UNAUTHENTICATED']);
      expect(await asking.isRefused('draftPlan', plan(2574))).toEqual(['UNAUTHENTICATED']);
    }
    const persona = await registry.tokenOf('sample-1-editor');
    const without = await registry.as('sample-1-editor')(VIEWER, {}, { 'x-on-behalf-of': persona });
    expect([without.status, without.errors[0]?.extensions.key]).toEqual([401, 'MISSING']);
    expect(await refusal(programWith(registry, `rk_${'0'.repeat(43)}`, persona))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('ends with the key: a socket of the person is closed when the key is revoked', async () => {
    const { secret, serviceKey } = await makeKey(admin);
    const socket = openSocket(registry, {
      authorization: `Bearer ${secret}`,
      'X-On-Behalf-Of': await registry.tokenOf('sample-1-editor'),
    });
    await socket.opened;
    await admin.does('revokeServiceKey', { serviceKeyId: serviceKey.id, expectedVersion: 1, reason: 'เลิกใช้' });
    clockAt(Date.now() + 5_001);
    expect(await socket.closed).toMatchObject({ code: 4401 });
  });
});

describe('what a service key may ask', () => {
  it('is what front ends registered, where it is bound to documents, and that of one front end, where it is bound to it', async () => {
    const [ours, theirs] = ['query Ours { viewer { role } }', 'query Theirs { viewer { role } }'];
    for (const [client, text] of [
      ['plans', ours],
      ['board', theirs],
    ] as const)
      await registry.person('city-admin').does('registerTrustedDocuments', {
        client,
        documents: [{ document: text, hash: hashOf(text) }],
      });
    const codes = async (input: Readonly<Record<string, unknown>>, token?: string) => {
      const { secret } = await makeKey(admin, input);
      const { ask } = programWith(registry, secret, token);
      const answers = [await ask(ours), await ask(theirs), await ask('query Loose { viewer { role } }')];
      return answers.map(({ errors }) => errors[0]?.extensions.code ?? 'ok');
    };
    expect(await codes({})).toEqual(['ok', 'ok', 'ok']);
    expect(await codes({ documentsOnly: true })).toEqual(['ok', 'ok', 'DOCUMENT_REQUIRED']);
    const bound = ['ok', 'DOCUMENT_REQUIRED', 'DOCUMENT_REQUIRED'];
    expect(await codes({ documentsOf: 'plans' })).toEqual(bound);
    expect(await codes({ documentsOf: 'plans' }, await registry.tokenOf('sample-1-editor'))).toEqual(bound);
  });

  it('costs its own budget, and for a person that of both', async () => {
    const question = '{ risks(first: 100) { edges { node { code } } } }';
    const cost = (await registry.as('sample-1-viewer')(question)).extensions.cost.requested;
    const budgets = { account: 1e9, agency: 1e9, client: 1e9, ofRoles: new Map() };
    const strict = await startRegistry({ database: registry.database, limits: { budgets } });
    const points = Math.max(1_000, 2 * cost);
    const { secret } = await makeKey(strict.person('sample-1-agency-admin'), { pointsPerMinute: points });
    const program = programWith(strict, secret);
    const first = await program.ask(question);
    expect(first.headers['ratelimit-policy']).toContain(`"cost";q=${points};w=60`);
    const person = programWith(strict, secret, await strict.tokenOf('sample-1-editor'));
    const second = await person.ask(question);
    expect(second.headers['ratelimit-policy']).toContain(`"cost-of-key";q=${points};w=60`);
    expect(second.extensions.cost.remaining).toBe(points - 2 * cost);
    await strict.stop();
  });
});
