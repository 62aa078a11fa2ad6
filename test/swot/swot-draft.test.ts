import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { type Analysis, analysesOf, itemAt, order } from './analyses.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const { add, ask, audits, draft, ofSample, read } = analysesOf(() => registry);

describe('a draft', () => {
  it('is one for each fiscal year, also when several begin it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('draftSwotAnalysis', { fiscalYear: 2570 })));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const refused = answers.filter(({ errors }) => errors.length > 0);
    expect(refused.map((each) => refusalOf(each))).toEqual(Array(4).fill(['INVALID_INPUT', 'fiscalYear']));
    expect(refusalOf(await ask('draftSwotAnalysis', { fiscalYear: 2570 }))[0]).toBe('INVALID_INPUT');
    expect((await ask('draftSwotAnalysis', { fiscalYear: '๒๕๗๐' }, 'sample-2-editor')).errors).toEqual([]);
  });

  it('is discarded with its items while it was never submitted', async () => {
    const made = await draft(2571);
    await add(made);
    expect(refusalOf(await ask('discardSwotAnalysis', { id: made.id, expectedVersion: 9 }))[0]).toBe('CONFLICT');
    const foreign = await ask('discardSwotAnalysis', { id: made.id, expectedVersion: 1 }, 'sample-2-editor');
    expect(refusalOf(foreign)).toEqual(['NOT_FOUND', 'id']);
    // The item that was added since is a part of what would be thrown away.
    expect(refusalOf(await ask('discardSwotAnalysis', { id: made.id, expectedVersion: made.version }))[0]).toBe(
      'CONFLICT',
    );
    const seen = (await read(made.id)).version;
    const discarded = await ask('discardSwotAnalysis', { id: made.id, expectedVersion: seen });
    expect(discarded.data.discardSwotAnalysis.agency.code).toBe('SAMPLE-1');
    expect(await read(made.id)).toBeNull();
    const { id, version } = await ofSample('SAMPLE-1', 'sample-1-editor');
    expect(refusalOf(await ask('discardSwotAnalysis', { id, expectedVersion: version }))[0]).toBe('ILLEGAL_TRANSITION');
  });

  it('is copied from another year without its links', async () => {
    const source = await ofSample('SAMPLE-1', 'sample-1-editor');
    const copied = await ask('copySwotAnalysis', { id: source.id, fiscalYear: 2572 });
    expect(copied.errors).toEqual([]);
    const copy = copied.data.copySwotAnalysis.swotAnalysis;
    const bare = (analysis: Analysis) =>
      analysis.items.map(({ quadrant, rank, textTh }) => `${quadrant} ${rank} ${textTh}`);
    expect(bare(copy)).toEqual(bare(source));
    expect(copy).toMatchObject({ status: 'DRAFT', fiscalYear: 2572, origin: 'USER', version: 1 });
    expect(copy.items.flatMap(({ risks }: { risks: unknown[] }) => risks)).toEqual([]);
    for (const [input, persona, refusal] of [
      [{ id: source.id, fiscalYear: 2572 }, 'sample-1-editor', ['INVALID_INPUT', 'fiscalYear']],
      [{ id: source.id, fiscalYear: 2573 }, 'sample-2-editor', ['NOT_FOUND', 'id']],
    ] as const) {
      const refused = await ask('copySwotAnalysis', input, persona);
      expect(refusalOf(refused)).toEqual(refusal);
    }
  });
});

