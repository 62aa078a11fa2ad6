import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changes, type Person, refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { draftWithRisk, setStatus } from './register-kit.ts';

let registry: Registry;
let editor: Person;
beforeAll(async () => {
  registry = await startRegistry();
  editor = registry.person('sample-1-editor');
});
afterAll(async () => registry.stop());

const payload = 'control { id version textTh textEn effectiveness sortOrder origin } risk { id version }';
const controls = 'risk { version controls { id textTh sortOrder } }';
const add = async (riskId: string, textTh: string) =>
  (await editor.does('addControl', { riskId, textTh, effectiveness: 'FAIR' }, payload)).control;

describe('the controls of a risk', () => {
  it('are added at the end, edited and removed', async () => {
    const { risk } = await draftWithRisk(editor, 2570);
    const first = await add(risk.id, ' ระเบียบ ');
    expect(first).toMatchObject({ version: 1, textTh: 'ระเบียบ', effectiveness: 'FAIR', sortOrder: 1, origin: 'USER' });
    const second = await add(risk.id, 'กล้องวงจรปิด');
    expect(second.sortOrder).toBe(2);
    const edit = (expectedVersion: number, more: Record<string, unknown>) =>
      editor.tries('editControl', { controlId: first.id, expectedVersion, ...more }, payload);
    const edited = (await edit(1, { textEn: 'Rules', effectiveness: 'GOOD' })).data.editControl;
    expect(edited.control).toMatchObject({ version: 2, textTh: 'ระเบียบ', textEn: 'Rules', effectiveness: 'GOOD' });
    expect(edited.risk.id).toBe(risk.id);
    const before = await changes(registry);
    expect(refusalOf(await edit(2, { textTh: null, textEn: 'x'.repeat(4001), effectiveness: null }))).toEqual([
      'INVALID_INPUT',
      'textTh',
      'textEn',
      'effectiveness',
    ]);
    expect(refusalOf(await edit(1, { textTh: 'เก่า' }))).toEqual(['CONFLICT']);
    expect(await changes(registry)).toBe(before);
    const remove = (expectedVersion: number) =>
      editor.tries('removeControl', { controlId: first.id, expectedVersion }, controls);
    expect(refusalOf(await remove(1))).toEqual(['CONFLICT']);
    expect((await remove(2)).data.removeControl.risk.controls).toMatchObject([{ id: second.id }]);
    expect(refusalOf(await remove(2))).toEqual(['NOT_FOUND', 'controlId']);
  });

  it('are put in a new order as a whole', async () => {
    const { risk } = await draftWithRisk(editor, 2571);
    const ids: string[] = [];
    for (const text of ['ก', 'ข', 'ค']) ids.push((await add(risk.id, text)).id);
    const [a, b, c] = ids;
    const reorder = (expectedVersion: number, controlIds: unknown[]) =>
      editor.tries('reorderControls', { riskId: risk.id, expectedVersion, controlIds }, controls);
    const { data } = await reorder(1, [c, a, b]);
    expect(data.reorderControls.risk).toMatchObject({
      version: 2,
      controls: [
        { textTh: 'ค', sortOrder: 1 },
        { textTh: 'ก', sortOrder: 2 },
        { textTh: 'ข', sortOrder: 3 },
      ],
    });
    const { risk: other } = await draftWithRisk(editor, 2572);
    const elsewhere = (await add(other.id, 'ง')).id;
    const before = await changes(registry);
    expect(refusalOf(await reorder(1, [a, b, c]))).toEqual(['CONFLICT']);
    expect(refusalOf(await reorder(2, [a, b]))).toEqual(['INVALID_INPUT', 'controlIds']);
    expect(refusalOf(await reorder(2, [a, a, b]))[0]).toBe('INVALID_INPUT');
    expect(refusalOf(await reorder(2, [a, b, elsewhere]))).toEqual(['NOT_FOUND', 'controlIds[2]']);
    expect(await changes(registry)).toBe(before);
  });

  it('are written in a draft of the own agency alone', async () => {
    const { risk } = await draftWithRisk(editor, 2573);
    const { id: controlId } = await add(risk.id, 'ก');
    await setStatus(registry, 2573, 'SUBMITTED');
    const before = await changes(registry);
    const tries = (writer: Person) =>
      Promise.all([
        writer.tries('addControl', { riskId: risk.id, textTh: 'ข', effectiveness: 'WEAK' }, payload),
        writer.tries('editControl', { controlId, expectedVersion: 1, textTh: 'ข' }, payload),
        writer.tries('removeControl', { controlId, expectedVersion: 1 }, controls),
        writer.tries('reorderControls', { riskId: risk.id, expectedVersion: 1, controlIds: [controlId] }, controls),
      ]);
    expect((await tries(editor)).map((each) => refusalOf(each))).toEqual(Array(4).fill(['ILLEGAL_TRANSITION']));
    const theirs = await tries(registry.person('sample-2-editor'));
    expect(theirs.map((each) => refusalOf(each)[0])).toEqual(Array(4).fill('NOT_FOUND'));
    expect(await changes(registry)).toBe(before);
  });
});
