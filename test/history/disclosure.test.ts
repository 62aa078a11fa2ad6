import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

type Version = { id: string; version: number };

/** A moment between what was done before and what is done next. */
async function between(): Promise<string> {
  await sleep(3);
  const at = new Date().toISOString();
  await sleep(3);
  return at;
}

const query = `query ($id: ID!, $at: DateTime) {
  node(id: $id, asOf: $at) { id ... on SwotAnalysis { status items { textTh } } ... on SwotItem { textTh } }
}`;
const absent = encodeGlobalId('SwotAnalysis', '00000000-0000-7000-8000-00000000dead');
const seenBy = (persona: string, id: string, at?: string) => registry.as(persona)(query, { id, at });

const inputs = [
  { quadrant: 'STRENGTH', factor: 'SKILL', textTh: 'ก' },
  { quadrant: 'WEAKNESS', factor: 'STAFF', textTh: 'ข' },
  { quadrant: 'OPPORTUNITY', factor: 'LEGAL', textTh: 'ค' },
  { quadrant: 'THREAT', factor: 'POLITICAL', textTh: 'ง' },
];

/** An analysis with an item in each quadrant. */
async function anAnalysis(fiscalYear: number) {
  const editor = registry.person('sample-1-editor');
  const { swotAnalysis } = await editor.does('draftSwotAnalysis', { fiscalYear }, 'swotAnalysis { id }');
  const items: Version[] = [];
  for (const input of inputs) {
    const added = await editor.does(
      'addSwotItem',
      { analysisId: swotAnalysis.id, ...input },
      'swotItem { id version }',
    );
    items.push(added.swotItem);
  }
  return { id: String(swotAnalysis.id), items };
}

/** Takes a step with the record at the version that its agency sees. */
async function step(persona: string, act: string, id: string, more: object = {}): Promise<void> {
  const { data } = await registry.as('sample-1-editor')(
    'query ($id: ID!) { node(id: $id) { ... on SwotAnalysis { version } } }',
    { id },
  );
  await registry.person(persona).does(act, { id, expectedVersion: data.node.version, ...more });
}

describe('a reader of other agencies', () => {
  it('finds as of a moment what was disclosed then and is now, and nothing else, whichever moment is tried', async () => {
    const { id, items } = await anAnalysis(2590);
    const moments: Record<string, string> = { drafted: await between() };
    await step('sample-1-approver', 'submitSwotAnalysis', id);
    moments.submitted = await between();
    const told = async (persona: string, of = id): Promise<string[]> => {
      const found: string[] = [];
      for (const [name, at] of Object.entries(moments)) {
        const answer = await seenBy(persona, of, at);
        if (answer.data.node) found.push(name);
        else expect(answer.text).toBe((await seenBy(persona, absent, at)).text);
      }
      return found;
    };
    expect(await told('centre')).toEqual(['submitted']);
    expect(await told('centre', items[0]?.id)).toEqual(['submitted']);
    expect(await told('analyst')).toEqual([]);

    await step('centre', 'returnSwotAnalysis', id, { comment: 'โปรดแก้ไข' });
    moments.returned = await between();
    await step('sample-1-editor', 'reviseSwotAnalysis', id);
    moments.revised = await between();
    // It is a draft again: the centre may not read it now, and no moment gives it back.
    expect(await told('centre')).toEqual([]);
    expect(await told('centre', items[0]?.id)).toEqual([]);
    expect(await told('sample-1-viewer')).toEqual(['drafted', 'submitted', 'returned', 'revised']);
    expect(await told('sample-2-viewer')).toEqual([]);
    expect(await told('auditor')).toEqual([]);

    await step('sample-1-approver', 'submitSwotAnalysis', id);
    await step('centre', 'approveSwotAnalysis', id);
    moments.approved = await between();
    expect(await told('centre')).toEqual(['submitted', 'returned', 'approved']);
    expect(await told('analyst')).toEqual(['approved']);
  });

  it('finds a part that was removed since with the record that it was part of', async () => {
    const { id, items } = await anAnalysis(2591);
    const [item] = items;
    if (!item) throw new Error('There are four.');
    await step('sample-1-approver', 'submitSwotAnalysis', id);
    await step('centre', 'approveSwotAnalysis', id);
    const whole = await between();
    await step('sample-1-approver', 'amendSwotAnalysis', id, { reason: 'ปรับปรุง' });
    await registry.person('sample-1-editor').does('removeSwotItem', { itemId: item.id, expectedVersion: item.version });
    for (const persona of ['centre', 'analyst', 'sample-1-viewer']) {
      expect((await seenBy(persona, item.id)).data.node).toBeNull();
      expect((await seenBy(persona, item.id, whole)).data.node.textTh).toBe('ก');
      expect((await seenBy(persona, id, whole)).data.node.items).toHaveLength(4);
      expect((await seenBy(persona, id)).data.node.items).toHaveLength(3);
    }
    expect((await seenBy('sample-2-viewer', item.id, whole)).data.node).toBeNull();
  });
});

describe('an agency', () => {
  it('finds its record from the moment on at which it was made, and still when it was discarded', async () => {
    const before = await between();
    const { id, items } = await anAnalysis(2592);
    const during = await between();
    await registry.person('sample-1-editor').does('discardSwotAnalysis', {
      id,
      expectedVersion: (
        await registry.as('sample-1-editor')('query ($id: ID!) { node(id: $id) { ... on SwotAnalysis { version } } }', {
          id,
        })
      ).data.node.version,
    });
    expect((await seenBy('sample-1-viewer', id)).data.node).toBeNull();
    expect((await seenBy('sample-1-viewer', id, before)).data.node).toBeNull();
    expect((await seenBy('sample-1-viewer', id, during)).data.node).toMatchObject({
      status: 'DRAFT',
      items: inputs.map(({ textTh }) => ({ textTh })),
    });
    expect((await seenBy('sample-1-viewer', items[2]?.id ?? '', during)).data.node.textTh).toBe('ค');
    expect((await seenBy('centre', id, during)).data.node).toBeNull();
  });
});
