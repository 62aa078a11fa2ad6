import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { aRisk } from '../kit/risks.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const selection = 'id code state isComputed basisTh dismissalReason dismissedAt dismissedBy version origin risk { id }';
const findings = async (persona: string, where: string) =>
  nodes(
    (await registry.as(persona)(`{ findings(first: 100, where: ${where}) { edges { node { ${selection} } } } }`)).data
      .findings,
  );

const dismiss = `mutation ($input: DismissFindingInput!) { dismissFinding(input: $input) { finding { ${selection} } } }`;
const reopen = `mutation ($input: ReopenFindingInput!) { reopenFinding(input: $input) { finding { ${selection} } } }`;
const assess = 'mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { id version level } } }';

type Finding = { id: string; version: number };
const input = ({ id, version }: Finding, more: Record<string, unknown> = {}) => ({
  input: { findingId: id, expectedVersion: version, ...more },
});
const count = async () => (await registry.rows<{ count: number }>('SELECT count(*)::int FROM "AuditEntry"'))[0]?.count;

const assessAs = (persona: string, of: { id: string; version: number }, likelihood: number, impact: number) =>
  registry.as(persona)(assess, {
    input: { riskId: of.id, expectedVersion: of.version, phase: 'RESIDUAL', likelihood, impact, justificationTh: 'x' },
  });

describe('an act', () => {
  it('finds at once what it made true, and clears what it made false', async () => {
    const of = await aRisk(registry.as('chomthong-viewer'), '{level: {eq: UNASSESSED}}');
    const about = async () =>
      (
        await findings(
          'chomthong-viewer',
          '{state: {eq: OPEN}, code: {in: ["RISK_UNASSESSED", "RISK_WITHOUT_LIVE_MITIGATION", "HIGH_RISK_WITHOUT_CONTROL", "HIGH_RISK_WITHOUT_FUNDED_PROJECT"]}}',
        )
      )
        .filter((finding) => finding.risk?.id === of.id)
        .map(({ code }) => code)
        .sort();
    expect(await about()).toEqual(['RISK_UNASSESSED']);
    const { data, errors } = await assessAs('chomthong-editor', of, 5, 5);
    expect(errors).toEqual([]);
    expect(await about()).toEqual([
      'HIGH_RISK_WITHOUT_CONTROL',
      'HIGH_RISK_WITHOUT_FUNDED_PROJECT',
      'RISK_WITHOUT_LIVE_MITIGATION',
    ]);
    await assessAs('chomthong-editor', data.assessRisk.risk, 1, 1);
    expect(await about()).toEqual([]);
  });

  it('has what the registry then finds in the trail as one entry of what came and one of what went', async () => {
    const of = await aRisk(registry.as('chomthong-viewer'), '{level: {eq: UNASSESSED}}');
    const lastRefreshes = async () =>
      nodes(
        (
          await registry.as('chomthong-editor')(
            '{ auditTrail(first: 2, where: {act: {eq: "refreshFindings"}}) { edges { node { seq action entity nodeId changes { field before after } } } } }',
          )
        ).data.auditTrail,
      );
    const [{ seq: before } = { seq: 0 }] = await lastRefreshes();
    await assessAs('chomthong-editor', of, 5, 5);
    await findings('chomthong-viewer', '{state: {eq: OPEN}}');
    const entries = await lastRefreshes();
    expect(entries.every(({ seq }: { seq: number }) => seq > before)).toBe(true);
    expect(new Map(entries.map((entry: { action: string }) => [entry.action, entry]))).toEqual(
      new Map([
        [
          'CREATED',
          expect.objectContaining({
            entity: 'FINDING',
            nodeId: null,
            changes: [
              {
                field: 'code',
                before: null,
                after: 'HIGH_RISK_WITHOUT_CONTROL, HIGH_RISK_WITHOUT_FUNDED_PROJECT, RISK_WITHOUT_LIVE_MITIGATION',
              },
            ],
          }),
        ],
        ['REMOVED', expect.objectContaining({ changes: [{ field: 'code', before: 'RISK_UNASSESSED', after: null }] })],
      ]),
    );
  });

  it('leaves what was transcribed from the documents alone', async () => {
    const [register] = await findings('chomthong-viewer', '{code: {eq: "METHOD_NOT_PRINTED"}}');
    expect(register).toMatchObject({ origin: 'DOCUMENT', isComputed: false, state: 'OPEN', version: 1 });
  });
});

