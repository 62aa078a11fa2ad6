import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fiscalYearOf } from '@registry/schema/base/fiscal-year.logic.ts';
import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { withApplicationLogin } from '../kit/with-application-login.ts';
import { type At, doing, planOf, projectsOf } from './plan-client.ts';

const thisYear = fiscalYearOf(todayInBangkok());
const lastYear = thisYear - 1;
const [editor, approver] = ['sample-1-editor', 'sample-1-approver'];
const parts = 'id version status sortOrder titleTh fiscalYears';

let registry: Registry;
let act: ReturnType<typeof doing>;
let plan: At;
const run = (text: string) => registry.rows<{ id: string }>(`SET session_replication_role = 'replica'; ${text}`);
const ofSample1 = (table: string) =>
  `FROM "Agency" g WHERE g.id = "${table}"."agencyId" AND g.code = 'SAMPLE-1' AND "${table}"`;
const planEndsIn = (year: number) =>
  run(`UPDATE "Plan" SET "fiscalYearTo" = ${year} ${ofSample1('Plan')}.origin = 'SAMPLE'`);

// A published plan of which two projects have not ended, after its last year.
beforeAll(async () => {
  registry = await startRegistry();
  act = doing(registry);
  await run(`UPDATE "Plan" SET status = 'PUBLISHED' ${ofSample1('Plan')}.origin = 'SAMPLE';
    UPDATE "Project" SET status = 'DONE', "fiscalYears" = '{${lastYear}}' ${ofSample1('Project')}.origin = 'SAMPLE';
    UPDATE "Project" SET status = 'PLANNED' ${ofSample1('Project')}."sortOrder" = 2;
    UPDATE "Project" SET status = 'IN_PROGRESS' ${ofSample1('Project')}."sortOrder" = 4`);
  await planEndsIn(lastYear);
  plan = await planOf(registry, editor);
});
afterAll(async () => registry.stop());

const close = (persona = approver) => act(persona, 'closePlan', { id: plan.id, expectedVersion: plan.version });
const problemsOf = ({ errors }: Awaited<ReturnType<typeof close>>) =>
  (errors[0]?.extensions.fields ?? []).map(({ code, field }: { code: string; field: string }) => [code, field]);
const unfinished = async () =>
  (await projectsOf(registry, editor, plan.id, parts)).filter(({ status }) =>
    ['PLANNED', 'IN_PROGRESS'].includes(status),
  );

const openActs = async (id: string, model = 'Plan') =>
  (await registry.as(approver)(`query ($id: ID!) { node(id: $id) { ... on ${model} { openActs } } }`, { id })).data.node
    .openActs;

