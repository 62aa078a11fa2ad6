import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
let editor: Person;
let approver: Person;
beforeAll(async () => {
  registry = await startRegistry();
  editor = registry.person('sample-1-editor');
  approver = registry.person('sample-1-approver');
});
afterAll(async () => registry.stop());

const year = { fiscalYear: 2570, indicatorNumber: 3 };
const result =
  'indicatorResult { id version number status threshold parts { number textTh } guideline { number } indicator { number nameTh } }';

describe('guidelines and results by indicator', () => {
  it('are numbered within the indicator, confirmed by an approver, and corrected for a reason', async () => {
    const { guideline } = await editor.does(
      'addGuideline',
      { ...year, textTh: 'มอบหมายงานเป็นธรรม' },
      'guideline { id version number indicator { nameTh instrumentCode } }',
    );
    expect(guideline).toMatchObject({ number: 1, indicator: { nameTh: 'การใช้อำนาจ', instrumentCode: 'IIT' } });
    const made = await editor.does(
      'addIndicatorResult',
      {
        ...year,
        textTh: 'ออกคำสั่งมอบหมายงาน',
        guidelineId: guideline.id,
        operator: 'GTE',
        threshold: '2',
        unitTh: 'ครั้งต่อปี',
        parts: [{ textTh: 'คำสั่งที่ ๑' }, { textTh: 'คำสั่งที่ ๒' }],
      },
      result,
    );
    expect(made.indicatorResult).toMatchObject({
      number: 1,
      status: 'DRAFT',
      threshold: '2.00',
      guideline: { number: 1 },
    });
    let { id, version } = made.indicatorResult;
    const edited = await editor.does(
      'editIndicatorResult',
      { resultId: id, expectedVersion: version, parts: [{ textTh: 'คำสั่งที่ ๓' }] },
      result,
    );
    expect(edited.indicatorResult.parts).toEqual([{ number: 1, textTh: 'คำสั่งที่ ๓' }]);
    ({ version } = edited.indicatorResult);
    expect((await editor.isRefused('recordGuidelineResult', { entryId: id, expectedVersion: version }))[0]).toBe(
      'FORBIDDEN',
    );
    ({ id, version } = (
      await approver.does('recordGuidelineResult', { entryId: id, expectedVersion: version }, result)
    ).indicatorResult);
    expect(
      (await editor.isRefused('editIndicatorResult', { resultId: id, expectedVersion: version, textTh: 'อื่น' }))[0],
    ).toBe('ILLEGAL_TRANSITION');
    const seen = await registry.as('centre')(
      '{ indicatorResults(first: 5, where: {fiscalYear: {eq: 2570}}) { totalCount } guidelines(first: 5, where: {fiscalYear: {eq: 2570}}) { totalCount } }',
    );
    expect([seen.data.indicatorResults.totalCount, seen.data.guidelines.totalCount]).toEqual([1, 0]);
    const opened = await approver.does(
      'correctGuidelineResult',
      { entryId: id, expectedVersion: version, reason: 'พิมพ์ผิด' },
      result,
    );
    expect(opened.indicatorResult.status).toBe('CORRECTING');
  });

  it('are refused for an indicator that the year has not, with half a threshold, and for what others own, all at once', async () => {
    expect(await editor.isRefused('addGuideline', { fiscalYear: 2570, indicatorNumber: 11, textTh: ' ' })).toEqual([
      'INVALID_INPUT',
      'textTh',
      'indicatorNumber',
    ]);
    expect(
      await editor.isRefused('addIndicatorResult', {
        ...year,
        textTh: 'x',
        operator: 'GTE',
        evidenceUrls: ['http://x'],
        listCount: 0,
      }),
    ).toEqual(['INVALID_INPUT', 'evidenceUrls[0]', 'listCount', 'threshold']);
    const { data } = await registry.as('sample-2-editor')('{ guidelines(first: 1) { edges { node { id } } } }');
    const [foreign] = nodes(data.guidelines);
    expect(await editor.isRefused('addIndicatorResult', { ...year, textTh: 'x', guidelineId: foreign.id })).toEqual([
      'NOT_FOUND',
      'guidelineId',
    ]);
  });
});
