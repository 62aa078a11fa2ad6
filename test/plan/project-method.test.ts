import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { type At, doing, projectsOf } from './plan-client.ts';

let registry: Registry;
let act: ReturnType<typeof doing>;
beforeAll(async () => {
  registry = await startRegistry();
  act = doing(registry);
});
afterAll(async () => registry.stop());

const editor = 'sample-1-editor';
const years = { fiscalYearFrom: 2571, fiscalYearTo: 2573 };
const told = 'rationaleTh objectives { number textTh textEn } steps { textTh children { textTh children { textTh } } }';

const project = {
  kind: 'MEASURE',
  titleTh: 'มาตรการเปิดเผยข้อมูล',
  place: { dimension: 2, mission: '2.1' },
  fiscalYears: [2571],
  rationaleTh: 'ให้ประชาชนตรวจสอบได้',
  objectivesTh: 'เปิดเผยข้อมูล\nกำกับติดตาม',
  objectivesEn: 'Disclose\nSupervise',
  steps: [
    {
      textTh: 'ประชุม',
      children: [
        { textTh: 'กำหนดประเด็น', children: [{ textTh: 'ข้อมูลพื้นฐาน' }, { textTh: 'การบริหารงาน' }] },
        { textTh: 'กำหนดผู้กำกับ' },
      ],
    },
    { textTh: 'รายงาน' },
  ],
};

const expected = {
  rationaleTh: 'ให้ประชาชนตรวจสอบได้',
  objectives: [
    { number: 1, textTh: 'เปิดเผยข้อมูล', textEn: 'Disclose' },
    { number: 2, textTh: 'กำกับติดตาม', textEn: 'Supervise' },
  ],
  steps: [
    {
      textTh: 'ประชุม',
      children: [
        { textTh: 'กำหนดประเด็น', children: [{ textTh: 'ข้อมูลพื้นฐาน' }, { textTh: 'การบริหารงาน' }] },
        { textTh: 'กำหนดผู้กำกับ', children: [] },
      ],
    },
    { textTh: 'รายงาน', children: [] },
  ],
};

describe('the rationale, objectives and method of a project', () => {
  let plan: At;

  it('are kept as they are given: objectives one by one, steps as deep as documents number them', async () => {
    plan = (await act(editor, 'draftPlan', { titleTh: 'แผนทดลอง', ...years })).done.plan;
    const added = await act(editor, 'addProject', { planId: plan.id, ...project }, `project { ${told} }`);
    expect(added.errors).toEqual([]);
    expect(added.done.project).toEqual(expected);
  });

  it('go along into a copy of the plan', async () => {
    const copied = await act(editor, 'copyPlan', {
      planId: plan.id,
      titleTh: 'แผนถัดไป',
      fiscalYearFrom: 2574,
      fiscalYearTo: 2576,
    });
    expect(copied.errors).toEqual([]);
    expect(await projectsOf(registry, editor, copied.done.plan.id, told)).toEqual([expected]);
  });

  it('stand in what is published, each step beneath the one that it belongs to', async () => {
    const [{ content } = { content: null }] = await registry.rows<{ content: any }>(
      `SELECT app.content_of_plan("agencyId", id) AS content FROM "Plan" WHERE "titleTh" = 'แผนทดลอง'`,
    );
    const [published] = content.projects;
    expect(published.rationaleTh).toBe('ให้ประชาชนตรวจสอบได้');
    expect(published.steps.map(({ textTh, depth, isSubStep }: any) => [depth, isSubStep, textTh])).toEqual([
      [1, false, 'ประชุม'],
      [2, true, 'กำหนดประเด็น'],
      [3, true, 'ข้อมูลพื้นฐาน'],
      [3, true, 'การบริหารงาน'],
      [2, true, 'กำหนดผู้กำกับ'],
      [1, false, 'รายงาน'],
    ]);
  });

  it('are refused beyond their bounds, by the field that is too long', async () => {
    const line = (count: number) => Array.from({ length: count }, (_, index) => `ข้อ ${index + 1}`).join('\n');
    const points = Array.from({ length: 100 }, () => ({ textTh: 'ข้อย่อย' }));
    const steps = [
      {
        textTh: 'ก',
        children: [
          { textTh: 'ข', children: points },
          { textTh: 'ค', children: points },
        ],
      },
    ];
    const answer = await act(
      editor,
      'addProject',
      { planId: plan.id, ...project, titleTh: 'อีกมาตรการ', objectivesTh: line(51), objectivesEn: line(50), steps },
      'project { id }',
    );
    expect(refusalOf(answer)).toEqual(['INVALID_INPUT', 'steps', 'objectivesTh']);
  });
});
