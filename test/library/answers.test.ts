import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asSuperuser } from '../kit/database-copy.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';
import { changes, day, refusalOf, setStatus, writerOf } from '../risk/register-kit.ts';

let registry: Registry;
let registerId = '';
let foreignRegisterId = '';
beforeAll(async () => {
  registry = await startRegistry({ responseCacheMb: 0 });
  const register = async (persona: string) =>
    (await writerOf(registry, persona).done('draftRiskRegister', { fiscalYear: 2570 }, 'riskRegister { id }'))
      .riskRegister.id;
  registerId = await register('sample-1-editor');
  foreignRegisterId = await register('sample-2-editor');
});
afterAll(async () => registry.stop());

const editor = () => writerOf(registry, 'sample-1-editor');
const answer =
  'libraryResponse { id version decision reasonTh decidedAt agency { code } libraryRisk { code myResponse { decision } } risk { id code titleTh titleEn processArea corruptionTypes level origin register { fiscalYear } mitigations { sortOrder measureTh measureEn strategy dueOn status progressPercent } } }';

/** A risk of the library, published unless it is to stay a draft. */
async function offer(code: string, publish = true): Promise<{ id: string; version: number }> {
  const centre = writerOf(registry, 'centre');
  const { libraryRisk } = await centre.done(
    'draftLibraryRisk',
    {
      code,
      titleTh: `ความเสี่ยงในคลัง ${code}`,
      titleEn: 'From the library',
      processArea: 'PROCUREMENT',
      corruptionTypes: ['BRIBERY', 'CONFLICT_OF_INTEREST'],
      measures: [
        { measureTh: 'เปิดเผยราคากลาง', measureEn: 'Publish the price', strategy: 'TREAT' },
        { measureTh: 'หมุนเวียนกรรมการ', strategy: 'TREAT' },
      ],
    },
    'libraryRisk { id version }',
  );
  if (publish) await act('centre', 'publishLibraryRisk', libraryRisk);
  return { id: libraryRisk.id, version: libraryRisk.version + (publish ? 1 : 0) };
}

const act = (persona: string, name: string, { id, version }: { id: string; version: number }) =>
  registry.as(persona)(`mutation ($input: LibraryRiskActInput!) { ${name}(input: $input) { libraryRisk { id } } }`, {
    input: { id, expectedVersion: version },
  });

const adoption = (libraryRiskId: string, more: Record<string, unknown> = {}) => ({
  libraryRiskId,
  registerId,
  dueOn: day(90),
  ...more,
});

