import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementOf } from '../kit/announcement.ts';
import { changes, type Person, refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { day } from './register-kit.ts';

let registry: Registry;
let editor: Person;
let approver: Person;
beforeAll(async () => {
  registry = await startRegistry();
  [editor, approver] = [registry.person('sample-1-editor'), registry.person('sample-1-approver')];
});
afterAll(async () => registry.stop());

/** The lowest risk of the register of a year, as it is now. */
async function lowest(fiscalYear: number) {
  const { data } = await editor.ask(
    `{ risks(first: 1, where: {fiscalYear: {eq: ${fiscalYear}}}, orderBy: {field: score, direction: ASC}) { edges { node { id version level mitigations { id } register { id version status } } } } }`,
  );
  const [risk] = nodes(data.risks);
  return risk;
}

const add = (riskId: string) =>
  editor.tries(
    'addMitigation',
    { riskId, measureTh: 'ตอบความเสี่ยงที่สูงขึ้น', strategy: 'TREAT', dueOn: day(30) },
    'mitigation { id status }',
  );
describe('a risk of an approved or published register', () => {
  it.each([
    [2569, 'APPROVED'],
    [2568, 'PUBLISHED'],
  ])(
    'of %i (%s) receives a mitigation at once when it was assessed upwards, and not before',
    async (fiscalYear, status) => {
      const risk = await lowest(fiscalYear);
      if (status === 'PUBLISHED') {
        const { id, version } = risk.register;
        const announcement = await announcementOf(approver.ask);
        await approver.does(
          'publishRiskRegister',
          { id, expectedVersion: version, announcement },
          'riskRegister { status }',
        );
      }
      expect((await lowest(fiscalYear)).register.status).toBe(status);
      const before = await changes(registry);
      expect(refusalOf(await add(risk.id))).toEqual(['ILLEGAL_TRANSITION']);
      expect(await changes(registry)).toBe(before);

      const { data } = await editor.ask('query ($id: ID!) { node(id: $id) { ... on Risk { version } } }', {
        id: risk.id,
      });
      await editor.does(
        'assessRisk',
        {
          riskId: risk.id,
          expectedVersion: data.node.version,
          phase: 'RESIDUAL',
          likelihood: 5,
          impact: 5,
          justificationTh: 'มีเรื่องร้องเรียน',
        },
        'risk { level }',
      );
      const added = await add(risk.id);
      expect(added.errors).toEqual([]);
      expect(added.data.addMitigation.mitigation.status).toBe('PLANNED');
      // The rest of the content waits for an amendment, as before.
      const { mitigation } = added.data.addMitigation;
      expect(
        await editor.isRefused(
          'editMitigation',
          { mitigationId: mitigation.id, expectedVersion: 1, measureTh: 'อื่น' },
          'mitigation { id }',
        ),
      ).toEqual(['ILLEGAL_TRANSITION']);
    },
  );

  it('receives measures at once when those it had were all cancelled, and not while one is live', async () => {
    const found = await editor.ask(
      '{ risks(first: 50, where: {fiscalYear: {eq: 2569}}) { edges { node { id mitigations { id version status } } } } }',
    );
    const statuses = ({ mitigations }: any): string[] => mitigations.map(({ status }: { status: string }) => status);
    const risk = nodes(found.data.risks).find((each) => statuses(each).length > 0 && !statuses(each).includes('DONE'));
    const live = risk.mitigations.filter(({ status }: { status: string }) => status !== 'CANCELLED');
    const before = await changes(registry);
    expect(refusalOf(await add(risk.id))).toEqual(['ILLEGAL_TRANSITION']);
    expect(await changes(registry)).toBe(before);
    for (const { id, version } of live)
      await approver.does(
        'cancelMitigation',
        { mitigationId: id, expectedVersion: version, reason: 'ไม่ทำแล้ว' },
        'mitigation { id }',
      );
    // As many as it takes to answer it.
    for (const _ of [1, 2]) expect((await add(risk.id)).errors).toEqual([]);
    const { data } = await editor.ask(
      'query ($id: ID!) { node(id: $id) { ... on Risk { register { status } mitigations { status } } } }',
      { id: risk.id },
    );
    expect(data.node.register.status).toBe('APPROVED');
    expect(data.node.mitigations.filter(({ status }: { status: string }) => status === 'PLANNED')).toHaveLength(2);
  });

  it('is not written by another agency, whatever happened to it', async () => {
    const { id } = await lowest(2567);
    const stranger = registry.person('sample-2-editor');
    expect(
      await stranger.isRefused(
        'addMitigation',
        { riskId: id, measureTh: 'ก', strategy: 'TREAT', dueOn: day(30) },
        'mitigation { id }',
      ),
    ).toEqual(['NOT_FOUND', 'riskId']);
  });
});

describe('a register', () => {
  const missing = async (id: string): Promise<string[]> => {
    const { data } = await editor.ask(
      'query ($id: ID!) { node(id: $id) { ... on RiskRegister { missing { code field } } } }',
      { id },
    );
    return data.node.missing.map(({ code, field }: { code: string; field: string }) => `${code} ${field}`);
  };

  it('is not submitted with a bribery risk that has a residual assessment of LOW and nothing else', async () => {
    const { riskRegister } = await editor.does('draftRiskRegister', { fiscalYear: 2570 }, 'riskRegister { id }');
    const { agency } = (await editor.ask('{ agency(code: "SAMPLE-1") { units { id } } }')).data;
    const { risk } = await editor.does(
      'addRisk',
      {
        registerId: riskRegister.id,
        titleTh: 'เรียกรับเงินในการตรวจ',
        processArea: 'INSPECTION',
        corruptionTypes: ['BRIBERY'],
        responsibleUnitId: agency.units[0].id,
        causes: [{ textTh: 'ตรวจคนเดียว' }],
      },
      'risk { id version }',
    );
    await editor.does(
      'assessRisk',
      {
        riskId: risk.id,
        expectedVersion: risk.version,
        phase: 'RESIDUAL',
        likelihood: 1,
        impact: 1,
        justificationTh: 'ควบคุมแล้ว',
      },
      'risk { level }',
    );
    const problems = await missing(riskRegister.id);
    expect(problems).toEqual(
      expect.arrayContaining([
        'RISK_WITHOUT_INHERENT_ASSESSMENT risks[0].assessments',
        'RISK_WITHOUT_MEASURE risks[0].mitigations',
      ]),
    );
    const { data } = await approver.ask('query ($id: ID!) { node(id: $id) { ... on RiskRegister { version } } }', {
      id: riskRegister.id,
    });
    const submitted = await approver.ask(
      'mutation ($input: RiskRegisterActInput!) { submitRiskRegister(input: $input) { riskRegister { status } } }',
      { input: { id: riskRegister.id, expectedVersion: data.node.version } },
    );
    expect(submitted.errors[0]?.extensions.code).toBe('INVALID_INPUT');
    expect(submitted.errors[0]?.extensions.fields).toHaveLength(problems.length);
  });
});
