import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { plainSimilar, type Titled } from '../kit/plain-similarity.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';
import { draftWithRisk } from '../risk/register-kit.ts';

type Kept = Titled & {
  readonly of: string;
  readonly agency: string | null;
  readonly disclosure: number;
  readonly continues: string | null;
};

let registry: Registry;
let kept: readonly Kept[];
beforeAll(async () => {
  registry = await startRegistry({ limits: { costMax: Number.MAX_SAFE_INTEGER } });
  kept = await registry.rows<Kept>(`
    SELECT r.id, 'risk' AS of, g.code AS agency, r.disclosure::int, r."titleTh" AS title, r."carriedFromId" AS continues FROM "Risk" r JOIN "Agency" g ON g.id = r."agencyId"
    UNION ALL SELECT p.id, 'project', g.code, p.disclosure::int, p."titleTh", p."copiedFromId" FROM "Project" p JOIN "Agency" g ON g.id = p."agencyId"
    UNION ALL SELECT l.id, 'risk', NULL, CASE l.status WHEN 'DRAFT' THEN 1 ELSE 2 END, l."titleTh", NULL FROM "LibraryRisk" l`);
});
afterAll(async () => registry.stop());

const seenBy: Readonly<Record<string, (row: Kept) => boolean>> = {
  centre: ({ disclosure }) => disclosure >= 1,
  analyst: ({ disclosure }) => disclosure >= 2,
  'sample-1-viewer': ({ agency, disclosure }) => agency === 'SAMPLE-1' || (agency === null && disclosure >= 2),
  'chomthong-editor': ({ agency, disclosure }) => agency === 'BMA-CHOMTHONG' || (agency === null && disclosure >= 2),
};

const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString('utf8').split(':')[1] ?? '';

/** The records that are one through the years, among those seen. */
function lineOf({ id }: Kept, seen: readonly Kept[]): ReadonlySet<string> {
  const line = new Set([id]);
  for (let size = 0; size < line.size; ) {
    size = line.size;
    for (const each of seen)
      if (
        each.continues !== null &&
        (line.has(each.id) || line.has(each.continues)) &&
        seen.some((row) => row.id === each.continues)
      )
        line.add(each.id).add(each.continues);
  }
  return line;
}

const SIMILAR =
  'similar(first: 50) { score isIdentical node { __typename id ... on Risk { titleTh agency { code } } ... on Project { titleTh } ... on LibraryRisk { titleTh } } }';

describe.each(Object.entries(seenBy))('%s', (persona, sees) => {
  it.each([
    ['risk', 'risks'],
    ['project', 'projects'],
  ])(
    'finds for each %s what a plain comparison with all that it may see finds, with the same scores',
    async (of, list) => {
      const seen = kept.filter((row) => row.of === of && sees(row));
      const { data, errors } = await registry.as(persona)(
        `{ ${list}(first: 100) { edges { node { id ${SIMILAR} } } } }`,
      );
      expect(errors).toEqual([]);
      let compared = 0;
      for (const { node } of data[list].edges) {
        const own = seen.find(({ id }) => id === uuidOf(node.id));
        if (!own) throw new Error(`${persona} may not see ${node.id}`);
        const line = lineOf(own, seen);
        const plain = plainSimilar(
          own,
          seen.filter(({ id }) => !line.has(id)),
          0.3,
        ).slice(0, 50);
        const found = node.similar.map((each: any) => ({
          id: uuidOf(each.node.id),
          score: each.score,
          isIdentical: each.isIdentical,
        }));
        expect(found).toEqual(plain);
        compared += found.length;
      }
      console.info(`${persona}: ${compared} records similar to ${data[list].edges.length} of ${list}`);
      expect(data[list].edges.length).toBeGreaterThan(0);
    },
  );
});

describe('similar records', () => {
  const chomthong = '{ risks(first: 9) { edges { node { titleTh similar(first: 3) { score } } } } }';

  it('cost one statement for all records of a page, and one for the records of each kind that are shown', async () => {
    const ask = registry.as('sample-1-viewer');
    await ask(chomthong);
    const comparing = (statements: string[]) => statements.filter((text) => text.includes('fingerprint_similarity'));
    const alone = await statementsOf(() => ask(chomthong));
    expect([comparing(alone).length, alone.length]).toEqual([1, 2]);
    const shown = await statementsOf(() =>
      ask(`{ risks(first: 20) { edges { node { a: similar(first: 3) { node { id } } b: ${SIMILAR} } } } }`),
    );
    expect(comparing(shown)).toHaveLength(1);
    expect(shown.length).toBeLessThanOrEqual(6);
  });

  it('follow a title as soon as it is written, changed and removed', async () => {
    const editor = registry.person('sample-1-editor');
    const ask = registry.as('sample-1-editor');
    const { register } = await draftWithRisk(editor, 2575);
    const title = 'เจ้าหน้าที่รับเงินจากผู้ขออนุญาตตัดต้นไม้ในที่สาธารณะ ปี ๒๕๗๐ เพื่อลัดคิว';
    const input = {
      registerId: register.id,
      titleTh: title,
      processArea: 'APPROVE_PERMIT',
      corruptionTypes: ['BRIBERY'],
    };
    const at = 'risk { id version }';
    const one = await editor.does('addRisk', input, at);
    const other = await editor.does('addRisk', { ...input, titleTh: `${title.replace('๒๕๗๐', '(2570)')} ฯ` }, at);
    const similarOf = async (id: string) =>
      (await ask(`query ($id: ID!) { node(id: $id) { ... on Risk { version ${SIMILAR} } } }`, { id })).data.node;
    const first = await similarOf(one.risk.id);
    expect(first.similar[0]).toMatchObject({ score: 1, isIdentical: true, node: { id: other.risk.id } });
    const changed = { riskId: other.risk.id, expectedVersion: 1, titleTh: title.replace('ต้นไม้', 'ต้นไม้ใหญ่') };
    await editor.does('editRisk', changed, at);
    const [nearly] = (await similarOf(one.risk.id)).similar;
    expect(nearly).toMatchObject({ isIdentical: false, node: { id: other.risk.id } });
    expect(nearly.score).toBeGreaterThan(0.8);
    await editor.does('removeRisk', { riskId: other.risk.id, expectedVersion: 2 }, 'riskRegister { id }');
    expect((await similarOf(one.risk.id)).similar.map((each: any) => each.node.id)).not.toContain(other.risk.id);
    await editor.does('removeRisk', { riskId: one.risk.id, expectedVersion: 1 }, 'riskRegister { id }');
    const [left] = await registry.rows(`SELECT count(*)::int AS count FROM "TextFingerprint" WHERE id = ANY($1)`, [
      [one.risk.id, other.risk.id].map(uuidOf),
    ]);
    expect(left).toEqual({ count: 0 });
  });

  it('are not told as of a moment, as fingerprints are kept of what there is now', async () => {
    const [{ id } = { id: '' }] = kept.filter((row) => row.agency === 'SAMPLE-1' && row.of === 'risk');
    const query = `query ($id: ID!, $asOf: DateTime) { node(id: $id, asOf: $asOf) { ... on Risk { similar(first: 1) { score } } } }`;
    const { errors } = await registry.as('sample-1-viewer')(query, {
      id: encodeGlobalId('Risk', id),
      asOf: new Date().toISOString(),
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'asOf' }] });
  });

  it.each([0, -1, 51])('are refused by name when %s are asked for', async (first) => {
    const { errors } = await registry.as('centre')(
      `{ risks(first: 1) { edges { node { similar(first: ${first}) { score } } } } }`,
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'first' }] });
  });
});
