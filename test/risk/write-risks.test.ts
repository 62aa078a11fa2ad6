import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changes, type Person, refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { draftWithRisk, setStatus } from './register-kit.ts';

let registry: Registry;
let editor: Person;
let own: { unit: string; swotItem: string; power: string };
let foreign: typeof own & { risk: string };
beforeAll(async () => {
  registry = await startRegistry();
  editor = registry.person('sample-1-editor');
  own = await thingsOf('sample-1-editor');
  foreign = await thingsOf('sample-2-editor');
});
afterAll(async () => registry.stop());

async function thingsOf(persona: string) {
  const { data } = await registry.as(persona)(`{
    viewer { agency { units { id } } }
    risks(first: 1) { edges { node { id } } }
    swotAnalyses(first: 1) { edges { node { items { id } } } }
    delegationOrders(first: 1) { edges { node { powers { id } } } }
  }`);
  return {
    unit: data.viewer.agency.units[0].id,
    risk: nodes(data.risks)[0].id,
    swotItem: nodes(data.swotAnalyses)[0].items[0].id,
    power: nodes(data.delegationOrders)[0].powers[0].id,
  };
}

const risk = `risk { id version code titleTh titleEn processArea furtherProcessAreas corruptionTypes factorKind actorTh level unitInferred noteTh
  responsibleUnit { id } causes { sortOrder textTh textEn } powers { id } fiscalYear origin }`;
const minimal = { titleTh: 'เรียกรับเงิน', processArea: 'LICENSING' };
const linkedTo = async (itemId: string): Promise<string[]> => {
  const { data } = await editor.ask('query ($id: ID!) { node(id: $id) { ... on SwotItem { risks { id } } } }', {
    id: itemId,
  });
  return data.node.risks.map((each: { id: string }) => each.id);
};

describe('addRisk', () => {
  it('adds a whole risk, and gives one without a code the next', async () => {
    const { register } = await draftWithRisk(editor, 2570);
    const whole = await editor.does(
      'addRisk',
      {
        registerId: register.id,
        ...minimal,
        titleTh: '  เรียกรับเงิน  ',
        titleEn: 'Bribe',
        furtherProcessAreas: ['INSPECTION'],
        corruptionTypes: ['BRIBERY', 'ABUSE_OF_POWER'],
        factorKind: 'KNOWN',
        actorTh: 'เจ้าหน้าที่ตรวจ',
        responsibleUnitId: own.unit,
        noteTh: '',
        causes: [{ textTh: 'ดุลพินิจกว้าง' }, { textTh: 'ขาดการสุ่มตรวจ', textEn: 'No sampling' }],
        swotItemIds: [own.swotItem],
        powerIds: [own.power],
      },
      risk,
    );
    expect(whole.risk).toMatchObject({
      code: 'R-02',
      titleTh: 'เรียกรับเงิน',
      level: 'UNASSESSED',
      origin: 'USER',
      fiscalYear: 2570,
      noteTh: null,
      responsibleUnit: { id: own.unit },
      causes: [
        { sortOrder: 1, textTh: 'ดุลพินิจกว้าง', textEn: null },
        { sortOrder: 2, textTh: 'ขาดการสุ่มตรวจ', textEn: 'No sampling' },
      ],
      powers: [{ id: own.power }],
    });
    expect(await linkedTo(own.swotItem)).toContain(whole.risk.id);
    await editor.does('addRisk', { registerId: register.id, ...minimal, code: 'R-09' }, risk);
    expect((await editor.does('addRisk', { registerId: register.id, ...minimal }, risk)).risk.code).toBe('R-10');
  });

  it('gives each of those who add at once a code of its own', async () => {
    const { register } = await draftWithRisk(editor, 2571);
    const added = await Promise.all(
      Array.from({ length: 5 }, () => editor.does('addRisk', { registerId: register.id, ...minimal }, risk)),
    );
    expect(added.map((each) => each.risk.code).sort()).toEqual(['R-02', 'R-03', 'R-04', 'R-05', 'R-06']);
    const same = { registerId: register.id, ...minimal, code: 'X' };
    const answers = await Promise.all(Array.from({ length: 3 }, () => editor.tries('addRisk', same, risk)));
    const refusals = answers.filter(({ errors }) => errors.length > 0).map(refusalOf);
    expect(refusals).toEqual(Array(2).fill(['INVALID_INPUT', 'code']));
  });

  it('names every wrong field at once, and writes nothing', async () => {
    const { register } = await draftWithRisk(editor, 2572);
    const before = await changes(registry);
    const wrong = {
      registerId: register.id,
      ...minimal,
      code: 'R-01',
      titleTh: ' ',
      titleEn: 'x'.repeat(501),
      corruptionTypes: ['BRIBERY', 'BRIBERY'],
      causes: [{ textTh: 'ก' }, { textTh: '' }],
      powerIds: [own.power, own.power],
    };
    expect(await editor.isRefused('addRisk', wrong, risk)).toEqual([
      'INVALID_INPUT',
      'code',
      'titleTh',
      'causes[1].textTh',
      'titleEn',
      'corruptionTypes',
      'powerIds',
    ]);
    expect(await changes(registry)).toBe(before);
  });

  it.each([
    ['responsibleUnitId', 'unit', (id: string) => id, 'responsibleUnitId'],
    ['swotItemIds', 'swotItem', (id: string) => [id], 'swotItemIds[0]'],
    ['powerIds', 'power', (id: string) => [id], 'powerIds[0]'],
  ] as const)('cannot find the %s of another agency', async (field, thing, given, named) => {
    const { risk: at } = await draftWithRisk(editor, 2580 + field.length);
    const before = await changes(registry);
    const input = { riskId: at.id, expectedVersion: 1, [field]: given(foreign[thing]) };
    expect(await editor.isRefused('editRisk', input, risk)).toEqual(['NOT_FOUND', named]);
    expect(await changes(registry)).toBe(before);
  });
});

