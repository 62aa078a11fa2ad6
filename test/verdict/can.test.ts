import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';
import { machineryOn } from '../kit/switches.ts';
import { uuidOf } from '../report/reports.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ responseCacheMb: 0, switches: machineryOn });
  await registry.rows(
    `SET session_replication_role = 'replica';
     INSERT INTO "RiskRegister" (id, "agencyId", disclosure, "fiscalYear", status, "createdAt", "updatedAt")
     SELECT gen_random_uuid(), a.id, 0, 2570 + n, 'DRAFT', now(), now() FROM "Agency" a, generate_series(1, 100) n WHERE a.code = 'SAMPLE-1'`,
  );
});
afterAll(async () => registry.stop());

const five = '[submitRiskRegister, editRiskRegister, discardRiskRegister, approveRiskRegister, closeRiskRegister]';
const registersOf = (first: number) =>
  `{ riskRegisters(first: ${first}, orderBy: {field: fiscalYear, direction: DESC}) { edges { node { can(acts: ${five}) { act allowed code } } } } }`;

async function statementsFor(query: string): Promise<number> {
  const ask = registry.as('sample-1-approver');
  // The first time a scope is used its connection learns who it speaks for; that is not what is counted here.
  await ask(query);
  return (await statementsOf(() => ask(query))).length;
}

it('a hundred registers and five acts cost the statements of one register', async () => {
  const { data } = await registry.as('sample-1-approver')(registersOf(100));
  expect(nodes(data.riskRegisters)).toHaveLength(100);
  const [one, hundred] = [await statementsFor(registersOf(1)), await statementsFor(registersOf(100))];
  console.info(`100 registers x 5 acts: ${hundred} statements; one register: ${one}`);
  expect(hundred).toBe(one);
  expect(hundred).toBeLessThanOrEqual(6);
});

it('what is asked costs by the number of acts and of records', async () => {
  const costOf = async (query: string) => (await registry.as('sample-1-approver')(query)).extensions.cost.requested;
  expect(await costOf(registersOf(100))).toBeGreaterThan(50 * (await costOf(registersOf(1))));
});

describe('a verdict', () => {
  const verdictsOn = async (persona: string, type: string, id: string, acts: string) => {
    const { data } = await registry.as(persona)(
      `query ($id: ID!) { node(id: $id) { can(acts: [${acts}]) { act allowed code reasonTh reasonEn } } }`,
      { id },
    );
    return data.node?.can ?? `no ${type}`;
  };
  const aRegister = async (): Promise<string> =>
    nodes(
      (await registry.as('sample-1-viewer')('{ riskRegisters(first: 1) { edges { node { id } } } }')).data
        .riskRegisters,
    )[0].id;

  it('stands in the order asked, and says the reason in both languages where it refuses', async () => {
    const [edit, carry] = await verdictsOn(
      'sample-1-viewer',
      'register',
      await aRegister(),
      'editRiskRegister, carryForwardRiskRegister',
    );
    expect(edit).toEqual({
      act: 'editRiskRegister',
      allowed: false,
      code: 'FORBIDDEN',
      reasonTh: expect.stringMatching(/[ก-๙]/),
      reasonEn: 'Only editors and approvers of the agency change its records.',
    });
    expect(carry).toMatchObject({ act: 'carryForwardRiskRegister', allowed: false });
    expect(await verdictsOn('sample-1-editor', 'register', await aRegister(), 'carryForwardRiskRegister')).toEqual([
      { act: 'carryForwardRiskRegister', allowed: true, code: null, reasonTh: null, reasonEn: null },
    ]);
  });

  it('of an act on another kind of record names the kind that it is done on', async () => {
    expect(await verdictsOn('sample-1-editor', 'register', await aRegister(), 'editRisk')).toMatchObject([
      { allowed: false, code: 'INVALID_INPUT', reasonEn: 'editRisk is done on Risk, not on RiskRegister.' },
    ]);
  });

  it('is asked of a record that the viewer sees, and of no other', async () => {
    expect(await verdictsOn('sample-2-approver', 'register', await aRegister(), 'editRiskRegister')).toBe(
      'no register',
    );
  });
});

