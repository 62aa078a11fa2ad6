import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { positionId, unitId } from '@registry/seed/rows/identifiers.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const editor = () => registry.person('sample-1-editor');
const approver = () => registry.person('sample-1-approver');
const unit = (code: string, agency = 'SAMPLE-1') => encodeGlobalId('Unit', unitId(agency, code));
const position = (code: string, agency = 'SAMPLE-1') => encodeGlobalId('Position', positionId(agency, code));
const shownAudit = 'internalAudit { id version status heldFrom heldTo openActs }';
const shownObservation = 'auditObservation { id version number status followUp actionTh openActs }';

/** An audit of a confirmed plan; with days, one that was done. */
async function audit({ isDone = true } = {}) {
  const plan = { fiscalYear: 2568, topicTh: 'การรับเงิน', plannedMonth: '2025-01-01', unitId: unit('REV') };
  const { internalAudit: draft } = await editor().does('planInternalAudit', plan, shownAudit);
  const step = { entryId: draft.id, expectedVersion: draft.version };
  const { internalAudit: confirmed } = await approver().does('recordInternalAudit', step, shownAudit);
  if (!isDone) return confirmed;
  const days = { heldFrom: '2025-01-06', heldTo: '2025-01-10' };
  const noted = { auditId: confirmed.id, expectedVersion: confirmed.version, ...days };
  return (await editor().does('noteInternalAuditHeld', noted, shownAudit)).internalAudit;
}
const observed = (auditId: string, more: object = {}) => ({
  auditId,
  observationTh: 'ไม่ลงลายมือชื่อ',
  recommendationTh: 'ตรวจนับทุกสิ้นวัน',
  dueOn: '2025-03-31',
  positionId: position('HEAD-REV'),
  ...more,
});
async function observation() {
  const { id } = await audit();
  const draft = (await editor().does('addAuditObservation', observed(id), shownObservation)).auditObservation;
  const step = { entryId: draft.id, expectedVersion: draft.version };
  return (await approver().does('recordAuditObservation', step, shownObservation)).auditObservation;
}
const counts = (list: string, id: string) =>
  Promise.all(
    ['sample-1-viewer', 'centre', 'analyst', 'sample-2-approver'].map(async (persona) => {
      const { data } = await registry.as(persona)(
        `query ($id: ID!) { ${list}(first: 1, where: { id: { eq: $id } }) { totalCount } }`,
        { id },
      );
      return data[list].totalCount;
    }),
  );

