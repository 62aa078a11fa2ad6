import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foldedText } from '@registry/schema/base/folded-text.logic.ts';
import { decodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { plainBits, shareOf } from '../kit/plain-similarity.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';

type Kept = {
  readonly id: string;
  readonly agency: string;
  readonly kind: string;
  readonly disclosure: number;
  readonly registerDisclosure: number;
  readonly year: number;
  readonly level: string;
  readonly title: string;
};

let registry: Registry;
let kept: readonly Kept[];
beforeAll(async () => {
  registry = await startRegistry({ limits: { costMax: Number.MAX_SAFE_INTEGER } });
  // One risk of a sample agency is worded like the documents' own.
  await registry.rows(`SET session_replication_role = 'replica';
    UPDATE "Risk" r SET "titleTh" = (SELECT replace(d."titleTh", 'เจ้าหน้าที่', 'พนักงานเจ้าหน้าที่') || ' ฯ' FROM "Risk" d
      JOIN "Agency" g ON g.id = d."agencyId" WHERE g.code = 'BMA-CHOMTHONG' ORDER BY length(d."titleTh") DESC LIMIT 1)
    WHERE r.id = (SELECT s.id FROM "Risk" s JOIN "Agency" g ON g.id = s."agencyId" WHERE g.code = 'SAMPLE-1' AND s.disclosure = 2 ORDER BY s."fiscalYear" DESC, s.id LIMIT 1);
    UPDATE "TextFingerprint" f SET (identity, size, bits, bands) = (SELECT identity, size, bits, bands FROM app.fingerprint_of(r."titleTh")) FROM "Risk" r WHERE r.id = f.id`);
  kept = await registry.rows<Kept>(`
    SELECT r.id, g.code AS agency, g.kind::text AS kind, r.disclosure::int, q.disclosure::int AS "registerDisclosure", r."fiscalYear" AS year, r.level::text, r."titleTh" AS title
    FROM "Risk" r JOIN "Agency" g ON g.id = r."agencyId" JOIN "RiskRegister" q ON q.id = r."registerId"`);
});
afterAll(async () => registry.stop());

type Cluster = {
  readonly titleTh: string;
  readonly agencyCount: number;
  readonly riskCount: number;
  readonly copiedAgencyCount: number;
  readonly isSample: boolean;
  readonly levels: readonly { level: string; nameTh: string; nameEn: string; count: number }[];
  readonly risks: readonly { score: number; isIdentical: boolean; risk: { id: string; agency: { code: string } } }[];
};

const ask = async (args: string, persona = 'centre') => {
  const { data, errors, extensions } = await registry.as(persona)(`{ centre { similarRisks(${args}) {
    titleTh agencyCount riskCount copiedAgencyCount isSample levels { level nameTh nameEn count } risks { score isIdentical risk { id titleTh level agency { code } } }
  } } }`);
  const clusters: readonly Cluster[] = data?.centre?.similarRisks ?? [];
  const notices: readonly { code: string }[] = extensions.notices;
  return { clusters, errors, notices };
};

const EVERYBODY = 'filter: {includeSamples: true, includeNotOverseen: true}';

/** What the figure is about: the newest register of each agency that is seen, or those of a year. */
function seenFrom(floor: number, year: number | null): Kept[] {
  const disclosed = kept.filter((row) => row.disclosure >= floor && row.registerDisclosure >= floor);
  const newest = (agency: string) =>
    Math.max(...disclosed.filter((row) => row.agency === agency).map((row) => row.year));
  return disclosed.filter((row) => row.year === (year ?? newest(row.agency)));
}

const distinct = (rows: readonly Kept[]): number => new Set(rows.map(({ agency }) => agency)).size;
const isAlike = (one: string, other: string, minScore: number): boolean =>
  shareOf(plainBits(one), plainBits(other)) >= minScore;

/** A cluster by plain comparison with its text. */
function plainCluster(titleTh: string, seen: readonly Kept[], minScore: number) {
  const members = seen.filter(({ title }) => isAlike(title, titleTh, minScore));
  const copied = members.filter(({ agency, title }) =>
    members.some((other) => other.agency !== agency && foldedText(other.title) === foldedText(title)),
  );
  return {
    agencyCount: distinct(members),
    riskCount: members.length,
    copiedAgencyCount: distinct(copied),
    levels: ['UNASSESSED', 'LOW', 'MEDIUM', 'HIGH', 'EXTREME'].map(
      (level) => members.filter((each) => each.level === level).length,
    ),
    risks: members
      .map(({ id, title }) => ({
        id,
        score: shareOf(plainBits(title), plainBits(titleTh)),
        isIdentical: foldedText(title) === foldedText(titleTh),
      }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, 50),
  };
}

describe('centre.similarRisks', () => {
  it.each([
    ['centre', 1, 0.6, null],
    ['centre', 1, 0.3, null],
    ['centre', 1, 0.9, 2568],
    ['analyst', 2, 0.6, null],
    ['analyst', 2, 1, 2567],
  ] as const)(
    'as %s (%i) at %f in %s tells of each cluster what a plain comparison tells',
    async (persona, floor, minScore, year) => {
      const seen = seenFrom(floor, year);
      const { clusters, errors } = await ask(
        `minScore: ${minScore}, first: 30, ${year ? `fiscalYear: ${year},` : ''} ${EVERYBODY}`,
        persona,
      );
      expect(errors).toEqual([]);
      expect(clusters.length).toBeGreaterThan(3);
      for (const cluster of clusters) {
        const found = {
          agencyCount: cluster.agencyCount,
          riskCount: cluster.riskCount,
          copiedAgencyCount: cluster.copiedAgencyCount,
          levels: cluster.levels.map(({ count }) => count),
          risks: cluster.risks.map(({ score, isIdentical, risk }) => ({
            id: decodeGlobalId(risk.id)?.id,
            score,
            isIdentical,
          })),
        };
        expect(found).toEqual(plainCluster(cluster.titleTh, seen, minScore));
        expect(found.agencyCount).toBeGreaterThan(1);
      }
      const heads = clusters.map(({ titleTh }) => titleTh);
      expect(heads.flatMap((one, at) => heads.slice(at + 1).filter((other) => isAlike(one, other, minScore)))).toEqual(
        [],
      );
      expect(clusters.map(({ agencyCount }) => agencyCount)).toEqual(
        clusters.map(({ agencyCount }) => agencyCount).sort((a, b) => b - a),
      );
      if (clusters.length === 30) return;
      const shared = seen.filter(({ agency, title }) =>
        seen.some((other) => other.agency !== agency && isAlike(title, other.title, minScore)),
      );
      const missed = shared.filter(({ title }) => !heads.some((head) => isAlike(title, head, minScore)));
      const copied = missed.filter(({ agency, title }) =>
        seen.some((other) => other.agency !== agency && foldedText(other.title) === foldedText(title)),
      );
      console.info(
        `${persona} at ${minScore}: ${clusters.length} clusters; ${missed.length} of ${shared.length} shared risks in none`,
      );
      expect(copied).toEqual([]);
      expect(missed.length).toBeLessThanOrEqual(shared.length * 0.1);
    },
  );

  it('finds the sentence of a document that another agency has reworded, and tells it from copied text', async () => {
    const { clusters } = await ask(`first: 30, ${EVERYBODY}`);
    const reworded = clusters.find(({ risks }) => risks.some(({ risk }) => risk.agency.code === 'BMA-CHOMTHONG'));
    expect(reworded).toMatchObject({ agencyCount: 2, copiedAgencyCount: 0 });
    expect(clusters.some(({ copiedAgencyCount }) => copiedAgencyCount > 1)).toBe(true);
  });

  it('tells of fewer clusters the same first ones, and names every level in Thai and English', async () => {
    const all = (await ask(`first: 30, ${EVERYBODY}`)).clusters;
    expect(all[0]?.levels).toHaveLength(5);
    expect((await ask(`first: 2, ${EVERYBODY}`)).clusters).toEqual(all.slice(0, 2));
    for (const { nameTh, nameEn } of all[0]?.levels ?? []) expect(`${nameTh} ${nameEn}`).toMatch(/^[ก-๙ ]+ [A-Z]/);
  });

  it('leaves out invented agencies unless they are asked for, and says so', async () => {
    const without = await ask('first: 30');
    expect(without.clusters.some(({ isSample }) => isSample)).toBe(false);
    expect(without.notices.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['OVERSEEN_ONLY', 'WITHOUT_SAMPLES']),
    );
    const having = await ask(`first: 30, ${EVERYBODY}`);
    expect(having.notices.map(({ code }) => code)).toContain('BUILT_ON_SAMPLES');
  });

  it('costs one statement, and one more for the risks that are shown, besides the look whether an answer is still good', async () => {
    const query = `{ centre { similarRisks(first: 30, ${EVERYBODY}) { titleTh agencyCount levels { count } risks { score } } } }`;
    const asked = (work: () => Promise<unknown>) =>
      statementsOf(work).then((all) => all.filter((text) => !text.includes('pg_control_checkpoint')));
    expect(await asked(() => registry.as('centre')(query))).toHaveLength(1);
    expect(await asked(() => ask(`first: 29, ${EVERYBODY}`))).toHaveLength(2);
  });

  it.each([
    ['minScore: 0.29, first: 5', 'minScore'],
    ['minScore: 1.01, first: 5', 'minScore'],
    ['first: 0', 'first'],
    ['first: 31', 'first'],
  ])('is refused by name: %s', async (args, field) => {
    const { errors } = await ask(args);
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field }] });
  });
});
