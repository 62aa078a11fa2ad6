import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementOf } from '../kit/announcement.ts';
import { changes, refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { day } from './register-kit.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

describe('an approved register', () => {
  it('is not published with a risk of bribery that has lost its measures since, and is once it has another', async () => {
    const [writer, publisher] = [registry.person('sample-1-editor'), registry.person('sample-1-approver')];
    let chosen = '';
    const isOpenBribery = ({ score, corruptionTypes, mitigations }: any) =>
      score < 25 &&
      corruptionTypes.includes('BRIBERY') &&
      mitigations.every(({ status }: { status: string }) => status !== 'DONE');
    const read = async () => {
      const { data } = await writer.ask(
        `{ riskRegisters(first: 1, where: {fiscalYear: {eq: 2569}}) { edges { node { id version status risks(first: 50) { edges { node { id version score corruptionTypes mitigations { id version status } } } } } } } }`,
      );
      const [register] = nodes(data.riskRegisters);
      const risk = nodes(register.risks).find(({ id }) => id === chosen) ?? nodes(register.risks).find(isOpenBribery);
      return { ...register, risk };
    };
    const publish = async () => {
      const { id, version } = await read();
      const announcement = await announcementOf(publisher.ask);
      return publisher.tries(
        'publishRiskRegister',
        { id, expectedVersion: version, announcement },
        'riskRegister { status }',
      );
    };
    const { status, risk } = await read();
    expect(status).toBe('APPROVED');
    chosen = risk.id;
    for (const { id, version, status: state } of risk.mitigations) {
      if (state !== 'DONE' && state !== 'CANCELLED')
        await publisher.does(
          'cancelMitigation',
          { mitigationId: id, expectedVersion: version, reason: 'ไม่ทำแล้ว' },
          'mitigation { id }',
        );
    }

    const before = await changes(registry);
    const refused = await publish();
    expect(refused.errors[0]?.extensions.fields).toMatchObject([{ code: 'RISK_WITHOUT_MEASURE' }]);
    expect(refusalOf(refused)[0]).toBe('INVALID_INPUT');
    expect(await changes(registry)).toBe(before);

    for (const phase of ['INHERENT', 'RESIDUAL']) {
      const { id, version } = (await read()).risk;
      await writer.does(
        'assessRisk',
        { riskId: id, expectedVersion: version, phase, likelihood: 5, impact: 5, justificationTh: 'มาตรการถูกยกเลิก' },
        'risk { level }',
      );
    }
    const { mitigation } = await writer.does(
      'addMitigation',
      { riskId: risk.id, measureTh: 'หมุนเวียนผู้ตรวจ', strategy: 'TREAT', dueOn: day(30) },
      'mitigation { id version }',
    );
    expect((await publish()).errors[0]?.extensions.fields).toMatchObject([{ code: 'RISK_WITHOUT_ACTIONS_TAKEN' }]);
    await writer.does(
      'reportMitigationProgress',
      { mitigationId: mitigation.id, expectedVersion: mitigation.version, progressPercent: 10 },
      'mitigation { status }',
    );
    expect((await publish()).data.publishRiskRegister.riskRegister.status).toBe('PUBLISHED');
  });
});