describe('an internal audit', () => {
  it('is planned, confirmed and then noted as done, and seen by the centre from its confirmation on', async () => {
    const plan = { fiscalYear: 2568, topicTh: 'การใช้รถ', plannedMonth: '2024-11-01' };
    const { internalAudit: draft } = await editor().does('planInternalAudit', plan, shownAudit);
    expect(await counts('internalAudits', draft.id)).toEqual([1, 0, 0, 0]);
    const done = await audit();
    expect(done).toMatchObject({ status: 'RECORDED', heldFrom: '2025-01-06', heldTo: '2025-01-10' });
    expect(await counts('internalAudits', done.id)).toEqual([1, 1, 0, 0]);
    const days = { heldFrom: '2024-11-04', heldTo: '2024-11-05' };
    const early = { auditId: draft.id, expectedVersion: draft.version, ...days };
    expect(await editor().isRefused('noteInternalAuditHeld', early)).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('is refused with every wrong field at once, and with a unit of another agency as if it did not exist', async () => {
    const plan = { fiscalYear: 2568, topicTh: ' ', plannedMonth: '2025-10-02' };
    expect(await editor().isRefused('planInternalAudit', plan)).toEqual([
      'INVALID_INPUT',
      'topicTh',
      'plannedMonth',
      'plannedMonth',
    ]);
    const other = { ...plan, topicTh: 'การรับเงิน', plannedMonth: '2025-02-01', unitId: unit('REV', 'SAMPLE-2') };
    expect(await editor().isRefused('planInternalAudit', other)).toEqual(['NOT_FOUND', 'unitId']);
  });

  it('is corrected after it was opened, and discarded only as a draft', async () => {
    const { id, version } = await audit({ isDone: false });
    const edit = { auditId: id, topicEn: 'Receipts' };
    expect(await editor().isRefused('editInternalAudit', { ...edit, expectedVersion: version })).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    expect(await editor().isRefused('discardInternalAudit', { entryId: id, expectedVersion: version })).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    const opening = { entryId: id, expectedVersion: version, reason: 'แก้ชื่อเรื่อง' };
    const { internalAudit: open } = await approver().does('correctInternalAudit', opening, shownAudit);
    await editor().does('editInternalAudit', { ...edit, expectedVersion: open.version });
  });
});

describe('an observation', () => {
  it('comes of an audit that was done, and is answered for by somebody of the agency', async () => {
    const planned = await audit({ isDone: false });
    expect(await editor().isRefused('addAuditObservation', observed(planned.id))).toEqual(['ILLEGAL_TRANSITION']);
    const { id } = await audit();
    const bad = observed(id, { positionId: null, dueOn: '2025-01-01', observationTh: '' });
    expect(await editor().isRefused('addAuditObservation', bad)).toEqual([
      'INVALID_INPUT',
      'observationTh',
      'positionId',
      'dueOn',
    ]);
    const other = observed(id, { positionId: position('DIR', 'SAMPLE-2') });
    expect(await editor().isRefused('addAuditObservation', other)).toEqual(['NOT_FOUND', 'positionId']);
    expect(await registry.person('sample-2-editor').isRefused('addAuditObservation', observed(id))).toEqual([
      'NOT_FOUND',
      'auditId',
    ]);
    for (const number of [1, 2]) {
      const { auditObservation } = await editor().does('addAuditObservation', observed(id), shownObservation);
      expect(auditObservation).toMatchObject({ number, status: 'DRAFT', followUp: 'NOT_STARTED' });
    }
  });

  it('is read by its agency alone, also once it is confirmed, and so is the finding that it is overdue', async () => {
    const { id } = await observation();
    expect(await counts('auditObservations', id)).toEqual([1, 0, 0, 0]);
    const overdue = (persona: string) =>
      registry.as(persona)(
        `{ findings: findingsGrouped(groupBy: [code], where: { code: { eq: "AUDIT_FOLLOW_UP_OVERDUE" } }, first: 1) { groups { count } } }`,
      );
    expect((await overdue('centre')).data.findings.groups).toEqual([]);
    const { data } = await registry.as('sample-1-viewer')(
      `{ agency(code: "SAMPLE-1") { findings(first: 50, where: { code: { eq: "AUDIT_FOLLOW_UP_OVERDUE" } }) {
        edges { node { auditObservation { id audit { topicTh } } position { code } } } } } }`,
    );
    const named = data.agency.findings.edges.map(({ node }: any) => node);
    expect(named.find(({ auditObservation }: any) => auditObservation.id === id)).toMatchObject({
      auditObservation: { audit: { topicTh: 'การรับเงิน' } },
      position: { code: 'HEAD-REV' },
    });
  });

  it('is followed up once it is confirmed, with what was done and when, and keeps the reports before in the trail', async () => {
    const { id, version } = await observation();
    const report = { observationId: id, expectedVersion: version, followUp: 'IN_PROGRESS' };
    expect(await editor().isRefused('reportAuditFollowUp', { ...report, actionOn: '2025-01-05' })).toEqual([
      'INVALID_INPUT',
      'actionTh',
      'actionOn',
    ]);
    const begun = { ...report, actionTh: 'แต่งตั้งผู้ตรวจนับ', actionOn: '2025-02-01' };
    await editor().does('reportAuditFollowUp', begun);
    const done = { ...begun, expectedVersion: version + 1, followUp: 'DONE', actionTh: 'ตรวจนับทุกวัน' };
    const { auditObservation } = await editor().does('reportAuditFollowUp', done, shownObservation);
    expect(auditObservation).toMatchObject({ status: 'RECORDED', followUp: 'DONE', openActs: [] });
    const trail = await registry.rows<{ said: string }>(
      `SELECT after ->> 'actionTh' AS said FROM "AuditEntry" WHERE act = 'reportAuditFollowUp' AND entity = 'AuditObservation'
       AND after ->> 'actionTh' IN ('แต่งตั้งผู้ตรวจนับ', 'ตรวจนับทุกวัน') ORDER BY at`,
    );
    expect(trail.map(({ said }) => said)).toEqual(['แต่งตั้งผู้ตรวจนับ', 'ตรวจนับทุกวัน']);
  });
});
