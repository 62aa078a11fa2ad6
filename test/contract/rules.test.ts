import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@registry/schema/base/viewer.logic.ts';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { effectiveRules } from '@registry/schema/permissions.ts';
import { schema, unguardedSchema } from '@registry/schema/schema.ts';
import { graphql } from 'graphql';
import { drawn } from '../kit/generated.ts';
import { mutationForms } from '../kit/mutation-walk.ts';
import { changes } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { argumentsOf, objectTypeOf, selectionOf } from '../kit/schema-walk.ts';
import { readCsv } from './isolation-world.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const personaOf: Readonly<Record<string, string | null>> = {
  VIEWER: 'sample-1-viewer',
  EDITOR: 'sample-1-editor',
  APPROVER: 'sample-1-approver',
  CASE_OFFICER: 'sample-1-case-officer',
  AGENCY_ADMIN: 'sample-1-agency-admin',
  CENTRE: 'centre',
  ANALYST: 'analyst',
  AUDITOR: 'auditor',
  CITY_ADMIN: 'city-admin',
  PUBLIC: null,
};

const [header = [], ...table] = readCsv('roles.csv');
const roles = header.slice(1);
const clientOf = (role: string) => {
  const persona = personaOf[role];
  return persona ? registry.as(persona) : registry.public;
};

async function aRisk(): Promise<{ id: string; version: number }> {
  const answer = await registry.as('sample-1-viewer')(
    '{ risks(first: 1, where: {register: {status: {eq: APPROVED}}}) { edges { node { id version } } } }',
  );
  return answer.data.risks.edges[0].node;
}

const forms = new Map(mutationForms().map((form) => [form.name, form]));

/** A mutation on records that do not exist: whoever may do it is told so, and everybody else that it is not for them. */
function mutationRequest(name: string) {
  const form = forms.get(name);
  if (!form) throw new Error(`There is no mutation ${name}.`);
  return form.request(({ types: [type = 'Risk'] }) => encodeGlobalId(type, '00000000-0000-7000-8000-00000000dead'));
}

const refusals = ['FORBIDDEN', 'UNAUTHENTICATED'];

/** Names a field that many types have, under one rule; it is asked of a risk, which is absent for whoever may not see it. */
const EVERY_TYPE = '*';

async function queryFor(field: string): Promise<{ query: string; variables?: Record<string, unknown> }> {
  const [type = '', name = ''] = field.split('.');
  if (field === 'Query.node')
    return { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: (await aRisk()).id } };
  if (field === 'Query.nodes')
    return { query: 'query ($id: ID!) { nodes(ids: [$id]) { id } }', variables: { id: (await aRisk()).id } };
  if (field === 'Query.agency') return { query: '{ agency(code: "SAMPLE-1") { code } }' };
  if (type === 'Mutation') return mutationRequest(name);
  if (type === EVERY_TYPE)
    return {
      query: `query ($id: ID!) { node(id: $id) { ... on Risk { ${name}(first: 1) { totalCount } } } }`,
      variables: { id: (await aRisk()).id },
    };
  const parent = unguardedSchema.getType(type);
  if (!parent || !('getFields' in parent)) throw new Error(`No type ${type}.`);
  const definition = Object.values(parent.getFields()).find((each) => each.name === name);
  if (!definition || !('args' in definition)) throw new Error(`No field ${field}.`);
  const target = objectTypeOf(definition.type);
  const asked = `${name}${argumentsOf(definition)}${target ? ` { ${selectionOf(target, 0)} }` : ''}`;
  return { query: type === 'Agency' ? `{ agency(code: "SAMPLE-1") { ${asked} } }` : `{ ${asked} }` };
}

/** Has findings written that earlier acts left to be refreshed, which reading them does. */
const settle = () => registry.as('centre')('{ findings(first: 1) { totalCount } }');

