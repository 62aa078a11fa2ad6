import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

type UnitRow = {
  id: string;
  code: string;
  kind: string;
  version: number;
  inferred: string[];
  namePrinted: string | null;
};

const units = async (persona: string): Promise<UnitRow[]> =>
  (await registry.as(persona)('{ viewer { agency { units { id code kind version inferred namePrinted } } } }')).data
    .viewer.agency.units;

const done = async (persona: string, name: string, input: object, payload: string) => {
  return registry.person(persona).tries(name, { ...input }, payload);
};

const refused = ({ errors }: Awaited<ReturnType<typeof done>>) => [
  errors[0]?.extensions.code,
  errors[0]?.extensions.fields?.map(({ field }: { field: string }) => field),
];

const counts = async () =>
  (
    await registry.rows(
      'SELECT (SELECT count(*) FROM "Risk")::int AS risks, (SELECT count(*) FROM "Position")::int AS positions, (SELECT count(*) FROM "AuditEntry")::int AS audits',
    )
  )[0];

describe('the units that the documents name', () => {
  it('are told apart: divisions from committees, citizens, schools and words for all of them', async () => {
    const kindOf = Object.fromEntries((await units('chomthong-viewer')).map(({ code, kind }) => [code, kind]));
    expect(kindOf).toMatchObject({
      'CT-ADM': 'DIVISION',
      'CT-SCH': 'SCHOOL',
      'CT-COM-HON': 'COMMITTEE',
      'CT-WG-RISK': 'COMMITTEE',
      'CT-COMMUNITY': 'CITIZENS',
    });
    const finance = await units('finance-viewer');
    expect(finance.find(({ code }) => code === 'FIN-ALL')?.kind).toBe('ALL_UNITS');
    expect(finance.find(({ code }) => code === 'FIN-SEC-HR')).toMatchObject({
      namePrinted: 'สก.สนค. (ฝกจ.)',
      inferred: ['nameTh', 'nameEn'],
    });
  });

  it('lose the mark of an inferred name when somebody states it anew, and no other mark', async () => {
    const admin = 'chomthong-agency-admin';
    const unit = (await units(admin)).find(({ code }) => code === 'CT-ENV');
    expect(unit?.inferred).toEqual(['nameTh', 'nameEn']);
    const { errors } = await done(
      admin,
      'editUnit',
      { unitId: unit?.id, expectedVersion: unit?.version, nameTh: 'ฝ่ายสิ่งแวดล้อมและสุขาภิบาล เขตจอมทอง' },
      'unit { inferred }',
    );
    expect(errors).toEqual([]);
    expect((await units(admin)).find(({ code }) => code === 'CT-ENV')?.inferred).toEqual(['nameEn']);
  });
});

describe('a group of citizens', () => {
  it('is given no risk, no mitigation and no position, and nothing is changed by the attempt', async () => {
    const added = await done(
      'sample-1-agency-admin',
      'addUnit',
      { code: 'NET', nameTh: 'เครือข่ายภาคประชาชน', kind: 'CITIZENS' },
      'unit { id kind }',
    );
    expect(added.data.addUnit.unit.kind).toBe('CITIZENS');
    const unitId = added.data.addUnit.unit.id;
    const drafted = await done('sample-1-editor', 'draftRiskRegister', { fiscalYear: 2577 }, 'riskRegister { id }');
    const registerId = drafted.data.draftRiskRegister.riskRegister.id;
    const before = await counts();
    const risk = { registerId, titleTh: 'เรียกรับเงิน', processArea: 'LICENSING', responsibleUnitId: unitId };
    expect(refused(await done('sample-1-editor', 'addRisk', risk, 'risk { id }'))).toEqual([
      'INVALID_INPUT',
      ['responsibleUnitId'],
    ]);
    expect(
      refused(
        await done(
          'sample-1-agency-admin',
          'addPosition',
          { code: 'NET-1', titleTh: 'ผู้แทน', unitId },
          'position { id }',
        ),
      ),
    ).toEqual(['INVALID_INPUT', ['unitId']]);
    expect(await counts()).toEqual(before);
  });

  it('is nothing that a unit with risks becomes', async () => {
    const { data } = await registry.as('sample-1-editor')(
      '{ risks(first: 100) { edges { node { responsibleUnit { id version } } } } }',
    );
    const unit = nodes(data.risks).find(({ responsibleUnit }) => responsibleUnit !== null)?.responsibleUnit;
    const answer = await done(
      'sample-1-agency-admin',
      'editUnit',
      { unitId: unit.id, expectedVersion: unit.version, kind: 'CITIZENS' },
      'unit { id }',
    );
    const [code, fields] = refused(answer);
    expect([code, new Set(fields)]).toEqual(['INVALID_INPUT', new Set(['kind'])]);
  });
});
