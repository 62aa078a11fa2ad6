import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const shown =
  'target { id version code scope agency { code } agencyCode sourceTh sourceDocument endedOn reached { fiscalYear } }';
const target = (code: string, more: object = {}) => ({
  code,
  measure: 'ITA',
  scope: 'AGENCY',
  titleTh: 'ได้ ITA ตั้งแต่ 90 คะแนน',
  titleEn: 'At least 90 points of the ITA',
  fiscalYearFrom: 2569,
  fiscalYearTo: 2570,
  leastPoints: '90',
  sourceTh: 'แผนปฏิบัติการของหน่วยงาน ปี 2569 (ตัวอย่าง)',
  ...more,
});
const approver = (agency = 'sample-1') => registry.person(`${agency}-approver`);
const administrator = () => registry.person('city-admin');
const codesSeenBy = async (persona: string): Promise<string[]> =>
  (await registry.as(persona)('{ targets { code } }')).data.targets.map(({ code }: any) => code);

describe('a target that is set here', () => {
  it('is an agency’s own, says what sets it, and is read by all who read records', async () => {
    const { target: own } = await approver().does('addIntegrityTarget', target('S1-OWN'), shown);
    expect(own).toMatchObject({ scope: 'AGENCY', agencyCode: 'SAMPLE-1', sourceDocument: null, endedOn: null });
    for (const persona of ['sample-2-viewer', 'centre', 'analyst'])
      expect(await codesSeenBy(persona)).toContain('S1-OWN');
    const trail = await registry.rows<{ code: string }>(
      `SELECT g.code FROM "AuditEntry" e JOIN "Agency" g ON g.id = e."agencyId" WHERE e.entity = 'IntegrityTarget' AND e.act = 'addIntegrityTarget'`,
    );
    expect(trail).toEqual([{ code: 'SAMPLE-1' }]);
  });

  it('is changed and ended, for a reason, by the agency alone whose it is', async () => {
    const { target: own } = await approver().does('addIntegrityTarget', target('S1-CHANGED'), shown);
    const edit = { targetId: own.id, expectedVersion: own.version, leastPoints: '92', reason: 'ปรับตามแผน' };
    for (const other of [approver('sample-2'), administrator()])
      expect(await other.isRefused('editIntegrityTarget', edit)).toEqual(['NOT_FOUND', 'targetId']);
    const { target: edited } = await approver().does('editIntegrityTarget', edit, shown);
    const end = { targetId: own.id, expectedVersion: edited.version, endedOn: '2026-10-01', reason: 'ยกเลิกแผน' };
    expect(await approver('sample-2').isRefused('endIntegrityTarget', end)).toEqual(['NOT_FOUND', 'targetId']);
    const { target: ended } = await approver().does('endIntegrityTarget', end, shown);
    expect(ended.endedOn).toBe('2026-10-01');
    const again = { ...end, expectedVersion: ended.version };
    expect(await approver().isRefused('endIntegrityTarget', again)).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('is the nation’s or the city’s when the administrator of the city sets it', async () => {
    const city = target('CITY-90', { scope: 'CITY', leastSharePercent: '80' });
    const { target: set } = await administrator().does('addIntegrityTarget', city, shown);
    expect(set).toMatchObject({ scope: 'CITY', agency: null, reached: [] });
    // What is reached is told of the results that the viewer may see: the administrator sees none.
    const { data } = await registry.as('centre')('{ targets { code reached { fiscalYear } } }');
    expect(data.targets.find(({ code }: any) => code === 'CITY-90').reached).toEqual([{ fiscalYear: 2566 }]);
    expect(await administrator().isRefused('addIntegrityTarget', target('CITY-OWN'))).toEqual([
      'INVALID_INPUT',
      'scope',
    ]);
    expect(await approver().isRefused('addIntegrityTarget', { ...city, code: 'S1-CITY' })).toEqual([
      'INVALID_INPUT',
      'scope',
    ]);
  });

  it('is refused with everything that is wrong with it at once', async () => {
    const wrong = target('S1-OWN-2', {
      leastPoints: '101',
      leastSharePercent: '50',
      rankAtMost: 3,
      fiscalYearTo: 2560,
      sourceTh: ' ',
    });
    expect((await approver().isRefused('addIntegrityTarget', wrong)).sort()).toEqual(
      ['INVALID_INPUT', 'fiscalYearTo', 'leastPoints', 'leastSharePercent', 'rankAtMost', 'sourceTh'].sort(),
    );
    await approver().does('addIntegrityTarget', target('S1-TWICE'));
    expect(await approver('sample-2').isRefused('addIntegrityTarget', target('S1-TWICE'))).toEqual([
      'INVALID_INPUT',
      'code',
    ]);
  });
});
