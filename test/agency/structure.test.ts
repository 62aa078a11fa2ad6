import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../kit/person.ts';
import { type Answer, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

type Row = { id: string; code: string; version: number };
const admin = 'sample-1-agency-admin';

const selection: Readonly<Record<string, string>> = {
  Unit: 'unit { id code nameTh nameEn version origin parent { code } }',
  Position: 'position { id code titleTh titleEn isHead version unit { code } }',
  StatutoryPower: 'statutoryPower { id verb processArea ceilingAmount basisTh validFrom validTo version }',
};

const ask = (name: string, input: object, persona = admin): Promise<Answer> => {
  const kind = name.replace(/^[a-z]+/, '');
  const payload = name.startsWith('remove') ? 'agency { code }' : selection[kind];
  return registry.person(persona).tries(name, { ...input }, payload);
};

const structure = async (persona = admin, agency = 'SAMPLE-1') =>
  (
    await registry.as(persona)(
      `{ agency(code: "${agency}") { units { id code version } positions { id code version statutoryPowers { id version validTo } } } }`,
    )
  ).data.agency;
const unit = async (wanted: string, persona?: string, agency?: string): Promise<Row> =>
  (await structure(persona, agency)).units.find((each: Row) => each.code === wanted);
const position = async (wanted: string): Promise<Row & { statutoryPowers: (Row & { validTo: string | null })[] }> =>
  (await structure()).positions.find((each: Row) => each.code === wanted);

const addUnit = async (wanted: string, parentId?: string): Promise<Row> =>
  (await ask('addUnit', { code: wanted, nameTh: `หน่วย ${wanted}`, parentId })).data.addUnit.unit;
const unitAt = ({ id, version }: Row) => ({ unitId: id, expectedVersion: version });
const positionAt = ({ id, version }: Row) => ({ positionId: id, expectedVersion: version });

const rows = async () =>
  (
    await registry.rows(
      'SELECT (SELECT count(*) FROM "Unit")::int AS units, (SELECT count(*) FROM "Position")::int AS positions, (SELECT count(*) FROM "StatutoryPower")::int AS powers, (SELECT count(*) FROM "AuditEntry")::int AS audits',
    )
  )[0];

describe('a unit', () => {
  it('is added, edited, moved and removed', async () => {
    const top = await unit('ADM');
    const added = await ask('addUnit', {
      code: 'ADM-1',
      nameTh: ' กลุ่มงานทะเบียน ',
      nameEn: 'Registry',
      parentId: top.id,
    });
    expect(added.errors).toEqual([]);
    const made = added.data.addUnit.unit;
    expect(made).toMatchObject({
      code: 'ADM-1',
      nameTh: 'กลุ่มงานทะเบียน',
      version: 1,
      origin: 'USER',
      parent: { code: 'ADM' },
    });

    const edited = await ask('editUnit', { ...unitAt(made), nameEn: null, parentId: null });
    expect(edited.data.editUnit.unit).toMatchObject({ nameTh: 'กลุ่มงานทะเบียน', nameEn: null, parent: null, version: 2 });
    expect(refusalOf(await ask('removeUnit', unitAt(made)))[0]).toBe('CONFLICT');
    const removed = await ask('removeUnit', unitAt(edited.data.editUnit.unit));
    expect(removed.data.removeUnit.agency.code).toBe('SAMPLE-1');
    expect(await unit('ADM-1')).toBeUndefined();
  });

  it('names every wrong field at once, a code that is taken too, and writes nothing', async () => {
    const before = await rows();
    const refused = await ask('addUnit', { code: 'ADM', nameTh: ' ', nameEn: 'x'.repeat(501) });
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'nameTh', 'nameEn', 'code']);
    const [own, other] = [await unit('REG'), await unit('ADM')];
    const edit = await ask('editUnit', { ...unitAt(own), code: other.code, nameTh: null });
    expect(refusalOf(edit)).toEqual(['INVALID_INPUT', 'nameTh', 'code']);
    expect((await ask('editUnit', { ...unitAt(own), code: own.code })).errors).toEqual([]);
    expect({ ...(await rows()), audits: 0 }).toEqual({ ...before, audits: 0 });
  });

  it('has a code that another agency may use as well', async () => {
    const made = await ask('addUnit', { code: 'ONLY-2', nameTh: 'หน่วย' }, 'sample-2-agency-admin');
    expect(made.errors).toEqual([]);
    expect((await ask('addUnit', { code: 'ONLY-2', nameTh: 'หน่วย' })).errors).toEqual([]);
  });

  it('never lies beneath itself', async () => {
    const a = await addUnit('LOOP-A');
    const b = await addUnit('LOOP-B', a.id);
    const c = await addUnit('LOOP-C', b.id);
    for (const parentId of [a.id, b.id, c.id]) {
      const refused = await ask('editUnit', { ...unitAt(a), parentId });
      expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'parentId']);
    }
  });

  it('does not come to lie beneath itself when two are moved under each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await addUnit(`PAIR-A${round}`), await addUnit(`PAIR-B${round}`)];
      const answers = await Promise.all([
        ask('editUnit', { ...unitAt(a), parentId: b.id }),
        ask('editUnit', { ...unitAt(b), parentId: a.id }),
      ]);
      expect(answers.map((answer) => refusalOf(answer)[0]).sort()).toEqual(['INVALID_INPUT', undefined]);
    }
  });

  it('is kept while something refers to it, and the refusal says what', async () => {
    const before = await rows();
    const refused = await ask('removeUnit', unitAt(await unit('REG')));
    expect(refusalOf(refused)[0]).toBe('INVALID_INPUT');
    expect(refused.errors[0]?.message).toMatch(/\d+ positions still refer to it/);
    expect(refused.errors[0]?.message).toMatch(/\d+ risks still refer to it/);
    expect(await rows()).toEqual(before);
  });

  it('is added in bulk, each with its own result', async () => {
    const { data, errors } = await registry.as(admin)(
      'mutation ($input: AddUnitsInput!) { addUnits(input: $input) { doneCount failedCount results { error { code fields { field } } } } }',
      {
        input: {
          errorPolicy: 'REJECT_FAILED',
          items: [
            { code: 'BULK-1', nameTh: 'หนึ่ง' },
            { code: 'BULK-1', nameTh: 'ซ้ำ' },
          ],
        },
      },
    );
    expect(errors).toEqual([]);
    expect(data.addUnits).toMatchObject({ doneCount: 1, failedCount: 1 });
    expect(data.addUnits.results[1].error).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'code' }] });
  });

  it('of another agency is not found, as a unit, a parent or the unit of a position', async () => {
    const foreign = await unit('ADM', 'sample-2-agency-admin', 'SAMPLE-2');
    const own = await unit('ADM');
    const before = await rows();
    for (const [answer, field] of [
      [await ask('editUnit', { ...unitAt(foreign), nameTh: 'ยึด' }), 'unitId'],
      [await ask('removeUnit', unitAt(foreign)), 'unitId'],
      [await ask('editUnit', { ...unitAt(own), parentId: foreign.id }), 'parentId'],
      [await ask('addUnit', { code: 'X', nameTh: 'x', parentId: foreign.id }), 'parentId'],
      [await ask('addPosition', { code: 'X', titleTh: 'x', unitId: foreign.id }), 'unitId'],
    ] as const)
      expect(refusalOf(answer)).toEqual(['NOT_FOUND', field]);
    expect(await rows()).toEqual(before);
  });
});

