import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { type At, doing, draftPlan, planOf, projectsOf } from './plan-client.ts';
import { projectParts, unitsOf, wholeProject } from './project-draft.ts';

let registry: Registry;
let act: ReturnType<typeof doing>;
beforeAll(async () => {
  registry = await startRegistry();
  act = doing(registry);
});
afterAll(async () => registry.stop());

const editor = 'sample-1-editor';

const whole = (planId: string) => wholeProject(registry, editor, planId);

describe('a project', () => {
  let plan: At;
  let project: any;
  beforeAll(async () => {
    plan = await draftPlan(act, editor, 'แผนของโครงการ');
  });

  it('is added with all its parts, and is complete', async () => {
    const { done, errors } = await act(editor, 'addProject', await whole(plan.id), `project { ${projectParts} }`);
    expect(errors).toEqual([]);
    project = done.project;
    expect(project).toMatchObject({
      version: 1,
      sequenceNo: 1,
      sortOrder: 1,
      titleTh: 'โครงการอบรม',
      fiscalYears: [2571, 2572],
      quarters: [1, 3],
      dimension: { number: 1 },
      mission: { code: '1.1' },
      steps: [{ children: [{ textTh: 'ขออนุมัติ' }, { textTh: 'นัดวิทยากร' }] }, { children: [] }],
      targetGroups: [{ headcount: 40 }],
      budgetLines: [
        { fiscalYear: 2571, status: 'BUDGETED', amount: '12500.50' },
        { fiscalYear: 2572, status: 'NO_BUDGET', amount: null },
      ],
      indicators: [{ comparesWithPreviousYear: false }, { comparesWithPreviousYear: true }],
      responsibleUnits: [{}],
    });
    const { data } = await registry.as(editor)(
      'query ($id: ID!) { node(id: $id) { ... on Plan { missing { code } } } }',
      {
        id: plan.id,
      },
    );
    expect(data.node.missing).toEqual([]);
  });

  it('is refused with every bad field named at once', async () => {
    const wrong = await act(
      editor,
      'addProject',
      {
        ...(await whole(plan.id)),
        titleTh: '',
        place: { dimension: 1, mission: '9.9' },
        sequenceNo: 0,
        objectivesTh: 'ก'.repeat(4001),
        fiscalYears: [2571, 2580],
        quarters: [5],
        steps: [{ textTh: '', children: [{ textTh: 'ก\u0007' }] }],
        targetGroups: [{ textTh: 'ก', headcount: -1 }],
        budgetLines: [
          { fiscalYear: 2571, status: 'BUDGETED' },
          { fiscalYear: 2571, status: 'NO_BUDGET', amount: '5' },
          { fiscalYear: 2573, status: 'BUDGETED', amount: '-5' },
        ],
        indicators: [{ kind: 'OUTPUT', textTh: 'ก', operator: 'GTE' }],
      },
      'project { id }',
    );
    expect(refusalOf(wrong)[0]).toBe('INVALID_INPUT');
    expect(new Set(refusalOf(wrong).slice(1))).toEqual(
      new Set([
        'titleTh',
        'fiscalYears[1]',
        'quarters[0]',
        'budgetLines[0].amount',
        'budgetLines[1].amount',
        'budgetLines[2].amount',
        'budgetLines',
        'sequenceNo',
        'objectivesTh',
        'steps[0].textTh',
        'steps[0].children[0].textTh',
        'targetGroups[0].headcount',
        'indicators[0].threshold',
        'budgetLines[2].fiscalYear',
        'place.mission',
      ]),
    );
    const decimals = await act(
      editor,
      'addProject',
      { ...(await whole(plan.id)), budgetLines: [{ fiscalYear: 2571, status: 'BUDGETED', amount: '1.005' }] },
      'project { id }',
    );
    expect(decimals.errors[0]?.message).toContain('two decimals');
    const number = await act(editor, 'addProject', { ...(await whole(plan.id)), sequenceNo: 1 }, 'project { id }');
    expect(refusalOf(number)).toEqual(['INVALID_INPUT', 'sequenceNo']);
    const place = await act(
      editor,
      'addProject',
      { ...(await whole(plan.id)), place: { dimension: 2, subMission: '1.1.3' } },
      'project { id }',
    );
    expect(refusalOf(place).slice(1)).toEqual(['place.mission']);
  });

  it('names only units and indicators of its own agency', async () => {
    const [foreignUnit] = await unitsOf(registry, 'sample-2-editor');
    const unit = await act(
      editor,
      'addProject',
      { ...(await whole(plan.id)), responsibleUnitIds: [foreignUnit] },
      'project { id }',
    );
    expect(refusalOf(unit)).toEqual(['NOT_FOUND', 'responsibleUnitIds[0]']);
    const indicator = { id: project.indicators[0].id, kind: 'OUTPUT', textTh: 'ก' };
    const known = await act(
      editor,
      'addProject',
      { ...(await whole(plan.id)), indicators: [indicator] },
      'project { id }',
    );
    expect(refusalOf(known)).toEqual(['NOT_FOUND', 'indicators[0].id']);
    expect(await projectsOf(registry, editor, plan.id, 'id')).toHaveLength(1);
  });

  it('is edited: what is absent stays, null empties, lists are given whole and rows that stay are kept', async () => {
    const [output, outcome] = project.indicators;
    const { done, errors } = await act(
      editor,
      'editProject',
      {
        projectId: project.id,
        expectedVersion: 1,
        objectivesTh: null,
        budgetLines: [
          { fiscalYear: 2571, status: 'BUDGETED', amount: '12500.50' },
          { fiscalYear: 2572, status: 'UNKNOWN' },
        ],
        indicators: [
          { id: outcome.id, kind: 'OUTCOME', textTh: 'เรื่องร้องเรียนลดลงทุกปี', operator: 'DECREASE' },
          { kind: 'OUTPUT', textTh: 'จำนวนครั้ง' },
        ],
      },
      `project { ${projectParts} objectivesTh }`,
    );
    expect(errors).toEqual([]);
    expect(done.project).toMatchObject({
      version: 2,
      objectivesTh: null,
      titleTh: 'โครงการอบรม',
      steps: project.steps,
      budgetLines: [
        { fiscalYear: 2571, version: 1 },
        { fiscalYear: 2572, status: 'UNKNOWN', version: 2 },
      ],
      indicators: [{ id: outcome.id, textTh: 'เรื่องร้องเรียนลดลงทุกปี' }, { textTh: 'จำนวนครั้ง' }],
    });
    expect(done.project.indicators.map(({ id }: { id: string }) => id)).not.toContain(output.id);
    const narrowed = await act(
      editor,
      'editProject',
      { projectId: project.id, expectedVersion: 2, fiscalYears: [2571], titleTh: null },
      'project { id }',
    );
    expect(refusalOf(narrowed)).toEqual(['INVALID_INPUT', 'titleTh', 'budgetLines[1].fiscalYear']);
    const stale = await act(editor, 'editProject', { projectId: project.id, expectedVersion: 1 }, 'project { id }');
    expect(refusalOf(stale)[0]).toBe('CONFLICT');
  });

  it('is added in bulk, put into a new order, copied and removed', async () => {
    const bulk = await act(
      editor,
      'addProjects',
      { items: [await whole(plan.id), await whole(plan.id)] },
      'doneCount results { done { project { id sequenceNo } } }',
    );
    expect(bulk.done).toMatchObject({
      doneCount: 2,
      results: [{ done: { project: { sequenceNo: 2 } } }, { done: { project: { sequenceNo: 3 } } }],
    });
    const ids = (await projectsOf(registry, editor, plan.id, 'id')).map(({ id }) => id);
    const half = await act(editor, 'reorderProjects', {
      planId: plan.id,
      expectedVersion: 1,
      projectIds: ids.slice(1),
    });
    expect(refusalOf(half)).toEqual(['INVALID_INPUT', 'projectIds']);
    const order = [ids[2], ids[0], ids[1]];
    const turned = await act(editor, 'reorderProjects', { planId: plan.id, expectedVersion: 1, projectIds: order });
    // By the version before the projects were added: they are no change of the plan's own.
    expect(turned.errors).toEqual([]);
    const again = await act(editor, 'reorderProjects', { planId: plan.id, expectedVersion: 1, projectIds: ids });
    expect(refusalOf(again)[0]).toBe('CONFLICT');
    expect((await projectsOf(registry, editor, plan.id, 'id')).map(({ id }) => id)).toEqual(order);

    const copied = await act(
      editor,
      'copyProject',
      { projectId: ids[0] },
      `project { copiedFrom { id } ${projectParts} }`,
    );
    expect(copied.done.project).toMatchObject({
      copiedFrom: { id: ids[0] },
      sequenceNo: 4,
      sortOrder: 4,
      steps: project.steps,
      budgetLines: [{ status: 'UNKNOWN' }, { status: 'UNKNOWN' }],
    });
    const removed = await act(editor, 'removeProject', { projectId: ids[0], expectedVersion: 2 });
    expect(removed.errors).toEqual([]);
    const left = await projectsOf(registry, editor, plan.id, 'id copiedFrom { id }');
    expect(left.map(({ id }) => id)).toEqual([ids[2], ids[1], copied.done.project.id]);
    expect(left[2].copiedFrom).toBeNull();
  });

  it('of an approved plan is neither added, edited nor removed, nor moved to another agency’s', async () => {
    const approved = await planOf(registry, editor);
    const [theirs] = await projectsOf(registry, editor, approved.id, 'id version');
    const input = { projectId: theirs.id, expectedVersion: theirs.version };
    expect(refusalOf(await act(editor, 'addProject', await whole(approved.id), 'project { id }'))[0]).toBe(
      'ILLEGAL_TRANSITION',
    );
    expect(refusalOf(await act(editor, 'editProject', input, 'project { id }'))[0]).toBe('ILLEGAL_TRANSITION');
    expect(refusalOf(await act(editor, 'removeProject', input))[0]).toBe('ILLEGAL_TRANSITION');
    const foreign = await act('sample-2-editor', 'copyProject', { projectId: theirs.id }, 'project { id }');
    expect(refusalOf(foreign)).toEqual(['NOT_FOUND', 'projectId']);
  });
});