describe('a plan', () => {
  it('offers closing once its last fiscal year has ended, and not before', async () => {
    expect(await openActs(plan.id)).toEqual(['AMEND', 'CLOSE']);
    await planEndsIn(thisYear);
    expect(await openActs(plan.id)).toEqual(['AMEND']);
    await planEndsIn(lastYear);
  });

  it('is not closed while its last fiscal year runs, nor is anything changed', async () => {
    await planEndsIn(thisYear);
    const refused = await close();
    expect(refused.errors[0]?.extensions.code).toBe('INVALID_INPUT');
    expect(problemsOf(refused)[0]).toEqual(['FISCAL_YEAR_NOT_OVER', 'fiscalYearTo']);
    expect(await planOf(registry, editor)).toEqual(plan);
    await planEndsIn(lastYear);
  });

  it('is not closed before each of its projects has ended: those in the way are named in both languages, with where the rule comes from', async () => {
    const inTheWay = await unfinished();
    expect(inTheWay.map(({ status }) => status)).toEqual(['PLANNED', 'IN_PROGRESS']);
    for (const [language, source] of [
      ['th', 'ที่มา: หลักเกณฑ์ของทะเบียน'],
      ['en', 'Source: rule of the registry'],
    ] as const) {
      const { errors } = await registry.as(approver)(
        'mutation ($input: PlanActInput!) { closePlan(input: $input) { plan { status } } }',
        { input: { id: plan.id, expectedVersion: plan.version } },
        { 'accept-language': language },
      );
      const { code, fields } = errors[0]?.extensions ?? {};
      expect(code).toBe('INVALID_INPUT');
      expect(fields.map(({ code: each, nodeId }: Record<string, string>) => [each, nodeId])).toEqual(
        inTheWay.map(({ id }) => ['PROJECT_NOT_ENDED', id]),
      );
      for (const [index, { titleTh, sortOrder }] of inTheWay.entries()) {
        expect(fields[index].message).toContain(`${sortOrder}`);
        expect(fields[index].message).toContain(titleTh);
        expect(fields[index].message).toContain(source);
      }
    }
    expect(await planOf(registry, editor)).toEqual(plan);
    const seen = await registry.as(editor)(
      'query ($id: ID!) { node(id: $id) { ... on Plan { missingToClose { code nodeId } } } }',
      { id: plan.id },
    );
    expect(seen.data.node.missingToClose).toEqual(
      inTheWay.map(({ id }) => ({ code: 'PROJECT_NOT_ENDED', nodeId: id })),
    );
  });

  it('is closed neither by whoever has the login of the application, and speaks SQL with it', async () => {
    const closing = () =>
      withApplicationLogin(
        registry.database,
        { agencyCode: 'SAMPLE-1', sub: 'demo|sample-1-approver', role: 'APPROVER', act: 'closePlan' },
        `UPDATE "Plan" SET status = 'CLOSED' WHERE status = 'PUBLISHED'`,
      );
    expect(await closing()).toBe('RG422');
    const left = (await unfinished()).map(({ sortOrder }) => sortOrder);
    const setStatus = (status: string) =>
      run(`UPDATE "Project" SET status = '${status}' ${ofSample1('Project')}."sortOrder" IN (${left.join()})`);
    // Not done without a word is no end.
    await setStatus('NOT_DONE');
    expect(await closing()).toBe('RG422');
    await setStatus('DONE');
    expect(await closing()).toBe(1);
    await planEndsIn(thisYear);
    expect(await closing()).toBe('RG422');
    await planEndsIn(lastYear);
    await setStatus('PLANNED');
  });

  it('has projects that an approver says were not done, and why, once their years have ended', async () => {
    const [project, other] = await unfinished();
    const input = { projectId: project.id, expectedVersion: project.version };
    const answer = 'project { id version status openActs statusChanges { act toStatus comment } }';
    const leave = (persona: string, reason: string) =>
      act(persona, 'leaveProjectUnfinished', { ...input, reason }, answer);
    expect(refusalOf(await leave(editor, 'ไม่ได้รับงบประมาณ'))[0]).toBe('FORBIDDEN');
    expect(refusalOf(await leave(approver, ' '))).toEqual(['INVALID_INPUT', 'reason']);
    await run(
      `UPDATE "Project" SET "fiscalYears" = '{${lastYear},${thisYear}}' ${ofSample1('Project')}."sortOrder" = 2`,
    );
    const early = await leave(approver, 'ไม่ได้รับงบประมาณ');
    const open = async () =>
      (
        await registry.as(approver)('query ($id: ID!) { node(id: $id) { ... on Project { openActs } } }', {
          id: project.id,
        })
      ).data.node.openActs;
    expect(await open()).toEqual(['START', 'CANCEL']);
    expect(problemsOf(early)).toEqual([['FISCAL_YEAR_NOT_OVER', 'projectId']]);
    await run(`UPDATE "Project" SET "fiscalYears" = '{${lastYear}}' ${ofSample1('Project')}."sortOrder" = 2`);
    expect(await open()).toEqual(['START', 'CANCEL', 'LEAVE_UNFINISHED']);
    const { done, errors } = await leave(approver, 'ไม่ได้รับงบประมาณ');
    expect(errors).toEqual([]);
    expect(done.project).toMatchObject({ status: 'NOT_DONE', openActs: [], version: project.version + 1 });
    expect(done.project.statusChanges[0]).toEqual({
      act: 'LEAVE_UNFINISHED',
      toStatus: 'NOT_DONE',
      comment: 'ไม่ได้รับงบประมาณ',
    });
    const again = await act(
      approver,
      'leaveProjectUnfinished',
      { ...input, expectedVersion: project.version + 1, reason: 'ซ้ำ' },
      answer,
    );
    expect(again.errors[0]?.extensions).toMatchObject({ code: 'ILLEGAL_TRANSITION', status: 'NOT_DONE' });

    const cancelled = await act(
      approver,
      'cancelProject',
      { projectId: other.id, expectedVersion: other.version, reason: 'ซ้ำกับโครงการอื่น' },
      answer,
    );
    expect(cancelled.errors).toEqual([]);
    // What became of the projects is a part of the plan that is closed.
    expect((await close()).errors[0]?.extensions.code).toBe('CONFLICT');
    plan = await planOf(registry, editor);
    expect((await close()).done?.plan.status).toBe('CLOSED');
    const seen = await registry.as('centre')(
      'query ($id: ID!) { node(id: $id) { ... on Project { status statusChanges { comment } } } }',
      { id: project.id },
    );
    expect(seen.data.node).toMatchObject({ status: 'NOT_DONE', statusChanges: [{ comment: 'ไม่ได้รับงบประมาณ' }] });
  });
});

describe('a register and an analysis', () => {
  it.each([
    ['RiskRegister', 'riskRegisters', 'riskRegister'],
    ['SwotAnalysis', 'swotAnalyses', 'swotAnalysis'],
  ])(
    'of a year that runs are not closed, which would take them out of the figures of the city: %s',
    async (model, list, payload) => {
      const found = await registry.as(approver)(`{ ${list}(first: 1) { edges { node { id } } } }`);
      const [{ id }] = nodes(found.data[list]);
      const uuid = Buffer.from(id, 'base64url').toString('utf8').split(':')[1];
      // A year that no other record of the agency has.
      const put = (year: number) =>
        run(`UPDATE "${model}" SET status = 'PUBLISHED', "fiscalYear" = ${year} WHERE id = '${uuid}'`);
      const closing = async () => {
        const { data } = await registry.as(approver)(
          `query ($id: ID!) { node(id: $id) { ... on ${model} { version } } }`,
          { id },
        );
        return registry.as(approver)(
          `mutation ($input: ${model}ActInput!) { close${model}(input: $input) { ${payload} { status } } }`,
          { input: { id, expectedVersion: data.node.version } },
        );
      };
      await put(thisYear + 1);
      expect(await openActs(id, model)).toEqual(['AMEND']);
      const refused = await closing();
      expect(refused.errors[0]?.extensions.fields).toMatchObject([
        { code: 'FISCAL_YEAR_NOT_OVER', field: 'fiscalYear' },
      ]);
      await put(thisYear - 9);
      expect(await openActs(id, model)).toEqual(['AMEND', 'CLOSE']);
      expect((await closing()).data[`close${model}`][payload].status).toBe('CLOSED');
    },
  );
});
