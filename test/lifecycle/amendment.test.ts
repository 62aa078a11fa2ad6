import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementOf } from '../kit/announcement.ts';
import { type Person, refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { step } from './steps.ts';

let registry: Registry;
let approver: Person;
let editor: Person;
let centre: Person;
beforeAll(async () => {
  registry = await startRegistry();
  // What a year report tells of stays; here nothing is reported on yet.
  await registry.rows(
    `SET session_replication_role = 'replica'; DELETE FROM "YearReportMeasure"; DELETE FROM "YearReportItem" WHERE "riskId" IS NOT NULL`,
  );
  [approver, editor, centre] = [
    registry.person('sample-1-approver'),
    registry.person('sample-1-editor'),
    registry.person('centre'),
  ];
});
afterAll(async () => registry.stop());

const asked = `id version status amendment { since byRole reason changes { kind place } } changes(sinceEdition: 1) { kind place }
  statusChanges { act fromStatus toStatus } risks(first: 100) { totalCount edges { node { id code version level } } } findings { code messageTh messageEn }`;

const registerOf = async ({ ask }: Person, id: string) =>
  (await ask(`query ($id: ID!) { node(id: $id) { ... on RiskRegister { ${asked} } } }`, { id })).data.node;

const ACT = 'RiskRegisterActInput';

const published = async (): Promise<string> => {
  const { data } = await approver.ask(
    '{ riskRegisters(first: 1, where: {status: {eq: APPROVED}, fiscalYear: {eq: 2568}}) { edges { node { id } } } }',
  );
  const [{ id }] = nodes(data.riskRegisters);
  const announcement = await announcementOf(approver.ask);
  await step(approver, 'publish', 'PublishRiskRegisterInput', id, { announcement });
  return id;
};

describe('an amendment of a published register', () => {
  it('is seen by the centre and analysts while it is written, examined, returned and corrected, and ends with the approval', async () => {
    const id = await published();
    const before = await registerOf(centre, id);
    expect(before).toMatchObject({ status: 'PUBLISHED', amendment: null, changes: [] });
    await step(approver, 'amend', 'AmendRiskRegisterInput', id, { reason: 'ตัดความเสี่ยงที่หมดไป' });

    // A risk is removed: the centre is told which, and what else is different, before it is asked to approve it.
    const own = await registerOf(editor, id);
    const continued = await registry.rows<{ code: string }>(
      `SELECT DISTINCT e.code FROM "Risk" e JOIN "Risk" l ON l."carriedFromId" = e.id`,
    );
    const gone = nodes(own.risks).find(({ code }) => !continued.some((each) => each.code === code));
    await editor.does('removeRisk', { riskId: gone.id, expectedVersion: gone.version }, 'removedId');
    const removed = { kind: 'REMOVED', place: `risks/${gone.code}` };
    const finding = expect.objectContaining({
      code: 'RISK_REMOVED_BY_AMENDMENT',
      messageEn: expect.stringContaining(gone.code),
    });
    const written = await registerOf(centre, id);
    expect(written).toMatchObject({
      status: 'AMENDING',
      amendment: { byRole: 'APPROVER', reason: 'ตัดความเสี่ยงที่หมดไป', changes: [removed] },
      changes: [removed],
      findings: expect.arrayContaining([finding]),
    });
    expect(written.risks.totalCount).toBe(before.risks.totalCount - 1);

    const seenAs = async () =>
      Promise.all(['centre', 'analyst'].map(async (each) => (await registerOf(registry.person(each), id)).status));
    const [kept] = nodes(written.risks);
    const assessed = async () => {
      const { version } = nodes((await registerOf(editor, id)).risks).find((each) => each.id === kept.id);
      const input = {
        riskId: kept.id,
        expectedVersion: version,
        phase: 'RESIDUAL',
        likelihood: 2,
        impact: 2,
        justificationTh: 'ทบทวน',
      };
      return refusalOf(await editor.tries('assessRisk', input, 'risk { level }'));
    };
    const renamed = async () => {
      const { version } = nodes((await registerOf(editor, id)).risks).find((each) => each.id === kept.id);
      const input = { riskId: kept.id, expectedVersion: version, titleTh: 'ชื่อใหม่' };
      return refusalOf(await editor.tries('editRisk', input, 'risk { id }'));
    };
    for (const [who, verb, form, status, mayWrite, more] of [
      [approver, 'submit', ACT, 'SUBMITTED', false, {}],
      [centre, 'return', 'ReturnRiskRegisterInput', 'RETURNED', false, { comment: 'ขอเหตุผล' }],
      [editor, 'revise', ACT, 'AMENDING', true, {}],
      [approver, 'submit', ACT, 'SUBMITTED', false, {}],
    ] as const) {
      expect(await step(who, verb, form, id, more)).toBe(status);
      expect(await seenAs()).toEqual([status, status]);
      expect((await registerOf(centre, id)).amendment.byRole).toBe('APPROVER');
      // The work of the year goes on, the content waits while it is examined.
      expect(await assessed()).toEqual([undefined]);
      expect(await renamed()).toEqual([mayWrite ? undefined : 'ILLEGAL_TRANSITION']);
    }
    expect((await registerOf(centre, id)).findings).toEqual(expect.arrayContaining([finding]));
    expect(await step(centre, 'approve', ACT, id)).toBe('APPROVED');
    const approved = await registerOf(centre, id);
    expect(approved.amendment).toBeNull();
    expect(approved.findings).not.toEqual(expect.arrayContaining([finding]));
    expect(approved.statusChanges.map(({ toStatus }: { toStatus: string }) => toStatus).slice(0, 6)).toEqual([
      'APPROVED',
      'SUBMITTED',
      'AMENDING',
      'RETURNED',
      'SUBMITTED',
      'AMENDING',
    ]);
  }, 60_000);

  it('is not begun twice, nor thrown away, and whoever is no approver of the agency begins none', async () => {
    const { data } = await approver.ask(
      '{ riskRegisters(first: 1, where: {status: {eq: APPROVED}}) { edges { node { id version } } } }',
    );
    const [{ id, version }] = nodes(data.riskRegisters);
    const amend = (who: Person, expectedVersion: number) =>
      who.tries('amendRiskRegister', { id, expectedVersion, reason: 'ปรับปรุง' }, 'riskRegister { version }');
    for (const who of [editor, centre, registry.person('analyst')])
      expect(refusalOf(await amend(who, version))).toEqual(['FORBIDDEN']);
    expect(refusalOf(await amend(registry.person('sample-2-approver'), version))).toEqual(['NOT_FOUND', 'id']);
    const begun = (await amend(approver, version)).data.amendRiskRegister.riskRegister;
    expect(refusalOf(await amend(approver, begun.version))).toEqual(['ILLEGAL_TRANSITION']);
    expect(
      await approver.isRefused('discardRiskRegister', { id, expectedVersion: begun.version }, 'agency { id }'),
    ).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('leaves the projects of a plan running: progress is reported while the plan is amended and examined', async () => {
    const { data } = await editor.ask(
      `{ plans(first: 1, where: {status: {eq: APPROVED}}) { edges { node { id version projects(first: 1, where: {status: {eq: IN_PROGRESS}}) { edges { node { id fiscalYears openActs } } } } } } }`,
    );
    const [plan] = nodes(data.plans);
    const [project] = nodes(plan.projects);
    expect(project.openActs).toEqual(['COMPLETE']);
    const move = async (verb: string, form: string, more = {}) => {
      const { version } = (
        await editor.ask('query ($id: ID!) { node(id: $id) { ... on Plan { version } } }', { id: plan.id })
      ).data.node;
      const input = { id: plan.id, expectedVersion: version, ...more };
      const answer = await approver.ask(
        `mutation ($input: ${form}!) { ${verb}Plan(input: $input) { plan { status } } }`,
        { input },
      );
      return answer.data[`${verb}Plan`].plan.status;
    };
    const reported = async (quarter: number) => {
      const input = {
        projectId: project.id,
        fiscalYear: project.fiscalYears.at(-1),
        quarter,
        progressPercent: 100,
        summaryTh: 'ตามแผน',
      };
      return refusalOf(await editor.tries('reportProgress', input))[0];
    };
    expect(await move('amend', 'AmendPlanInput', { reason: 'เพิ่มโครงการ' })).toBe('AMENDING');
    expect(await reported(3)).not.toBe('ILLEGAL_TRANSITION');
    expect(await move('submit', 'PlanActInput')).toBe('SUBMITTED');
    expect(await reported(4)).not.toBe('ILLEGAL_TRANSITION');
    const open = await editor.ask('query ($id: ID!) { node(id: $id) { ... on Project { openActs } } }', {
      id: project.id,
    });
    expect(open.data.node.openActs).toEqual(['COMPLETE']);
  });
});
