import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { positionId } from '@registry/seed/rows/identifiers.ts';
import { isInputObjectType, isObjectType } from 'graphql';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const editor = () => registry.person('sample-1-editor');
const approver = () => registry.person('sample-1-approver');
const position = (code: string, agency = 'SAMPLE-1') => encodeGlobalId('Position', positionId(agency, code));

const gift = (part: Record<string, unknown> = {}) => ({
  positionId: position('HEAD-REV'),
  offeredOn: '2020-12-20',
  receivedOn: '2020-12-20',
  giver: 'BUSINESS',
  benefit: 'GOODS',
  occasion: 'NEW_YEAR',
  valueBand: 'UP_TO_1000',
  outcome: 'RETURNED',
  settledOn: '2020-12-21',
  ...part,
});
const refusedGift = (offeredOn: string) => gift({ offeredOn, receivedOn: null, settledOn: null, outcome: 'REFUSED' });
const shown = 'giftReport { id version status fiscalYear half openActs }';
const drafted = async (part: Record<string, unknown> = {}) =>
  (await editor().does('draftGiftReport', gift(part), shown)).giftReport;
const recorded = async (part: Record<string, unknown> = {}) => {
  const { id, version } = await drafted(part);
  return (await approver().does('recordGiftReport', { entryId: id, expectedVersion: version }, shown)).giftReport;
};
const countFor = async (persona: string, id: string) =>
  (
    await registry.as(persona)(
      'query ($id: ID!) { giftReports(first: 1, where: { id: { eq: $id } }) { totalCount } }',
      { id },
    )
  ).data.giftReports.totalCount;
const yearFor = async (persona: string, fiscalYear: number) =>
  (
    await registry.as(persona)(
      `{ giftYears(first: 1, where: { fiscalYear: { eq: ${fiscalYear} }, agency: { code: { eq: "SAMPLE-1" } } }) {
        edges { node { total refused returned handedOver kept halvesWithNone } } } }`,
    )
  ).data.giftYears.edges[0]?.node;

describe('a gift report', () => {
  it('is read by its agency, by the centre once it is confirmed, and never by analysts or other agencies', async () => {
    const draft = await drafted();
    expect(draft).toMatchObject({ fiscalYear: 2564, half: 1, status: 'DRAFT' });
    const seen = async () =>
      Promise.all(
        ['sample-1-viewer', 'centre', 'analyst', 'sample-2-approver'].map((persona) => countFor(persona, draft.id)),
      );
    expect(await seen()).toEqual([1, 0, 0, 0]);
    const { giftReport } = await approver().does('recordGiftReport', { entryId: draft.id, expectedVersion: 1 }, shown);
    expect(giftReport).toMatchObject({ status: 'RECORDED', openActs: ['CORRECT'] });
    expect(await seen()).toEqual([1, 1, 0, 0]);
  });

  it('has no field in which somebody could write who gave it', () => {
    for (const name of ['DraftGiftReportInput', 'EditGiftReportInput']) {
      const input = unguardedSchema.getType(name);
      const fields = isInputObjectType(input) ? Object.values(input.getFields()) : [];
      expect(fields.length).toBeGreaterThan(8);
      expect(fields.filter(({ type }) => /String/.test(String(type)))).toEqual([]);
    }
    const shown = unguardedSchema.getType('GiftReport');
    const shownFields = isObjectType(shown) ? Object.values(shown.getFields()) : [];
    expect(shownFields.length).toBeGreaterThan(8);
    expect(shownFields.filter(({ type }) => /String/.test(String(type)))).toEqual([]);
  });

  it('is refused with days that contradict each other, all at once, and with a position of another agency', async () => {
    expect(
      await editor().isRefused(
        'draftGiftReport',
        gift({ receivedOn: '2020-12-19', settledOn: '2020-12-01', outcome: 'REFUSED' }),
      ),
    ).toEqual(['INVALID_INPUT', 'receivedOn', 'settledOn', 'receivedOn']);
    expect(await editor().isRefused('draftGiftReport', gift({ positionId: position('DIR', 'SAMPLE-2') }))).toEqual([
      'NOT_FOUND',
      'positionId',
    ]);
  });
});