describe('a position', () => {
  it('is added, edited and removed', async () => {
    const [reg, rev] = [await unit('REG'), await unit('REV')];
    const added = await ask('addPosition', { code: 'CLERK', titleTh: 'เจ้าพนักงานธุรการ', unitId: reg.id });
    expect(added.data.addPosition.position).toMatchObject({ isHead: false, unit: { code: 'REG' }, version: 1 });
    const edited = await ask('editPosition', {
      ...positionAt(added.data.addPosition.position),
      unitId: rev.id,
      titleEn: 'Clerk',
    });
    expect(edited.data.editPosition.position).toMatchObject({ titleEn: 'Clerk', unit: { code: 'REV' }, version: 2 });
    const removed = await ask('removePosition', positionAt(edited.data.editPosition.position));
    expect(removed.data.removePosition.agency.code).toBe('SAMPLE-1');
  });

  it('heads the agency alone, and names every wrong field at once', async () => {
    const before = await rows();
    const refused = await ask('addPosition', { code: 'DIR', titleTh: '', isHead: true });
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'titleTh', 'code', 'isHead']);
    const edit = await ask('editPosition', { ...positionAt(await position('ASST-1')), isHead: true });
    expect(refusalOf(edit)).toEqual(['INVALID_INPUT', 'isHead']);
    expect(await rows()).toEqual(before);
  });

  it('is kept while something refers to it, and the refusal says what', async () => {
    const before = await rows();
    const refused = await ask('removePosition', positionAt(await position('DIR')));
    expect(refusalOf(refused)[0]).toBe('INVALID_INPUT');
    expect(refused.errors[0]?.message).toMatch(
      /statutory powers still refer.*delegation orders that it signed.*delegated powers/s,
    );
    expect(await rows()).toEqual(before);
  });

  it('is refused with a stale version', async () => {
    const assistant = await position('ASST-1');
    expect(
      refusalOf(await ask('editPosition', { ...positionAt(assistant), expectedVersion: 99, titleTh: 'ก' }))[0],
    ).toBe('CONFLICT');
  });
});

