import { changes } from '../kit/person.ts';
import { type Answer, nodes, type Registry } from '../kit/registry.ts';

export type Item = { id: string; quadrant: string; rank: number; textTh: string; version: number };
export type Analysis = { id: string; version: number; fiscalYear: number; status: string; items: Item[] };

const analysisFields =
  'id version fiscalYear status origin items { id quadrant factor rank textTh textEn version risks { id } }';
const itemFields = 'id quadrant factor rank textTh textEn version risks { code } projects { sequenceNo }';
const payloadOf = (name: string): string => {
  if (name.startsWith('discard')) return 'agency { code }';
  return /^(add|edit|link)SwotItem$/.test(name) ? `swotItem { ${itemFields} }` : `swotAnalysis { ${analysisFields} }`;
};

/** Whoever writes SWOT analyses: editor of the first sample agency unless a persona is named. */
export function analysesOf(registry: () => Registry) {
  const ask = (name: string, input: object, persona = 'sample-1-editor'): Promise<Answer> =>
    registry()
      .person(persona)
      .tries(name, { ...input }, payloadOf(name));
  const draft = async (fiscalYear: number): Promise<Analysis> =>
    (await ask('draftSwotAnalysis', { fiscalYear })).data.draftSwotAnalysis.swotAnalysis;
  const add = async ({ id }: Analysis, more: object = {}): Promise<Item> =>
    (await ask('addSwotItem', { analysisId: id, quadrant: 'THREAT', factor: 'LEGAL', textTh: 'กฎหมายใหม่', ...more }))
      .data.addSwotItem.swotItem;
  const read = async (id: string): Promise<Analysis> =>
    (
      await registry().as('sample-1-viewer')(
        `query ($id: ID!) { node(id: $id) { ... on SwotAnalysis { ${analysisFields} } } }`,
        { id },
      )
    ).data.node;
  const ofSample = async (agency: string, persona: string): Promise<Analysis> =>
    nodes(
      (
        await registry().as(persona)(
          `{ swotAnalyses(first: 1, where: {agency: {code: {eq: "${agency}"}}, fiscalYear: {eq: 2568}}) { edges { node { ${analysisFields} } } } }`,
        )
      ).data.swotAnalyses,
    )[0];
  const audits = () => changes(registry());

  return { ask, draft, add, read, ofSample, audits };
}

export const order = ({ items }: Analysis, quadrant = 'THREAT') =>
  items.filter((item) => item.quadrant === quadrant).map(({ rank, textTh }) => `${rank} ${textTh}`);
export const itemAt = ({ id, version }: Item) => ({ itemId: id, expectedVersion: version });
