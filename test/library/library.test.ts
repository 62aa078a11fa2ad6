import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changes, refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const centre = () => registry.person('centre');
const shown =
  'libraryRisk { id version code titleTh titleEn descriptionTh processArea corruptionTypes status publishedAt origin measures { sortOrder measureTh measureEn strategy } }';

const input = (code: string, more: Record<string, unknown> = {}) => ({
  code,
  titleTh: 'ปล่อยปละการใช้ที่จอดรถสาธารณะ',
  processArea: 'STATE_PROPERTY',
  corruptionTypes: ['MISUSE_OF_PROPERTY'],
  measures: [
    { measureTh: 'ติดตั้งป้ายอัตราค่าจอด', strategy: 'TREAT' },
    { measureTh: 'ตรวจรายวัน', measureEn: 'Daily checks', strategy: 'TRANSFER' },
  ],
  ...more,
});

const draft = async (code: string, more = {}) =>
  (await centre().does('draftLibraryRisk', input(code, more), shown)).libraryRisk;

/** A step of the life cycle: publishing or withdrawing. */
const step = (persona: string, name: string, { id, version }: { id: string; version: number }) =>
  registry.person(persona).tries(name, { id, expectedVersion: version }, shown);

const codesSeenBy = async (persona: string): Promise<string[]> =>
  nodes((await registry.as(persona)('{ libraryRisks(first: 100) { edges { node { code } } } }')).data.libraryRisks).map(
    ({ code }) => code,
  );

describe('a risk of the library', () => {
  it('is drafted by the centre, which alone sees it until it is published', async () => {
    const risk = await draft('T-1', { titleEn: ' Parking ', descriptionTh: '' });
    expect(risk).toMatchObject({
      code: 'T-1',
      titleEn: 'Parking',
      descriptionTh: null,
      status: 'DRAFT',
      publishedAt: null,
      origin: 'USER',
      version: 1,
      measures: [
        { sortOrder: 1, measureTh: 'ติดตั้งป้ายอัตราค่าจอด', measureEn: null, strategy: 'TREAT' },
        { sortOrder: 2, measureEn: 'Daily checks', strategy: 'TRANSFER' },
      ],
    });
    const byId = 'query ($id: ID!) { node(id: $id) { ... on LibraryRisk { code measures { measureTh } } } }';
    for (const persona of ['sample-1-editor', 'analyst', 'auditor', 'city-admin'])
      expect([persona, (await registry.as(persona)(byId, { id: risk.id })).data.node]).toEqual([persona, null]);
    expect(await codesSeenBy('centre')).toContain('T-1');
    expect(await codesSeenBy('sample-1-editor')).not.toContain('T-1');

    const published = await step('centre', 'publishLibraryRisk', risk);
    expect(published.data.publishLibraryRisk.libraryRisk).toMatchObject({
      status: 'PUBLISHED',
      version: 2,
      publishedAt: expect.any(String),
    });
    for (const persona of ['sample-1-editor', 'chomthong-viewer', 'analyst'])
      expect(await codesSeenBy(persona)).toContain('T-1');
    for (const persona of ['auditor', 'city-admin'])
      expect([persona, (await registry.as(persona)(byId, { id: risk.id })).data.node]).toEqual([persona, null]);
  });

  it('is edited as a draft only: what is left out stays, and measures are given as a whole', async () => {
    const risk = await draft('T-2', { titleEn: 'Parking' });
    const { libraryRisk } = await centre().does(
      'editLibraryRisk',
      {
        id: risk.id,
        expectedVersion: 1,
        titleEn: null,
        processArea: 'INSPECTION',
        measures: [{ measureTh: 'มาตรการเดียว', strategy: 'TAKE' }],
      },
      shown,
    );
    expect(libraryRisk).toMatchObject({
      titleTh: risk.titleTh,
      titleEn: null,
      processArea: 'INSPECTION',
      corruptionTypes: ['MISUSE_OF_PROPERTY'],
      version: 2,
      measures: [{ sortOrder: 1, measureTh: 'มาตรการเดียว', strategy: 'TAKE' }],
    });
    const same = await centre().does('editLibraryRisk', { id: risk.id, expectedVersion: 2, titleTh: 'ใหม่' }, shown);
    expect(same.libraryRisk.measures).toHaveLength(1);

    const before = await changes(registry);
    const stale = await centre().tries('editLibraryRisk', { id: risk.id, expectedVersion: 2, titleTh: 'อื่น' }, shown);
    expect(refusalOf(stale)).toEqual(['CONFLICT']);
    const wrong = await centre().tries(
      'editLibraryRisk',
      {
        id: risk.id,
        expectedVersion: 3,
        titleTh: ' ',
        processArea: null,
        measures: [{ measureTh: '', strategy: 'TAKE' }],
      },
      shown,
    );
    expect(refusalOf(wrong)).toEqual(['INVALID_INPUT', 'titleTh', 'processArea', 'measures[0].measureTh']);
    expect(await changes(registry)).toBe(before);

    await step('centre', 'publishLibraryRisk', { id: risk.id, version: 3 });
    const published = await centre().tries(
      'editLibraryRisk',
      { id: risk.id, expectedVersion: 4, titleTh: 'อื่น' },
      shown,
    );
    expect(refusalOf(published)).toEqual(['ILLEGAL_TRANSITION']);
    expect(published.errors[0]?.extensions.status).toBe('PUBLISHED');
  });

  it('goes only where the table leads, and its code is its own', async () => {
    const risk = await draft('T-3');
    const before = await changes(registry);
    expect(refusalOf(await step('centre', 'withdrawLibraryRisk', risk))).toEqual(['ILLEGAL_TRANSITION']);
    expect(refusalOf(await step('centre', 'publishLibraryRisk', { ...risk, version: 9 }))).toEqual(['CONFLICT']);
    expect(refusalOf(await centre().tries('draftLibraryRisk', input('T-3', { titleTh: '' }), shown))).toEqual([
      'INVALID_INPUT',
      'titleTh',
      'code',
    ]);
    expect(await changes(registry)).toBe(before);
    await step('centre', 'publishLibraryRisk', risk);
    const withdrawn = await step('centre', 'withdrawLibraryRisk', { ...risk, version: 2 });
    expect(withdrawn.data.withdrawLibraryRisk.libraryRisk.status).toBe('WITHDRAWN');
    for (const name of ['publishLibraryRisk', 'withdrawLibraryRisk'])
      expect(refusalOf(await step('centre', name, { ...risk, version: 3 }))).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('is found by its words, area and status', async () => {
    await draft('T-4', { titleTh: 'เรื่องที่มีคำเฉพาะว่าปลาทอง', processArea: 'RECRUITMENT' });
    const { data, errors } = await registry.as('centre')(
      `{ words: libraryRisks(first: 5, search: "ปลาทอง") { totalCount }
         area: libraryRisks(first: 5, where: {processArea: {eq: RECRUITMENT}, status: {eq: DRAFT}, code: {startsWith: "T-"}}) { totalCount }
         none: libraryRisks(first: 5, where: {status: {eq: PUBLISHED}, code: {eq: "T-4"}}) { totalCount } }`,
    );
    expect(errors).toEqual([]);
    expect([data.words.totalCount, data.area.totalCount, data.none.totalCount]).toEqual([1, 1, 0]);
  });
});
