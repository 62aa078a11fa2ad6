import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unguardedSchema } from '@registry/schema/schema.ts';
import fc from 'fast-check';
import { isObjectType } from 'graphql';
import { announcementOf } from '../kit/announcement.ts';
import { generated } from '../kit/generated.ts';
import type { Person } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { argumentsOf } from '../kit/schema-walk.ts';
import { question } from '../tenancy/api-questions.ts';

const SEED = 25_690_024;
/** How often each list and figure is asked, each time with other filters, orders and pages. */
const TIMES = 1 + generated(7);

let registry: Registry;
let questions: readonly string[];
beforeAll(async () => {
  registry = await startRegistry({ limits: { costMax: Number.MAX_SAFE_INTEGER }, responseCacheMb: 0 });
  questions = await askable();
});
afterAll(async () => registry.stop());

/** A filter or an order by what the step itself changes: the status, and when and how often the record was touched. */
const tellsTheStep = /\b(status|updatedAt): |: (status|updatedAt)\b|statuses: /;

/** Totals leave out invented agencies, of which the amended records are, unless they are asked for. */
const withSamples = (text: string): string => {
  if (text.includes('includeSamples')) return text.replace('includeSamples: false', 'includeSamples: true');
  return text.includes('filter: {')
    ? text.replace('filter: {', 'filter: {includeSamples: true, ')
    : text.replace('(', '(filter: {includeSamples: true}, ');
};

/** Asked apart, as what is below them; and what records that it was asked, and so differs each time. */
const leftOut = ['node', 'nodes', 'centre', 'runQuery'];

/** Every list and figure that a city role can ask for, generated from the schema. */
async function askable(): Promise<string[]> {
  const found = await registry.rows<{ type: string; id: string }>(
    ['Plan', 'Project', 'RiskRegister', 'Risk', 'Mitigation', 'SwotAnalysis', 'SwotItem', 'YearReport', 'Finding']
      .map((type) => `(SELECT '${type}' AS type, id FROM "${type}" WHERE disclosure = 2 ORDER BY id LIMIT 3)`)
      .join(' UNION ALL '),
  );
  const ids = new Map<string, string[]>();
  for (const { type, id } of found) ids.set(type, [...(ids.get(type) ?? []), id]);
  const centre = unguardedSchema.getType('Centre');
  const roots = Object.values(unguardedSchema.getQueryType()?.getFields() ?? {});
  const figures = isObjectType(centre) ? Object.values(centre.getFields()) : [];
  const sampled = (fields: typeof roots, wrap: (text: string) => string) =>
    fields.flatMap((field, place) => {
      const asked = question(field, ids, 1);
      return asked ? fc.sample(asked, { numRuns: TIMES, seed: SEED + place }).map(wrap) : [];
    });
  return [
    ...sampled(
      roots.filter(({ name }) => !leftOut.includes(name)),
      (text) => `{ ${text} }`,
    ),
    ...sampled(figures, (text) => `{ centre { ${withSamples(text)} } }`),
    ...figures
      .filter((field) => !isObjectType(field.type))
      .map((field) => `{ centre { ${field.name}${argumentsOf(field)} { __typename } } }`),
  ].filter((text) => !tellsTheStep.test(text));
}

/** What the step itself is told by, and what counts the changes of a record. */
const ofTheStep = new Set(['version', 'updatedAt', 'statusChanges', 'openActs', 'amendment']);

/** An answer without what the step is told by; statuses are kept, as those from which the step leads. */
const withoutTheStep = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value) => {
    if (ofTheStep.has(key)) return undefined;
    return ['IMPORTED', 'APPROVED', 'PUBLISHED', 'AMENDING'].includes(value) ? 'DISCLOSED' : value;
  });

async function everything(persona: string): Promise<Map<string, unknown>> {
  const ask = registry.as(persona);
  const answers = new Map<string, unknown>();
  for (const text of questions) {
    const { data, errors } = await ask(text);
    answers.set(text, withoutTheStep({ data, codes: errors.map(({ extensions }) => extensions.code) }));
  }
  return answers;
}

type Place = { readonly list: string; readonly name: string; readonly type: string };
const places: readonly Place[] = [
  { list: 'riskRegisters', name: 'riskRegister', type: 'RiskRegister' },
  { list: 'plans', name: 'plan', type: 'Plan' },
  { list: 'swotAnalyses', name: 'swotAnalysis', type: 'SwotAnalysis' },
  { list: 'planReports', name: 'yearReport', type: 'YearReport' },
];

async function step(
  { ask }: Person,
  verb: string,
  { name, type }: Place,
  record: { id: string; version: number },
  more = {},
) {
  const form = ['submit', 'revise', 'approve', 'close'].includes(verb) ? `${type}ActInput` : `${verb}${type}Input`;
  const input = { id: record.id, expectedVersion: record.version, ...more };
  const answer = await ask(
    `mutation ($input: ${form.charAt(0).toUpperCase()}${form.slice(1)}!) { ${verb}${type}(input: $input) { ${name} { id version status } } }`,
    { input },
  );
  if (answer.errors.length > 0) throw new Error(answer.text);
  return answer.data[`${verb}${type}`][name];
}

const disclosed = async (place: Place) =>
  nodes(
    (
      await registry
        .person('sample-1-approver')
        .ask(
          `{ ${place.list}(first: 20, where: {status: {in: [APPROVED, PUBLISHED]}}) { edges { node { id version status } } } }`,
        )
    ).data[place.list],
  );

describe('amending what was disclosed', () => {
  it('changes the status and nothing else of what the centre and analysts read: every list and figure is as before', async () => {
    const approver = registry.person('sample-1-approver');
    const [register] = places;
    const [first] = register ? await disclosed(register) : [];
    if (!register || !first) throw new Error('SAMPLE-1 has an approved register.');
    await step(approver, 'publish', register, first, { announcement: await announcementOf(approver.ask) });

    const before = await Promise.all(['centre', 'analyst'].map(everything));
    let amended = 0;
    for (const place of places) {
      for (const record of await disclosed(place)) {
        expect((await step(approver, 'amend', place, record, { reason: 'ปรับปรุงข้อมูล' })).status).toBe('AMENDING');
        amended += 1;
      }
    }
    expect(amended).toBeGreaterThan(3);
    const after = await Promise.all(['centre', 'analyst'].map(everything));
    const told = JSON.stringify(before.map((answers) => [...answers.values()]));
    console.info(
      `${questions.length} questions of 2 roles over ${amended} amended records; ${told.length} characters compared`,
    );
    expect(questions.length).toBeGreaterThan(150);
    for (const [place, answers] of before.entries())
      for (const [text, answer] of answers) expect([text, after[place]?.get(text)]).toEqual([text, answer]);
  }, 170_000);
});