describe('the bulk form', () => {
  const bulk = 'doneCount failedCount results { index done { risk { code } } error { code fields { field } } }';
  const items = (registerId: string) => [
    { registerId, ...minimal },
    { registerId, ...minimal, code: 'R-01' },
    { registerId, ...minimal },
  ];

  it('adds all or names the wrong ones, or adds the right ones', async () => {
    const { register } = await draftWithRisk(editor, 2573);
    const before = await changes(registry);
    const refused = await editor.tries('addRisks', { items: items(register.id) }, bulk);
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'items[1].code']);
    expect(await changes(registry)).toBe(before);
    const input = { items: items(register.id), errorPolicy: 'REJECT_FAILED' };
    const { doneCount, results } = await editor.does('addRisks', input, bulk);
    expect(doneCount).toBe(2);
    expect(results.map((each: any) => each.done?.risk.code ?? each.error.code)).toEqual([
      'R-02',
      'INVALID_INPUT',
      'R-03',
    ]);
  });
});

describe('editRisk', () => {
  it('changes what is given, empties what is null, and leaves the rest', async () => {
    const { risk: at, register } = await draftWithRisk(editor, 2574);
    const edit = (expectedVersion: number, more: Record<string, unknown>) =>
      editor.tries('editRisk', { riskId: at.id, expectedVersion, ...more }, risk);
    const links = { causes: [{ textTh: 'ก' }, { textTh: 'ข' }], swotItemIds: [own.swotItem], powerIds: [own.power] };
    await edit(1, { ...links, noteTh: 'หมายเหตุ', responsibleUnitId: own.unit, factorKind: 'UNKNOWN' });
    const kept = (await edit(2, { titleTh: 'ใหม่', code: 'A-1' })).data.editRisk.risk;
    expect(kept).toMatchObject({ version: 3, code: 'A-1', titleTh: 'ใหม่', noteTh: 'หมายเหตุ', factorKind: 'UNKNOWN' });
    expect([kept.causes.length, kept.powers.length]).toEqual([2, 1]);
    const emptied = (
      await edit(3, {
        noteTh: null,
        causes: [{ textTh: 'ค' }],
        powerIds: null,
        swotItemIds: [],
        responsibleUnitId: null,
      })
    ).data.editRisk.risk;
    expect(emptied).toMatchObject({ noteTh: null, powers: [], responsibleUnit: null });
    expect(emptied.causes).toEqual([{ sortOrder: 1, textTh: 'ค', textEn: null }]);
    expect(await linkedTo(own.swotItem)).not.toContain(at.id);

    await editor.does('addRisk', { registerId: register.id, ...minimal, code: 'A-2' }, risk);
    const before = await changes(registry);
    expect(refusalOf(await edit(4, { code: 'A-2', titleTh: null, processArea: null }))).toEqual([
      'INVALID_INPUT',
      'code',
      'titleTh',
      'processArea',
    ]);
    expect(refusalOf(await edit(1, { titleTh: 'เก่า' }))).toEqual(['CONFLICT']);
    expect(await changes(registry)).toBe(before);
  });
});

