import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changes, refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { day, setStatus } from '../risk/register-kit.ts';
import { actOnLibrary, adoption, answer, draftRegister, offer } from './answering.ts';

let registry: Registry;
let registerId = '';
let foreignRegisterId = '';
beforeAll(async () => {
  registry = await startRegistry();
  registerId = await draftRegister(registry, 'sample-1-editor');
  foreignRegisterId = await draftRegister(registry, 'sample-2-editor');
});
afterAll(async () => registry.stop());

const editor = () => registry.person('sample-1-editor');

describe('adoptLibraryRisk', () => {
  it('adds the risk to a draft register, its suggested measures planned, and keeps the answer', async () => {
    const { id } = await offer(registry, 'A-1');
    const { libraryResponse } = await editor().does('adoptLibraryRisk', adoption(id, registerId), answer);
    expect(libraryResponse).toMatchObject({
      decision: 'ADOPTED',
      reasonTh: null,
      version: 1,
      agency: { code: 'SAMPLE-1' },
      libraryRisk: { code: 'A-1', myResponse: { decision: 'ADOPTED' } },
      risk: {
        code: 'A-1',
        titleTh: 'ความเสี่ยงในคลัง A-1',
        titleEn: 'From the library',
        processArea: 'PROCUREMENT',
        corruptionTypes: ['BRIBERY', 'CONFLICT_OF_INTEREST'],
        level: 'UNASSESSED',
        origin: 'USER',
        register: { fiscalYear: 2570 },
        mitigations: [
          {
            sortOrder: 1,
            measureTh: 'เปิดเผยราคากลาง',
            measureEn: 'Publish the price',
            strategy: 'TREAT',
            dueOn: day(90),
            status: 'PLANNED',
            progressPercent: 0,
          },
          { sortOrder: 2, measureTh: 'หมุนเวียนกรรมการ', measureEn: null },
        ],
      },
    });
  });

  it('takes the next code of the register where the one of the library is taken and none is given', async () => {
    const { id } = await offer(registry, 'A-20');
    const own = { registerId, code: 'A-20', titleTh: 'ความเสี่ยงของหน่วยงาน', processArea: 'PROCUREMENT' };
    await editor().does('addRisk', own);
    const { libraryResponse } = await editor().does(
      'adoptLibraryRisk',
      adoption(id, registerId),
      'libraryResponse { risk { code } }',
    );
    expect(libraryResponse.risk.code).toMatch(/^R-\d\d$/);
  });

  it('names every wrong field at once, and adds nothing', async () => {
    const { id } = await offer(registry, 'A-2');
    await editor().does('adoptLibraryRisk', adoption(id, registerId, { code: 'X-1' }), answer);
    const other = await offer(registry, 'A-3');
    const before = await changes(registry);
    const wrong = adoption(other.id, registerId, { code: 'X-1', dueOn: day(-1) });
    expect(refusalOf(await editor().tries('adoptLibraryRisk', wrong, answer))).toEqual([
      'INVALID_INPUT',
      'code',
      'dueOn',
    ]);
    expect(await changes(registry)).toBe(before);
  });

  it('finds neither a draft of the library nor a register of another agency, and no answer to what was withdrawn', async () => {
    const [hidden, offered, withdrawn] = [
      await offer(registry, 'A-4', false),
      await offer(registry, 'A-5'),
      await offer(registry, 'A-6'),
    ];
    await actOnLibrary(registry, 'centre', 'withdrawLibraryRisk', withdrawn);
    const before = await changes(registry);
    const code = async (input: Record<string, unknown>) =>
      refusalOf(await editor().tries('adoptLibraryRisk', input, answer));
    expect(await code(adoption(hidden.id, registerId))).toEqual(['NOT_FOUND', 'libraryRiskId']);
    expect(await code(adoption(offered.id, registerId, { registerId: foreignRegisterId }))).toEqual([
      'NOT_FOUND',
      'registerId',
    ]);
    expect(await code(adoption(withdrawn.id, registerId))).toEqual(['ILLEGAL_TRANSITION']);
    await setStatus(registry, 2570, 'SUBMITTED');
    expect(await code(adoption(offered.id, registerId))).toEqual(['ILLEGAL_TRANSITION']);
    await setStatus(registry, 2570, 'DRAFT');
    expect(await changes(registry)).toBe(before);
  });
});

describe('adaptLibraryRisk', () => {
  it('lets a risk that the agency has stand for it, or a new one under its own title', async () => {
    const [first, second] = [await offer(registry, 'B-1'), await offer(registry, 'B-2')];
    const { risk } = await editor().does(
      'addRisk',
      { registerId, titleTh: 'ความเสี่ยงของเราเอง', processArea: 'PROCUREMENT' },
      'risk { id }',
    );
    const linked = await editor().does(
      'adaptLibraryRisk',
      { libraryRiskId: first.id, reasonTh: 'มีอยู่แล้ว', riskId: risk.id },
      answer,
    );
    expect(linked.libraryResponse).toMatchObject({
      decision: 'ADAPTED',
      reasonTh: 'มีอยู่แล้ว',
      risk: { id: risk.id, mitigations: [] },
    });
    const created = await editor().does(
      'adaptLibraryRisk',
      {
        libraryRiskId: second.id,
        reasonTh: 'เฉพาะการจ้างที่ปรึกษา',
        newRisk: { registerId, code: 'OWN-1', titleTh: 'การจ้างที่ปรึกษา', dueOn: day(30) },
      },
      answer,
    );
    expect(created.libraryResponse.risk).toMatchObject({
      code: 'OWN-1',
      titleTh: 'การจ้างที่ปรึกษา',
      titleEn: null,
      processArea: 'PROCUREMENT',
    });
    expect(created.libraryResponse.risk.mitigations).toHaveLength(2);
  });

  it('takes one of the two, needs its reason, and finds no risk of another agency', async () => {
    const { id: libraryRiskId } = await offer(registry, 'B-3');
    const foreign = nodes(
      (await registry.as('sample-2-viewer')('{ risks(first: 1) { edges { node { id } } } }')).data.risks,
    )[0];
    const newRisk = { registerId, titleTh: ' ', code: '', dueOn: day(-5) };
    const before = await changes(registry);
    const code = async (input: Record<string, unknown>) =>
      refusalOf(await editor().tries('adaptLibraryRisk', { libraryRiskId, reasonTh: 'เหตุผล', ...input }, answer));
    expect(await code({})).toEqual(['INVALID_INPUT', 'riskId']);
    expect(await code({ riskId: foreign.id, newRisk })).toEqual(['INVALID_INPUT', 'riskId']);
    expect(await code({ riskId: foreign.id })).toEqual(['NOT_FOUND', 'riskId']);
    expect(await code({ newRisk: { ...newRisk, registerId: foreignRegisterId } })).toEqual([
      'NOT_FOUND',
      'newRisk.registerId',
    ]);
    expect(await code({ reasonTh: ' ', newRisk })).toEqual([
      'INVALID_INPUT',
      'reasonTh',
      'newRisk.titleTh',
      'newRisk.code',
      'newRisk.dueOn',
    ]);
    expect(await changes(registry)).toBe(before);
  });
});
