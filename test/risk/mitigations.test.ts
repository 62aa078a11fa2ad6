import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changes, type Person, refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { day, draftWithRisk, setStatus } from './register-kit.ts';

let registry: Registry;
let editor: Person;
let approver: Person;
let own: Owners;
let foreign: Owners;
type Owners = { ownerUnitId: string; ownerPositionId: string; projectId: string };
beforeAll(async () => {
  registry = await startRegistry();
  editor = registry.person('sample-1-editor');
  approver = registry.person('sample-1-approver');
  own = await ownersOf('sample-1-editor');
  foreign = await ownersOf('sample-2-editor');
});
afterAll(async () => registry.stop());

async function ownersOf(persona: string): Promise<Owners> {
  const { data } = await registry.as(persona)(
    '{ viewer { agency { units { id } positions { id } } } projects(first: 1) { edges { node { id } } } }',
  );
  const { units, positions } = data.viewer.agency;
  return { ownerUnitId: units[0].id, ownerPositionId: positions[0].id, projectId: nodes(data.projects)[0].id };
}

const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1];

const payload = `mitigation { id version measureTh measureEn strategy status dueOn doneOn progressPercent budgetAmount cancelReasonTh sortOrder origin
  ownerUnit { id } ownerPosition { id } project { id } } risk { id }`;
const measure = { measureTh: 'สุ่มตรวจ', strategy: 'TREAT', dueOn: day(30) };

async function planned(fiscalYear: number) {
  const { risk, register } = await draftWithRisk(editor, fiscalYear);
  const { mitigation } = await editor.does('addMitigation', { riskId: risk.id, ...measure }, payload);
  const at = (expectedVersion: number, more: Record<string, unknown> = {}) => ({
    mitigationId: mitigation.id,
    expectedVersion,
    ...more,
  });
  return { risk, register, mitigation, at };
}

/** The acts on a mitigation, each with an input that nothing but its state stands against. */
const acts = (at: (version: number, more?: Record<string, unknown>) => Record<string, unknown>, version: number) =>
  [
    ['editMitigation', at(version, { measureTh: 'ใหม่' })],
    ['removeMitigation', at(version)],
    ['reportMitigationProgress', at(version, { progressPercent: 40 })],
    ['completeMitigation', at(version)],
    ['postponeMitigation', at(version, { dueOn: day(90), reason: 'รอพัสดุ' })],
    ['cancelMitigation', at(version, { reason: 'ซ้ำกับมาตรการอื่น' })],
  ] as const;
const payloadOf = (name: string) => (name === 'removeMitigation' ? 'risk { id }' : payload);

