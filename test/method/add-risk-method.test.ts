import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const level = (name: string, colour: string, isAcceptable: boolean) => ({
  level: name,
  labelTh: `ระดับ ${name}`,
  labelEn: name,
  colour,
  isAcceptable,
  needsPlan: !isAcceptable,
});

const steps = (axis: string, count: number) =>
  Array.from({ length: count }, (_step, index) => ({
    axis,
    value: index + 1,
    labelTh: `ขั้น ${index + 1}`,
    labelEn: `Step ${index + 1}`,
    meaningTh: 'ความหมาย',
  }));

const method = (version: string, more: Record<string, unknown> = {}) => ({
  code: '4x2',
  version,
  titleTh: 'วิธีสี่คูณสอง',
  titleEn: 'Four by two',
  fiscalYearFrom: 2570,
  likelihoodMax: 4,
  impactMax: 2,
  levels: [level('LOW', '#2E9E4F', true), level('HIGH', '#e07b00', false)],
  scalePoints: [...steps('LIKELIHOOD', 4), ...steps('IMPACT', 2)],
  scoreBands: [
    { level: 'LOW', scoreFrom: 1, scoreTo: 3 },
    { level: 'HIGH', scoreFrom: 4, scoreTo: 8 },
  ],
  ...more,
});

const add = (input: unknown) =>
  registry.as('city-admin')(
    `mutation ($input: AddRiskMethodInput!) { addRiskMethod(input: $input) { riskMethod { id code version fiscalYearFrom isDefault
      levels { level colour needsPlan } scalePoints { axis value } cells { likelihood impact score level } } } }`,
    { input },
  );

const rows = async () =>
  (
    await registry.rows(`SELECT (SELECT count(*)::int FROM "RiskMethod") AS methods, (SELECT count(*)::int FROM "RiskMethodCell") AS cells,
        (SELECT count(*)::int FROM "RiskScalePoint") AS steps, (SELECT count(*)::int FROM "AuditEntry") AS audits`)
  )[0];

describe('addRiskMethod', () => {
  it('adds a whole method, which everybody can then read by its version', async () => {
    const { data, errors } = await add(method('4x2-2570'));
    expect(errors).toEqual([]);
    const { riskMethod } = data.addRiskMethod;
    expect(riskMethod.cells).toHaveLength(8);
    for (const { likelihood, impact, score, level: name } of riskMethod.cells)
      expect([score, name]).toEqual([likelihood * impact, likelihood * impact >= 4 ? 'HIGH' : 'LOW']);
    expect(riskMethod).toMatchObject({
      code: '4x2',
      fiscalYearFrom: 2570,
      isDefault: false,
      levels: [{ level: 'LOW', colour: '#2e9e4f' }, { level: 'HIGH' }],
    });
    const open = await registry.public(
      '{ a: riskMethod(version: "4x2-2570") { titleEn } b: riskMethod(version: "x") { titleEn } }',
    );
    expect(open.data).toEqual({ a: { titleEn: 'Four by two' }, b: null });
    const [audit] = await registry.rows<{ role: string; act: string }>(
      `SELECT role::text, act FROM "AuditEntry" WHERE entity = 'RiskMethod' ORDER BY at DESC LIMIT 1`,
    );
    expect(audit).toEqual({ role: 'CITY_ADMIN', act: 'addRiskMethod' });
  });

  it('takes levels cell by cell as well', async () => {
    const cells = Array.from({ length: 8 }, (_cell, index) => ({
      likelihood: (index >> 1) + 1,
      impact: (index % 2) + 1,
      level: index < 4 ? 'LOW' : 'HIGH',
    }));
    const { data, errors } = await add(method('4x2-2571', { scoreBands: null, cells }));
    expect(errors).toEqual([]);
    expect(data.addRiskMethod.riskMethod.cells.map((cell: { level: string }) => cell.level)).toEqual(
      cells.map((cell) => cell.level),
    );
  });

  it('names everything that is wrong at once, and writes nothing', async () => {
    const before = await rows();
    const { errors } = await add(
      method('5x5-2566', {
        code: ' ',
        titleTh: '',
        levels: [level('LOW', 'green', true), level('HIGH', '#e07b00', false), level('EXTREME', '#aa0000', false)],
        scalePoints: [...steps('LIKELIHOOD', 3), ...steps('IMPACT', 2)],
        scoreBands: [
          { level: 'LOW', scoreFrom: 1, scoreTo: 4 },
          { level: 'HIGH', scoreFrom: 4, scoreTo: 7 },
        ],
      }),
    );
    expect(errors[0]?.extensions.code).toBe('INVALID_INPUT');
    const fields = errors[0]?.extensions.fields.map(({ field }: { field: string }) => field);
    expect(new Set(fields)).toEqual(
      new Set([
        'code',
        'titleTh',
        'levels[0].colour',
        'scalePoints',
        'scoreBands[1]',
        'scoreBands',
        'levels[2].level',
        'version',
      ]),
    );
    expect(await rows()).toEqual(before);
  });

  it('lets one of two with the same version win', async () => {
    const answers = await Promise.all([add(method('4x2-2575')), add(method('4x2-2575'))]);
    const codes = answers.map(({ errors }) => errors[0]?.extensions.code ?? 'done');
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.every((code) => ['done', 'CONFLICT', 'INVALID_INPUT'].includes(code))).toBe(true);
  });

  it('gives later registers the newest version of the method that they carry on', async () => {
    const five = {
      code: '5x5',
      fiscalYearFrom: 2571,
      likelihoodMax: 5,
      impactMax: 5,
      levels: [level('LOW', '#2e9e4f', true), level('EXTREME', '#c62828', false)],
      scalePoints: [...steps('LIKELIHOOD', 5), ...steps('IMPACT', 5)],
      scoreBands: [
        { level: 'LOW', scoreFrom: 1, scoreTo: 9 },
        { level: 'EXTREME', scoreFrom: 10, scoreTo: 25 },
      ],
    };
    expect((await add(method('5x5-2571', five))).errors).toEqual([]);
    const [{ id: fromId }] = nodes(
      (
        await registry.as('sample-1-editor')(
          '{ riskRegisters(first: 1, where: {fiscalYear: {eq: 2569}}) { edges { node { id } } } }',
        )
      ).data.riskRegisters,
    );
    const carry = async (fiscalYear: number) =>
      (
        await registry.as('sample-1-editor')(
          'mutation ($input: CarryForwardRiskRegisterInput!) { carryForwardRiskRegister(input: $input) { riskRegister { method { version } } } }',
          { input: { fromId, fiscalYear } },
        )
      ).data.carryForwardRiskRegister.riskRegister.method.version;
    expect([await carry(2570), await carry(2571)]).toEqual(['5x5-2566', '5x5-2571']);
  });
});
