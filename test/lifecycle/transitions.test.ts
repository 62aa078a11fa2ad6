import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementOf } from '../kit/announcement.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { type Step, tryAll, uuidOf } from './transition-table.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

/** The steps of plans, analyses and registers (DOMAIN §9); whatever is not listed is refused. */
const recordSteps = (model: string, announcement: object): Step[] => {
  const ACT = `${model}ActInput`;
  const own = (verb: string) => `${verb}${model}Input`;
  return [
    {
      mutation: `submit${model}`,
      inputType: ACT,
      by: ['APPROVER'],
      leads: { DRAFT: 'SUBMITTED', AMENDING: 'SUBMITTED' },
    },
    {
      mutation: `return${model}`,
      inputType: own('Return'),
      by: ['CENTRE'],
      leads: { SUBMITTED: 'RETURNED' },
      input: { comment: 'ขอให้แก้ไข' },
    },
    { mutation: `revise${model}`, inputType: ACT, by: ['EDITOR', 'APPROVER'], leads: { RETURNED: 'DRAFT' } },
    { mutation: `approve${model}`, inputType: ACT, by: ['CENTRE'], leads: { SUBMITTED: 'APPROVED' } },
    {
      mutation: `publish${model}`,
      inputType: own('Publish'),
      by: ['APPROVER'],
      leads: { APPROVED: 'PUBLISHED' },
      input: { noteTh: 'ฉบับปรับปรุง', announcement },
    },
    {
      mutation: `amend${model}`,
      inputType: own('Amend'),
      by: ['APPROVER'],
      leads: { IMPORTED: 'AMENDING', APPROVED: 'AMENDING', PUBLISHED: 'AMENDING' },
      input: { reason: 'ปรับปรุงข้อมูล' },
    },
    { mutation: `close${model}`, inputType: ACT, by: ['APPROVER'], leads: { PUBLISHED: 'CLOSED' } },
  ];
};

const recordStatuses = ['DRAFT', 'SUBMITTED', 'RETURNED', 'IMPORTED', 'APPROVED', 'PUBLISHED', 'AMENDING', 'CLOSED'];

const isSome = <Value>(value: Value | undefined): Value => {
  // Without a record that can go all the way, being done could not be told from being refused.
  if (value === undefined) throw new Error('The sample agency has no such record.');
  return value;
};

/** What is closed has come to its end. Registers and analyses of the sample city are of years that are over; its plan still runs. */
const endPlan = (id: string | undefined) =>
  registry.rows(`SET session_replication_role = 'replica';
     UPDATE "Plan" SET "fiscalYearFrom" = 2560, "fiscalYearTo" = 2564 WHERE id = '${id}';
     UPDATE "Project" SET status = 'DONE', "fiscalYears" = '{2564}' WHERE "planId" = '${id}';
     UPDATE "BudgetLine" SET "fiscalYear" = 2564 WHERE id IN (SELECT DISTINCT ON (b."projectId") b.id
       FROM "BudgetLine" b JOIN "Project" j ON j.id = b."projectId" WHERE j."planId" = '${id}')`);

