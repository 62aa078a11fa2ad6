import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changes, type Person, refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { draftWithRisk, setStatus } from './register-kit.ts';

let registry: Registry;
let editor: Person;
let methods: { id: string; code: string }[];
beforeAll(async () => {
  registry = await startRegistry();
  editor = registry.person('sample-1-editor');
  methods = (await registry.public('{ riskMethods { id code fiscalYearFrom } }')).data.riskMethods;
});
afterAll(async () => registry.stop());

const register = 'riskRegister { id version status fiscalYear origin method { id code } }';
const methodOf = (code: string) => methods.find((method) => method.code === code)?.id;
const registerOf = async (persona: string, status: string) =>
  nodes(
    (
      await registry.as(persona)(
        `{ riskRegisters(first: 1, where: {status: {eq: ${status}}}) { edges { node { id version } } } }`,
      )
    ).data.riskRegisters,
  )[0];

describe('draftRiskRegister', () => {
  it('starts a draft under the default method, or the one that is named', async () => {
    const first = await editor.does('draftRiskRegister', { fiscalYear: '๒๕๗๐' }, register);
    expect(first.riskRegister).toMatchObject({ status: 'DRAFT', fiscalYear: 2570, origin: 'USER', version: 1 });
    expect(first.riskRegister.method.code).toBe('5x5');
    const second = await editor.does('draftRiskRegister', { fiscalYear: 2571, methodId: methodOf('3x3') }, register);
    expect(second.riskRegister.method.code).toBe('3x3');
  });

  it('gives a year one register, of those who start it at once too', async () => {
    const before = await changes(registry);
    expect(await editor.isRefused('draftRiskRegister', { fiscalYear: 2569 }, register)).toEqual([
      'INVALID_INPUT',
      'fiscalYear',
    ]);
    expect(await changes(registry)).toBe(before);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => editor.tries('draftRiskRegister', { fiscalYear: 2572 }, register)),
    );
    const refusals = answers.filter(({ errors }) => errors.length > 0).map(refusalOf);
    expect(refusals).toEqual(Array(4).fill(['INVALID_INPUT', 'fiscalYear']));
  });

  it('refuses a method that is not in use in the year, and one that does not exist', async () => {
    const early = await editor.tries('draftRiskRegister', { fiscalYear: 2560 }, register);
    expect(refusalOf(early)).toEqual(['INVALID_INPUT', 'methodId']);
    const absent = Buffer.from('RiskMethod:00000000-0000-7000-8000-00000000dead').toString('base64url');
    const unknown = await editor.tries('draftRiskRegister', { fiscalYear: 2573, methodId: absent }, register);
    expect(refusalOf(unknown)).toEqual(['NOT_FOUND', 'methodId']);
  });
});

describe('editRiskRegister', () => {
  it('changes the method while no risk was assessed under another one', async () => {
    const { register: draft, risk } = await draftWithRisk(editor, 2574);
    const at = (expectedVersion: number, code: string) => ({ id: draft.id, expectedVersion, methodId: methodOf(code) });
    // The version before the risk was added: risks are no change of the register's own.
    const edited = await editor.does('editRiskRegister', at(draft.version, '3x3'), register);
    const { version } = edited.riskRegister;
    expect(edited.riskRegister.method.code).toBe('3x3');
    expect(await editor.isRefused('editRiskRegister', at(draft.version, '5x5'), register)).toEqual(['CONFLICT']);
    const assessed = { riskId: risk.id, expectedVersion: 1, phase: 'INHERENT', likelihood: 3, impact: 3 };
    await editor.does('assessRisk', { ...assessed, justificationTh: 'พบซ้ำ' }, 'risk { id }');
    const before = await changes(registry);
    const refused = await editor.tries('editRiskRegister', at(version, '5x5'), register);
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'methodId']);
    expect(await changes(registry)).toBe(before);
    const { riskRegister } = await editor.does('editRiskRegister', at(version, '3x3'), register);
    await setStatus(registry, 2574, 'APPROVED');
    expect(await editor.isRefused('editRiskRegister', at(riskRegister.version, '3x3'), register)).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });
});

describe('discardRiskRegister', () => {
  const discard = (writer: Person, at: { id: string; version: number }) =>
    writer.tries('discardRiskRegister', { id: at.id, expectedVersion: at.version }, 'agency { code }');

  const asItIs = async (id: string) =>
    (await editor.ask('query ($id: ID!) { node(id: $id) { id ... on RiskRegister { version } } }', { id })).data.node;

  it('throws a draft away with its risks, assessed or not', async () => {
    const { register: draft, risk } = await draftWithRisk(editor, 2575);
    const assessed = { riskId: risk.id, expectedVersion: 1, phase: 'INHERENT', likelihood: 3, impact: 3 };
    await editor.does('assessRisk', { ...assessed, justificationTh: 'พบซ้ำ' }, 'risk { id }');
    // As it was before the risk was added: what would be thrown away was not seen.
    expect(refusalOf(await discard(editor, draft))).toEqual(['CONFLICT']);
    const { data } = await discard(editor, await asItIs(draft.id));
    expect(data?.discardRiskRegister.agency.code).toBe('SAMPLE-1');
    const gone = await editor.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [draft.id, risk.id] });
    expect(gone.data.nodes).toEqual([null, null]);
  });

  it('keeps what was submitted, or carried on by a later year, and knows no other agency', async () => {
    const approved = await registerOf('sample-1-editor', 'APPROVED');
    const before = await changes(registry);
    expect(refusalOf(await discard(editor, approved))).toEqual(['ILLEGAL_TRANSITION']);
    expect(refusalOf(await discard(registry.person('sample-2-editor'), approved))).toEqual(['NOT_FOUND', 'id']);
    expect(await changes(registry)).toBe(before);
    const approver = registry.person('sample-1-approver');
    const { amendRiskRegister } = (
      await approver.tries(
        'amendRiskRegister',
        { id: approved.id, expectedVersion: approved.version, reason: 'ปรับปรุง' },
        register,
      )
    ).data;
    expect(refusalOf(await discard(editor, amendRiskRegister.riskRegister))).toEqual(['ILLEGAL_TRANSITION']);
    const { register: draft } = await draftWithRisk(editor, 2576);
    const onward = { fromId: draft.id, fiscalYear: 2577 };
    const { riskRegister } = await editor.does('carryForwardRiskRegister', onward, register);
    expect(refusalOf(await discard(editor, draft))).toEqual(['ILLEGAL_TRANSITION']);
    expect((await discard(editor, riskRegister)).errors).toEqual([]);
    expect((await discard(editor, await asItIs(draft.id))).errors).toEqual([]);
  });
});