describe('an item', () => {
  it('comes last in its quadrant, is edited, moved, and leaves no gap', async () => {
    const made = await draft(2576);
    const [first, second] = [await add(made, { textTh: ' หนึ่ง ' }), await add(made, { textTh: 'สอง' })];
    await add(made, { textTh: 'สาม' });
    expect([first.rank, first.textTh, second.rank]).toEqual([1, 'หนึ่ง', 2]);
    const moved = await ask('editSwotItem', {
      ...itemAt(second),
      quadrant: 'WEAKNESS',
      factor: 'STAFF',
      textEn: 'Two',
    });
    expect(moved.data.editSwotItem.swotItem).toMatchObject({
      quadrant: 'WEAKNESS',
      rank: 1,
      textTh: 'สอง',
      textEn: 'Two',
      version: 2,
    });
    expect(order(await read(made.id))).toEqual(['1 หนึ่ง', '2 สาม']);
    expect(refusalOf(await ask('editSwotItem', { ...itemAt(second), textTh: 'เก่า' }))[0]).toBe('CONFLICT');
    const removed = await ask('removeSwotItem', itemAt(first));
    expect(order(removed.data.removeSwotItem.swotAnalysis)).toEqual(['1 สาม']);
    expect(refusalOf(await ask('removeSwotItem', itemAt(first)))[0]).toBe('NOT_FOUND');
  });

  it('names every wrong field at once, a factor of the wrong side too, and writes nothing', async () => {
    const made = await draft(2577);
    const item = await add(made);
    const before = await audits();
    const added = await ask('addSwotItem', {
      analysisId: made.id,
      quadrant: 'STRENGTH',
      factor: 'LEGAL',
      textTh: ' ',
      textEn: '\u0007',
    });
    expect(refusalOf(added)).toEqual(['INVALID_INPUT', 'factor', 'textTh', 'textEn']);
    const external = await ask('addSwotItem', {
      analysisId: made.id,
      quadrant: 'OPPORTUNITY',
      factor: 'STAFF',
      textTh: 'ก',
    });
    expect(refusalOf(external)).toEqual(['INVALID_INPUT', 'factor']);
    const edited = await ask('editSwotItem', { ...itemAt(item), quadrant: 'STRENGTH', textTh: null });
    expect(refusalOf(edited)).toEqual(['INVALID_INPUT', 'factor', 'textTh']);
    expect(await audits()).toBe(before);
  });

  it('is written in a draft alone, of the own agency alone', async () => {
    const approved = await ofSample('SAMPLE-1', 'sample-1-editor');
    const [item] = approved.items;
    if (!item) throw new Error('The sample has items.');
    const before = await audits();
    const input = { analysisId: approved.id, quadrant: 'THREAT', factor: 'LEGAL', textTh: 'ก' };
    for (const [name, each] of [
      ['addSwotItem', input],
      ['editSwotItem', { ...itemAt(item), textTh: 'ก' }],
      ['removeSwotItem', itemAt(item)],
      [
        'reorderSwotItems',
        { analysisId: approved.id, expectedVersion: approved.version, quadrant: 'THREAT', itemIds: [] },
      ],
    ] as const) {
      expect([name, refusalOf(await ask(name, each))[0]]).toEqual([name, 'ILLEGAL_TRANSITION']);
      expect([name, refusalOf(await ask(name, each, 'sample-2-editor'))[0]]).toEqual([name, 'NOT_FOUND']);
    }
    expect(await audits()).toBe(before);
  });

  it('is added in bulk, in the order given', async () => {
    const made = await draft(2578);
    const { data, errors } = await registry.as('sample-1-editor')(
      'mutation ($input: AddSwotItemsInput!) { addSwotItems(input: $input) { doneCount results { done { swotItem { rank } } error { fields { field } } } } }',
      {
        input: {
          errorPolicy: 'REJECT_FAILED',
          items: [
            { analysisId: made.id, quadrant: 'STRENGTH', factor: 'SKILL', textTh: 'หนึ่ง' },
            { analysisId: made.id, quadrant: 'STRENGTH', factor: 'SOCIAL', textTh: 'ผิดด้าน' },
            { analysisId: made.id, quadrant: 'STRENGTH', factor: 'STYLE', textTh: 'สอง' },
          ],
        },
      },
    );
    expect(errors).toEqual([]);
    expect(data.addSwotItems.results).toEqual([
      { done: { swotItem: { rank: 1 } }, error: null },
      { done: null, error: { fields: [{ field: 'factor' }] } },
      { done: { swotItem: { rank: 2 } }, error: null },
    ]);
  });
});
