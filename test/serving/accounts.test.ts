import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

describe('an account', () => {
  it('with roles in two agencies acts in the one that X-Agency names, and in no third', async () => {
    await registry.rows(`INSERT INTO "Membership" (id, "accountId", "agencyId", role, "createdAt") SELECT gen_random_uuid(), a.id, g.id, 'EDITOR', now()
       FROM "Account" a, "Agency" g WHERE a.sub = 'demo|health-viewer' AND g.code = 'BMA-FINANCE'`);
    const ask = registry.as('health-viewer');
    const query = '{ viewer { roles agency { code } } plans(first: 5) { edges { node { agency { code } } } } }';
    expect((await ask(query, {}, { 'x-agency': 'BMA-FINANCE' })).data).toEqual({
      viewer: { roles: ['EDITOR'], agency: { code: 'BMA-FINANCE' } },
      plans: { edges: [{ node: { agency: { code: 'BMA-FINANCE' } } }] },
    });
    expect((await ask(query)).data.viewer.agency.code).toBe('BMA-HEALTH');
    const third = await ask(query, {}, { 'x-agency': 'BMA-CHOMTHONG' });
    expect([third.status, third.errors[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('names its agency in any case, and an empty name is none', async () => {
    const ask = registry.as('health-viewer');
    const query = '{ viewer { agency { code } } }';
    for (const [name, code] of [
      ['bma-finance', 'BMA-FINANCE'],
      [' Bma-Health ', 'BMA-HEALTH'],
      ['', 'BMA-HEALTH'],
    ] as const)
      expect((await ask(query, {}, { 'x-agency': name })).data.viewer.agency.code).toBe(code);
    const centre = await registry.as('centre')('{ viewer { role } }', {}, { 'x-agency': 'city' });
    expect(centre.data.viewer.role).toBe('CENTRE');
  });

  it('without a role reads what the public reads, under its own name, and nothing more', async () => {
    await registry.rows(`SET session_replication_role = 'replica';
       DELETE FROM "Membership" WHERE "accountId" = (SELECT id FROM "Account" WHERE sub = 'demo|maedong-viewer')`);
    const ask = registry.as('maedong-viewer');
    const { status, data, errors } = await ask(
      '{ viewer { role account { name } agency { code } permissions } framework { version } editions(first: 1) { totalCount } }',
    );
    expect([status, errors]).toEqual([200, []]);
    expect(data.viewer).toMatchObject({ role: 'PUBLIC', agency: null, account: { name: expect.any(String) } });
    expect(data).toMatchObject({ framework: { version: expect.any(String) } });
    const refused = await ask('{ risks(first: 1) { totalCount } }');
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const named = await ask('{ viewer { role } }', {}, { 'x-agency': 'CITY' });
    expect([named.status, named.errors[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('that is disabled, or unknown to the registry, is not let in', async () => {
    await registry.rows(`UPDATE "Account" SET disabled = true WHERE sub = 'demo|thonburi-editor'`);
    const { status, errors } = await registry.as('thonburi-editor')('{ viewer { role } }');
    expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});
