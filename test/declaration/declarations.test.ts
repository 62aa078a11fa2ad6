import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { positionId, unitId } from '@registry/seed/rows/identifiers.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const editor = () => registry.person('sample-1-editor');
const approver = () => registry.person('sample-1-approver');
const position = (code: string, agency = 'SAMPLE-1') => encodeGlobalId('Position', positionId(agency, code));
const unit = (code: string, agency = 'SAMPLE-1') => encodeGlobalId('Unit', unitId(agency, code));

const policy = (part: Record<string, unknown> = {}) => ({
  kind: 'NO_GIFT_POLICY',
  fiscalYear: 2570,
  titleTh: 'ประกาศนโยบายไม่รับของขวัญ',
  textTh: 'ไม่รับของขวัญทุกชนิด',
  signatoryId: position('DIR'),
  signedOn: '2026-10-05',
  ...part,
});
const shown = 'declaration { id version status form openActs acknowledgedPercent }';
const drafted = async (part: Record<string, unknown>) =>
  (await editor().does('draftDeclaration', policy(part), shown)).declaration;
const step = async (name: string, { id, version }: any, part: Record<string, unknown> = {}) =>
  (await approver().does(name, { entryId: id, expectedVersion: version, ...part }, shown)).declaration;
const countFor = async (persona: string, id: string) =>
  (
    await registry.as(persona)(
      'query ($id: ID!) { declarations(first: 1, where: { id: { eq: $id } }) { totalCount } }',
      { id },
    )
  ).data.declarations.totalCount;

const publication = {
  publishedOn: '2026-10-06',
  channels: ['WEBSITE', 'NOTICE_BOARD'],
  address: 'https://sample-1.example/no-gift',
};

describe('a declaration', () => {
  it('is its agency’s alone as a draft, the centre’s and the analysts’ once an approver confirmed it, and stays seen while it is corrected', async () => {
    const draft = await drafted({ kind: 'INTEGRITY_POLICY' });
    expect(draft).toMatchObject({ status: 'DRAFT', form: 'POLICY', openActs: [] });
    const seen = async (id: string) =>
      Promise.all(
        ['sample-1-viewer', 'centre', 'analyst', 'sample-2-approver'].map((persona) => countFor(persona, id)),
      );
    expect(await seen(draft.id)).toEqual([1, 0, 0, 0]);
    const recorded = await step('recordDeclaration', draft);
    expect(recorded).toMatchObject({ status: 'RECORDED' });
    expect(await seen(draft.id)).toEqual([1, 1, 1, 0]);
    const published = await step('publishDeclaration', recorded, publication);
    const opened = await step('correctDeclaration', published, { reason: 'ชื่อไม่ครบ' });
    expect(opened.status).toBe('CORRECTING');
    expect(await seen(draft.id)).toEqual([1, 1, 1, 0]);
    const { declaration } = await editor().does(
      'editDeclaration',
      { declarationId: opened.id, expectedVersion: opened.version, titleTh: 'ประกาศเจตจำนงสุจริต' },
      'declaration { version }',
    );
    expect((await step('recordDeclaration', { ...opened, ...declaration })).status).toBe('RECORDED');
  });

  it('is not changed once it is confirmed, nor discarded, and a stale version is refused', async () => {
    const draft = await drafted({ kind: 'DISCRETION_CHECK' });
    expect(draft.form).toBe('MEASURE');
    const recorded = await step('recordDeclaration', draft);
    const { id, version } = recorded;
    expect(
      await editor().isRefused('editDeclaration', { declarationId: id, expectedVersion: version, titleTh: 'อื่น' }),
    ).toEqual(['ILLEGAL_TRANSITION']);
    expect(await editor().isRefused('discardDeclaration', { entryId: id, expectedVersion: version })).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    expect(
      await approver().isRefused('publishDeclaration', { entryId: id, expectedVersion: version - 1, ...publication }),
    ).toEqual(['CONFLICT']);
  });

  it('says everything that is wrong at once, and knows no position of another agency', async () => {
    expect(
      await editor().isRefused(
        'draftDeclaration',
        policy({ kind: 'CONFLICT_OF_INTEREST', titleTh: ' ', textAddress: 'ftp://x', signedOn: '2041-01-01' }),
      ),
    ).toEqual(['INVALID_INPUT', 'titleTh', 'textAddress', 'signedOn']);
    expect(
      await editor().isRefused(
        'draftDeclaration',
        policy({ kind: 'CONFLICT_OF_INTEREST', signatoryId: position('DIR', 'SAMPLE-2') }),
      ),
    ).toEqual(['NOT_FOUND', 'signatoryId']);
    const empty = await drafted({ kind: 'CONFLICT_OF_INTEREST', textTh: null, signatoryId: null, signedOn: null });
    expect(
      await approver().isRefused('recordDeclaration', { entryId: empty.id, expectedVersion: empty.version }),
    ).toEqual(['INVALID_INPUT', 'signatoryId', 'signedOn', 'textTh']);
  });

  it('is one of its kind in a year, also when two are drafted at the same moment', async () => {
    const twins = await Promise.all(
      ['a', 'b'].map(() => editor().tries('draftDeclaration', policy({ kind: 'ANTI_BRIBERY_POLICY' }))),
    );
    expect(twins.map(({ errors }) => errors[0]?.extensions.code).sort()).toEqual(['INVALID_INPUT', undefined]);
    expect(await editor().isRefused('draftDeclaration', policy({ kind: 'ANTI_BRIBERY_POLICY' }))).toEqual([
      'INVALID_INPUT',
      'kind',
    ]);
  });
});