describe('removeRisk', () => {
  it('removes a risk of a draft with its parts', async () => {
    const { risk: at } = await draftWithRisk(editor, 2575);
    const links = { causes: [{ textTh: 'ก' }], swotItemIds: [own.swotItem], powerIds: [own.power] };
    await editor.does('editRisk', { riskId: at.id, expectedVersion: 1, ...links }, risk);
    const remove = (expectedVersion: number) =>
      editor.tries('removeRisk', { riskId: at.id, expectedVersion }, 'riskRegister { risks(first: 5) { totalCount } }');
    expect(refusalOf(await remove(1))).toEqual(['CONFLICT']);
    expect((await remove(2)).data?.removeRisk.riskRegister.risks.totalCount).toBe(0);
    expect(refusalOf(await remove(2))).toEqual(['NOT_FOUND', 'riskId']);
  });

  it('keeps one that a later year continues', async () => {
    const { risk: at, register } = await draftWithRisk(editor, 2576);
    const onward = { fromId: register.id, fiscalYear: 2577 };
    const { riskRegister } = await editor.does(
      'carryForwardRiskRegister',
      onward,
      'riskRegister { risks(first: 5) { edges { node { carriedFrom { id code } } } } }',
    );
    expect(nodes(riskRegister.risks)).toEqual([{ carriedFrom: { id: at.id, code: 'R-01' } }]);
    const refused = await editor.tries('removeRisk', { riskId: at.id, expectedVersion: 1 }, 'riskRegister { id }');
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'riskId']);
  });
});

describe('a register that is no draft', () => {
  it('takes no change of its risks, and one of another agency does not exist', async () => {
    const { risk: at, register } = await draftWithRisk(editor, 2578);
    await setStatus(registry, 2578, 'APPROVED');
    const before = await changes(registry);
    const tries = (riskId: string, registerId: string) =>
      Promise.all([
        editor.tries('addRisk', { registerId, ...minimal }, risk),
        editor.tries('editRisk', { riskId, expectedVersion: 1, titleTh: 'ใหม่' }, risk),
        editor.tries('removeRisk', { riskId, expectedVersion: 1 }, 'riskRegister { id }'),
      ]);
    expect((await tries(at.id, register.id)).map((each) => refusalOf(each)[0])).toEqual(
      Array(3).fill('ILLEGAL_TRANSITION'),
    );
    const { data } = await registry.as('sample-2-editor')('{ riskRegisters(first: 1) { edges { node { id } } } }');
    const theirs = await tries(foreign.risk, nodes(data.riskRegisters)[0].id);
    expect(theirs.map(refusalOf)).toEqual([
      ['NOT_FOUND', 'registerId'],
      ['NOT_FOUND', 'riskId'],
      ['NOT_FOUND', 'riskId'],
    ]);
    expect(await changes(registry)).toBe(before);
  });
});
