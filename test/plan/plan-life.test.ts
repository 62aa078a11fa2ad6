import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementOf } from '../kit/announcement.ts';
import { refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { type At, doing, planOf, projectsOf } from './plan-client.ts';

let registry: Registry;
let act: ReturnType<typeof doing>;
beforeAll(async () => {
  registry = await startRegistry();
  act = doing(registry);
});
afterAll(async () => registry.stop());

const [editor, approver] = ['sample-1-editor', 'sample-1-approver'];
const at = ({ id, version }: At) => ({ id, expectedVersion: version });
const parts =
  'titleTh fiscalYears status copiedFrom { id } steps { textTh children { textTh } } targetGroups { textTh headcount } indicators { textTh operator threshold } responsibleUnits { nameTh } budgetLines { fiscalYear status } progressReports { id }';

describe('the copy of a plan for another period', () => {
  let source: At;
  let copy: At;
  beforeAll(async () => {
    source = await planOf(registry, editor);
    const { done, errors } = await act(
      editor,
      'copyPlan',
      { planId: source.id, titleTh: 'แผน ๒๕๗๑-๒๕๗๕', fiscalYearFrom: 2571, fiscalYearTo: 2575 },
      'plan { id version status }',
    );
    expect(errors).toEqual([]);
    copy = done.plan;
  });

  it('holds every project with all that describes it, five years later, its money not known', async () => {
    expect(copy).toMatchObject({ status: 'DRAFT', version: 1 });
    const before = await projectsOf(registry, editor, source.id, `id ${parts}`);
    const after = await projectsOf(registry, editor, copy.id, `id ${parts}`);
    expect(after).toHaveLength(before.length);
    for (const [index, project] of after.entries()) {
      const original = before[index];
      const { titleTh, steps, targetGroups, indicators, responsibleUnits } = original;
      const fiscalYears = original.fiscalYears.map((year: number) => year + 5);
      expect(project).toMatchObject({ titleTh, steps, targetGroups, indicators, responsibleUnits, fiscalYears });
      expect(project).toMatchObject({ copiedFrom: { id: original.id }, status: 'PLANNED', progressReports: [] });
      expect(project.budgetLines).toEqual(fiscalYears.map((fiscalYear: number) => ({ fiscalYear, status: 'UNKNOWN' })));
    }
    const { data } = await registry.as(editor)(
      'query ($id: ID!) { node(id: $id) { ... on Plan { copiedFrom { id } statements { textTh } missing { code field nodeId } } } }',
      { id: copy.id },
    );
    expect(data.node).toMatchObject({ copiedFrom: { id: source.id } });
    expect(data.node.statements).toHaveLength(6);
    expect(data.node.missing).toEqual(
      after.flatMap(({ id, fiscalYears }, index) =>
        fiscalYears.map(() => ({
          code: 'BUDGET_UNKNOWN',
          field: `projects[${index}].budgetLines`,
          nodeId: id,
        })),
      ),
    );
  });

  it('cannot be submitted before it is complete, and everything that is missing is named', async () => {
    const refused = await act(approver, 'submitPlan', at(copy));
    expect(refusalOf(refused)[0]).toBe('INVALID_INPUT');
    const [first] = await projectsOf(registry, editor, copy.id, 'id');
    expect(refused.errors[0]?.extensions.fields[0]).toMatchObject({
      field: 'projects[0].budgetLines',
      nodeId: first.id,
    });
    expect(
      (await registry.as('centre')('query ($id: ID!) { node(id: $id) { id } }', { id: copy.id })).data.node,
    ).toBeNull();
  });

  it('goes from draft to its second edition once it is complete', async () => {
    const projects = await projectsOf(registry, editor, copy.id, 'id version fiscalYears');
    const items = projects.map(({ id, version, fiscalYears }) => ({
      projectId: id,
      expectedVersion: version,
      budgetLines: fiscalYears.map((fiscalYear: number) => ({ fiscalYear, status: 'NO_BUDGET' })),
    }));
    const edited = await act(editor, 'editProjects', { items }, 'doneCount failedCount');
    expect(edited.done).toEqual({ doneCount: projects.length, failedCount: 0 });

    const step = async (persona: string, name: string, plan: At, more: Record<string, unknown> = {}): Promise<At> => {
      const { done, errors } = await act(persona, name, { ...at(plan), ...more });
      expect([name, errors]).toEqual([name, []]);
      return done.plan;
    };
    const stale = await act(approver, 'submitPlan', { ...at(copy) });
    expect(refusalOf(stale)[0]).toBe('CONFLICT');
    const seen = await registry.as(approver)('query ($id: ID!) { node(id: $id) { id ... on Plan { version } } }', {
      id: copy.id,
    });
    let plan = await step(approver, 'submitPlan', seen.data.node);
    plan = await step('centre', 'returnPlan', plan, {
      comment: 'ขอให้ทบทวน',
      items: [{ itemId: projects[0].id, field: 'titleTh', text: 'ชื่อยังไม่ชัด' }],
    });
    const early = await act(editor, 'editPlan', { planId: plan.id, expectedVersion: plan.version, titleTh: 'ใหม่' });
    expect(refusalOf(early)[0]).toBe('ILLEGAL_TRANSITION');
    plan = await step(editor, 'revisePlan', plan);
    const kept = await act(
      editor,
      'discardPlan',
      { planId: plan.id, expectedVersion: plan.version },
      'agency { code }',
    );
    expect(refusalOf(kept)[0]).toBe('ILLEGAL_TRANSITION');
    plan = await step(approver, 'submitPlan', plan);
    plan = await step('centre', 'approvePlan', plan);
    const announcement = await announcementOf(registry.as(approver));
    plan = await step(approver, 'publishPlan', plan, { announcement });
    plan = await step(approver, 'amendPlan', plan, { reason: 'ปรับชื่อ' });
    const renamed = await act(editor, 'editPlan', {
      planId: plan.id,
      expectedVersion: plan.version,
      titleTh: 'แผนใหม่',
    });
    const { data } = await registry.as(editor)(
      `query ($id: ID!) { node(id: $id) { ... on Plan { changes(sinceEdition: 1) { kind field before after } editions(first: 3) { edges { node { number fiscalYear titleTh } } }
        statusChanges { act reviewComments { project { id } text } } } } }`,
      { id: plan.id },
    );
    expect(data.node.changes).toEqual([
      { kind: 'CHANGED', field: 'titleTh', before: 'แผน ๒๕๗๑-๒๕๗๕', after: 'แผนใหม่' },
    ]);
    expect(nodes(data.node.editions)).toEqual([{ number: 1, fiscalYear: 2571, titleTh: 'แผน ๒๕๗๑-๒๕๗๕' }]);
    expect(data.node.statusChanges.map((change: { act: string }) => change.act)).toEqual([
      'AMEND',
      'PUBLISH',
      'APPROVE',
      'SUBMIT',
      'REVISE',
      'RETURN',
      'SUBMIT',
    ]);
    expect(data.node.statusChanges[5].reviewComments).toEqual([{ project: { id: projects[0].id }, text: 'ชื่อยังไม่ชัด' }]);

    plan = await step(approver, 'submitPlan', renamed.done.plan);
    plan = await step('centre', 'approvePlan', plan);
    plan = await step(approver, 'publishPlan', plan, { announcement, noteTh: 'ปรับชื่อแผน' });
    const closed = await act(approver, 'closePlan', at(plan));
    expect(closed.errors[0]?.extensions.fields[0].code).toBe('FISCAL_YEAR_NOT_OVER');
  });

  it('leaves out years that the new period does not reach, and cancelled projects', async () => {
    await registry.rows(`SET session_replication_role = 'replica';
       UPDATE "Project" SET status = 'CANCELLED' WHERE id = (SELECT j.id FROM "Project" j JOIN "Agency" g ON g.id = j."agencyId"
         WHERE g.code = 'SAMPLE-1' AND j."copiedFromId" IS NULL ORDER BY j."sortOrder" LIMIT 1)`);
    const { done } = await act(
      editor,
      'copyPlan',
      { planId: source.id, titleTh: 'แผนหนึ่งปี', fiscalYearFrom: 2571, fiscalYearTo: 2571 },
      'plan { projects(first: 100) { totalCount edges { node { fiscalYears } } } copiedFrom { projects(first: 1) { totalCount } } }',
    );
    expect(done.plan.projects.totalCount).toBe(done.plan.copiedFrom.projects.totalCount - 1);
    for (const { fiscalYears } of nodes(done.plan.projects)) expect([[], [2571]]).toContainEqual(fiscalYears);
  });

  it('copies 200 projects in the same few statements', async () => {
    await registry.rows(`SET session_replication_role = 'replica';
       INSERT INTO "Project" (id, "agencyId", "planId", "dimensionId", kind, "sequenceNo", "sortOrder", "titleTh", "fiscalYears", quarters, "updatedAt")
       SELECT gen_random_uuid(), p."agencyId", p."planId", p."dimensionId", p.kind, 1000 + n, 1000 + n, 'โครงการที่ ' || n, p."fiscalYears", p.quarters, now()
       FROM (SELECT j.* FROM "Project" j JOIN "Agency" g ON g.id = j."agencyId" WHERE g.code = 'SAMPLE-2' ORDER BY j."sortOrder" LIMIT 1) p, generate_series(1, 200) n;
       INSERT INTO "ProjectStep" (id, "agencyId", "projectId", "sortOrder", "textTh")
       SELECT gen_random_uuid(), j."agencyId", j.id, s, 'ขั้นตอน ' || s FROM "Project" j, generate_series(1, 5) s WHERE j."sequenceNo" > 1000`);
    const source200 = await planOf(registry, 'sample-2-editor');
    const begun = Date.now();
    const { done, errors } = await act(
      'sample-2-editor',
      'copyPlan',
      { planId: source200.id, titleTh: 'แผนใหญ่', fiscalYearFrom: 2571, fiscalYearTo: 2575 },
      'plan { projects(first: 1) { totalCount } }',
    );
    expect(errors).toEqual([]);
    expect(done.plan.projects.totalCount).toBeGreaterThan(200);
    console.info(`a plan with ${done.plan.projects.totalCount} projects was copied in ${Date.now() - begun} ms`);
  });
});
