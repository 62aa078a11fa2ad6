import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changes, refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';
import { adoption, answer, draftRegister, offer } from './answering.ts';

let registry: Registry;
let registerId = '';
beforeAll(async () => {
  registry = await startRegistry({ responseCacheMb: 0 });
  registerId = await draftRegister(registry, 'sample-1-editor');
});
afterAll(async () => registry.stop());

const editor = () => registry.person('sample-1-editor');

describe('an answer', () => {
  it('is declined with a reason, and changed later by whoever has seen it', async () => {
    const { id: libraryRiskId } = await offer(registry, 'C-1');
    const decline = (more: Record<string, unknown>) =>
      editor().tries('declineLibraryRisk', { libraryRiskId, reasonTh: 'ไม่มีภารกิจนี้', ...more }, answer);
    expect(refusalOf(await decline({ reasonTh: '' }))).toEqual(['INVALID_INPUT', 'reasonTh']);
    expect(refusalOf(await decline({ expectedVersion: 1 }))).toEqual(['CONFLICT']);
    const declined = await decline({});
    expect(declined.data.declineLibraryRisk.libraryResponse).toMatchObject({
      decision: 'DECLINED',
      risk: null,
      version: 1,
    });
    const before = await changes(registry);
    expect(refusalOf(await decline({}))).toEqual(['CONFLICT']);
    expect(
      refusalOf(
        await editor().tries('adoptLibraryRisk', adoption(libraryRiskId, registerId, { expectedVersion: 7 }), answer),
      ),
    ).toEqual(['CONFLICT']);
    expect(await changes(registry)).toBe(before);

    const adopted = await editor().does(
      'adoptLibraryRisk',
      adoption(libraryRiskId, registerId, { expectedVersion: 1 }),
      answer,
    );
    expect(adopted.libraryResponse).toMatchObject({
      decision: 'ADOPTED',
      reasonTh: null,
      version: 2,
      risk: { code: 'C-1' },
    });
    const again = await decline({ expectedVersion: 2 });
    expect(again.data.declineLibraryRisk.libraryResponse).toMatchObject({
      decision: 'DECLINED',
      risk: null,
      version: 3,
    });
    const kept = await registry.as('sample-1-viewer')('{ risks(first: 5, where: {code: {eq: "C-1"}}) { totalCount } }');
    expect(kept.data.risks.totalCount).toBe(1);
  });

  it('is seen by its agency and the centre, with the risk as far as that may be seen', async () => {
    const { id } = await offer(registry, 'C-2');
    await editor().does('adoptLibraryRisk', adoption(id, registerId), answer);
    const query = `query ($id: ID!) { node(id: $id) { ... on LibraryRisk { myResponse { decision } responses(first: 5) { totalCount edges { node { decision risk { code } } } } } }
      agency(code: "SAMPLE-1") { libraryResponses(first: 1, where: {libraryRisk: {code: {eq: "C-2"}}}) { totalCount edges { node { risk { code } } } } } }`;
    const seenBy = async (persona: string) => {
      const { data, errors } = await registry.as(persona)(query, { id });
      expect([persona, errors]).toEqual([persona, []]);
      return [
        data.node.myResponse?.decision ?? null,
        nodes(data.node.responses).map(({ risk }) => risk?.code ?? null),
        data.agency.libraryResponses.totalCount,
      ];
    };
    expect(await seenBy('sample-1-viewer')).toEqual(['ADOPTED', ['C-2'], 1]);
    // The register is a draft: the centre knows the answer, and not the risk.
    expect(await seenBy('centre')).toEqual([null, [null], 1]);
    expect(await seenBy('sample-2-viewer')).toEqual([null, [], 0]);
    expect(await seenBy('analyst')).toEqual([null, [], 0]);
  });

  it('costs as few statements for a page of the library as for one risk', async () => {
    for (const first of [1, 20]) {
      const query = `{ libraryRisks(first: ${first}) { edges { node { code measures { measureTh } myResponse { decision risk { code } } } } } }`;
      await registry.as('sample-1-viewer')(query);
      const statements = await statementsOf(() => registry.as('sample-1-viewer')(query));
      expect([first, statements.length <= 2 ? 'few' : statements]).toEqual([first, 'few']);
    }
  });
});

