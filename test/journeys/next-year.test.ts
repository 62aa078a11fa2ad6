import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const step = 'riskRegister { id version status }';

describe('the Finance Department and the next year', () => {
  it('carries its register forward and sees what is new, changed, closed and unchanged', async () => {
    const editor = registry.person('finance-editor').does;
    const { riskRegister } = await editor('draftRiskRegister', { fiscalYear: 2569 }, step);
    for (const titleTh of ['เบิกค่าตอบแทนเท็จ', 'นำส่งเงินล่าช้า', 'ใช้รถราชการส่วนตัว']) {
      await editor('addRisk', { registerId: riskRegister.id, titleTh, processArea: 'CASH_RECEIPT' }, 'risk { code }');
    }
    const found = await registry.as('finance-editor')(
      'query ($id: ID!) { node(id: $id) { ... on RiskRegister { risks(first: 5) { edges { node { id code } } } } } }',
      { id: riskRegister.id },
    );
    const [, , third] = nodes(found.data.node.risks);
    const { riskRegister: next } = await editor(
      'carryForwardRiskRegister',
      { fromId: riskRegister.id, fiscalYear: 2570, withoutRiskIds: [third.id] },
      'riskRegister { id carriedFrom { fiscalYear } risks(first: 5) { edges { node { id code version titleTh level carriedFrom { code } } } } }',
    );
    expect(next.carriedFrom.fiscalYear).toBe(2569);
    const [first, second] = nodes(next.risks);
    expect(first).toMatchObject({ code: 'R-01', level: 'UNASSESSED', carriedFrom: { code: 'R-01' } });
    await editor(
      'editRisk',
      { riskId: second.id, expectedVersion: second.version, titleTh: 'นำส่งเงินล่าช้ากว่าสามวัน' },
      'risk { version }',
    );
    await editor(
      'addRisk',
      { registerId: next.id, titleTh: 'ทุจริตการจัดซื้อ', processArea: 'PROCUREMENT' },
      'risk { code }',
    );
    const compared = await registry.as('finance-viewer')(
      'query ($id: ID!) { node(id: $id) { ... on RiskRegister { yearChanges { kind earlier { code } later { code } changedFields } } } }',
      { id: next.id },
    );
    expect(compared.errors).toEqual([]);
    expect(compared.data.node.yearChanges.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'CHANGED',
      'CLOSED',
      'NEW',
      'UNCHANGED',
    ]);
  }, 30_000);
});
