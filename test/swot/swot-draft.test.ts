import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/core/global-id.logic.ts';
import { asSuperuser } from '../kit/database-copy.ts';
import { type Answer, nodes, type Registry, startRegistry } from '../kit/registry.ts';

const absent = '00000000-0000-7000-8000-00000000dead';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

type Item = { id: string; quadrant: string; rank: number; textTh: string; version: number };
type Analysis = { id: string; version: number; fiscalYear: number; status: string; items: Item[] };

const analysisFields =
  'id version fiscalYear status origin items { id quadrant factor rank textTh textEn version risks { id } }';
const itemFields = 'id quadrant factor rank textTh textEn version risks { code } projects { sequenceNo }';
const payloadOf = (name: string): string => {
  if (name.startsWith('discard')) return 'agency { code }';
  return /^(add|edit|link)SwotItem$/.test(name) ? `swotItem { ${itemFields} }` : `swotAnalysis { ${analysisFields} }`;
};
const ask = (name: string, input: object, persona = 'sample-1-editor'): Promise<Answer> =>
  registry.as(persona)(
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${payloadOf(name)} } }`,
    { input },
  );
const code = ({ errors }: Answer) => errors[0]?.extensions.code;
const fields = ({ errors }: Answer) => errors[0]?.extensions.fields?.map(({ field }: { field: string }) => field);

const draft = async (fiscalYear: number): Promise<Analysis> =>
  (await ask('draftSwotAnalysis', { fiscalYear })).data.draftSwotAnalysis.swotAnalysis;
const add = async ({ id }: Analysis, more: object = {}): Promise<Item> =>
  (await ask('addSwotItem', { analysisId: id, quadrant: 'THREAT', factor: 'LEGAL', textTh: 'กฎหมายใหม่', ...more })).data
    .addSwotItem.swotItem;
const read = async (id: string): Promise<Analysis> =>
  (
    await registry.as('sample-1-viewer')(
      `query ($id: ID!) { node(id: $id) { ... on SwotAnalysis { ${analysisFields} } } }`,
      { id },
    )
  ).data.node;
const ofSample = async (agency: string, persona: string): Promise<Analysis> =>
  nodes(
    (
      await registry.as(persona)(
        `{ swotAnalyses(first: 1, where: {agency: {code: {eq: "${agency}"}}, fiscalYear: {eq: 2568}}) { edges { node { ${analysisFields} } } } }`,
      )
    ).data.swotAnalyses,
  )[0];
const order = ({ items }: Analysis, quadrant = 'THREAT') =>
  items.filter((item) => item.quadrant === quadrant).map(({ rank, textTh }) => `${rank} ${textTh}`);
const itemAt = ({ id, version }: Item) => ({ itemId: id, expectedVersion: version });
const audits = async () =>
  (
    await asSuperuser<{ count: number }>(registry.database.superuser, 'SELECT count(*)::int AS count FROM "AuditEntry"')
  )[0]?.count;

describe('a draft', () => {
  it('is one for each fiscal year, also when several begin it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('draftSwotAnalysis', { fiscalYear: 2570 })));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const refused = answers.filter(({ errors }) => errors.length > 0);
    expect(refused.map((each) => [code(each), fields(each)])).toEqual(Array(4).fill(['INVALID_INPUT', ['fiscalYear']]));
    expect(code(await ask('draftSwotAnalysis', { fiscalYear: 2570 }))).toBe('INVALID_INPUT');
    expect((await ask('draftSwotAnalysis', { fiscalYear: '๒๕๗๐' }, 'sample-2-editor')).errors).toEqual([]);
  });

  it('is discarded with its items while it was never submitted', async () => {
    const made = await draft(2571);
    await add(made);
    expect(code(await ask('discardSwotAnalysis', { id: made.id, expectedVersion: 9 }))).toBe('CONFLICT');
    const foreign = await ask('discardSwotAnalysis', { id: made.id, expectedVersion: 1 }, 'sample-2-editor');
    expect([code(foreign), fields(foreign)]).toEqual(['NOT_FOUND', ['id']]);
    // The item that was added since is a part of what would be thrown away.
    expect(code(await ask('discardSwotAnalysis', { id: made.id, expectedVersion: made.version }))).toBe('CONFLICT');
    const seen = (await read(made.id)).version;
    const discarded = await ask('discardSwotAnalysis', { id: made.id, expectedVersion: seen });
    expect(discarded.data.discardSwotAnalysis.agency.code).toBe('SAMPLE-1');
    expect(await read(made.id)).toBeNull();
    const { id, version } = await ofSample('SAMPLE-1', 'sample-1-editor');
    expect(code(await ask('discardSwotAnalysis', { id, expectedVersion: version }))).toBe('ILLEGAL_TRANSITION');
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
      [{ id: source.id, fiscalYear: 2572 }, 'sample-1-editor', ['INVALID_INPUT', ['fiscalYear']]],
      [{ id: source.id, fiscalYear: 2573 }, 'sample-2-editor', ['NOT_FOUND', ['id']]],
    ] as const) {
      const refused = await ask('copySwotAnalysis', input, persona);
      expect([code(refused), fields(refused)]).toEqual(refusal);
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
    expect(code(await ask('editSwotItem', { ...itemAt(second), textTh: 'เก่า' }))).toBe('CONFLICT');
    const removed = await ask('removeSwotItem', itemAt(first));
    expect(order(removed.data.removeSwotItem.swotAnalysis)).toEqual(['1 สาม']);
    expect(code(await ask('removeSwotItem', itemAt(first)))).toBe('NOT_FOUND');
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
    expect([code(added), fields(added)]).toEqual(['INVALID_INPUT', ['factor', 'textTh', 'textEn']]);
    const external = await ask('addSwotItem', {
      analysisId: made.id,
      quadrant: 'OPPORTUNITY',
      factor: 'STAFF',
      textTh: 'ก',
    });
    expect([code(external), fields(external)]).toEqual(['INVALID_INPUT', ['factor']]);
    const edited = await ask('editSwotItem', { ...itemAt(item), quadrant: 'STRENGTH', textTh: null });
    expect([code(edited), fields(edited)]).toEqual(['INVALID_INPUT', ['factor', 'textTh']]);
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
      expect([name, code(await ask(name, each))]).toEqual([name, 'ILLEGAL_TRANSITION']);
      expect([name, code(await ask(name, each, 'sample-2-editor'))]).toEqual([name, 'NOT_FOUND']);
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

describe('the order of a quadrant', () => {
  it('is given whole, by the version of the analysis that was seen', async () => {
    const made = await draft(2579);
    const [a, b, c] = [
      await add(made, { textTh: 'ก' }),
      await add(made, { textTh: 'ข' }),
      await add(made, { textTh: 'ค' }),
    ];
    const other = await add(made, { quadrant: 'WEAKNESS', factor: 'SYSTEM' });
    const reorder = (itemIds: string[], expectedVersion = made.version) =>
      ask('reorderSwotItems', { analysisId: made.id, expectedVersion, quadrant: 'THREAT', itemIds });
    for (const [ids, refusal] of [
      [
        [a.id, b.id],
        ['INVALID_INPUT', ['itemIds']],
      ],
      [
        [a.id, b.id, b.id],
        ['INVALID_INPUT', ['itemIds', 'itemIds']],
      ],
      [
        [a.id, b.id, c.id, other.id],
        ['NOT_FOUND', ['itemIds[3]']],
      ],
    ] as const) {
      const refused = await reorder([...ids]);
      expect([code(refused), fields(refused)]).toEqual(refusal);
    }
    const answers = await Promise.all([reorder([c.id, a.id, b.id]), reorder([c.id, a.id, b.id])]);
    expect(answers.map(code).sort()).toEqual(['CONFLICT', undefined]);
    const after = await read(made.id);
    expect(order(after)).toEqual(['1 ค', '2 ก', '3 ข']);
    expect(after.version).toBeGreaterThan(made.version);
    expect(after.items.map(({ version }) => version)).toEqual([1, 1, 1, 1]);
  });
});

describe('the links of an item', () => {
  it('are given as whole lists, in an approved analysis too, to risks and projects of the agency alone', async () => {
    const { items } = await ofSample('SAMPLE-1', 'sample-1-editor');
    const [item] = items;
    if (!item) throw new Error('The sample has items.');
    const own = await registry.as('sample-1-editor')(
      '{ risks(first: 2) { edges { node { id code } } } projects(first: 2) { edges { node { id sequenceNo } } } }',
    );
    const foreign = await registry.as('sample-2-editor')(
      '{ risks(first: 1) { edges { node { id } } } projects(first: 1) { edges { node { id } } } }',
    );
    const [risks, projects] = [nodes(own.data.risks), nodes(own.data.projects)];
    const idsOf = (each: { id: string }[]) => each.map(({ id }) => id);

    const linked = await ask('linkSwotItem', { ...itemAt(item), riskIds: idsOf(risks), projectIds: idsOf(projects) });
    expect(linked.errors).toEqual([]);
    expect(linked.data.linkSwotItem.swotItem.risks).toHaveLength(2);
    expect(linked.data.linkSwotItem.swotItem.projects).toHaveLength(2);
    expect(code(await ask('linkSwotItem', { ...itemAt(item), riskIds: [] }))).toBe('CONFLICT');

    const now = linked.data.linkSwotItem.swotItem;
    const fewer = await ask('linkSwotItem', { ...itemAt(now), riskIds: [risks[1].id] });
    expect(fewer.data.linkSwotItem.swotItem).toMatchObject({
      risks: [{ code: risks[1].code }],
      version: now.version + 1,
    });
    expect(fewer.data.linkSwotItem.swotItem.projects).toHaveLength(2);

    const before = await audits();
    const again = itemAt(fewer.data.linkSwotItem.swotItem);
    for (const [more, refusal] of [
      [{ riskIds: [risks[0].id, nodes(foreign.data.risks)[0].id] }, ['NOT_FOUND', ['riskIds[1]']]],
      [{ projectIds: [nodes(foreign.data.projects)[0].id] }, ['NOT_FOUND', ['projectIds[0]']]],
      [
        { riskIds: [nodes(foreign.data.risks)[0].id, risks[0].id, encodeGlobalId('Risk', absent)] },
        ['NOT_FOUND', ['riskIds[0]', 'riskIds[2]']],
      ],
      [
        { riskIds: [risks[0].id, risks[0].id], projectIds: [projects[0].id, projects[0].id] },
        ['INVALID_INPUT', ['riskIds', 'projectIds']],
      ],
    ] as const) {
      const refused = await ask('linkSwotItem', { ...again, ...more });
      expect([code(refused), fields(refused)]).toEqual(refusal);
    }
    expect(await audits()).toBe(before);
    const none = await ask('linkSwotItem', { ...again, riskIds: null, projectIds: [] });
    expect(none.data.linkSwotItem.swotItem).toMatchObject({ risks: [], projects: [] });
  });

  it('wait while the centre examines the analysis', async () => {
    const { items } = await ofSample('SAMPLE-2', 'sample-2-editor');
    const [item] = items;
    if (!item) throw new Error('The sample has items.');
    expect(code(await ask('linkSwotItem', { ...itemAt(item), riskIds: [] }, 'sample-2-editor'))).toBe(
      'ILLEGAL_TRANSITION',
    );
  });
});