describe('the rules', () => {
  it('answer or refuse every role at every guarded field as the reviewed table says, and a refusal changes nothing', async () => {
    const wrong: string[] = [];
    // Subscriptions are asked over a socket: test/serving/subscriptions.test.ts.
    const rows = drawn(table.filter(([field]) => !field?.startsWith('Subscription.')));
    for (const [field = '', ...cells] of rows) {
      const { query, variables } = await queryFor(field);
      const ask = async (role: string, expected: string | undefined) => {
        const { data, errors } = await clientOf(role)(query, variables);
        const isAbsent = field.startsWith(`${EVERY_TYPE}.`) && data?.node === null;
        const code = errors[0]?.extensions.code ?? (isAbsent ? 'absent' : 'ok');
        const outcome = field.startsWith('Mutation.') && !refusals.includes(code) ? 'ok' : code;
        if (code === 'INTERNAL_SERVER_ERROR') wrong.push(`${field} for ${role} failed inside`);
        if (outcome !== expected) wrong.push(`${field} for ${role}: ${outcome} instead of ${expected}`);
      };
      const asked = roles.map((role, index) => ({ role, expected: cells[index] }));
      // Those who are refused first, so that whatever has changed after them was their doing.
      await settle();
      const before = await changes(registry);
      await Promise.all(
        asked.filter(({ expected }) => expected !== 'ok').map(({ role, expected }) => ask(role, expected)),
      );
      if ((await changes(registry)) !== before) wrong.push(`${field} changed something for somebody who is refused`);
      for (const { role, expected } of asked.filter(({ expected }) => expected === 'ok')) await ask(role, expected);
    }
    console.info(`role x field: ${rows.length} of ${table.length} x ${roles.length} cells, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  }, 120_000);

  it('are reviewed for every root field and every field that is not open to all', () => {
    const listed = new Set(table.map(([field]) => field));
    const rules = effectiveRules(unguardedSchema);
    const missing: string[] = [];
    for (const [type, fields] of rules) {
      for (const [field, rule] of fields) {
        const isRoot = ['Query', 'Mutation', 'Subscription'].includes(type);
        const isOpen = rule.constructor.name === 'RuleTrue';
        if (
          (isRoot || !isOpen) &&
          type !== 'Centre' &&
          ![type, EVERY_TYPE].some((each) => listed.has(`${each}.${field}`))
        )
          missing.push(`${type}.${field}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('cover every type and field of the schema', () => {
    const rules = effectiveRules(unguardedSchema);
    console.info(
      `${rules.size} object types, ${[...rules.values()].reduce((sum, fields) => sum + fields.size, 0)} fields ruled`,
    );
    expect(rules.size).toBeGreaterThan(50);
  });

  it('deny when a rule throws or the viewer is something odd', async () => {
    const odd: Viewer[] = [
      Object.defineProperty({ account: null, agency: null, roles: [] }, 'roles', {
        get: () => {
          throw new Error('secret');
        },
      }),
      JSON.parse('{"account": null, "agency": null, "roles": "CENTRE"}'),
      JSON.parse('{"account": {"id": "x", "name": "x"}, "agency": null, "roles": []}'),
    ];
    for (const viewer of odd) {
      const { data, errors } = await graphql({
        schema,
        source: '{ centre { riskLevels(fiscalYear: 2568) { key } } }',
        contextValue: { viewer, tenancy: undefined },
      });
      expect(data).toEqual({ centre: null });
      expect(errors?.length).toBeGreaterThan(0);
    }
  });

  it('use no rule combinator that fails open, no cache between requests, and one shield', () => {
    const root = new URL('../../packages/schema/src', import.meta.url).pathname;
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(root, file), 'utf8'));
    const count = (pattern: RegExp) => sources.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
    expect(count(/\bnot\(/g)).toBe(0);
    expect(count(/cache: '(contextual|strict)'/g)).toBe(0);
    expect(count(/\bshield\(/g)).toBe(1);
  });
});
