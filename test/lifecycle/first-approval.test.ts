import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fiscalYearOf, quarterDays, quarterOf } from '@registry/schema/base/fiscal-year.logic.ts';
import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { applicationSession } from '../contract/application-session.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { uuidOf } from './transition-table.ts';

let registry: Registry;
const { stage, select } = applicationSession(() => registry.database);
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

describe('a plan that was taken from a document', () => {
  it('owes, once approved, reports from the quarter of its approval, and no result of years that ended before', async () => {
    const asked = async () => {
      const { data } = await registry.as('finance-editor')(
        `{ projects(first: 50) { edges { node { fiscalYears reportsDue(on: "2030-06-01") { endedOn } } } }
           findings(first: 50, where: {code: {eq: "INDICATOR_WITHOUT_RESULT"}}) { totalCount } viewer { tasks(first: 100, kinds: [PROGRESS_REPORT_DUE]) { dueOn } } }`,
      );
      const dues = nodes(data.projects).flatMap(({ reportsDue }) => reportsDue);
      return {
        dues: dues.map(({ endedOn }) => endedOn).sort(),
        tasks: data.viewer.tasks.length,
        results: data.findings.totalCount,
      };
    };
    const approver = registry.person('finance-approver');
    const { data } = await approver.ask('{ plans(first: 1) { edges { node { id version } } } }');
    const [plan] = nodes(data.plans);
    const uuid = uuidOf(plan.id);
    await approver.does('amendPlan', { id: plan.id, expectedVersion: plan.version, reason: 'รับเป็นแผน' }, 'plan { id }');
    // Its projects run in years that are over and in those to come.
    const today = todayInBangkok();
    const year = fiscalYearOf(today);
    await stage(`UPDATE "Project" SET "fiscalYears" = '{${year - 2},${year - 1},${year}}', quarters = '{}' WHERE "planId" = '${uuid}';
      UPDATE "Plan" SET status = 'SUBMITTED' WHERE id = '${uuid}'`);
    const centre = registry.as('centre');
    const query = 'query ($id: ID!) { node(id: $id) { ... on Plan { version } } }';
    const { version } = (await centre(query, { id: plan.id })).data.node;
    const approved = await centre(
      'mutation ($input: PlanActInput!) { approvePlan(input: $input) { plan { status } } }',
      { input: { id: plan.id, expectedVersion: version } },
    );
    expect(approved.data.approvePlan.plan.status).toBe('APPROVED');

    const { dues, tasks, results } = await asked();
    const quarter = quarterDays(year, quarterOf(today)).lastDay.toISOString().slice(0, 10);
    expect(dues[0]).toBe(quarter);
    expect([tasks, results]).toEqual([0, 0]);

    // Had the centre approved it two years ago, all of that would be owed.
    await select(`SET session_replication_role = 'replica';
      UPDATE "StatusChange" SET at = at - interval '3 years' WHERE "planId" = '${uuid}' AND act = 'APPROVE'`);
    const early = await asked();
    expect(early.dues.length).toBeGreaterThan(dues.length);
    expect(early.tasks).toBeGreaterThan(0);
  });
});