describe('a mitigation of a draft', () => {
  it('is added as planned, edited, put in order and removed', async () => {
    const { risk, mitigation: first, at } = await planned(2570);
    expect(first).toMatchObject({ status: 'PLANNED', progressPercent: 0, sortOrder: 1, version: 1, origin: 'USER' });
    const whole = {
      riskId: risk.id,
      ...measure,
      measureEn: 'Spot checks',
      budgetAmount: '๑๐๐๐.๕๐',
      ...own,
      dueOn: day(0),
    };
    const { mitigation: second } = await editor.does('addMitigation', whole, payload);
    expect(second).toMatchObject({
      sortOrder: 2,
      budgetAmount: '1000.50',
      ownerUnit: { id: own.ownerUnitId },
      ownerPosition: { id: own.ownerPositionId },
      project: { id: own.projectId },
    });
    const order = { riskId: risk.id, expectedVersion: 1, mitigationIds: [second.id, first.id] };
    const reordered = await editor.does('reorderMitigations', order, 'risk { version mitigations { id } }');
    expect(reordered.risk).toEqual({ version: 2, mitigations: [{ id: second.id }, { id: first.id }] });
    const edited = await editor.does(
      'editMitigation',
      at(1, { strategy: 'TRANSFER', ...own, budgetAmount: '0' }),
      payload,
    );
    expect(edited.mitigation).toMatchObject({
      version: 2,
      strategy: 'TRANSFER',
      measureTh: 'สุ่มตรวจ',
      budgetAmount: '0.00',
    });
    const emptied = at(2, { ownerUnitId: null, projectId: null, budgetAmount: null });
    const { mitigation } = await editor.does('editMitigation', emptied, payload);
    expect(mitigation).toMatchObject({ ownerUnit: null, project: null, budgetAmount: null, version: 3 });
    const { risk: left } = await editor.does('removeMitigation', at(3), 'risk { mitigations { id } }');
    expect(left.mitigations).toEqual([{ id: second.id }]);
  });

  it('has every wrong field named at once, and nothing written', async () => {
    const { risk, at } = await planned(2571);
    const before = await changes(registry);
    const wrong = { measureTh: '', dueOn: day(-2), budgetAmount: '-1', measureEn: 'x'.repeat(4001) };
    const fields = ['INVALID_INPUT', 'measureTh', 'measureEn', 'budgetAmount', 'dueOn'];
    const added = await editor.tries('addMitigation', { riskId: risk.id, ...measure, ...wrong }, payload);
    expect(refusalOf(added)).toEqual(fields);
    expect((await editor.isRefused('editMitigation', at(1, { ...wrong, strategy: null }), payload)).sort()).toEqual(
      [...fields, 'strategy'].sort(),
    );
    for (const field of ['ownerUnitId', 'ownerPositionId', 'projectId'] as const) {
      const input = at(1, { [field]: foreign[field] });
      expect(await editor.isRefused('editMitigation', input, payload)).toEqual(['NOT_FOUND', field]);
    }
    expect(await changes(registry)).toBe(before);
  });

  it('keeps the due date it has when other things are edited after it', async () => {
    const { mitigation, at } = await planned(2572);
    await registry.rows(
      `SET session_replication_role = 'replica'; UPDATE "Mitigation" SET "dueOn" = '2020-01-31' WHERE id = '${uuidOf(mitigation.id)}'`,
    );
    const edited = await editor.does('editMitigation', at(1, { measureTh: 'ใหม่', dueOn: '2020-01-31' }), payload);
    expect(edited.mitigation).toMatchObject({ measureTh: 'ใหม่', status: 'OVERDUE' });
  });

  it('is added and reported on in bulk', async () => {
    const { risk } = await draftWithRisk(editor, 2573);
    const bulk = `doneCount results { done { ${payload} } }`;
    const items = ['ก', 'ข'].map((measureTh) => ({ riskId: risk.id, ...measure, measureTh }));
    const added = await editor.does('addMitigations', { items }, bulk);
    const reports = added.results.map(({ done }: any, index: number) => ({
      mitigationId: done.mitigation.id,
      expectedVersion: 1,
      progressPercent: index * 50,
    }));
    const reported = await editor.does('reportMitigationsProgress', { items: reports }, bulk);
    expect(reported.results.map(({ done }: any) => [done.mitigation.sortOrder, done.mitigation.status])).toEqual([
      [1, 'PLANNED'],
      [2, 'IN_PROGRESS'],
    ]);
  });
});