describe('every step by every role in every status leads where the table says, or is refused with nothing changed', () => {
  it.each([
    { model: 'RiskRegister', list: 'riskRegisters', payload: 'riskRegister' },
    { model: 'SwotAnalysis', list: 'swotAnalyses', payload: 'swotAnalysis' },
    { model: 'YearReport', list: 'planReports', payload: 'yearReport' },
    { model: 'Plan', list: 'plans', payload: 'plan' },
  ])(
    'of a $model',
    async ({ model, list, payload }) => {
      const found = await registry.as('sample-1-viewer')(
        `{ ${list}(first: 20) { edges { node { id missing { code } } } } }`,
      );
      const record = isSome(nodes(found.data[list]).find(({ missing }) => missing.length === 0));
      if (model === 'Plan') await endPlan(uuidOf(record.id));
      const { cells, wrong } = await tryAll(registry, record, {
        model,
        idName: 'id',
        payload,
        statuses: recordStatuses,
        steps: recordSteps(model, await announcementOf(registry.as('sample-1-approver'))),
      });
      console.info(`${model}: ${cells} cells of step x role x status, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('of a project in an approved plan', async () => {
    const found = await registry.as('sample-1-viewer')('{ projects(first: 1) { edges { node { id } } } }');
    await registry.rows(`SET session_replication_role = 'replica';
       UPDATE "Project" SET "fiscalYears" = '{2564}' WHERE id = '${uuidOf(nodes(found.data.projects)[0].id)}';
       UPDATE "Plan" p SET status = 'APPROVED' FROM "Agency" g WHERE g.id = p."agencyId" AND g.code = 'SAMPLE-1'`);
    const { cells, wrong } = await tryAll(registry, isSome(nodes(found.data.projects)[0]), {
      model: 'Project',
      idName: 'projectId',
      payload: 'project',
      statuses: ['PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED', 'NOT_DONE'],
      steps: [
        {
          mutation: 'startProject',
          inputType: 'ProjectActInput',
          by: ['EDITOR', 'APPROVER'],
          leads: { PLANNED: 'IN_PROGRESS' },
        },
        {
          mutation: 'completeProject',
          inputType: 'ProjectActInput',
          by: ['EDITOR', 'APPROVER'],
          leads: { IN_PROGRESS: 'DONE' },
          input: { comment: 'ดำเนินการครบถ้วน' },
        },
        {
          mutation: 'cancelProject',
          inputType: 'CancelProjectInput',
          by: ['APPROVER'],
          leads: { PLANNED: 'CANCELLED', IN_PROGRESS: 'CANCELLED' },
          input: { reason: 'ไม่ได้รับงบประมาณ' },
        },
        {
          mutation: 'leaveProjectUnfinished',
          inputType: 'LeaveProjectUnfinishedInput',
          by: ['APPROVER'],
          leads: { PLANNED: 'NOT_DONE', IN_PROGRESS: 'NOT_DONE' },
          input: { reason: 'ไม่ได้รับงบประมาณ' },
        },
      ],
    });
    console.info(`Project: ${cells} cells of step x role x status, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  }, 60_000);

  it('of a delegation order', async () => {
    const found = await registry.as('sample-1-viewer')(
      '{ delegationOrders(first: 20, where: {status: {in: [IN_FORCE]}}) { edges { node { id effectiveFrom powers { delegator { isHead } } } } } }',
    );
    const order = isSome(
      nodes(found.data.delegationOrders).find(({ powers }) =>
        powers.every(({ delegator }: { delegator: { isHead: boolean } }) => delegator.isHead),
      ),
    );
    const { cells, wrong } = await tryAll(registry, order, {
      model: 'DelegationOrder',
      idName: 'orderId',
      payload: 'delegationOrder',
      statuses: ['DRAFT', 'ISSUED', 'REVOKED', 'SUPERSEDED'],
      besides: (status) =>
        `"endedOn" = ${status === 'REVOKED' || status === 'SUPERSEDED' ? 't."effectiveFrom" + 1' : 'NULL'}`,
      steps: [
        {
          mutation: 'issueDelegationOrder',
          inputType: 'IssueDelegationOrderInput',
          by: ['APPROVER'],
          leads: { DRAFT: 'ISSUED' },
        },
        {
          mutation: 'revokeDelegationOrder',
          inputType: 'RevokeDelegationOrderInput',
          by: ['APPROVER'],
          leads: { ISSUED: 'REVOKED' },
          input: { reason: 'ปรับโครงสร้าง' },
        },
      ],
    });
    console.info(`DelegationOrder: ${cells} cells of step x role x status, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  }, 60_000);
});

it.each(['SUBMIT', 'REVISE', 'AMEND'])(
  'nobody approves what they did %s of themselves, whatever place they did it from',
  async (act) => {
    const found = await registry.as('centre')(
      '{ riskRegisters(first: 5, where: {agency: {code: {eq: "SAMPLE-2"}}, status: {eq: SUBMITTED}}) { edges { node { id version } } } }',
    );
    const [register] = nodes(found.data.riskRegisters);
    const uuid = uuidOf(register.id);
    const own = '00000000-0000-7000-8000-0000000a11ce';
    await registry.rows(`SET session_replication_role = 'replica';
     INSERT INTO "StatusChange" (id, "agencyId", disclosure, "registerId", act, "fromStatus", "toStatus", "accountId", role, at)
     SELECT '${own}', r."agencyId", 2, r.id, '${act}', 'DRAFT', 'DRAFT', a.id, 'APPROVER', now() - interval '1 hour'
     FROM "RiskRegister" r, "Account" a WHERE r.id = '${uuid}' AND a.sub = 'demo|centre'`);
    const answer = await registry.as('centre')(
      'mutation ($input: RiskRegisterActInput!) { approveRiskRegister(input: $input) { riskRegister { status } } }',
      { input: { id: register.id, expectedVersion: register.version } },
    );
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const after = await registry.as('centre')(
      'query ($id: ID!) { node(id: $id) { ... on RiskRegister { status version } } }',
      { id: register.id },
    );
    expect(after.data.node).toEqual({ status: 'SUBMITTED', version: register.version });
    await registry.rows(`SET session_replication_role = 'replica'; DELETE FROM "StatusChange" WHERE id = '${own}'`);
  },
);
