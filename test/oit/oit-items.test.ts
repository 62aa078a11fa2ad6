import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { dayFromToday } from '../kit/today.ts';
import { type Calendar, entryOf, idIn, itemsOf, roundOf } from './oit-kit.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const shown =
  'oitItem { id state answer address publishedOn isPublished isUpToDate coversYear version publicItem { titleTh } reviewResult }';
const now: Calendar = { OIT_ANSWERS: [-10, 10], OIT_REVIEW: [-5, 20], OIT_APPEAL: [-1, 30] };
const daysFrom = dayFromToday;

describe('the items of the OIT', () => {
  it('are there for every agency of a round, answered by what it has published, and unanswered where it has nothing', async () => {
    const viewer = registry.person('sample-1-viewer');
    const { data } = await viewer.ask(
      '{ oitItems(first: 20, where: { fiscalYear: { eq: 2569 } }) { totalCount edges { node { answer state isUpToDate address checklistItem { code topic { answeredBy } } edition { kind } declaration { kind } publicItem { topic } } } } }',
    );
    const byCode = Object.fromEntries(data.oitItems.edges.map(({ node }: any) => [node.checklistItem.code, node]));
    expect(data.oitItems.totalCount).toBe(9);
    expect(byCode.S5).toMatchObject({ answer: 'RECORD', isUpToDate: true, publicItem: { topic: 'TRANSPARENCY' } });
    expect(byCode.S9).toMatchObject({ answer: 'RECORD', isUpToDate: true, declaration: { kind: 'NO_GIFT_POLICY' } });
    expect(byCode.S7).toMatchObject({ answer: 'RECORD', isUpToDate: false, edition: { kind: 'RISK_REGISTER' } });
    expect(byCode.S4).toMatchObject({ answer: 'LINK', state: 'PASSED', publicItem: null });
    expect(byCode.S2).toMatchObject({ answer: 'NONE', state: 'UNANSWERED', address: null });
  });

  it('are none of agencies that an invented round does not concern, and all of those that a real one does', async () => {
    await roundOf(registry, 2570, now, { isSample: false });
    const concerned = await registry.rows(
      `SELECT a.kind = 'SAMPLE' AS sample, i."fiscalYear" AS year, count(DISTINCT a.id)::int AS agencies FROM "OitItem" i JOIN "Agency" a ON a.id = i."agencyId" GROUP BY 1, 2 ORDER BY 1`,
    );
    const [agencies] = await registry.rows(`SELECT count(*)::int AS count FROM "Agency" WHERE kind <> 'SAMPLE'`);
    expect(concerned).toEqual([
      { sample: false, year: 2570, agencies: agencies?.count },
      { sample: true, year: 2569, agencies: 6 },
    ]);
  });

  it('are answered without an act when something is published under their topic, and open again when that is withdrawn for correction', async () => {
    await roundOf(registry, 2570, now);
    const [editor, approver] = [registry.person('sample-1-editor'), registry.person('sample-1-approver')];
    const [item] = await itemsOf(registry, 'SAMPLE-1', 2570, 'O1');
    expect(item.answer).toBe('NONE');
    const oitTopicId = await idIn(registry, 'OitTopic', `SELECT id FROM "OitTopic" WHERE code = 'CONTACT'`);
    const { publicItem: draft } = await editor.does(
      'addPublicItem',
      { topic: 'BASIC_INFORMATION', titleTh: 'ช่องทางติดต่อ', currentOn: daysFrom(-1), oitTopicId },
      'publicItem { id version oitTopic { code } }',
    );
    expect(draft.oitTopic.code).toBe('CONTACT');
    const version = 'publicItem { version }';
    const at = (expectedVersion: number) => ({ entryId: draft.id, expectedVersion });
    const publication = { publishedOn: daysFrom(0), channels: ['WEBSITE'], address: 'https://example.go.th/contact' };
    await approver.does('recordPublicItem', at(1), version);
    await approver.does('publishPublicItem', { ...at(2), ...publication }, version);
    const [answered] = await itemsOf(registry, 'SAMPLE-1', 2570, 'O1');
    expect(answered).toMatchObject({
      answer: 'RECORD',
      address: publication.address,
      isUpToDate: true,
      state: 'ANSWERED',
    });
    await approver.does('correctPublicItem', { ...at(3), reason: 'แก้เบอร์' }, version);
    expect((await itemsOf(registry, 'SAMPLE-1', 2570, 'O1'))[0].answer).toBe('RECORD');
    await approver.does('recordPublicItem', at(4), version);
    expect((await itemsOf(registry, 'SAMPLE-1', 2570, 'O1'))[0].answer).toBe('NONE');
  });
});

