import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

/** The record that findings of a kind name, in a field of `Finding`. */
const namedBy: Readonly<Record<string, readonly string[]>> = {
  declaration: [
    'DECLARATION_MISSING',
    'DECLARATION_NOT_SIGNED_BY_HEAD',
    'DECLARATION_NOT_ACKNOWLEDGED',
    'GIFT_REPORT_MISSING',
  ],
  activity: ['ACTIVITY_PERCENT_DIFFERS', 'ACTIVITY_BELOW_THRESHOLD'],
  giftReport: ['GIFT_KEPT_DESPITE_POLICY'],
  publicItem: ['PUBLIC_ITEM_STALE', 'PROCUREMENT_SUMMARY_MISSING'],
  internalAudit: ['INTERNAL_AUDIT_NOT_DONE'],
  auditObservation: ['AUDIT_FOLLOW_UP_OVERDUE'],
};

it.each(Object.entries(namedBy))('a finding leads to the record that it is about: %s', async (field, codes) => {
  const { data, errors } = await registry.as('sample-1-viewer')(
    `query ($codes: [String!]) { agency(code: "SAMPLE-1") { findings(first: 50, where: { code: { in: $codes } }) {
       edges { node { code record: ${field} { id agency { code } } } } } } }`,
    { codes },
  );
  expect(errors).toEqual([]);
  const found = data.agency.findings.edges.map(({ node }: any) => node);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ record }: any) => record?.agency.code !== 'SAMPLE-1')).toEqual([]);
});

it('the centre asks which trainings came below target, with each activity', async () => {
  const asked = `{ findings(first: 50, where: { code: { eq: "ACTIVITY_BELOW_THRESHOLD" } }) {
    totalCount edges { node { activity { kind percent { value } indicator { threshold } } } } } }`;
  const { data } = await registry.as('centre')(asked);
  expect(data.findings.totalCount).toBeGreaterThan(0);
  for (const { node } of data.findings.edges)
    expect(Number(node.activity.percent.value)).toBeLessThan(Number(node.activity.indicator.threshold));
});

it('a finding of before gets the record that it names when it is next brought up to date', async () => {
  const without = `SELECT count(*)::int AS count FROM "Finding" WHERE code = 'PUBLIC_ITEM_STALE' AND "publicItemId" IS NULL`;
  await registry.rows(
    `SET session_replication_role = 'replica'; UPDATE "Finding" SET "publicItemId" = NULL WHERE code = 'PUBLIC_ITEM_STALE'
     AND "agencyId" = (SELECT id FROM "Agency" WHERE code = 'SAMPLE-1')`,
  );
  expect((await registry.rows<{ count: number }>(without))[0]?.count).toBeGreaterThan(0);
  const item = { topic: 'BUDGET', titleTh: 'รายงาน', currentOn: '2026-10-01' };
  await registry.person('sample-1-editor').does('addPublicItem', item);
  const { publicItem } = await registry
    .person('sample-1-editor')
    .does('addPublicItem', item, 'publicItem { id version }');
  const step = { entryId: publicItem.id, expectedVersion: publicItem.version };
  await registry.person('sample-1-approver').does('recordPublicItem', step);
  await registry.as('sample-1-viewer')('{ agency(code: "SAMPLE-1") { findings(first: 1) { totalCount } } }');
  expect((await registry.rows<{ count: number }>(without))[0]?.count).toBe(0);
});
