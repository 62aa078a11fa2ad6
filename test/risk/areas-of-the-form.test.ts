import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changes, type Person } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { draftWithRisk } from './register-kit.ts';

let registry: Registry;
let editor: Person;
beforeAll(async () => {
  registry = await startRegistry();
  editor = registry.person('sample-1-editor');
});
afterAll(async () => registry.stop());

const payload = 'riskRegister { id version areasWithoutRisk { area reasonTh } }';
const none = (area: string, reasonTh = 'ไม่มีการรับบุคคลในปีนี้') => ({ area, reasonTh });

describe('the areas of the bribery form', () => {
  it('are answered by a risk, or by why there is none: as a whole list, which an absent one leaves and an empty one clears', async () => {
    const { register, risk } = await draftWithRisk(editor, 2575);
    const { risk: placed } = await editor.does(
      'editRisk',
      { riskId: risk.id, expectedVersion: risk.version, itaArea: 'DUTY_POWER' },
      'risk { itaArea register { version } }',
    );
    expect(placed.itaArea).toBe('DUTY_POWER');
    const edit = (expectedVersion: number, more: object) =>
      editor.does('editRiskRegister', { id: register.id, expectedVersion, ...more }, payload);
    const first = await edit(placed.register.version, {
      areasWithoutRisk: [none('PERSONNEL'), none('APPROVAL_PERMIT')],
    });
    expect(first.riskRegister.areasWithoutRisk).toEqual([none('APPROVAL_PERMIT'), none('PERSONNEL')]);
    const kept = await edit(first.riskRegister.version, {});
    expect(kept.riskRegister.areasWithoutRisk).toHaveLength(2);
    const cleared = await edit(kept.riskRegister.version, { areasWithoutRisk: [] });
    expect(cleared.riskRegister.areasWithoutRisk).toEqual([]);
  });

  it('are refused twice, without a reason, and in a register that is not written', async () => {
    const { register } = await draftWithRisk(editor, 2576);
    const { data } = await editor.ask('query ($id: ID!) { node(id: $id) { ... on RiskRegister { version } } }', {
      id: register.id,
    });
    const at = { id: register.id, expectedVersion: data.node.version };
    const before = await changes(registry);
    const refused = async (areasWithoutRisk: object[], place: object = at) =>
      await editor.isRefused('editRiskRegister', { ...place, areasWithoutRisk }, payload);
    expect(await refused([none('PERSONNEL'), none('PERSONNEL')])).toEqual(['INVALID_INPUT', 'areasWithoutRisk']);
    expect(await refused([none('PERSONNEL', ' ')])).toEqual(['INVALID_INPUT', 'areasWithoutRisk[0].reasonTh']);
    const found = await editor.ask(
      '{ riskRegisters(first: 1, where: {status: {eq: APPROVED}}) { edges { node { id version } } } }',
    );
    const [approved] = nodes(found.data.riskRegisters);
    expect(await refused([], { id: approved.id, expectedVersion: approved.version })).toEqual(['ILLEGAL_TRANSITION']);
    expect(await changes(registry)).toBe(before);
  });

  it('are read by whoever reads the register, and filter risks', async () => {
    const query =
      '{ riskRegisters(first: 50) { edges { node { areasWithoutRisk { area reasonTh } } } } risks(first: 1, where: {itaArea: {eq: PERSONNEL}}) { totalCount } }';
    const [row] = await registry.rows<{ areas: number; risks: number }>(
      `SELECT (SELECT count(*)::int FROM "AreaWithoutRisk" WHERE disclosure = 2) AS areas,
         (SELECT count(*)::int FROM "Risk" WHERE disclosure = 2 AND "itaArea" = 'PERSONNEL') AS risks`,
    );
    const { data } = await registry.as('analyst')(query);
    const seen = nodes(data.riskRegisters).flatMap(({ areasWithoutRisk }) => areasWithoutRisk);
    expect([seen.length, data.risks.totalCount]).toEqual([row?.areas, row?.risks]);
    expect(row?.risks).toBeGreaterThan(0);
    const strays = await registry.rows(
      `SELECT a.id FROM "AreaWithoutRisk" a JOIN "RiskRegister" r ON r.id = a."registerId" WHERE r.disclosure <> a.disclosure`,
    );
    expect(strays).toEqual([]);
  });
});