it('the viewer is told what the roles allow, and each agency whether the account acts there', async () => {
  const query = `{ viewer { can(acts: [draftPlan, addFramework]) { allowed code } }
    own: agency(code: "SAMPLE-1") { can(acts: [draftPlan]) { allowed code } }
    other: agency(code: "SAMPLE-2") { can(acts: [draftPlan]) { allowed code } } }`;
  const allowed = { allowed: true, code: null };
  const refused = { allowed: false, code: 'FORBIDDEN' };
  const editor = (await registry.as('sample-1-editor')(query)).data;
  expect(editor).toEqual({ viewer: { can: [allowed, refused] }, own: { can: [allowed] }, other: { can: [refused] } });
  expect((await registry.as('city-admin')(query)).data.viewer.can).toEqual([refused, allowed]);
  const nobody = { allowed: false, code: 'UNAUTHENTICATED' };
  expect((await registry.public(query)).data).toEqual({
    viewer: { can: [nobody, nobody] },
    own: { can: [nobody] },
    other: { can: [nobody] },
  });
});

it('as of a moment it still tells what may be done now', async () => {
  const editor = registry.as('sample-1-editor');
  const found = await editor(
    '{ riskRegisters(first: 1, where: {status: {eq: DRAFT}}) { edges { node { id fiscalYear } } } }',
  );
  const [{ id, fiscalYear }] = nodes(found.data.riskRegisters);
  const moment = new Date().toISOString();
  await registry.rows(
    `SET session_replication_role = 'replica';
     UPDATE "RiskRegister" r SET status = 'CLOSED' FROM "Agency" a
     WHERE a.id = r."agencyId" AND a.code = 'SAMPLE-1' AND r."fiscalYear" = ${fiscalYear}`,
  );
  const { data } = await editor(
    `query ($id: ID!, $moment: DateTime!) {
      past: node(id: $id, asOf: $moment) { can(acts: [editRiskRegister]) { code } }
      now: node(id: $id) { can(acts: [editRiskRegister]) { code } }
    }`,
    { id, moment },
  );
  expect(data).toEqual({
    past: { can: [{ code: 'ILLEGAL_TRANSITION' }] },
    now: { can: [{ code: 'ILLEGAL_TRANSITION' }] },
  });
});

describe('the end of a membership', () => {
  const administrators = async (first: number, persona = 'maedong-agency-admin') => {
    const { data } = await registry.as(persona)(
      `{ agency(code: "LG-MAEDONG") { members(first: ${first}, where: {role: {in: [AGENCY_ADMIN, VIEWER]}}) {
           edges { node { id version role can(acts: [endMembership]) { code reasonEn } } } } } }`,
    );
    return nodes(data.agency.members).map(({ can: [verdict], ...member }) => ({ ...member, verdict }));
  };

  it('is refused beforehand to the last administrator of a place, as by the act, and to nobody else', async () => {
    const admin = registry.person('maedong-agency-admin');
    const allowed = { code: null, reasonEn: null };
    const found = await administrators(50);
    const [last, ...others] = found.filter(({ role }) => role === 'AGENCY_ADMIN');
    expect(others).toEqual([]);
    const answer = await admin.tries('endMembership', { membershipId: last.id, expectedVersion: last.version });
    expect(last.verdict.code).toBe(answer.errors[0]?.extensions.code);
    expect(last.verdict.reasonEn).toMatch(/last administrator/);
    expect(answer.errors[0]?.message).toContain(last.verdict.reasonEn);
    const viewers = found.filter(({ role }) => role === 'VIEWER');
    expect(viewers.length).toBeGreaterThan(0);
    for (const { verdict } of viewers) expect(verdict).toEqual(allowed);
    const second = randomUUID();
    await registry.rows(
      `SET session_replication_role = 'replica';
       INSERT INTO "Membership" (id, "accountId", "agencyId", role, "createdAt") SELECT '${second}', a.id, g.id, 'AGENCY_ADMIN', now()
       FROM "Account" a, "Agency" g WHERE a.sub = 'demo|maedong-viewer' AND g.code = 'LG-MAEDONG'`,
    );
    for (const persona of ['maedong-agency-admin', 'city-admin'])
      for (const { verdict } of await administrators(50, persona))
        expect([persona, verdict]).toEqual([persona, allowed]);
    await registry.rows(`SET session_replication_role = 'replica'; DELETE FROM "Membership" WHERE id = '${second}'`);
  });

  it('costs as many statements for all members as for one', async () => {
    const costs: number[] = [];
    for (const first of [1, 50]) {
      await administrators(first);
      costs.push((await statementsOf(() => administrators(first))).length);
    }
    expect(costs[1]).toBe(costs[0]);
  });
});

