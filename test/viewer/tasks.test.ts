import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { taskSources, tasksStatement } from '@registry/schema/viewer/tasks/tasks.loader.ts';
import { everyTask } from '../kit/every-task.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';
import { today } from '../kit/today.ts';

const change = '0000f1d0-0000-7000-8000-000000000077';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
  // One of everything that may wait in SAMPLE-1, and a draft that is ready in SAMPLE-2.
  await registry.rows(`SET session_replication_role = 'replica';
     CREATE TEMP TABLE g AS SELECT id FROM "Agency" WHERE code = 'SAMPLE-1';
     UPDATE "Plan" SET status = 'APPROVED' WHERE "agencyId" = (SELECT id FROM g);
     UPDATE "Project" SET status = 'IN_PROGRESS', quarters = '{}', "fiscalYears" = '{2566,2567,2568,2569,2570,2571,2572,2573,2574,2575}'
       WHERE "agencyId" = (SELECT id FROM g);
     DELETE FROM "ProgressReport" WHERE "agencyId" = (SELECT id FROM g) AND "fiscalYear" > 2568;
     UPDATE "SwotAnalysis" SET status = 'RETURNED', disclosure = 1 WHERE "agencyId" = (SELECT id FROM g);
     INSERT INTO "StatusChange" (id, "agencyId", "analysisId", act, "fromStatus", "toStatus", "accountId", role)
       SELECT '${change}', "agencyId", id, 'RETURN', 'SUBMITTED', 'RETURNED', id, 'CENTRE' FROM "SwotAnalysis"
       WHERE "agencyId" = (SELECT id FROM g) LIMIT 1;
     INSERT INTO "ReviewComment" (id, "agencyId", "changeId", text)
       SELECT gen_random_uuid(), id, '${change}', 'ขอให้เพิ่มรายการด้านโอกาส' FROM g;
     UPDATE "Mitigation" SET status = 'PLANNED', "doneOn" = NULL, "cancelReasonTh" = NULL, "dueOn" = ${today} + 20
       WHERE id = (SELECT m.id FROM "Mitigation" m JOIN "Risk" r ON r.id = m."riskId" JOIN "RiskRegister" x ON x.id = r."registerId"
         WHERE m."agencyId" = (SELECT id FROM g) AND x.status <> 'CLOSED' LIMIT 1);
     INSERT INTO "Acceptance" (id, "agencyId", "riskId", level, "reasonTh", "acceptedOn", "expiresOn")
       SELECT gen_random_uuid(), r."agencyId", r.id, 'LOW', 'x', ${today} - 5, ${today} + 5 FROM "Risk" r
       WHERE r."agencyId" = (SELECT id FROM g) AND r."fiscalYear" = 2569 LIMIT 1;
     UPDATE "DelegationOrder" SET "effectiveTo" = ${today} + 30
       WHERE id = (SELECT id FROM "DelegationOrder" WHERE "agencyId" = (SELECT id FROM g) AND status = 'ISSUED'
         AND "effectiveFrom" < ${today} - 90 ORDER BY "effectiveTo" DESC NULLS FIRST LIMIT 1);
     DELETE FROM "PublicItem" WHERE "agencyId" = (SELECT id FROM g) AND "summaryMonth" > '2026-06-01';
     INSERT INTO "Finding" (id, "agencyId", code, severity, "messageTh", "messageEn")
       SELECT gen_random_uuid(), id, 'STAGED', 'ERROR', '100%s จริง', '100%s true' FROM g;
     UPDATE "SwotAnalysis" SET status = 'DRAFT' WHERE "agencyId" = (SELECT id FROM "Agency" WHERE code = 'SAMPLE-2')`);
});
afterAll(async () => registry.stop());

const query = (first: number) =>
  `{ viewer { tasks(first: ${first}) { kind titleTh titleEn dueOn isOverdue agency { code } subject { __typename id
     ... on Plan { status } ... on RiskRegister { status } ... on SwotAnalysis { status } ... on YearReport { status } ... on Mitigation { measureTh risk { code } }
     ... on Risk { code } ... on DelegationOrder { orderNo } ... on Project { titleTh plan { titleTh } } ... on Finding { code } ... on ReviewComment { text } } } } }`;

type Task = {
  kind: string;
  titleTh: string;
  titleEn: string;
  dueOn: string | null;
  isOverdue: boolean;
  agency: { code: string };
  subject: { __typename: string; id: string; status?: string };
};
async function tasks(persona: string, first = 100): Promise<Task[]> {
  const { data, errors } = await registry.as(persona)(query(first));
  expect(errors).toEqual([]);
  return data.viewer.tasks;
}
const kinds = async (persona: string) =>
  [...new Set((await everyTask(registry.as(persona))).map(({ kind }) => kind))].sort();

const shared = [
  'AUDIT_FOLLOW_UP_DUE',
  'DECLARATION_DUE',
  'FINDING_TO_RESOLVE',
  'GIFT_REPORT_DUE',
  'INTERNAL_AUDIT_DUE',
  'MITIGATION_DUE',
  'MONTHLY_REPORT_DUE',
  'PLAN_SUBMISSION_DUE',
  'PROCUREMENT_SUMMARY_DUE',
  'PROGRESS_REPORT_DUE',
  'RISK_REVIEW_DUE',
  'YEAR_REPORT_DUE',
];

