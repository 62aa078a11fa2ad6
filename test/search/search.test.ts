import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { queries } from './queries.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const QUESTION = `query ($text: String!, $kinds: [SearchKind!], $first: Int!) {
  search(text: $text, kinds: $kinds, first: $first) {
    totalCount
    edges {
      score
      highlights { field parts { text isHit } }
      node {
        __typename id
        ... on Plan { titleTh titleEn }
        ... on Project { titleTh titleEn printedCode objectivesTh }
        ... on SwotItem { textTh textEn }
        ... on RiskRegister { noteTh fiscalYear }
        ... on Risk { titleTh titleEn code }
        ... on Mitigation { measureTh measureEn }
        ... on DelegationOrder { orderTitle: titleTh }
        ... on DelegatedPower { subjectTh }
        ... on Finding { messageTh messageEn code }
        ... on Declaration { titleTh titleEn declaredTh: textTh }
        ... on IntegrityActivity { titleTh titleEn activityPlace: placeTh }
        ... on Committee { committeeTh: nameTh dutiesTh }
        ... on PublicItem { titleTh titleEn }
        ... on YearReport { reportKind: kind summaryTh }
        ... on YearReportItem { reportedTh: titleTh }
        ... on InternalAudit { topicTh }
        ... on AuditObservation { observationTh }
        ... on OitItem { answerNoteTh: noteTh }
        ... on Guideline { guidelineTh: textTh guidelineEn: textEn }
        ... on GuidelineResult { resultTh: textTh resultEn: textEn systemNamed }
        ... on ItaAssessment { gradePrinted }
        ... on LibraryRisk { titleTh titleEn code }
        ... on Agency { nameTh nameEn code }
      }
    }
  }
}`;

type Edge = {
  score: number;
  highlights: { field: string; parts: { text: string; isHit: boolean }[] }[];
  node: { __typename: string; id: string };
};
type Found = { totalCount: number; edges: Edge[] };

async function search(persona: string, text: string, first = 5, kinds?: readonly string[]): Promise<Found> {
  const { data, errors } = await registry.as(persona)(QUESTION, { text, kinds, first });
  expect(errors).toEqual([]);
  return data.search;
}

describe('a search of the documents', () => {
  it('finds what people look for among the first five, as they type it', async () => {
    const ranks: string[] = [];
    const missed: string[] = [];
    for (const [persona, text, expected] of queries) {
      const { edges, totalCount } = await search(persona, text);
      const rank = edges.findIndex(({ node }) => JSON.stringify(node).includes(expected)) + 1;
      ranks.push(`${rank || '–'} of ${totalCount}  ${text}`);
      if (rank === 0)
        missed.push(`${persona}: ${text} → ${JSON.stringify(edges.map(({ node }) => node)).slice(0, 300)}`);
    }
    console.info(
      `${queries.length - missed.length} of ${queries.length} in the first five\n${ranks.join('\n')}\n${missed.join('\n')}`,
    );
    expect(queries.length).toBeGreaterThanOrEqual(60);
    expect(missed.length).toBeLessThanOrEqual(queries.length - 57);
  }, 60_000);
});
