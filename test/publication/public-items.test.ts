import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { dayFromToday } from '../kit/today.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const shown = 'publicItem { id version status currentOn publishedOn publicationAddress }';
const item = { topic: 'BASIC_INFORMATION', titleTh: 'ข้อมูลผู้บริหาร', currentOn: '2026-11-01' };

describe('what an agency makes public', () => {
  it('is drafted, confirmed, published at a place and day, and brought up to date where it stands', async () => {
    const editor = registry.person('sample-1-editor');
    const approver = registry.person('sample-1-approver');
    const { publicItem: draft } = await editor.does('addPublicItem', item, shown);
    const renewal = { publicItemId: draft.id, expectedVersion: draft.version, currentOn: '2026-11-20' };
    expect(await editor.isRefused('renewPublicItem', renewal)).toEqual(['ILLEGAL_TRANSITION']);
    const step = { entryId: draft.id, expectedVersion: draft.version };
    const { publicItem: recorded } = await approver.does('recordPublicItem', step, shown);
    const place = { publishedOn: '2026-11-05', channels: ['WEBSITE'], address: 'ที่บอร์ด' };
    const publish = { ...step, expectedVersion: recorded.version, ...place };
    expect(await approver.isRefused('publishPublicItem', publish)).toEqual(['INVALID_INPUT', 'address']);
    const at = { ...publish, address: 'https://example.go.th/executives' };
    const { publicItem: published } = await approver.does('publishPublicItem', at, shown);
    expect(published).toMatchObject({ status: 'PUBLISHED', publicationAddress: at.address });
    const renewed = await editor.does('renewPublicItem', { ...renewal, expectedVersion: published.version }, shown);
    expect(renewed.publicItem).toMatchObject({
      status: 'PUBLISHED',
      currentOn: '2026-11-20',
      publishedOn: '2026-11-05',
    });
  });

  it('has one procurement summary of a month, about the budget', async () => {
    const editor = registry.person('sample-1-editor');
    const taken = { ...item, topic: 'BUDGET', summaryMonth: '2026-09-01' };
    expect(await editor.isRefused('addPublicItem', taken)).toEqual(['INVALID_INPUT', 'summaryMonth']);
    const wrong = { ...item, currentOn: dayFromToday(30), summaryMonth: '2026-11-02' };
    expect(await editor.isRefused('addPublicItem', wrong)).toEqual([
      'INVALID_INPUT',
      'currentOn',
      'summaryMonth',
      'topic',
    ]);
  });

  it('is missing where a month was left out: as a finding, and as a task with its day', async () => {
    const { data } = await registry.as('sample-2-editor')(
      `{ findings(first: 100, where: { code: { eq: "PROCUREMENT_SUMMARY_MISSING" } }) { edges { node { messageEn } } }
         viewer { due: tasks(first: 100, kinds: [PROCUREMENT_SUMMARY_DUE]) { dueOn } renewals: tasks(first: 1, kinds: [PUBLIC_ITEM_TO_RENEW]) { dueOn } } }`,
    );
    const missing = data.findings.edges.map(({ node }: { node: { messageEn: string } }) => node.messageEn);
    // The sample ends with October 2026: the months after it are missing as they pass.
    expect(missing.filter((text: string) => !/(November|December) 2026|202[7-9]/.test(text))).toEqual([
      'The procurement summary of August 2026 has not been published',
    ]);
    expect(data.viewer.due).toContainEqual({ dueOn: '2026-09-15' });
    expect(data.viewer.renewals).toHaveLength(1);
  });

  it('is counted by topic, and its summaries are a view of the list', async () => {
    const { data } = await registry.as('centre')(
      `{ publicItemsGrouped(groupBy: [topic], where: { summaryMonth: { eq: null } }, first: 10) { groups { keys { topic } count } }
         procurementSummaries(first: 1) { totalCount } publicItems(first: 1) { totalCount } }`,
    );
    expect(data.publicItemsGrouped.groups).toHaveLength(5);
    expect(data.publicItems.totalCount).toBeGreaterThan(data.procurementSummaries.totalCount);
    expect(data.procurementSummaries.totalCount).toBe(64);
  });
});