describe('the tasks of a viewer', () => {
  it('are those of an editor', async () => {
    expect(await kinds('sample-1-editor')).toEqual(
      [...shared, 'ACKNOWLEDGEMENTS_DUE', 'COMMENT_TO_ANSWER', 'PUBLIC_ITEM_TO_RENEW', 'RECORD_TO_CORRECT'].sort(),
    );
  });

  it('are those of an approver', async () => {
    expect(await kinds('sample-1-approver')).toEqual(
      [
        ...shared,
        'ACCEPTANCE_ENDING',
        'ACTIVITY_TO_RECORD',
        'DECLARATION_TO_CONFIRM',
        'GIFT_REPORT_TO_CONFIRM',
        'INTERNAL_AUDIT_TO_CONFIRM',
        'ORDER_ENDING',
        'RECORD_TO_PUBLISH',
      ].sort(),
    );
    const { data } = await registry.as('sample-2-approver')(
      '{ viewer { tasks(first: 100, kinds: [RECORD_TO_SUBMIT]) { subject { ... on SwotAnalysis { status } } } } }',
    );
    expect(data.viewer.tasks).toContainEqual({ subject: { status: 'DRAFT' } });
  });

  it('are, for the centre, what agencies submitted, and nothing for other roles', async () => {
    const waiting = await tasks('centre');
    expect(new Set(waiting.map(({ kind }) => kind))).toEqual(new Set(['RECORD_TO_REVIEW']));
    expect(waiting.every(({ subject }) => subject.status === 'SUBMITTED')).toBe(true);
    expect(new Set(waiting.map(({ agency }) => agency.code)).size).toBeGreaterThan(1);
    for (const persona of [
      'sample-1-viewer',
      'sample-1-case-officer',
      'sample-1-agency-admin',
      'analyst',
      'auditor',
      'city-admin',
    ])
      expect([persona, await tasks(persona)]).toEqual([persona, []]);
    expect((await registry.public(query(5))).data.viewer.tasks).toEqual([]);
  });

  it('are of its own agency, lead to their subjects, and come soonest first', async () => {
    const mine = await tasks('sample-1-editor');
    expect(mine.length).toBeGreaterThan(10);
    expect(new Set(mine.map(({ agency }) => agency.code))).toEqual(new Set(['SAMPLE-1']));
    expect(mine.every(({ subject }) => subject !== null)).toBe(true);
    const due = mine.map(({ dueOn }) => dueOn ?? '9999');
    expect(due).toEqual([...due].sort());
    const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' });
    expect(mine.every(({ dueOn, isOverdue }) => isOverdue === (dueOn !== null && dueOn < today))).toBe(true);
  });

  it('are of the kinds that are asked for, each with its words as they were found', async () => {
    const { data } = await registry.as('sample-1-editor')(
      '{ viewer { tasks(first: 100, kinds: [FINDING_TO_RESOLVE, YEAR_REPORT_DUE]) { kind titleEn } none: tasks(first: 5, kinds: []) { kind } others: tasks(first: 5, kinds: [RECORD_TO_REVIEW]) { kind } } }',
    );
    const asked: Pick<Task, 'kind' | 'titleEn'>[] = data.viewer.tasks;
    expect(new Set(asked.map(({ kind }) => kind))).toEqual(new Set(['FINDING_TO_RESOLVE', 'YEAR_REPORT_DUE']));
    expect(asked.map(({ titleEn }) => titleEn)).toContain('100%s true');
    expect([data.viewer.none, data.viewer.others]).toEqual([[], []]);
  });

  it('are counted by kind as they are listed, in one statement beside the holidays, kinds without any too', async () => {
    const ask = registry.as('sample-1-editor');
    const counted = '{ viewer { taskCounts { kind count overdueCount } } }';
    const { taskCounts } = (await ask(counted)).data.viewer;
    const listed = await everyTask(ask);
    const kinds = taskSources.filter(({ roles }) => roles.includes('EDITOR')).map(({ kind }) => kind);
    expect(taskCounts).toEqual(
      kinds.map((kind) => {
        const ofKind = listed.filter((task) => task.kind === kind);
        return { kind, count: ofKind.length, overdueCount: ofKind.filter(({ isOverdue }) => isOverdue).length };
      }),
    );
    expect(new Set(taskCounts.map(({ count }: { count: number }) => count > 0))).toEqual(new Set([true, false]));
    const sent = await statementsOf(() => ask(counted));
    expect(sent.filter((statement) => !statement.includes('"Holiday"'))).toHaveLength(1);
    for (const other of [registry.as('sample-1-viewer'), registry.public])
      expect((await other(counted)).data.viewer.taskCounts).toEqual([]);
  });

  it('have an order by themselves and beside any other kind, though codes and Thai titles have orders of their own', async () => {
    const [agency] = await registry.rows<{ id: string }>(`SELECT id FROM "Agency" WHERE code = 'SAMPLE-1'`);
    const day = todayInBangkok();
    const quarter = { fiscalYear: 2569, quarter: 1, endedOn: day, dueOn: day };
    let found = 0;
    for (const one of taskSources) {
      for (const other of taskSources) {
        const agencyId = agency?.id ?? null;
        const { text, values } = tasksStatement([one, other], { agencyId, today: day, quarter }, 1_000);
        found += (await registry.rows(text, values)).length;
      }
    }
    expect(found).toBeGreaterThan(taskSources.length ** 2);
  });

  it('cost about as many statements for 20 as for 100, and at most 100 are given', async () => {
    const cost = async (first: number) => {
      await tasks('sample-1-editor', first);
      return (await statementsOf(() => tasks('sample-1-editor', first))).length;
    };
    const costs = [await cost(20), await cost(100)];
    console.info(`tasks: ${costs.join(', ')} statements for 20 and 100`);
    expect(Math.max(...costs)).toBeLessThanOrEqual(18);
    for (const first of [0, 101]) {
      const { errors } = await registry.as('sample-1-editor')(query(first));
      expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'first' }] });
    }
  });
});