describe('acknowledgements', () => {
  it('are counted unit by unit, each count in place of the one before, with an exact percentage', async () => {
    const draft = await drafted({});
    const count = (declaration: any, counts: object[], countedOn = '2026-11-01') => ({
      declarationId: declaration.id,
      expectedVersion: declaration.version,
      countedOn,
      counts,
    });
    const of = (code: string, acknowledged: number, headCount: number) => ({
      unitId: unit(code),
      acknowledged,
      headCount,
    });
    expect(await editor().isRefused('countAcknowledgements', count(draft, [of('ADM', 1, 3)]))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    const recorded = await step('recordDeclaration', draft);
    const refused = count(recorded, [of('ADM', 4, 3), of('REG', -1, 0)], '2026-10-01');
    expect(await editor().isRefused('countAcknowledgements', refused)).toEqual([
      'INVALID_INPUT',
      'countedOn',
      'counts[0].acknowledged',
      'counts[1].headCount',
      'counts[1].acknowledged',
    ]);
    const foreign = count(recorded, [{ ...of('ADM', 1, 3), unitId: unit('ADM', 'SAMPLE-2') }]);
    expect(await editor().isRefused('countAcknowledgements', foreign)).toEqual(['NOT_FOUND', 'counts[0]']);
    const first = (
      await editor().does('countAcknowledgements', count(recorded, [of('ADM', 1, 3), of('REG', 3, 3)]), shown)
    ).declaration;
    expect(first.acknowledgedPercent).toBe('66.67');
    const { declaration } = await editor().does(
      'countAcknowledgements',
      count(first, [of('ADM', 3, 3)]),
      'declaration { acknowledgedPercent acknowledgedCount countedHeads acknowledgements { unit { code } percent } }',
    );
    expect(declaration).toMatchObject({ acknowledgedPercent: '100.00', acknowledgedCount: 6, countedHeads: 6 });
    expect(declaration.acknowledgements.map(({ percent }: any) => percent)).toEqual(['100.00', '100.00']);
  });
});

describe('what the documents declare', () => {
  it('stands as printed: nine policies and measures of Thon Buri, two policies of Chom Thong, no date invented', async () => {
    const { data } = await registry.as(
      'centre',
    )(`{ declarations(first: 100, where: { origin: { eq: DOCUMENT } }, orderBy: [{ field: titleTh }]) {
      nodes: edges { node { agency { code } kind form fiscalYear status signatoryPrinted publishedPrinted signedOn publishedOn publicationAddress inferred } } } }`);
    const nodes = data.declarations.nodes.map(({ node }: any) => node);
    const of = (code: string) => nodes.filter(({ agency }: any) => agency.code === code);
    expect(
      of('BMA-THONBURI')
        .map(({ form }: any) => form)
        .sort(),
    ).toEqual([...Array(8).fill('MEASURE'), 'POLICY']);
    for (const each of of('BMA-THONBURI'))
      expect(each).toMatchObject({ fiscalYear: 2564, signatoryPrinted: 'ผู้อำนวยการเขต', publishedPrinted: true });
    expect(
      of('BMA-CHOMTHONG')
        .map(({ kind }: any) => kind)
        .sort(),
    ).toEqual(['ANTI_BRIBERY_POLICY', 'NO_GIFT_POLICY']);
    expect(nodes).toHaveLength(11);
    for (const each of nodes)
      expect(each).toMatchObject({ status: 'IMPORTED', signedOn: null, publishedOn: null, publicationAddress: null });
    for (const each of of('BMA-CHOMTHONG')) expect(each.inferred).toEqual(['fiscalYear']);
  });
});

describe('findings and tasks', () => {
  it('tell of a policy that another than the head signed, of units that were not counted, and of none that only a document names', async () => {
    const found = await registry.rows<{ code: string; agency: string; year: number }>(
      `SELECT f.code, g.code AS agency, f."fiscalYear" AS year FROM "Finding" f JOIN "Agency" g ON g.id = f."agencyId"
       WHERE f.code LIKE 'DECLARATION_%' ORDER BY 1, 2, 3`,
    );
    const of = (code: string) =>
      found.filter((each) => each.code === code).map(({ agency, year }) => `${agency} ${year}`);
    expect(of('DECLARATION_NOT_SIGNED_BY_HEAD')).toEqual(['SAMPLE-5 2568', 'SAMPLE-5 2569']);
    expect(of('DECLARATION_NOT_ACKNOWLEDGED')).toContain('SAMPLE-1 2569');
    expect(found.filter(({ agency }) => !agency.startsWith('SAMPLE'))).toEqual([]);
  });

  it('ask the approver to confirm what an editor has finished', async () => {
    const draft = await drafted({ kind: 'WHISTLEBLOWER_PROTECTION' });
    const tasks = async () =>
      (
        await registry.as('sample-1-approver')(
          '{ viewer { tasks(first: 100, kinds: [DECLARATION_TO_CONFIRM]) { subject { id } } } }',
        )
      ).data.viewer.tasks.map(({ subject }: any) => subject.id);
    expect(await tasks()).toContain(draft.id);
    await step('recordDeclaration', draft);
    expect(await tasks()).not.toContain(draft.id);
  });
});
