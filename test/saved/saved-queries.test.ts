import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { document, run, save } from './saving.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const read = async (persona: string, id: string, fields: string) =>
  (await registry.as(persona)(`query ($id: ID!) { savedQuery(id: $id) { ${fields} } }`, { id })).data.savedQuery;

const listed = async (persona: string, where: string): Promise<string[]> =>
  nodes(
    (await registry.as(persona)(`{ savedQueries(first: 100, where: ${where}) { edges { node { id } } } }`)).data
      .savedQueries,
  ).map(({ id }) => id);

describe('a saved query', () => {
  it('belongs to whoever saved it, with its first version', async () => {
    const { id } = await save(registry, 'sample-1-viewer', {
      titleTh: ' ความเสี่ยง\nสูง ',
      folder: 'ประชุม',
      variables: { first: 2 },
    });
    expect(
      await read(
        'sample-1-viewer',
        id,
        'titleTh folder sharedWith isMine ownerName agency { code } latestNumber versions { number document variables documentHash }',
      ),
    ).toEqual({
      titleTh: 'ความเสี่ยง สูง',
      folder: 'ประชุม',
      sharedWith: 'ONLY_ME',
      isMine: true,
      ownerName: expect.stringContaining('ผู้ดูข้อมูล'),
      agency: { code: 'SAMPLE-1' },
      latestNumber: 1,
      versions: [
        { number: 1, document, variables: { first: 2 }, documentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    });
  });

  it('gets a version each time that it is saved again; older ones stay and can be run', async () => {
    const { id, version } = await save(registry, 'centre');
    const centre = registry.person('centre');
    const next = { savedQueryId: id, expectedVersion: version, document: '{ risks(first: 1) { totalCount } }' };
    const { savedQuery } = await centre.does(
      'saveQueryVersion',
      next,
      'savedQuery { version latestNumber versions { number } first: versions(number: 1) { document } }',
    );
    expect(savedQuery).toEqual({
      version: 2,
      latestNumber: 2,
      versions: [{ number: 2 }, { number: 1 }],
      first: [{ document }],
    });
    expect(await centre.isRefused('saveQueryVersion', next)).toEqual(['CONFLICT']);
    const latest = (await run(registry, 'centre', id)).data.runQuery;
    const older = (await run(registry, 'centre', id, { number: 1 })).data.runQuery;
    expect([latest.number, Object.keys(latest.data.risks)]).toEqual([2, ['totalCount']]);
    expect([older.number, older.data.risks.edges.length]).toEqual([1, 3]);
    expect((await run(registry, 'centre', id, { number: 3 })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is renamed, moved, shared, put away and taken back by its owner alone', async () => {
    const { id, version } = await save(registry, 'sample-1-editor', { sharedWith: 'OWN_AGENCY' });
    const acts: [string, object, string, unknown][] = [
      ['renameSavedQuery', { titleTh: 'ชื่อใหม่', titleEn: 'New' }, 'titleEn', 'New'],
      ['moveSavedQuery', { folder: 'แฟ้ม ๑' }, 'folder', 'แฟ้ม ๑'],
      ['shareSavedQuery', { sharedWith: 'ALL_AGENCIES' }, 'sharedWith', 'ALL_AGENCIES'],
      ['archiveSavedQuery', {}, 'archivedAt', expect.any(String)],
      ['restoreSavedQuery', {}, 'archivedAt', null],
    ];
    let expectedVersion = version;
    for (const [act, input, field, value] of acts) {
      const given = { savedQueryId: id, expectedVersion, ...input };
      expect([act, await registry.person('sample-1-viewer').isRefused(act, given)]).toEqual([
        act,
        [
          act === 'restoreSavedQuery' ? 'NOT_FOUND' : 'FORBIDDEN',
          ...(act === 'restoreSavedQuery' ? ['savedQueryId'] : []),
        ],
      ]);
      const { savedQuery } = await registry
        .person('sample-1-editor')
        .does(act, given, `savedQuery { ${field} version }`);
      expect([act, savedQuery]).toEqual([act, { [field]: value, version: expectedVersion + 1 }]);
      expectedVersion += 1;
    }
  });

  it('is a favourite of whoever marks it, and was used last when that person ran it', async () => {
    const { id } = await save(registry, 'centre', { sharedWith: 'ALL_AGENCIES' });
    const mine = 'isFavourite lastUsedAt';
    const viewer = registry.person('sample-2-viewer');
    await viewer.does('markFavouriteQuery', { savedQueryId: id });
    await viewer.does('markFavouriteQuery', { savedQueryId: id });
    await run(registry, 'sample-2-viewer', id);
    expect(await read('sample-2-viewer', id, mine)).toEqual({ isFavourite: true, lastUsedAt: expect.any(String) });
    expect(await read('centre', id, mine)).toEqual({ isFavourite: false, lastUsedAt: null });
    await viewer.does('unmarkFavouriteQuery', { savedQueryId: id });
    expect((await read('sample-2-viewer', id, mine)).isFavourite).toBe(false);
  });

  it('is found by title, folder and sharing among those that the viewer may open', async () => {
    const { id } = await save(registry, 'sample-1-editor', { titleTh: 'คำสั่งใกล้สิ้นผล', folder: 'ก' });
    expect(await listed('sample-1-editor', '{ folder: { eq: "ก" }, sharedWith: { in: [ONLY_ME] } }')).toEqual([id]);
    expect(await listed('sample-1-editor', '{ titleTh: { contains: "สิ้นผล" }, archivedAt: { eq: null } }')).toContain(
      id,
    );
    expect(await listed('sample-1-approver', '{ folder: { eq: "ก" } }')).toEqual([]);
  });

  it('leaves in the trail who saved what by its hash, and neither its words nor its values', async () => {
    const { id } = await save(registry, 'sample-1-viewer', { titleTh: 'ลับเฉพาะตน', variables: { first: 42 } });
    const [, uuid = ''] = Buffer.from(id, 'base64url').toString().split(':');
    const trail = await registry.rows<{ entity: string; act: string; after: object }>(
      'SELECT entity, act, after FROM "AuditEntry" WHERE "entityId" = $1 OR "partOfId" = $1 ORDER BY seq',
      [uuid],
    );
    expect(trail.map(({ entity, act }) => `${act} ${entity}`)).toEqual([
      'saveQuery SavedQuery',
      'saveQuery SavedQueryVersion',
    ]);
    expect(trail[1]?.after).toMatchObject({ documentHash: expect.stringMatching(/^[0-9a-f]{64}$/), number: 1 });
    expect(JSON.stringify(trail)).not.toMatch(/ลับเฉพาะตน|totalCount|variables|first/);
  });
});

describe('what cannot be saved', () => {
  const refusalOf = (document: string, more: object = {}) =>
    registry.person('centre').isRefused('saveQuery', { titleTh: 'ทดสอบ', document, ...more });

  it.each([
    ['a mutation', 'mutation { archiveSavedQuery(input: {savedQueryId: "x", expectedVersion: 1}) { __typename } }'],
    ['a subscription', 'subscription { statusChanged { __typename } }'],
    ['several operations', 'query A { viewer { role } } query B { viewer { role } }'],
    ['no operation', 'fragment F on Risk { id }'],
    ['what is no GraphQL', '{ risks('],
    ['what the schema does not have', '{ risks(first: 1) { edges { node { oldField } } } }'],
    ['a query that runs another', '{ viewer { role } ...F } fragment F on Query { runQuery(id: "x") { cost } }'],
    [
      'a query beyond the limits',
      `{ risks(first: 1) { ${'edges { node { register { risks { '.repeat(4)} id ${'} } } }'.repeat(4)} } }`,
    ],
  ])('%s is refused by its document', async (_what, document) => {
    const [code, ...fields] = await refusalOf(document);
    expect([code, ...new Set(fields)]).toEqual(['INVALID_INPUT', 'document']);
  });

  it('names what the schema does not have, in Thai and English', async () => {
    const document = '{ risks(first: 1) { edges { node { oldField } } } }';
    const told = async (language: string) =>
      (
        await registry.as('centre')(
          'mutation ($input: SaveQueryInput!) { saveQuery(input: $input) { savedQuery { id } } }',
          { input: { titleTh: 'ทดสอบ', document } },
          { 'accept-language': language },
        )
      ).errors[0]?.message;
    expect(await told('en')).toContain('Cannot query field "oldField" on type "Risk"');
    expect(await told('th')).toMatch(/ชนิด "Risk" ไม่มีฟิลด์ "oldField"/);
  });

  it('wrong values of variables are refused by their name; those that a run has to give may be missing', async () => {
    const needy = 'query ($n: Int!) { risks(first: $n) { totalCount } }';
    expect(await refusalOf(needy, { variables: { n: 'สาม' } })).toEqual(['INVALID_INPUT', 'variables']);
    expect(await refusalOf(needy, { variables: [3] })).toEqual(['INVALID_INPUT', 'variables']);
    await save(registry, 'centre', { document: needy });
  });

  it('values of many conditions are kept and read again, up to the objects that a saved query may hold', async () => {
    const document = 'query ($where: RiskWhere) { risks(first: 1, where: $where) { totalCount } }';
    const conditions = (count: number) => ({
      where: { or: Array.from({ length: count }, () => ({ score: { gt: 3 } })) },
    });
    expect(await refusalOf(document, { variables: conditions(50) })).toEqual(['INVALID_INPUT', 'variables']);
    const { id } = await save(registry, 'centre', { document, variables: conditions(49) });
    expect(await read('centre', id, 'versions { variables }')).toEqual({ versions: [{ variables: conditions(49) }] });
  });

  it('a city role shares with no agency of its own', async () => {
    expect(await refusalOf('{ viewer { role } }', { sharedWith: 'OWN_AGENCY' })).toEqual([
      'INVALID_INPUT',
      'sharedWith',
    ]);
  });
});