describe('a statutory power', () => {
  const declaration = async () => ({
    positionId: (await position('DIR')).id,
    verb: 'APPROVE',
    processArea: 'PROCUREMENT',
    ceilingAmount: '๕๐๐๐๐๐.๐๐',
    basisTh: 'พ.ร.บ.การจัดซื้อจัดจ้าง พ.ศ. ๒๕๖๐',
    validFrom: '2020-01-01',
  });

  it('is declared with its legal basis, and ended', async () => {
    const declared = await ask('declareStatutoryPower', await declaration());
    expect(declared.errors).toEqual([]);
    const power = declared.data.declareStatutoryPower.statutoryPower;
    expect(power).toMatchObject({ ceilingAmount: '500000.00', validTo: null, version: 1 });
    const at = { powerId: power.id, expectedVersion: power.version };
    const early = await ask('endStatutoryPower', { ...at, validTo: '2019-12-31' });
    expect(refusalOf(early)).toEqual(['INVALID_INPUT', 'validTo']);
    const ended = await ask('endStatutoryPower', { ...at, validTo: '2020-12-31' });
    expect(ended.data.endStatutoryPower.statutoryPower).toMatchObject({ validTo: '2020-12-31', version: 2 });
    expect(refusalOf(await ask('endStatutoryPower', { ...at, validTo: '2199-10-31' }))[0]).toBe('ILLEGAL_TRANSITION');
  });

  it('names every wrong field at once, and writes nothing', async () => {
    const before = await rows();
    const refused = await ask('declareStatutoryPower', {
      ...(await declaration()),
      ceilingAmount: '-1',
      basisTh: '',
      validTo: '2019-12-31',
    });
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'ceilingAmount', 'basisTh', 'validTo']);
    expect(await rows()).toEqual(before);
  });

  it('of another agency is not found', async () => {
    const [power] = (await position('DIR')).statutoryPowers;
    const foreign = await ask(
      'endStatutoryPower',
      { powerId: power?.id, expectedVersion: 1, validTo: '2199-01-01' },
      'sample-2-agency-admin',
    );
    const declared = await ask('declareStatutoryPower', await declaration(), 'sample-2-agency-admin');
    expect([refusalOf(foreign)[0], refusalOf(declared)[0]]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });
});