describe('a dismissal', () => {
  it('has a reason that the centre reads too, and stays for as long as the finding is true', async () => {
    const of = await aRisk(
      registry.as('sample-1-viewer'),
      '{register: {status: {eq: APPROVED}, fiscalYear: {eq: 2569}}}',
    );
    const risen = await assessAs('sample-1-editor', of, 5, 5);
    await registry.rows(
      `SET session_replication_role = 'replica'; DELETE FROM "Control" WHERE "riskId" = (SELECT "riskId" FROM "Assessment" ORDER BY "createdAt" DESC LIMIT 1)`,
    );
    const again = await assessAs('sample-1-editor', risen.data.assessRisk.risk, 5, 4);
    const where = '{code: {eq: "HIGH_RISK_WITHOUT_CONTROL"}}';
    const mine = async (persona: string) => (await findings(persona, where)).find((each) => each.risk?.id === of.id);
    const finding = await mine('sample-1-approver');
    const { data, errors } = await registry.as('sample-1-approver')(dismiss, input(finding, { reason: ' รอระบบใหม่ ' }));
    expect(errors).toEqual([]);
    expect(data.dismissFinding.finding).toMatchObject({
      state: 'DISMISSED',
      dismissalReason: 'รอระบบใหม่',
      version: finding.version + 1,
    });
    expect(data.dismissFinding.finding.dismissedBy).toContain('ผู้อนุมัติ');
    expect(await mine('centre')).toMatchObject({ state: 'DISMISSED', dismissalReason: 'รอระบบใหม่', dismissedBy: null });
    const third = await assessAs('sample-1-editor', again.data.assessRisk.risk, 4, 4);
    expect(await mine('sample-1-viewer')).toMatchObject({ id: finding.id, state: 'DISMISSED' });
    expect(
      (await findings('sample-1-viewer', '{state: {eq: OPEN}, code: {eq: "HIGH_RISK_WITHOUT_CONTROL"}}')).map(
        ({ id }) => id,
      ),
    ).not.toContain(finding.id);
    await assessAs('sample-1-editor', third.data.assessRisk.risk, 1, 1);
    expect(await mine('sample-1-viewer')).toBeUndefined();
  });

  it('is taken back by reopening, once', async () => {
    const [finding] = await findings('sample-2-approver', '{code: {eq: "USE_ABOVE_CEILING"}}');
    const ask = registry.as('sample-2-approver');
    const { data } = await ask(dismiss, input(finding, { reason: 'x' }));
    const twice = await ask(dismiss, input(data.dismissFinding.finding, { reason: 'x' }));
    expect(twice.errors[0]?.extensions.code).toBe('ILLEGAL_TRANSITION');
    const reopened = await ask(reopen, input(data.dismissFinding.finding));
    expect(reopened.data.reopenFinding.finding).toMatchObject({
      state: 'OPEN',
      dismissalReason: null,
      dismissedBy: null,
    });
    const again = await ask(reopen, input(reopened.data.reopenFinding.finding));
    expect(again.errors[0]?.extensions.code).toBe('ILLEGAL_TRANSITION');
  });

  it('is refused without a reason, with a stale version and for another agency, and nothing changes', async () => {
    const [finding] = await findings('sample-2-approver', '{code: {eq: "USE_ABOVE_CEILING"}}');
    const before = await count();
    const code = async (persona: string, more: Record<string, unknown>) =>
      (await registry.as(persona)(dismiss, input(finding, { reason: 'x', ...more }))).errors[0]?.extensions;
    expect(await code('sample-2-approver', { reason: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'reason' }],
    });
    expect(await code('sample-2-approver', { expectedVersion: 99 })).toMatchObject({ code: 'CONFLICT' });
    expect(await code('sample-1-approver', {})).toMatchObject({ code: 'NOT_FOUND' });
    expect(await count()).toBe(before);
  });

  it('is possible for many at once', async () => {
    const late = await findings('sample-1-approver', '{code: {eq: "MONTHLY_REPORT_LATE"}, state: {eq: OPEN}}');
    const { data, errors } = await registry.as('sample-1-approver')(
      'mutation ($input: DismissFindingsInput!) { dismissFindings(input: $input) { doneCount failedCount } }',
      { input: { items: late.map((finding) => input(finding, { reason: 'ชี้แจงแล้ว' }).input) } },
    );
    expect(errors).toEqual([]);
    expect(late.length).toBeGreaterThan(1);
    expect(data.dismissFindings).toEqual({ doneCount: late.length, failedCount: 0 });
    expect(await findings('sample-1-approver', '{code: {eq: "MONTHLY_REPORT_LATE"}, state: {eq: OPEN}}')).toEqual([]);
  });
});

it('everybody can read what is checked, and on what it rests', async () => {
  const { data } = await registry.public('{ findingRules { code severity titleTh titleEn basisTh } }');
  expect(data.findingRules.length).toBeGreaterThan(20);
  expect(data.findingRules.map(({ code }: { code: string }) => code)).toContain('DUTIES_NOT_SEGREGATED');
});
