import { decodeGlobalId, encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import fc from 'fast-check';
import { asSuperuser } from '../kit/database-copy.ts';
import { drawn } from '../kit/generated.ts';
import { plainSimilar, type Titled } from '../kit/plain-similarity.ts';
import type { Client } from '../kit/registry.ts';
import { leaksIn, type Prober, probers, visibility, type World } from './isolation-world.ts';

type Row = Titled & { readonly type: string; readonly agencyCode: string | null; readonly disclosure: number };

const everyTitle = (world: World): Promise<Row[]> =>
  asSuperuser<Row>(
    world.database.superuser,
    `SELECT r.id, 'Risk' AS type, g.code AS "agencyCode", r.disclosure::int AS disclosure, r."titleTh" AS title FROM "Risk" r JOIN "Agency" g ON g.id = r."agencyId"
     UNION ALL SELECT p.id, 'Project', g.code, p.disclosure::int, p."titleTh" FROM "Project" p JOIN "Agency" g ON g.id = p."agencyId"
     UNION ALL SELECT id, 'LibraryRisk', NULL, CASE status WHEN 'DRAFT' THEN 1 ELSE 2 END, "titleTh" FROM "LibraryRisk"`,
  );

const seesOf = visibility();
const isReader = ({ role }: Prober): boolean => !['AUDITOR', 'CITY_ADMIN', 'PUBLIC'].includes(role);

const maySee = (prober: Prober, { agencyCode, disclosure }: Row): boolean =>
  agencyCode === null
    ? disclosure >= 2 || prober.role === 'CENTRE'
    : agencyCode === prober.agencyCode || (seesOf.get(prober.role)?.(disclosure) ?? false);

const QUESTION = `query ($id: ID!) { node(id: $id) {
  ... on Risk { similar(first: 50) { score node { __typename id } } }
  ... on Project { similar(first: 50) { score node { __typename id } } }
} }`;

/** Asks every prober what is similar to records of all agencies: nothing out of sight is told, and each score is that of a plain comparison. */
export async function probeSimilar(
  world: World,
  clientOf: (prober: Prober) => Client,
): Promise<{ probes: number; wrong: string[] }> {
  const rows = await everyTitle(world);
  const asked = fc.sample(fc.constantFrom(...rows.filter(({ type }) => type !== 'LibraryRisk')), {
    numRuns: 60,
    seed: 55,
  });
  const wrong: string[] = [];
  let probes = 0;
  for (const prober of probers) {
    const visible = new Map(rows.filter((row) => isReader(prober) && maySee(prober, row)).map((row) => [row.id, row]));
    for (const row of drawn(asked)) {
      const where = `${prober.role} ${row.type} ${row.id}`;
      const answer = await clientOf(prober)(QUESTION, { id: encodeGlobalId(row.type, row.id) });
      const found: readonly any[] = answer.data?.node?.similar ?? [];
      const plain = new Map(plainSimilar(row, [...visible.values()], 0.3).map(({ id, score }) => [id, score]));
      probes += 1;
      if (!visible.has(row.id) && answer.data?.node) wrong.push(`${where}: shown`);
      if (visible.has(row.id) && !answer.data?.node?.similar) wrong.push(`${where}: ${answer.text.slice(0, 200)}`);
      for (const { score, node } of found) {
        const { id = '' } = decodeGlobalId(node?.id ?? '') ?? {};
        if (!visible.has(id) || plain.get(id) !== score) wrong.push(`${where}: ${node?.__typename} ${id} ${score}`);
      }
      for (const leak of leaksIn(answer.text, prober, world, seesOf.get(prober.role) ?? (() => false)))
        wrong.push(`${where}: ${leak}`);
    }
  }
  return { probes, wrong };
}
