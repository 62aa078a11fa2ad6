import type { Registry } from '../kit/registry.ts';
import { type Sentence, sentencesOf } from './sentence.ts';

/** Lists whose items say something in words that are put together when they are asked for. */
const lists: readonly string[] = [
  'findings(first: 100) { edges { node { messageTh basisTh } } }',
  'plans(first: 100) { edges { node { missing { messageTh } } } }',
  'swotAnalyses(first: 100) { edges { node { missing { messageTh } } } }',
  'riskRegisters(first: 100) { edges { node { missing { messageTh } } } }',
  'delegationOrders(first: 50) { edges { node { issueProblems { messageTh } } } }',
];

const everybodyAsks: readonly (readonly [place: string, query: string])[] = [
  ['crossAgencyFindings', '{ crossAgencyFindings { messageTh basisTh } }'],
  ['tasks', '{ viewer { tasks(first: 100) { titleTh basisTh } } }'],
  ...lists.map((list) => [list.split('(')[0] ?? '', `{ ${list} }`] as const),
];

const trail = '{ auditTrail(first: 100) { edges { node { summaryTh actTh changes { labelTh } } } } }';

/** Every text in an answer whose field says that it is Thai. */
function thaiTextsIn(value: unknown, field = ''): [field: string, text: string][] {
  if (typeof value === 'string') return field.endsWith('Th') ? [[field, value]] : [];
  if (Array.isArray(value)) return value.flatMap((each) => thaiTextsIn(each, field));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => thaiTextsIn(each, name));
}

async function saidTo(registry: Registry, persona: string, place: string, query: string): Promise<Sentence[]> {
  const { data, errors } = await registry.as(persona)(query, {}, { 'accept-language': 'th' });
  const refused = errors.map(({ message }): [string, string] => ['error', message]);
  return [...thaiTextsIn(data), ...refused].flatMap(([field, text]) =>
    sentencesOf(place, `${persona} ${place}.${field}`, text),
  );
}

/** What the registry says over the API to people of the sample agencies and of the city. */
export async function renderedSentences(registry: Registry): Promise<Sentence[]> {
  const found: Sentence[] = [];
  for (const persona of ['sample-1-editor', 'sample-1-approver', 'sample-2-editor', 'sample-2-approver', 'centre'])
    for (const [place, query] of everybodyAsks) found.push(...(await saidTo(registry, persona, place, query)));
  for (const persona of ['sample-1-editor', 'sample-2-approver', 'auditor'])
    found.push(...(await saidTo(registry, persona, 'audit', trail)));
  const rules = '{ findingRules { titleTh basisTh } glossary { wordTh meaningTh } }';
  found.push(...(await saidTo(registry, 'sample-1-editor', 'rules', rules)));
  const { data } = await registry.public('{ legalClocks { code } }');
  for (const { code } of data.legalClocks)
    found.push(
      ...(await saidTo(
        registry,
        'sample-1-editor',
        'deadlines',
        `{ deadline(clock: "${code}", from: "2026-04-10") { textTh } }`,
      )),
    );
  return found;
}