describe('the coverage of the library', () => {
  const coverage = (filter: string) =>
    `{ centre { libraryCoverage${filter} { code adopted adapted declined unanswered unansweredAgencyCodes } } }`;

  const everybody = '(filter: {includeSamples: true, includeNotOverseen: true})';

  it('counts the answers to every risk on offer exactly as SQL does, in one statement', async () => {
    await offer(registry, 'D-1');
    await registry.as('centre')(coverage(everybody));
    let rows: any[] = [];
    const statements = await statementsOf(async () => {
      const { data, errors } = await registry.as('centre')(coverage(everybody));
      expect(errors).toEqual([]);
      rows = data.centre.libraryCoverage;
    });
    expect(statements).toHaveLength(1);
    const expected = await registry.rows<Record<string, unknown>>(`SELECT l.code,
         (SELECT count(*)::int FROM "LibraryResponse" a WHERE a."libraryRiskId" = l.id AND a.decision = 'ADOPTED') AS adopted,
         (SELECT count(*)::int FROM "LibraryResponse" a WHERE a."libraryRiskId" = l.id AND a.decision = 'ADAPTED') AS adapted,
         (SELECT count(*)::int FROM "LibraryResponse" a WHERE a."libraryRiskId" = l.id AND a.decision = 'DECLINED') AS declined,
         (SELECT count(*)::int FROM "Agency" g WHERE NOT EXISTS
           (SELECT 1 FROM "LibraryResponse" a WHERE a."libraryRiskId" = l.id AND a."agencyId" = g.id)) AS unanswered
       FROM "LibraryRisk" l WHERE l.status = 'PUBLISHED' ORDER BY l.code`);
    expect(rows.map(({ unansweredAgencyCodes: _codes, ...counts }) => counts)).toEqual(expected);
    const [{ count }] = await registry
      .rows<{ count: number }>('SELECT count(*)::int AS count FROM "Agency"')
      .then(([row]) => [row ?? { count: 0 }] as const);
    for (const row of rows) {
      expect(row.adopted + row.adapted + row.declined + row.unanswered).toBe(count);
      expect(row.unansweredAgencyCodes).toHaveLength(Math.min(100, row.unanswered));
    }
    expect(rows.find(({ code }) => code === 'D-1')).toMatchObject({ adopted: 0, unanswered: count });
  });

  it('keeps to the agencies and process areas asked about, and is not for analysts', async () => {
    const { id } = await offer(registry, 'D-2');
    await editor().does('adoptLibraryRisk', adoption(id, registerId), answer);
    const { data } = await registry.as('centre')(
      coverage('(filter: {agencyCodes: ["SAMPLE-1", "SAMPLE-2"], processAreas: [PROCUREMENT]})'),
    );
    const rows = data.centre.libraryCoverage;
    expect(rows.find(({ code }: { code: string }) => code === 'D-2')).toEqual({
      code: 'D-2',
      adopted: 1,
      adapted: 0,
      declined: 0,
      unanswered: 1,
      unansweredAgencyCodes: ['SAMPLE-2'],
    });
    expect(rows.some(({ code }: { code: string }) => code.startsWith('LIB-S'))).toBe(false);
    const nobody = await registry.as('centre')(coverage('(filter: {agencyCodes: ["NONE"]})'));
    expect(nobody.data.centre.libraryCoverage[0]).toMatchObject({
      adopted: 0,
      unanswered: 0,
      unansweredAgencyCodes: [],
    });
    const analyst = await registry.as('analyst')(coverage(''));
    expect(refusalOf(analyst)).toEqual(['FORBIDDEN']);
  });
});
