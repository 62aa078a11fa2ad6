import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { doing, planOf, projectsOf } from './plan-client.ts';

let registry: Registry;
let act: ReturnType<typeof doing>;
let projects: any[];
beforeAll(async () => {
  registry = await startRegistry();
  act = doing(registry);
  const plan = await planOf(registry, editor);
  projects = await projectsOf(registry, editor, plan.id, 'id version status fiscalYears indicators { id } openActs');
});
afterAll(async () => registry.stop());

const [editor, approver] = ['sample-1-editor', 'sample-1-approver'];
const answer = 'project { id version status statusChanges { act comment by } }';
const reported =
  'report { id version quarter progressPercent spentAmount summaryTh evidenceUrls values { value indicator { id } } }';
const running = () =>
  projects.filter(({ status, fiscalYears }) => status === 'IN_PROGRESS' && fiscalYears.includes(2570));

describe('a project in the course of the year', () => {
  it('is completed with a comment, when its latest report says less than 100 percent', async () => {
    const [project] = running();
    expect(project.openActs).toEqual(['COMPLETE']);
    const input = { projectId: project.id, expectedVersion: project.version };
    expect(refusalOf(await act(editor, 'startProject', input, answer))[0]).toBe('ILLEGAL_TRANSITION');
    const silent = await act(
      editor,
      'reportProgress',
      { projectId: project.id, fiscalYear: 2570, quarter: 1, progressPercent: 60 },
      reported,
    );
    expect(silent.errors).toEqual([]);
    expect(refusalOf(await act(editor, 'completeProject', input, answer))).toEqual(['INVALID_INPUT', 'comment']);
    const { done } = await act(editor, 'completeProject', { ...input, comment: 'เสร็จก่อนกำหนด' }, answer);
    expect(done.project).toMatchObject({ status: 'DONE', version: project.version + 1 });
    expect(done.project.statusChanges[0]).toMatchObject({ act: 'COMPLETE', comment: 'เสร็จก่อนกำหนด' });
    const again = await act(editor, 'completeProject', { ...input, expectedVersion: project.version + 1 }, answer);
    expect(again.errors[0]?.extensions.status).toBe('DONE');
  });

  it('is cancelled by an approver with a reason, and is not reported on then', async () => {
    const project = running()[1];
    const input = { projectId: project.id, expectedVersion: project.version };
    const blank = await act(approver, 'cancelProject', { ...input, reason: ' ' }, answer);
    expect(refusalOf(blank)).toEqual(['INVALID_INPUT', 'reason']);
    const byEditor = await act(editor, 'cancelProject', { ...input, reason: 'ซ้ำ' }, answer);
    expect(refusalOf(byEditor)[0]).toBe('FORBIDDEN');
    const { done } = await act(approver, 'cancelProject', { ...input, reason: 'ซ้ำกับโครงการอื่น' }, answer);
    expect(done.project).toMatchObject({ status: 'CANCELLED' });
    const report = { projectId: project.id, fiscalYear: 2570, quarter: 1, progressPercent: 0 };
    expect(refusalOf(await act(editor, 'reportProgress', report, reported))[0]).toBe('ILLEGAL_TRANSITION');
  });

  it.each(['DRAFT', 'SUBMITTED', 'RETURNED', 'CLOSED'])('of a plan that is %s does not run', async (status) => {
    const persona = 'chomthong-editor';
    await registry.rows(`SET session_replication_role = 'replica';
       UPDATE "Plan" p SET status = '${status}' FROM "Agency" g WHERE g.id = p."agencyId" AND g.code = 'BMA-CHOMTHONG'`);
    const plan = await planOf(registry, persona);
    const [project] = await projectsOf(registry, persona, plan.id, 'id version openActs reportsDue { quarter }');
    expect(project).toMatchObject({ openActs: [], reportsDue: [] });
    const input = { projectId: project.id, expectedVersion: project.version };
    expect((await act(persona, 'startProject', input, answer)).errors[0]?.extensions.status).toBe(status);
    const report = { projectId: project.id, fiscalYear: 2567, quarter: 1, progressPercent: 0 };
    expect((await act(persona, 'reportProgress', report, reported)).errors[0]?.extensions.status).toBe(status);
  });
});