describe('adoptLibraryRisk', () => {
  it('adds the risk to a draft register, its suggested measures planned, and keeps the answer', async () => {
    const { id } = await offer('A-1');
    const { libraryResponse } = await editor().done('adoptLibraryRisk', adoption(id), answer);
    expect(libraryResponse).toMatchObject({
      decision: 'ADOPTED',
      reasonTh: null,
      version: 1,
      agency: { code: 'SAMPLE-1' },
      libraryRisk: { code: 'A-1', myResponse: { decision: 'ADOPTED' } },
      risk: {
        code: 'A-1',
        titleTh: 'ความเสี่ยงในคลัง A-1',
        titleEn: 'From the library',
        processArea: 'PROCUREMENT',
        corruptionTypes: ['BRIBERY', 'CONFLICT_OF_INTEREST'],
        level: 'UNASSESSED',
        origin: 'USER',
        register: { fiscalYear: 2570 },
        mitigations: [
          {
            sortOrder: 1,
            measureTh: 'เปิดเผยราคากลาง',
            measureEn: 'Publish the price',
            strategy: 'TREAT',
            dueOn: day(90),
            status: 'PLANNED',
            progressPercent: 0,
          },
          { sortOrder: 2, measureTh: 'หมุนเวียนกรรมการ', measureEn: null },
        ],
      },
    });
  });

  it('names every wrong field at once, and adds nothing', async () => {
    const { id } = await offer('A-2');
    await editor().done('adoptLibraryRisk', adoption(id, { code: 'X-1' }), answer);
    const other = await offer('A-3');
    const before = await changes(registry);
    const wrong = adoption(other.id, { code: 'X-1', dueOn: day(-1) });
    expect(refusalOf(await editor().act('adoptLibraryRisk', wrong, answer))).toEqual([
      'INVALID_INPUT',
      'code',
      'dueOn',
    ]);
    expect(await changes(registry)).toBe(before);
  });

  it('finds neither a draft of the library nor a register of another agency, and no answer to what was withdrawn', async () => {
    const [hidden, offered, withdrawn] = [await offer('A-4', false), await offer('A-5'), await offer('A-6')];
    await act('centre', 'withdrawLibraryRisk', withdrawn);
    const before = await changes(registry);
    const code = async (input: Record<string, unknown>) =>
      refusalOf(await editor().act('adoptLibraryRisk', input, answer));
    expect(await code(adoption(hidden.id))).toEqual(['NOT_FOUND', 'libraryRiskId']);
    expect(await code(adoption(offered.id, { registerId: foreignRegisterId }))).toEqual(['NOT_FOUND', 'registerId']);
    expect(await code(adoption(withdrawn.id))).toEqual(['ILLEGAL_TRANSITION']);
    await setStatus(registry, 2570, 'SUBMITTED');
    expect(await code(adoption(offered.id))).toEqual(['ILLEGAL_TRANSITION']);
    await setStatus(registry, 2570, 'DRAFT');
    expect(await changes(registry)).toBe(before);
  });
});

describe('adaptLibraryRisk', () => {
  it('lets a risk that the agency has stand for it, or a new one under its own title', async () => {
    const [first, second] = [await offer('B-1'), await offer('B-2')];
    const { risk } = await editor().done(
      'addRisk',
      { registerId, titleTh: 'ความเสี่ยงของเราเอง', processArea: 'PROCUREMENT' },
      'risk { id }',
    );
    const linked = await editor().done(
      'adaptLibraryRisk',
      { libraryRiskId: first.id, reasonTh: 'มีอยู่แล้ว', riskId: risk.id },
      answer,
    );
    expect(linked.libraryResponse).toMatchObject({
      decision: 'ADAPTED',
      reasonTh: 'มีอยู่แล้ว',
      risk: { id: risk.id, mitigations: [] },
    });
    const created = await editor().done(
      'adaptLibraryRisk',
      {
        libraryRiskId: second.id,
        reasonTh: 'เฉพาะการจ้างที่ปรึกษา',
        newRisk: { registerId, code: 'OWN-1', titleTh: 'การจ้างที่ปรึกษา', dueOn: day(30) },
      },
      answer,
    );
    expect(created.libraryResponse.risk).toMatchObject({
      code: 'OWN-1',
      titleTh: 'การจ้างที่ปรึกษา',
      titleEn: null,
      processArea: 'PROCUREMENT',
    });
    expect(created.libraryResponse.risk.mitigations).toHaveLength(2);
  });

  it('takes one of the two, needs its reason, and finds no risk of another agency', async () => {
    const { id: libraryRiskId } = await offer('B-3');
    const foreign = nodes(
      (await registry.as('sample-2-viewer')('{ risks(first: 1) { edges { node { id } } } }')).data.risks,
    )[0];
    const newRisk = { registerId, titleTh: ' ', code: '', dueOn: day(-5) };
    const before = await changes(registry);
    const code = async (input: Record<string, unknown>) =>
      refusalOf(await editor().act('adaptLibraryRisk', { libraryRiskId, reasonTh: 'เหตุผล', ...input }, answer));
    expect(await code({})).toEqual(['INVALID_INPUT', 'riskId']);
    expect(await code({ riskId: foreign.id, newRisk })).toEqual(['INVALID_INPUT', 'riskId']);
    expect(await code({ riskId: foreign.id })).toEqual(['NOT_FOUND', 'riskId']);
    expect(await code({ newRisk: { ...newRisk, registerId: foreignRegisterId } })).toEqual([
      'NOT_FOUND',
      'newRisk.registerId',
    ]);
    expect(await code({ reasonTh: ' ', newRisk })).toEqual([
      'INVALID_INPUT',
      'reasonTh',
      'newRisk.titleTh',
      'newRisk.code',
      'newRisk.dueOn',
    ]);
    expect(await changes(registry)).toBe(before);
  });
});

