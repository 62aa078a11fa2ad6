import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementOf } from '../kit/announcement.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { dayFromToday } from '../kit/today.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

/** The register as it is now: what an approver looks at before taking it on. */
const asItIs = async ({ id }: { id: string }) => {
  const query = 'query ($id: ID!) { node(id: $id) { id ... on RiskRegister { version } } }';
  return (await registry.as('sample-1-approver')(query, { id })).data.node;
};

const step = 'riskRegister { id version status }';
const at = ({ id, version }: { id: string; version: number }) => ({ id, expectedVersion: version });

describe('a district and its register', () => {
  it('drafts, is told what is missing, submits, is returned, corrects, is approved, publishes and amends', async () => {
    const editor = registry.person('sample-1-editor').does;
    const approver = registry.person('sample-1-approver').does;
    const centre = registry.person('centre').does;

    // The editor begins the year 2570 with one risk.
    const { riskRegister: drafted } = await editor('draftRiskRegister', { fiscalYear: '๒๕๗๐' }, step);
    const { risk } = await editor(
      'addRisk',
      {
        registerId: drafted.id,
        titleTh: 'เรียกรับผลประโยชน์ในการออกใบอนุญาตก่อสร้าง',
        processArea: 'APPROVE_PERMIT',
      },
      'risk { id code version }',
    );
    expect(risk.code).toBe('R-01');

    // Submitting says everything that is missing at once, and nothing has moved.
    const early = await registry.as('sample-1-approver')(
      `mutation ($input: RiskRegisterActInput!) { submitRiskRegister(input: $input) { ${step} } }`,
      { input: at(await asItIs(drafted)) },
    );
    expect(early.errors[0]?.extensions.code).toBe('INVALID_INPUT');
    const told = early.errors[0]?.extensions.fields;
    for (const { nodeId, field } of told) expect(nodeId ?? null).toBe(field === 'areasWithoutRisk' ? null : risk.id);
    expect(told.map(({ field }: { field: string }) => field).sort()).toEqual([
      // One for each area of the bribery form, until it has a risk or a reason why it has none.
      'areasWithoutRisk',
      'areasWithoutRisk',
      'areasWithoutRisk',
      'areasWithoutRisk',
      'risks[0].assessments',
      'risks[0].causes',
      'risks[0].corruptionTypes',
      'risks[0].responsibleUnit',
    ]);

    const { data } = await registry.as('sample-1-editor')('{ agency(code: "SAMPLE-1") { units { id } } }');
    const [unit] = data.agency.units;
    const { risk: filled } = await editor(
      'editRisk',
      {
        riskId: risk.id,
        expectedVersion: risk.version,
        corruptionTypes: ['BRIBERY'],
        itaArea: 'APPROVAL_PERMIT',
        responsibleUnitId: unit.id,
        causes: [{ textTh: 'ผู้ตรวจและผู้อนุญาตเป็นคนเดียวกัน' }],
      },
      'risk { id version }',
    );
    await editor(
      'assessRisk',
      {
        riskId: risk.id,
        expectedVersion: filled.version,
        phase: 'INHERENT',
        likelihood: 4,
        impact: 4,
        justificationTh: 'มีเรื่องร้องเรียนสามเรื่องในปีก่อน',
      },
      'risk { level }',
    );
    const { mitigation: measure } = await editor(
      'addMitigation',
      {
        riskId: risk.id,
        measureTh: 'แยกผู้ตรวจออกจากผู้อนุญาต',
        strategy: 'TREAT',
        ownerUnitId: unit.id,
        dueOn: dayFromToday(120),
      },
      'mitigation { id version }',
    );
    // From the second round of a year on, a register says what was done.
    const begun = { mitigationId: measure.id, expectedVersion: measure.version, progressPercent: 10 };
    await editor('reportMitigationProgress', begun, 'mitigation { id }');
    const reasonTh = 'ปีนี้ไม่มีงานด้านนี้';
    await editor(
      'editRiskRegister',
      {
        ...at(await asItIs(drafted)),
        areasWithoutRisk: ['DUTY_POWER', 'BUDGET_RESOURCES', 'PERSONNEL'].map((area) => ({ area, reasonTh })),
      },
      'riskRegister { areasWithoutRisk { area } }',
    );
    const { riskRegister: submitted } = await approver('submitRiskRegister', at(await asItIs(drafted)), step);
    expect(submitted.status).toBe('SUBMITTED');

    // The centre returns it with a comment on the risk; the editor answers, corrects, and the approver submits again.
    const { riskRegister: returned } = await centre(
      'returnRiskRegister',
      {
        ...at(submitted),
        comment: 'ขอให้ทบทวนความเสี่ยงข้อแรก',
        items: [{ itemId: risk.id, field: 'titleTh', text: 'ระบุประเภทใบอนุญาตให้ชัด' }],
      },
      step,
    );
    const seen = await registry.as('sample-1-editor')(
      `query ($id: ID!) { node(id: $id) { ... on RiskRegister { version openActs
        statusChanges { act role by comment reviewComments { id version text field reply risk { code version } } } } } }`,
      { id: drafted.id },
    );
    const [change] = seen.data.node.statusChanges;
    expect(change).toMatchObject({ act: 'RETURN', role: 'CENTRE', by: null, comment: 'ขอให้ทบทวนความเสี่ยงข้อแรก' });
    const [comment] = change.reviewComments;
    expect(comment).toMatchObject({ field: 'titleTh', reply: null, risk: { code: 'R-01' } });
    expect(seen.data.node.openActs).toEqual(['REVISE']);
    await editor(
      'replyToReviewComment',
      { commentId: comment.id, expectedVersion: comment.version, reply: 'ระบุแล้ว' },
      'comment { reply }',
    );
    const { riskRegister: revised } = await editor('reviseRiskRegister', at(returned), step);
    // A draft again: the centre cannot see it.
    const hidden = await registry.as('centre')('query ($id: ID!) { node(id: $id) { id } }', { id: drafted.id });
    expect(hidden.data.node).toBeNull();
    await editor(
      'editRisk',
      {
        riskId: risk.id,
        expectedVersion: comment.risk.version,
        titleTh: 'เรียกรับผลประโยชน์ในการออกใบอนุญาตก่อสร้างอาคารสูง',
      },
      'risk { version }',
    );
    const { riskRegister: again } = await approver('submitRiskRegister', at(await asItIs(revised)), step);
    // While the centre examines it, nothing is answered behind its back.
    const late = await registry.as('sample-1-editor')(
      'mutation ($input: ReplyToReviewCommentInput!) { replyToReviewComment(input: $input) { comment { reply } } }',
      { input: { commentId: comment.id, expectedVersion: comment.version + 1, reply: 'อีกครั้ง' } },
    );
    expect(late.errors).toMatchObject([{ extensions: { code: 'ILLEGAL_TRANSITION', status: 'SUBMITTED' } }]);
    const answered = await registry.as('sample-1-editor')(
      'query ($id: ID!) { node(id: $id) { ... on ReviewComment { version reply } } }',
      { id: comment.id },
    );
    expect(answered.data.node).toEqual({ version: comment.version + 1, reply: 'ระบุแล้ว' });
    const { riskRegister: approved } = await centre('approveRiskRegister', at(again), step);
    expect(approved.status).toBe('APPROVED');
    const analyst = await registry.as('analyst')(
      'query ($id: ID!) { node(id: $id) { ... on RiskRegister { risks(first: 3) { totalCount edges { node { mitigations { status } } } } } } }',
      { id: drafted.id },
    );
    expect(nodes(analyst.data.node.risks)).toEqual([{ mitigations: [{ status: 'IN_PROGRESS' }] }]);

    // Published: anybody reads the edition, and its hash proves its content.
    const announcement = await announcementOf(registry.as('sample-1-approver'));
    const { riskRegister: published } = await approver('publishRiskRegister', { ...at(approved), announcement }, step);
    const editions = await registry.public(
      '{ editions(first: 5, where: {agency: {code: {eq: "SAMPLE-1"}}, fiscalYear: {eq: 2570}}) { edges { node { number content contentHash address } } } }',
    );
    const [edition] = nodes(editions.data.editions);
    expect(edition.number).toBe(1);
    const served = await registry.http({ url: edition.address });
    expect(served.body).toBe(edition.content);
    expect(createHash('sha256').update(served.body).digest('hex')).toBe(edition.contentHash);

    // Amended: what changed since the first edition is listed, and the second says why it is there.
    const { riskRegister: amended } = await approver(
      'amendRiskRegister',
      { ...at(published), reason: 'เพิ่มมาตรการ' },
      step,
    );
    const { mitigation } = await editor(
      'addMitigation',
      {
        riskId: risk.id,
        measureTh: 'เปิดเผยลำดับคำขอ',
        strategy: 'TREAT',
        ownerUnitId: unit.id,
        dueOn: dayFromToday(210),
      },
      'mitigation { id }',
    );
    expect(mitigation.id).toBeDefined();
    const changes = await registry.as('sample-1-editor')(
      'query ($id: ID!) { node(id: $id) { ... on RiskRegister { changes(sinceEdition: 1) { kind place } } } }',
      { id: drafted.id },
    );
    expect(changes.data.node.changes).toEqual([{ kind: 'ADDED', place: 'risks/R-01/mitigations/เปิดเผยลำดับคำขอ' }]);
    const { riskRegister: resubmitted } = await approver('submitRiskRegister', at(await asItIs(amended)), step);
    const { riskRegister: reapproved } = await centre('approveRiskRegister', at(resubmitted), step);
    const { riskRegister: second } = await approver(
      'publishRiskRegister',
      { ...at(reapproved), announcement, noteTh: 'เพิ่มมาตรการเปิดเผยลำดับคำขอ' },
      'riskRegister { status editions(first: 5) { edges { node { number noteTh changes(since: 1) { place } } } } }',
    );
    expect(nodes(second.editions)).toEqual([
      {
        number: 2,
        noteTh: 'เพิ่มมาตรการเปิดเผยลำดับคำขอ',
        changes: [{ place: 'risks/R-01/mitigations/เปิดเผยลำดับคำขอ' }],
      },
      { number: 1, noteTh: null, changes: [] },
    ]);
    // The first edition is what it was.
    expect((await registry.http({ url: edition.address })).body).toBe(edition.content);
  }, 60_000);
});
