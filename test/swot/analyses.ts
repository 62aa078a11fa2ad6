import { asSuperuser } from '../kit/database-copy.ts';
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
    registry().as(persona)(
      `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${payloadOf(name)} } }`,
      { input },
    );
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
  const audits = async () =>
    (
      await asSuperuser<{ count: number }>(
        registry().database.superuser,
        'SELECT count(*)::int AS count FROM "AuditEntry"',
      )
    )[0]?.count;

  return { ask, draft, add, read, ofSample, audits };
}

export const code = ({ errors }: Answer) => errors[0]?.extensions.code;
export const fields = ({ errors }: Answer) =>
  errors[0]?.extensions.fields?.map(({ field }: { field: string }) => field);
export const order = ({ items }: Analysis, quadrant = 'THREAT') =>
  items.filter((item) => item.quadrant === quadrant).map(({ rank, textTh }) => `${rank} ${textTh}`);
export const itemAt = ({ id, version }: Item) => ({ itemId: id, expectedVersion: version });