describe('an answer', () => {
  it('is declined with a reason, and changed later by whoever has seen it', async () => {
    const { id: libraryRiskId } = await offer('C-1');
    const decline = (more: Record<string, unknown>) =>
      editor().act('declineLibraryRisk', { libraryRiskId, reasonTh: 'ไม่มีภารกิจนี้', ...more }, answer);
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
      refusalOf(await editor().act('adoptLibraryRisk', adoption(libraryRiskId, { expectedVersion: 7 }), answer)),
    ).toEqual(['CONFLICT']);
    expect(await changes(registry)).toBe(before);

    const adopted = await editor().done('adoptLibraryRisk', adoption(libraryRiskId, { expectedVersion: 1 }), answer);
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
    const { id } = await offer('C-2');
    await editor().done('adoptLibraryRisk', adoption(id), answer);
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
    await offer('D-1');
    await registry.as('centre')(coverage(everybody));
    let rows: any[] = [];
    const statements = await statementsOf(async () => {
      const { data, errors } = await registry.as('centre')(coverage(everybody));
      expect(errors).toEqual([]);
      rows = data.centre.libraryCoverage;
    });
    expect(statements).toHaveLength(1);
    const expected = await asSuperuser<Record<string, unknown>>(
      registry.database.superuser,
      `SELECT l.code,
         (SELECT count(*)::int FROM "LibraryResponse" a WHERE a."libraryRiskId" = l.id AND a.decision = 'ADOPTED') AS adopted,
         (SELECT count(*)::int FROM "LibraryResponse" a WHERE a."libraryRiskId" = l.id AND a.decision = 'ADAPTED') AS adapted,
         (SELECT count(*)::int FROM "LibraryResponse" a WHERE a."libraryRiskId" = l.id AND a.decision = 'DECLINED') AS declined,
         (SELECT count(*)::int FROM "Agency" g WHERE NOT EXISTS
           (SELECT 1 FROM "LibraryResponse" a WHERE a."libraryRiskId" = l.id AND a."agencyId" = g.id)) AS unanswered
       FROM "LibraryRisk" l WHERE l.status = 'PUBLISHED' ORDER BY l.code`,
    );
    expect(rows.map(({ unansweredAgencyCodes: _codes, ...counts }) => counts)).toEqual(expected);
    const [{ count }] = await asSuperuser<{ count: number }>(
      registry.database.superuser,
      'SELECT count(*)::int AS count FROM "Agency"',
    ).then(([row]) => [row ?? { count: 0 }] as const);
    for (const row of rows) {
      expect(row.adopted + row.adapted + row.declined + row.unanswered).toBe(count);
      expect(row.unansweredAgencyCodes).toHaveLength(Math.min(100, row.unanswered));
    }
    expect(rows.find(({ code }) => code === 'D-1')).toMatchObject({ adopted: 0, unanswered: count });
  });

  it('keeps to the agencies and process areas asked about, and is not for analysts', async () => {
    const { data } = await registry.as('centre')(
      coverage('(filter: {agencyCodes: ["SAMPLE-1", "SAMPLE-2"], processAreas: [PROCUREMENT]})'),
    );
    const rows = data.centre.libraryCoverage;
    expect(rows.find(({ code }: { code: string }) => code === 'A-1')).toEqual({
      code: 'A-1',
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
