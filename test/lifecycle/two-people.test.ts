import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { uuidOf } from './transition-table.ts';

/** Somebody who writes for an agency, and approves for the centre: two roles of one account. */
const WRITER = 'sample-1-editor';
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
  await registry.rows(
    `INSERT INTO "Membership" (id, "accountId", role) SELECT gen_random_uuid(), id, 'CENTRE' FROM "Account" WHERE sub = 'demo|${WRITER}'`,
  );
});
afterAll(async () => registry.stop());

const codeOf = ({ errors }: Answer) => errors[0]?.extensions.code ?? 'done';

/** Moves a record as the registry itself does, so that a test is about who wrote in it and nothing else. */
const setStatus = (model: string, id: string, ...statuses: string[]) =>
  registry.rows(
    [
      `SELECT set_config('app.account', app.registry_account()::text, false)`,
      ...statuses.map((status) => `UPDATE "${model}" SET status = '${status}' WHERE id = '${uuidOf(id)}'`),
    ].join('; '),
  );

const write = async (name: string, input: object, payload: string): Promise<void> => {
  const answer = await registry.as(WRITER)(
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${payload} { id } } }`,
    { input },
    { 'x-agency': 'SAMPLE-1' },
  );
  expect([name, codeOf(answer)]).toEqual([name, 'done']);
};

type Part = { id: string; version: number };
type Kind = {
  readonly model: string;
  readonly list: string;
  readonly parts: string;
  /** What is written: the heading, a part, a part of a part, or what is no more. */
  readonly written: Readonly<Record<string, (record: Part, parts: Part[]) => Promise<void>>>;
};

const kinds: Kind[] = [
  {
    model: 'RiskRegister',
    list: 'riskRegisters',
    parts: 'risks(first: 5) { edges { node { id version } } }',
    written: {
      'a risk': (_, [risk]) =>
        write('editRisk', { riskId: risk?.id, expectedVersion: risk?.version, titleEn: 'Bribes' }, 'risk'),
      'a control of a risk': (_, [risk]) =>
        write('addControl', { riskId: risk?.id, textTh: 'ตรวจซ้ำ', effectiveness: 'GOOD' }, 'risk'),
      'a risk that they removed': (_, parts) => {
        const last = parts.at(-1);
        return write('removeRisk', { riskId: last?.id, expectedVersion: last?.version }, 'riskRegister');
      },
    },
  },
  {
    model: 'SwotAnalysis',
    list: 'swotAnalyses',
    parts: 'items { id version }',
    written: {
      'an item': (_, [item]) =>
        write('editSwotItem', { itemId: item?.id, expectedVersion: item?.version, textEn: 'New laws' }, 'swotItem'),
    },
  },
  {
    model: 'YearReport',
    list: 'planReports',
    parts: 'items { id version }',
    written: {
      'an item': (_, [item]) =>
        write('editYearReportItem', { itemId: item?.id, expectedVersion: item?.version, resultTh: 'แล้วเสร็จ' }, 'item'),
    },
  },
  {
    model: 'Plan',
    list: 'plans',
    parts: 'projects(first: 5) { edges { node { id version } } }',
    written: {
      'the heading': ({ id, version }) =>
        write('editPlan', { planId: id, expectedVersion: version, titleEn: 'Plan' }, 'plan'),
      'the steps of a project': (_, [project]) =>
        write(
          'editProject',
          { projectId: project?.id, expectedVersion: project?.version, steps: [{ textTh: 'ประชุม' }] },
          'project',
        ),
    },
  },
];

const recordOf = async ({ model, list, parts }: Kind) => {
  const { data } = await registry.as('sample-1-viewer')(`{ ${list}(first: 20) { edges { node { id status } } } }`);
  const { id } = nodes(data[list]).find(({ status }) =>
    ['APPROVED', 'PUBLISHED', 'AMENDING', 'SUBMITTED'].includes(status),
  );
  await setStatus(model, id, 'APPROVED', 'AMENDING');
  const asked = await registry.as('sample-1-viewer')(
    `query ($id: ID!) { node(id: $id) { ... on ${model} { id version ${parts} } } }`,
    { id },
  );
  const found = Object.values(asked.data.node).find((value) => typeof value === 'object');
  return { record: asked.data.node, parts: Array.isArray(found) ? found : nodes(found as never) };
};

/** Approves a record, of which `can` says the same beforehand. */
async function approve(persona: string, { model }: Kind, id: string): Promise<Answer> {
  const as = registry.as(persona);
  const query = `query ($id: ID!) { node(id: $id) { can(acts: [approve${model}]) { code reasonEn } ... on ${model} { version } } }`;
  const headers = { 'x-agency': 'CITY', 'accept-language': 'en' };
  const { version, can } = (await as(query, { id }, headers)).data.node;
  const payload = model.charAt(0).toLowerCase() + model.slice(1);
  const answer = await as(
    `mutation ($input: ${model}ActInput!) { approve${model}(input: $input) { ${payload} { status } } }`,
    { input: { id, expectedVersion: version } },
    headers,
  );
  const [refusal] = answer.errors;
  expect(can).toEqual([{ code: refusal?.extensions.code ?? null, reasonEn: refusal?.message ?? null }]);
  return answer;
}

const statusOf = async (model: string, id: string) =>
  (await registry.rows<{ status: string }>(`SELECT status::text FROM "${model}" WHERE id = '${uuidOf(id)}'`))[0]
    ?.status;

describe.each(kinds)('a $model', (kind) => {
  it.each(Object.keys(kind.written))('is not approved by whoever wrote in it: %s', async (what) => {
    const { record, parts } = await recordOf(kind);
    await kind.written[what]?.(record, parts);
    await setStatus(kind.model, record.id, 'SUBMITTED');

    const own = await approve(WRITER, kind, record.id);
    expect(codeOf(own)).toBe('FORBIDDEN');
    expect(own.errors[0]?.message).toMatch(/Nobody approves what they wrote.*\(Source: rule of the registry\.\)/);
    expect(await statusOf(kind.model, record.id)).toBe('SUBMITTED');

    expect(codeOf(await approve('centre', kind, record.id))).toBe('done');
  });

  it('is approved by them again once somebody else has approved what they wrote', async () => {
    const { record } = await recordOf(kind);
    await setStatus(kind.model, record.id, 'SUBMITTED');
    expect(codeOf(await approve(WRITER, kind, record.id))).toBe('done');
  });
});
