import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementOf } from '../kit/announcement.ts';
import { refusalOf } from '../kit/person.ts';
import { type Answer, nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

type At = { id: string; version: number; status: string };

const analysisOf = async (
  persona: string,
  agency: string,
): Promise<At & { items: { id: string }[]; missing: unknown[] }> =>
  nodes(
    (
      await registry.as(persona)(
        `{ swotAnalyses(first: 1, where: {agency: {code: {eq: "${agency}"}}, fiscalYear: {eq: 2568}}) { edges { node { id version status openActs missing { code } items { id quadrant rank } } } } }`,
      )
    ).data.swotAnalyses,
  )[0];

const step = (persona: string, name: string, input: Record<string, unknown>): Promise<Answer> =>
  registry.person(persona).tries(name, input, 'swotAnalysis { id status version openActs }');
const at = ({ id, version }: At) => ({ id, expectedVersion: version });

describe('the life of an analysis', () => {
  it('is returned with a comment on an item, revised, submitted, approved, published, amended and closed', async () => {
    const submitted = await analysisOf('centre', 'SAMPLE-2');
    const [item] = submitted.items;
    expect(submitted).toMatchObject({ status: 'SUBMITTED', openActs: ['RETURN', 'APPROVE'], missing: [] });
    const returned = await step('centre', 'returnSwotAnalysis', {
      ...at(submitted),
      comment: 'ขอให้ทบทวนจุดแข็ง',
      items: [{ itemId: item?.id, field: 'textTh', text: 'ยังไม่มีหลักฐาน' }],
    });
    expect(returned.errors).toEqual([]);
    const { data } = await registry.as('sample-2-editor')(
      'query ($id: ID!) { node(id: $id) { ... on SwotAnalysis { statusChanges { act reviewComments { field text swotItem { id } } } openActs } } }',
      { id: submitted.id },
    );
    expect(data.node.openActs).toEqual(['REVISE']);
    expect(data.node.statusChanges[0]).toEqual({
      act: 'RETURN',
      reviewComments: [{ field: 'textTh', text: 'ยังไม่มีหลักฐาน', swotItem: { id: item?.id } }],
    });

    const announcement = await announcementOf(registry.as('sample-2-approver'));
    let now: At = returned.data.returnSwotAnalysis.swotAnalysis;
    for (const [persona, name, status, more] of [
      ['sample-2-editor', 'reviseSwotAnalysis', 'DRAFT', {}],
      ['sample-2-approver', 'submitSwotAnalysis', 'SUBMITTED', {}],
      ['centre', 'approveSwotAnalysis', 'APPROVED', {}],
      ['sample-2-approver', 'publishSwotAnalysis', 'PUBLISHED', { announcement }],
      ['sample-2-approver', 'amendSwotAnalysis', 'AMENDING', { reason: 'ปรับตามสถานการณ์' }],
    ] as const) {
      const answer = await step(persona, name, { ...at(now), ...more });
      expect(answer.errors).toEqual([]);
      now = answer.data[name].swotAnalysis;
      expect(now.status).toBe(status);
    }

    const edit = await registry.as('sample-2-editor')(
      'mutation ($input: EditSwotItemInput!) { editSwotItem(input: $input) { swotItem { textTh } } }',
      { input: { itemId: item?.id, expectedVersion: 1, textTh: 'จุดแข็งที่มีหลักฐาน' } },
    );
    expect(edit.errors).toEqual([]);
    const seen = await registry.as('sample-2-editor')(
      'query ($id: ID!) { node(id: $id) { ... on SwotAnalysis { editions(first: 5) { nodes: edges { node { number kind titleTh } } } changes(sinceEdition: 1) { kind field after } none: changes(sinceEdition: 9) { kind } } } }',
      { id: submitted.id },
    );
    expect(seen.errors).toEqual([]);
    expect(seen.data.node.editions.nodes).toMatchObject([{ node: { number: 1, kind: 'SWOT_ANALYSIS' } }]);
    expect(seen.data.node.changes).toEqual([{ kind: 'CHANGED', field: 'textTh', after: 'จุดแข็งที่มีหลักฐาน' }]);
    expect(seen.data.node.none).toBeNull();

    const discarded = await registry.as('sample-2-editor')(
      'mutation ($input: DiscardSwotAnalysisInput!) { discardSwotAnalysis(input: $input) { agency { code } } }',
      { input: at(now) },
    );
    expect([refusalOf(discarded)[0], discarded.errors[0]?.message]).toEqual([
      'ILLEGAL_TRANSITION',
      expect.stringContaining('history'),
    ]);
  });

  it('goes only where the table leads, by the version that was seen', async () => {
    const approved = await analysisOf('sample-1-approver', 'SAMPLE-1');
    const refused = await step('sample-1-approver', 'submitSwotAnalysis', at(approved));
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'ILLEGAL_TRANSITION', status: 'APPROVED' });
    expect(
      refusalOf(await step('sample-1-approver', 'publishSwotAnalysis', { ...at(approved), expectedVersion: 99 }))[0],
    ).toBe('CONFLICT');
    const foreign = await step('sample-2-approver', 'publishSwotAnalysis', at(approved));
    expect(refusalOf(foreign)[0]).toBe('NOT_FOUND');
  });

  it('does not begin before every quadrant says something', async () => {
    const draft = (
      await registry.as('sample-1-editor')(
        'mutation { draftSwotAnalysis(input: {fiscalYear: 2575}) { swotAnalysis { id version status missing { code field nodeId messageTh } } } }',
      )
    ).data.draftSwotAnalysis.swotAnalysis;
    expect(draft.missing).toHaveLength(4);
    for (const problem of draft.missing)
      expect(problem).toMatchObject({ code: 'QUADRANT_WITHOUT_ITEMS', field: 'items', nodeId: null });
    const refused = await step('sample-1-approver', 'submitSwotAnalysis', at(draft));
    expect(refusalOf(refused)[0]).toBe('INVALID_INPUT');
    expect(refused.errors[0]?.extensions.fields).toHaveLength(4);
  });
});