describe('a mitigation in the course of the year', () => {
  it('begins, is put off, and is finished', async () => {
    const { at } = await planned(2574);
    await setStatus(registry, 2574, 'APPROVED');
    const report = (version: number, progressPercent: number) =>
      editor.tries('reportMitigationProgress', at(version, { progressPercent }), payload);
    expect((await report(1, 0)).data.reportMitigationProgress.mitigation.status).toBe('PLANNED');
    expect(refusalOf(await report(2, 101))).toEqual(['INVALID_INPUT', 'progressPercent']);
    const begun = (await report(2, 25)).data.reportMitigationProgress.mitigation;
    expect(begun).toMatchObject({ status: 'IN_PROGRESS', progressPercent: 25, version: 3 });
    const later = at(3, { dueOn: day(90), reason: 'รอพัสดุ' });
    expect(await editor.isRefused('postponeMitigation', later, payload)).toEqual(['FORBIDDEN']);
    const earlier = await approver.tries('postponeMitigation', { ...later, dueOn: day(30), reason: ' ' }, payload);
    expect(refusalOf(earlier)).toEqual(['INVALID_INPUT', 'dueOn', 'reason']);
    const { mitigation } = await approver.does('postponeMitigation', later, payload);
    expect(mitigation).toMatchObject({ dueOn: day(90), status: 'IN_PROGRESS', version: 4 });
    const [entry] = await registry.rows<{ act: string; reason: string }>(
      'SELECT act, reason FROM "AuditEntry" ORDER BY at DESC, seq DESC LIMIT 1',
    );
    expect(entry).toEqual({ act: 'postponeMitigation', reason: 'รอพัสดุ' });
    const tomorrow = await editor.tries('completeMitigation', at(4, { doneOn: day(2) }), payload);
    expect(refusalOf(tomorrow)).toEqual(['INVALID_INPUT', 'doneOn']);
    expect(await editor.isRefused('completeMitigation', at(3), payload)).toEqual(['CONFLICT']);
    const done = await editor.does('completeMitigation', at(4, { doneOn: day(-3) }), payload);
    expect(done.mitigation).toMatchObject({ status: 'DONE', progressPercent: 100, doneOn: day(-3) });
  });

  it('is cancelled by an approver, with the reason kept', async () => {
    const { at } = await planned(2575);
    const input = at(1, { reason: 'ซ้ำกับมาตรการอื่น' });
    expect(await editor.isRefused('cancelMitigation', input, payload)).toEqual(['FORBIDDEN']);
    expect(await approver.isRefused('cancelMitigation', { ...input, reason: '' }, payload)).toEqual([
      'INVALID_INPUT',
      'reason',
    ]);
    const { mitigation } = await approver.does('cancelMitigation', input, payload);
    expect(mitigation).toMatchObject({ status: 'CANCELLED', cancelReasonTh: 'ซ้ำกับมาตรการอื่น' });
  });
});

describe('what the state of a mitigation or of its register does not allow', () => {
  it('is refused with the name of the state, and changes nothing', async () => {
    const done = await planned(2576);
    await editor.does('completeMitigation', done.at(1), payload);
    const cancelled = await planned(2577);
    await approver.does('cancelMitigation', cancelled.at(1, { reason: 'ซ้ำ' }), payload);
    const before = await changes(registry);
    for (const [status, refused] of [
      ['DONE', acts(done.at, 2).slice(1)],
      ['CANCELLED', acts(cancelled.at, 2)],
    ] as const) {
      for (const [name, input] of refused) {
        const answer = await approver.tries(name, input, payloadOf(name));
        expect([name, ...refusalOf(answer)]).toEqual([name, 'ILLEGAL_TRANSITION']);
        expect(answer.errors[0]?.extensions.status).toBe(status);
      }
    }
    expect(await changes(registry)).toBe(before);
  });

  it.each([
    ['APPROVED', ['editMitigation', 'removeMitigation']],
    ['SUBMITTED', acts(() => ({}), 1).map(([name]) => name)],
    ['CLOSED', acts(() => ({}), 1).map(([name]) => name)],
  ] as const)('is refused in a register that is %s', async (status, names) => {
    const fiscalYear = 2580 + status.length;
    const { at, risk } = await planned(fiscalYear);
    await setStatus(registry, fiscalYear, status);
    const before = await changes(registry);
    for (const [name, input] of acts(at, 1).filter(([each]) => names.some((refused) => refused === each))) {
      const answer = await approver.tries(name, input, payloadOf(name));
      expect([name, ...refusalOf(answer)]).toEqual([name, 'ILLEGAL_TRANSITION']);
      expect(answer.errors[0]?.extensions.status).toBe(status);
    }
    const added = await editor.tries('addMitigation', { riskId: risk.id, ...measure }, payload);
    expect(refusalOf(added)).toEqual(['ILLEGAL_TRANSITION']);
    expect(await changes(registry)).toBe(before);
  });

  it('is not even known of another agency', async () => {
    const { at, risk } = await planned(2578);
    const before = await changes(registry);
    const stranger = registry.person('sample-2-approver');
    for (const [name, input] of acts(at, 1))
      expect(await stranger.isRefused(name, input, payloadOf(name))).toEqual(['NOT_FOUND', 'mitigationId']);
    const added = await stranger.tries('addMitigation', { riskId: risk.id, ...measure }, payload);
    expect(refusalOf(added)).toEqual(['NOT_FOUND', 'riskId']);
    expect(await changes(registry)).toBe(before);
  });
});