describe('an answer', () => {
  it('is given by an officer within the days of the round, replaced, and withdrawn', async () => {
    await roundOf(registry, 2570, now);
    const editor = registry.person('sample-2-editor');
    const [item] = await itemsOf(registry, 'SAMPLE-2', 2570, 'O2');
    const page = { address: 'https://example.go.th/hr', publishedOn: daysFrom(-30) };
    const at = (expectedVersion: number) => ({ oitItemId: item.id, expectedVersion });
    const { oitItem: linked } = await editor.does('answerOitItem', { ...at(item.version), ...page }, shown);
    expect(linked).toMatchObject({ answer: 'LINK', state: 'ANSWERED', isUpToDate: true, ...page });
    const publicItemId = await entryOf(registry, 'PublicItem', 'SAMPLE-2', 'PUBLISHED');
    const { oitItem: chosen } = await editor.does('answerOitItem', { ...at(linked.version), publicItemId }, shown);
    expect(chosen).toMatchObject({ answer: 'CHOSEN', isPublished: true, publicItem: { titleTh: expect.any(String) } });
    const { oitItem: withdrawn } = await editor.does('withdrawOitAnswer', at(chosen.version), shown);
    expect(withdrawn).toMatchObject({ answer: 'NONE', state: 'UNANSWERED', address: null });
    expect(await editor.isRefused('withdrawOitAnswer', at(withdrawn.version))).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('is refused with everything that is wrong with it', async () => {
    const editor = registry.person('sample-2-editor');
    await roundOf(registry, 2570, { ...now, OIT_ANSWERS: [5, 10] });
    const [item] = await itemsOf(registry, 'SAMPLE-2', 2570, 'O2');
    const at = { oitItemId: item.id, expectedVersion: item.version };
    const { errors } = await editor.tries('answerOitItem', { ...at, address: 'ftp://example' });
    expect((errors[0]?.extensions.fields ?? []).map(({ field, code }: any) => `${field} ${code}`)).toEqual([
      'address NOT_A_PAGE',
      'publishedOn DAY_OF_THE_PAGE',
      'oitItemId OUTSIDE_OIT_ANSWERS',
    ]);
    expect(errors[0]?.message).toContain(`from ${daysFrom(5)} to ${daysFrom(10)}`);
    await roundOf(registry, 2570, { OIT_REVIEW: [0, 1] });
    const page = { address: 'https://example.go.th/hr', publishedOn: daysFrom(-30) };
    expect(await editor.isRefused('answerOitItem', { ...at, ...page })).toEqual(['INVALID_INPUT', 'oitItemId']);
    await roundOf(registry, 2570, now);
    expect(await editor.isRefused('answerOitItem', at)).toEqual(['INVALID_INPUT', 'oitItemId']);
    const publicItemId = await entryOf(registry, 'PublicItem', 'SAMPLE-1', 'PUBLISHED');
    expect(await editor.isRefused('answerOitItem', { ...at, publicItemId })).toEqual(['NOT_FOUND', 'publicItemId']);
    const [ofFirst] = await itemsOf(registry, 'SAMPLE-1', 2570, 'O2');
    const declarationId = await entryOf(registry, 'Declaration', 'SAMPLE-1', 'RECORDED');
    const first = registry.person('sample-1-editor');
    const unpublished = { oitItemId: ofFirst.id, expectedVersion: ofFirst.version, declarationId };
    expect(await first.isRefused('answerOitItem', unpublished)).toEqual(['INVALID_INPUT', 'declarationId']);
    expect(await first.isRefused('answerOitItem', { ...at, ...page })).toEqual(['NOT_FOUND', 'oitItemId']);
  });
});