describe('the statement that there was none', () => {
  it('stands for a half-year that has ended and has no report, and a report for none that has it', async () => {
    await drafted({ offeredOn: '2023-12-01', receivedOn: '2023-12-01', settledOn: '2023-12-02' });
    expect(await approver().isRefused('stateNoGifts', { fiscalYear: 2567, half: 1 })).toEqual([
      'INVALID_INPUT',
      'half',
    ]);
    expect(await approver().isRefused('stateNoGifts', { fiscalYear: 2690, half: 1 })).toEqual([
      'INVALID_INPUT',
      'half',
    ]);
    expect(await approver().isRefused('stateNoGifts', { fiscalYear: 2567, half: 3 })).toEqual([
      'INVALID_INPUT',
      'half',
    ]);
    const { noGiftStatement } = await approver().does(
      'stateNoGifts',
      { fiscalYear: 2567, half: 2 },
      'noGiftStatement { id version half }',
    );
    expect(await approver().isRefused('stateNoGifts', { fiscalYear: 2567, half: 2 })).toEqual([
      'INVALID_INPUT',
      'half',
    ]);
    expect(await editor().isRefused('draftGiftReport', refusedGift('2024-06-01'))).toEqual([
      'INVALID_INPUT',
      'offeredOn',
    ]);
    await approver().does('withdrawNoGiftStatement', {
      statementId: noGiftStatement.id,
      expectedVersion: 1,
      reason: 'พบรายงานที่ตกหล่น',
    });
    await editor().does('draftGiftReport', refusedGift('2024-06-01'));
  });

  it('and a report that are written at the same moment do not both stand', async () => {
    const answers = await Promise.all([
      approver().tries('stateNoGifts', { fiscalYear: 2566, half: 1 }),
      editor().tries('draftGiftReport', refusedGift('2023-02-01')),
    ]);
    expect(answers.map(({ errors }) => errors[0]?.extensions.code).sort()).toEqual(['INVALID_INPUT', undefined]);
  });
});

describe('the figures of a year', () => {
  it('leave out counts of 1 to 4 with all that would give them away, for analysts too', async () => {
    expect(await yearFor('analyst', 2565)).toBeUndefined();
    for (let nth = 1; nth <= 4; nth += 1) await recorded(refusedGift(`2022-01-0${nth}`));
    const untold = { total: null, refused: null, returned: null, handedOver: null, kept: null, halvesWithNone: [] };
    expect(await yearFor('analyst', 2565)).toEqual(untold);
    await recorded(refusedGift('2022-01-05'));
    expect(await yearFor('analyst', 2565)).toEqual({
      ...untold,
      total: 5,
      refused: 5,
      returned: 0,
      handedOver: 0,
      kept: 0,
    });
    await recorded({ offeredOn: '2022-01-06', receivedOn: '2022-01-06', settledOn: '2022-01-07' });
    expect(await yearFor('analyst', 2565)).toEqual({ ...untold, total: 6 });
    await approver().does('stateNoGifts', { fiscalYear: 2565, half: 2 });
    expect(await yearFor('analyst', 2565)).toEqual({ ...untold, total: 6, halvesWithNone: [2] });
  });

  it('are exact for the agency and the centre, by groups of what they may see', async () => {
    const { data } = await registry.as('centre')(
      `{ giftReportsGrouped(groupBy: [outcome], where: { agency: { code: { eq: "SAMPLE-1" } }, fiscalYear: { eq: 2569 } }, first: 10) {
        groups { keys { outcome } count } } }`,
    );
    const counts = data.giftReportsGrouped.groups.map(({ keys, count }: any) => [keys.outcome, count]);
    expect(Object.fromEntries(counts)).toEqual({ REFUSED: 3, RETURNED: 2, HANDED_OVER: 1, KEPT: 1 });
  });
});

describe('a half-year of which nothing is said', () => {
  it('is a finding where the agency declared its No Gift Policy, and none that only a document names', async () => {
    const found = await registry.rows<{ place: string }>(
      `SELECT g.code || ' ' || f."ruleKey" AS key, g.code || ' ' || f."fiscalYear" || ' ' || right(f."ruleKey", 1) AS place
       FROM "Finding" f JOIN "Agency" g ON g.id = f."agencyId" WHERE f.code = 'GIFT_REPORT_MISSING' ORDER BY 2`,
    );
    const places = found.map(({ place }) => place);
    expect(places).toContain('SAMPLE-3 2568 2');
    expect(places.filter((place) => place.startsWith('SAMPLE-2'))).toEqual([]);
    expect(places.filter((place) => !place.startsWith('SAMPLE'))).toEqual([]);
  });
});
