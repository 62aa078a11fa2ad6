import { soughtIn } from '@registry/schema/base/sought-text.logic.ts';
import { textFault } from '@registry/schema/base/text.logic.ts';
import { decodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { searchSources } from '@registry/schema/search/search-sources.ts';
import fc from 'fast-check';
import { asSuperuser } from '../kit/database-copy.ts';
import { drawn } from '../kit/generated.ts';
import { holdsSought } from '../kit/plain-search.ts';
import type { Client } from '../kit/registry.ts';
import { canaryOf } from '../kit/world.ts';
import { leaksIn, type Prober, probers, visibility, type World } from './isolation-world.ts';

type Words = {
  readonly id: string;
  readonly kind: string;
  readonly agencyCode: string | null;
  readonly disclosure: number;
  readonly words: string;
};

/** The words of everything that can be searched; agencies are for everybody (3). */
const everyWord = (world: World): Promise<Words[]> =>
  asSuperuser<Words>(
    world.database.superuser,
    `SELECT s.id, s.kind::text AS kind, g.code AS "agencyCode", s.disclosure::int AS disclosure, s.words
     FROM "SearchText" s LEFT JOIN "Agency" g ON g.id = s."agencyId"
     UNION ALL
     SELECT id, 'AGENCY', code, 3, app.searched_text(app.agency_called(code, "nameTh", "nameEn"), '') FROM "Agency"`,
  );

const seesOf = visibility();
const isReader = ({ role }: Prober): boolean => !['AUDITOR', 'CITY_ADMIN', 'PUBLIC'].includes(role);

/** Whether a prober may see a row: what the library offers is for every reader of records. */
function maySee(prober: Prober, { kind, agencyCode, disclosure }: Words): boolean {
  if (kind === 'AGENCY') return true;
  if (!isReader(prober)) return false;
  if (kind === 'LIBRARY_RISK') return disclosure >= 2 || prober.role === 'CENTRE';
  return agencyCode === prober.agencyCode || (seesOf.get(prober.role)?.(disclosure) ?? false);
}

/** Texts as people may take them from records, now and then with a letter left out: of rows that only some may see, other ones by each seed. */
const textsOf = (rows: readonly Words[], seed: number): string[] =>
  fc.sample(
    fc
      .tuple(fc.constantFrom(...rows), fc.nat(200), fc.integer({ min: 5, max: 24 }), fc.option(fc.nat(20)))
      .map(([{ words }, start, length, gap]) => {
        const text = words.slice(Math.min(start, words.length - length), start + length);
        return gap === null ? text : text.slice(0, gap) + text.slice(gap + 1);
      }),
    { numRuns: 30, seed },
  );

/** Lists whose records have words of their own, by kind. */
const lists = {
  PLAN: 'plans',
  PROJECT: 'projects',
  RISK_REGISTER: 'riskRegisters',
  RISK: 'risks',
  MITIGATION: 'mitigations',
  DELEGATION_ORDER: 'delegationOrders',
  FINDING: 'findings',
  DECLARATION: 'declarations',
  INTEGRITY_ACTIVITY: 'activities',
  COMMITTEE: 'committees',
  PUBLIC_ITEM: 'publicItems',
  YEAR_REPORT: 'planReports',
  INTERNAL_AUDIT: 'internalAudits',
  AUDIT_OBSERVATION: 'auditObservations',
  GUIDELINE: 'guidelines',
  GUIDELINE_RESULT: 'indicatorResults',
  LIBRARY_RISK: 'libraryRisks',
  AGENCY: 'agencies',
};

const QUESTION = `query ($text: String!) {
  search(text: $text, first: 100) { totalCount isTotalExact edges { score highlights { field parts { text isHit } } node { __typename id } } }
  ${Object.values(lists)
    .map((list) => `${list}(first: 1, search: $text) { totalCount }`)
    .join(' ')}
}`;

const kindOfModel = new Map<string, string>(searchSources.map(({ model, kind }) => [model, kind]));

/** Asks every prober for texts of all agencies; what is found, counted and listed is what a plain look at the visible rows finds. */
export async function probeSearch(
  world: World,
  clientOf: (prober: Prober) => Client,
  seed: number,
): Promise<{ probes: number; wrong: string[] }> {
  const rows = await everyWord(world);
  const codes = [...new Set(rows.flatMap(({ agencyCode }) => agencyCode ?? []))].filter((code) =>
    /1|THONG|MAE/.test(code),
  );
  const texts = [...new Set([...codes.map(canaryOf), ...textsOf(rows, seed)])].filter(
    (text) => /[\p{L}\p{N}]{2}/u.test(text) && !textFault(text),
  );
  const wrong: string[] = [];
  let probes = 0;
  for (const prober of probers) {
    const visible = rows.filter((row) => maySee(prober, row));
    for (const text of drawn(texts)) {
      const { data, text: answer } = await clientOf(prober)(QUESTION, { text });
      const sought = soughtIn(text);
      const expected = visible.filter(({ words }) => holdsSought(words, sought));
      const where = `${prober.role} ${JSON.stringify(text)}`;
      const found = data?.search;
      probes += 1;
      if (found) {
        // Of what stands nearly everywhere a city role is told that there is at least so much.
        const isRight = found.isTotalExact ? found.totalCount === expected.length : found.totalCount <= expected.length;
        if (!isRight) wrong.push(`${where}: ${found.totalCount}, not ${expected.length}`);
        if (!found.isTotalExact && prober.agencyCode !== null) wrong.push(`${where}: not all of its own`);
        const known = new Set(expected.map(({ id, kind }) => `${kind} ${id}`));
        for (const { node } of found.edges) {
          const { id } = decodeGlobalId(node.id) ?? {};
          if (!known.has(`${kindOfModel.get(node.__typename)} ${id}`)) wrong.push(`${where}: ${node.__typename} ${id}`);
        }
      } else if (isReader(prober)) wrong.push(`${where}: ${answer.slice(0, 200)}`);
      for (const [kind, list] of Object.entries(lists)) {
        probes += 1;
        const count = expected.filter((each) => each.kind === kind).length;
        if (data?.[list] && data[list].totalCount !== count)
          wrong.push(`${where} ${list}: ${data[list].totalCount}, not ${count}`);
      }
      for (const leak of leaksIn(answer, prober, world, seesOf.get(prober.role) ?? (() => false)))
        wrong.push(`${where}: ${leak}`);
    }
  }
  return { probes, wrong };
}