describe('a progress report', () => {
  const report = (more: Record<string, unknown>) => ({
    projectId: running()[2].id,
    fiscalYear: 2570,
    quarter: 1,
    progressPercent: 25,
    ...more,
  });

  it('is refused with every bad field named at once, and nothing is kept', async () => {
    const wrong = await act(
      editor,
      'reportProgress',
      report({
        quarter: 5,
        progressPercent: 101,
        spentAmount: '-1',
        summaryTh: 'ก'.repeat(4001),
        problemsTh: 'ก\u0000',
        evidenceUrls: ['https://example.go.th', 'http://example.go.th', 'javascript:alert(1)'],
      }),
      reported,
    );
    expect(refusalOf(wrong)).toEqual([
      'INVALID_INPUT',
      'quarter',
      'progressPercent',
      'evidenceUrls[1]',
      'evidenceUrls[2]',
      'spentAmount',
      'summaryTh',
      'problemsTh',
    ]);
    const early = await act(editor, 'reportProgress', report({ quarter: 4 }), reported);
    expect(refusalOf(early)).toEqual(['INVALID_INPUT', 'quarter']);
    const year = await act(editor, 'reportProgress', report({ fiscalYear: 2575 }), reported);
    expect(refusalOf(year).slice(1)).toContain('fiscalYear');
    const foreign = await act('sample-2-editor', 'reportProgress', report({}), reported);
    expect(refusalOf(foreign)).toEqual(['NOT_FOUND', 'projectId']);
    const indicatorId = running()[3].indicators[0].id;
    const value = await act(editor, 'reportProgress', report({ values: [{ indicatorId, value: '1' }] }), reported);
    expect(refusalOf(value)).toEqual(['NOT_FOUND', 'values[0].indicatorId']);
  });

  it('is given once for a quarter, and corrected with a reason', async () => {
    const [indicator] = running()[2].indicators;
    const { done, errors } = await act(
      editor,
      'reportProgress',
      report({
        progressPercent: 25,
        spentAmount: '๕๐๐๐.๕๐',
        summaryTh: 'เริ่มแล้ว',
        evidenceUrls: ['https://example.go.th/หลักฐาน'],
        values: [{ indicatorId: indicator.id, value: '12' }],
      }),
      reported,
    );
    expect(errors).toEqual([]);
    expect(done.report).toMatchObject({ version: 1, spentAmount: '5000.50', values: [{ value: '12.00', indicator }] });
    const second = await act(editor, 'reportProgress', report({}), reported);
    expect(refusalOf(second)).toEqual(['INVALID_INPUT', 'quarter']);
    expect(second.errors[0]?.message).toContain('correctProgress');

    const input = { reportId: done.report.id, expectedVersion: 1 };
    const blank = await act(editor, 'correctProgress', { ...input, progressPercent: -1, reason: '' }, reported);
    expect(refusalOf(blank)).toEqual(['INVALID_INPUT', 'progressPercent', 'reason']);
    const corrected = await act(
      editor,
      'correctProgress',
      { ...input, progressPercent: 30, summaryTh: null, values: [], reason: 'พิมพ์ผิด' },
      reported,
    );
    expect(corrected.done.report).toMatchObject({
      version: 2,
      progressPercent: 30,
      spentAmount: '5000.50',
      summaryTh: null,
      values: [],
    });
    const stale = await act(editor, 'correctProgress', { ...input, reason: 'อีกครั้ง' }, reported);
    expect(refusalOf(stale)[0]).toBe('CONFLICT');
    const foreign = await act('sample-2-editor', 'correctProgress', { ...input, reason: 'ก' }, reported);
    expect(refusalOf(foreign)).toEqual(['NOT_FOUND', 'reportId']);
  });

  it('says why less was spent than before', async () => {
    const sample4 = 'sample-2-editor';
    const plan = await planOf(registry, sample4);
    const all = await projectsOf(registry, sample4, plan.id, 'id fiscalYears progressReports { fiscalYear }');
    const project = all.find(
      ({ fiscalYears, progressReports }) =>
        fiscalYears.includes(2569) && !progressReports.some((each: { fiscalYear: number }) => each.fiscalYear === 2569),
    );
    const of = (quarter: number, spentAmount: string, more = {}) => ({
      projectId: project.id,
      fiscalYear: 2569,
      quarter,
      progressPercent: 10,
      spentAmount,
      ...more,
    });
    const bulk = await act(sample4, 'reportProgressOfProjects', { items: [of(1, '100'), of(3, '300')] }, 'doneCount');
    expect(bulk.done.doneCount).toBe(2);
    const less = await act(sample4, 'reportProgress', of(2, '99'), reported);
    expect(refusalOf(less)).toEqual(['INVALID_INPUT', 'spentAmount']);
    const more = await act(sample4, 'reportProgress', of(2, '301'), reported);
    expect(refusalOf(more)).toEqual(['INVALID_INPUT', 'spentAmount']);
    const said = await act(sample4, 'reportProgress', of(2, '99', { reason: 'คืนเงิน' }), reported);
    expect(said.errors).toEqual([]);
  });

  it('that is missing is named with the day on which it was due', async () => {
    const { data, errors } = await registry.as(editor)(
      `query ($id: ID!) { node(id: $id) { ... on Project { quarters before: reportsDue(on: "2026-12-31") { fiscalYear } after: reportsDue(on: "2027-02-15") { fiscalYear quarter endedOn dueOn isCertain } } } }`,
      { id: running()[3].id },
    );
    expect(errors).toEqual([]);
    const due = data.node.after.filter(({ fiscalYear }: { fiscalYear: number }) => fiscalYear === 2570);
    if (data.node.quarters.includes(1))
      expect(due).toEqual([
        {
          fiscalYear: 2570,
          quarter: 1,
          endedOn: '2026-12-31',
          dueOn: expect.any(String),
          isCertain: expect.any(Boolean),
        },
      ]);
    expect(data.node.before.some(({ fiscalYear }: { fiscalYear: number }) => fiscalYear === 2570)).toBe(false);
  });
});