it('whether the viewer wrote in what it approves is asked of fifty registers in the statements of one', async () => {
  await registry.rows(
    `SET session_replication_role = 'replica';
     INSERT INTO "RiskRegister" (id, "agencyId", disclosure, "fiscalYear", status, "createdAt", "updatedAt")
     SELECT gen_random_uuid(), a.id, 1, 2571 + n, 'SUBMITTED', now(), now() FROM "Agency" a, generate_series(1, 50) n WHERE a.code = 'SAMPLE-2'`,
  );
  const costs: number[] = [];
  for (const first of [1, 50]) {
    const ask = () =>
      registry.as('centre')(
        `{ riskRegisters(first: ${first}, where: {status: {eq: SUBMITTED}, agency: {code: {eq: "SAMPLE-2"}}}) { edges { node { can(acts: [approveRiskRegister]) { code } } } } }`,
      );
    expect(nodes((await ask()).data.riskRegisters)).toEqual(Array(first).fill({ can: [{ code: null }] }));
    costs.push((await statementsOf(ask)).length);
  }
  expect(costs[1]).toBe(costs[0]);
});

it('a report on a plan is refused beforehand, as by the act, before its first period has ended and once each that has ended has its report', async () => {
  const editor = registry.person('sample-1-editor');
  const planId: string = nodes((await editor.ask('{ plans(first: 1) { edges { node { id } } } }')).data.plans)[0].id;
  const verdict = async () => {
    const query = 'query ($id: ID!) { node(id: $id) { can(acts: [draftPlanReport]) { code reasonEn } } }';
    return (await editor.ask(query, { id: planId })).data.node.can[0];
  };
  const refused = async () =>
    (await editor.tries('draftPlanReport', { planId, fiscalYear: 2567, kind: 'SIX_MONTHS' })).errors[0];
  const none = {
    code: 'INVALID_INPUT',
    reasonEn: expect.stringMatching(/^No period of the plan is left to report on/),
  };
  const setUp = (sql: string) => registry.rows(`SET session_replication_role = 'replica'; ${sql}`);
  const plan = `"Plan" WHERE id = '${uuidOf(planId)}'`;
  const [years] = await registry.rows<{ from: number; to: number }>(
    `SELECT "fiscalYearFrom" AS from, "fiscalYearTo" AS to FROM ${plan}`,
  );
  const setYears = (from?: number, to?: number) =>
    setUp(`UPDATE "Plan" SET "fiscalYearFrom" = ${from}, "fiscalYearTo" = ${to} WHERE id = '${uuidOf(planId)}'`);
  expect(await verdict()).toEqual({ code: null, reasonEn: null });
  await setYears(2590, 2592);
  expect(await verdict()).toEqual(none);
  expect((await refused())?.message).toContain((await verdict()).reasonEn);
  await setYears(years?.from, years?.to);
  const before = await registry.rows<{ id: string }>(
    `SELECT id FROM "YearReport" WHERE "planId" = '${uuidOf(planId)}'`,
  );
  await setUp(`INSERT INTO "YearReport" (id, "agencyId", kind, "planId", "fiscalYear", status)
    SELECT gen_random_uuid(), "agencyId", k, id, y, 'DRAFT' FROM unnest('{SIX_MONTHS,TWELVE_MONTHS}'::"YearReportKind"[]) k, generate_series(${years?.from}, ${years?.to}) y, ${plan}
    ON CONFLICT DO NOTHING`);
  expect(await verdict()).toEqual(none);
  expect((await refused())?.message).toContain((await verdict()).reasonEn);
  await setUp(
    `DELETE FROM "YearReport" WHERE "planId" = '${uuidOf(planId)}' AND id NOT IN (${before.map(({ id }) => `'${id}'`)})`,
  );
  expect(await verdict()).toEqual({ code: null, reasonEn: null });
});
