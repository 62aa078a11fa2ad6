import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { idIn, itemsOf, roundOf } from './oit-kit.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const keeper = () => registry.person('city-admin');
const round = 'round { version items { id code topic { code } } }';

describe('a checklist of the OIT', () => {
  it('is corrected while no agency has answered the item: added to, edited and shortened, in every agency at once', async () => {
    const roundId = await roundOf(registry, 2570, { OIT_ANSWERS: [-1, 9] });
    const count = async () =>
      (await registry.rows(`SELECT count(*)::int AS count FROM "OitItem" WHERE "fiscalYear" = 2570`))[0]?.count;
    expect(await count()).toBe(12);
    const item = { code: 'O3', textTh: 'แผนการใช้จ่าย', indicatorNumber: 9, topicCode: 'BUDGET_PLAN' };
    const { round: longer } = await keeper().does(
      'addOitChecklistItem',
      { roundId, expectedVersion: 2, ...item },
      round,
    );
    expect(longer.items.map(({ code }: any) => code)).toEqual(['O1', 'O2', 'O3']);
    expect(await count()).toBe(18);
    expect((await itemsOf(registry, 'SAMPLE-1', 2570, 'O3'))[0].answer).toBe('RECORD');
    const itemId = longer.items[2].id;
    const wrong = { ...item, code: 'O1', indicatorNumber: 1 };
    expect(await keeper().isRefused('editOitChecklistItem', { itemId, expectedVersion: 3, ...wrong })).toEqual([
      'INVALID_INPUT',
      'code',
      'indicatorNumber',
    ]);
    const other = { ...item, topicCode: 'HR_REPORT' };
    await keeper().does('editOitChecklistItem', { itemId, expectedVersion: 3, ...other }, round);
    expect((await itemsOf(registry, 'SAMPLE-1', 2570, 'O3'))[0].answer).toBe('NONE');
    const [own] = await itemsOf(registry, 'SAMPLE-2', 2570, 'O3');
    const page = { address: 'https://example.go.th/1', publishedOn: '2026-01-05' };
    await registry
      .person('sample-2-editor')
      .does('answerOitItem', { oitItemId: own.id, expectedVersion: own.version, ...page });
    expect(await keeper().isRefused('editOitChecklistItem', { itemId, expectedVersion: 4, ...item })).toEqual([
      'INVALID_INPUT',
      'itemId',
    ]);
    expect(await keeper().isRefused('removeOitChecklistItem', { itemId, expectedVersion: 4 })).toEqual([
      'INVALID_INPUT',
      'itemId',
    ]);
    const { round: shorter } = await keeper().does(
      'removeOitChecklistItem',
      { itemId: longer.items[0].id, expectedVersion: 4 },
      round,
    );
    expect(shorter.items.map(({ code }: any) => code)).toEqual(['O2', 'O3']);
    expect(await count()).toBe(12);
  });

  it('asks for topics that the city administrator says are answered by what the registry keeps', async () => {
    const topicId = await idIn(registry, 'OitTopic', `SELECT id FROM "OitTopic" WHERE code = 'COMPLAINTS'`);
    const answer = async () =>
      (await itemsOf(registry, 'SAMPLE-2', 2569, 'S5')).map(({ answer, isUpToDate }: any) => [answer, isUpToDate])[0];
    expect(await answer()).toEqual(['RECORD', true]);
    const edit = { topicId, expectedVersion: 1, answeredBy: 'DECLARATION' };
    expect(await keeper().isRefused('editOitTopic', edit)).toEqual(['INVALID_INPUT', 'declarationKind']);
    await keeper().does('editOitTopic', { ...edit, declarationKind: 'WHISTLEBLOWER_PROTECTION' }, 'topic { version }');
    expect((await answer())?.[0]).toBe('NONE');
    const topic = {
      code: 'NEW',
      nameTh: 'หัวข้อใหม่',
      nameEn: 'New topic',
      sourceTh: 'ประกาศ',
      answeredBy: 'RISK_REGISTER',
    };
    const { topic: added } = await keeper().does(
      'addOitTopic',
      topic,
      'topic { code sourceDocument sourceTh sortOrder }',
    );
    expect(added).toEqual({ code: 'NEW', sourceDocument: null, sourceTh: 'ประกาศ', sortOrder: 34 });
    expect(await keeper().isRefused('addOitTopic', topic)).toEqual(['INVALID_INPUT', 'code']);
  });
});
