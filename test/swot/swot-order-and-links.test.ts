import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { analysesOf, itemAt, order } from './analyses.ts';

const absent = '00000000-0000-7000-8000-00000000dead';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const { add, ask, audits, draft, ofSample, read } = analysesOf(() => registry);

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
        ['INVALID_INPUT', 'itemIds'],
      ],
      [
        [a.id, b.id, b.id],
        ['INVALID_INPUT', 'itemIds', 'itemIds'],
      ],
      [
        [a.id, b.id, c.id, other.id],
        ['NOT_FOUND', 'itemIds[3]'],
      ],
    ] as const) {
      const refused = await reorder([...ids]);
      expect(refusalOf(refused)).toEqual(refusal);
    }
    const answers = await Promise.all([reorder([c.id, a.id, b.id]), reorder([c.id, a.id, b.id])]);
    expect(answers.map((answer) => refusalOf(answer)[0]).sort()).toEqual(['CONFLICT', undefined]);
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
    expect(refusalOf(await ask('linkSwotItem', { ...itemAt(item), riskIds: [] }))[0]).toBe('CONFLICT');

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
      [{ riskIds: [risks[0].id, nodes(foreign.data.risks)[0].id] }, ['NOT_FOUND', 'riskIds[1]']],
      [{ projectIds: [nodes(foreign.data.projects)[0].id] }, ['NOT_FOUND', 'projectIds[0]']],
      [
        { riskIds: [nodes(foreign.data.risks)[0].id, risks[0].id, encodeGlobalId('Risk', absent)] },
        ['NOT_FOUND', 'riskIds[0]', 'riskIds[2]'],
      ],
      [
        { riskIds: [risks[0].id, risks[0].id], projectIds: [projects[0].id, projects[0].id] },
        ['INVALID_INPUT', 'riskIds', 'projectIds'],
      ],
    ] as const) {
      const refused = await ask('linkSwotItem', { ...again, ...more });
      expect(refusalOf(refused)).toEqual(refusal);
    }
    expect(await audits()).toBe(before);
    const none = await ask('linkSwotItem', { ...again, riskIds: null, projectIds: [] });
    expect(none.data.linkSwotItem.swotItem).toMatchObject({ risks: [], projects: [] });
  });

  it('wait while the centre examines the analysis', async () => {
    const { items } = await ofSample('SAMPLE-2', 'sample-2-editor');
    const [item] = items;
    if (!item) throw new Error('The sample has items.');
    expect(refusalOf(await ask('linkSwotItem', { ...itemAt(item), riskIds: [] }, 'sample-2-editor'))[0]).toBe(
      'ILLEGAL_TRANSITION',
    );
  });
});
