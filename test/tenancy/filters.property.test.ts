import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { models } from '@registry/prisma/generated/model.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import fc from 'fast-check';
import { type GraphQLInputObjectType, getNamedType, isEnumType, isInputObjectType, isListType } from 'graphql';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { letsThrough, type Tables, tablesOf, valueIn } from './plain-filter.ts';

/** The lists that can be filtered, what their rows are, and somebody who sees at most a page of them. */
const lists = [
  { field: 'agencies', model: 'Agency', persona: 'sample-1-editor' },
  { field: 'plans', model: 'Plan', persona: 'sample-1-editor' },
  { field: 'projects', model: 'Project', persona: 'sample-1-editor' },
  { field: 'swotAnalyses', model: 'SwotAnalysis', persona: 'sample-1-editor' },
  { field: 'riskRegisters', model: 'RiskRegister', persona: 'sample-1-editor' },
  { field: 'risks', model: 'Risk', persona: 'sample-1-editor' },
  { field: 'mitigations', model: 'Mitigation', persona: 'sample-1-editor' },
  { field: 'delegationOrders', model: 'DelegationOrder', persona: 'sample-1-editor' },
  { field: 'findings', model: 'Finding', persona: 'sample-1-editor' },
  { field: 'editions', model: 'Edition', persona: 'sample-1-editor' },
  { field: 'libraryRisks', model: 'LibraryRisk', persona: 'centre' },
] as const;

let registry: Registry;
let tables: Tables;
beforeAll(async () => {
  registry = await startRegistry();
  tables = await tablesOf(registry.database);
});
afterAll(async () => registry.stop());

type Where = Readonly<Record<string, unknown>>;

/** What some rows have in a column, and what none has. */
function valuesFor(type: GraphQLInputObjectType, model: string, name: string): fc.Arbitrary<unknown> {
  const { eq, has } = type.getFields();
  const named = getNamedType((eq ?? has)?.type);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map((each) => each.name));
  const rows = [...(tables[model]?.values() ?? [])].slice(0, 200);
  const there = rows.flatMap((row) => valueIn(tables, model, name, row) ?? []);
  const odd = { String: ['', 'ก', '%', 'R1', 'การ'], Int: [0, 2569], FiscalYear: [2500, 2568], Date: ['2025-10-01'] };
  return fc.constantFrom(...new Set(there), ...(odd[named?.name as keyof typeof odd] ?? []));
}

function filterOf(type: GraphQLInputObjectType, model: string, name: string): fc.Arbitrary<Where> {
  const value = valuesFor(type, model, name);
  const operators = Object.values(type.getFields()).map((field) => {
    const given = isListType(field.type) ? fc.array(value, { maxLength: 3 }) : value;
    return (field.name === 'eq' ? fc.option(given, { freq: 4 }) : given).map((each) => [field.name, each] as const);
  });
  return fc.array(fc.oneof(...operators), { maxLength: 2 }).map((chosen) => Object.fromEntries(chosen));
}

/** Any filter that the schema lets a client write, to a given depth. */
function whereOf(type: GraphQLInputObjectType, model: string, depth: number): fc.Arbitrary<Where> {
  const parts = Object.values(type.getFields()).flatMap((field): fc.Arbitrary<readonly [string, unknown]>[] => {
    const named = getNamedType(field.type);
    if (!isInputObjectType(named)) return [];
    const said = (value: fc.Arbitrary<unknown>) => value.map((each) => [field.name, each] as const);
    if (['and', 'or', 'not'].includes(field.name)) {
      if (depth === 0) return [];
      const inner = whereOf(type, model, depth - 1);
      return [said(isListType(field.type) ? fc.array(inner, { maxLength: 3 }) : inner)];
    }
    const relation = models[model]?.relations[field.name];
    if (!relation) return [said(filterOf(named, model, field.name))];
    return depth === 0 ? [] : [said(whereOf(named, relation.model, depth - 1))];
  });
  return fc.array(fc.oneof(...parts), { maxLength: 2 }).map((chosen) => Object.fromEntries(chosen));
}

/** The ids of the records that a list holds. */
async function idsOf(field: string, persona: string, type: string, where: Where | null): Promise<string[]> {
  const { data, errors } = await registry.as(persona)(
    `query ($where: ${type}) { ${field}(first: 100, where: $where) { totalCount edges { node { id } } } }`,
    { where },
  );
  if (errors.length > 0) throw new Error(JSON.stringify([where, errors]));
  const found = nodes(data[field]).map(({ id }) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '');
  expect(data[field].totalCount).toBe(found.length);
  return found.sort();
}

describe('the filter of a list', () => {
  it.each(lists)('lets through what it lets through of plain rows: $field', async ({ field, model, persona }) => {
    const argument = unguardedSchema
      .getQueryType()
      ?.getFields()
      [field]?.args.find(({ name }) => name === 'where');
    const type = getNamedType(argument?.type);
    if (!isInputObjectType(type)) throw new Error(`${field} has no filter.`);
    const region = { kind: { in: ['SAMPLE', 'DEPARTMENT', 'OFFICE'] } };
    const all = await idsOf(field, persona, type.name, field === 'agencies' ? { and: [region] } : null);
    let somewhere = 0;
    await fc.assert(
      fc.asyncProperty(whereOf(type, model, 3), async (where) => {
        const asked = field === 'agencies' ? { and: [region, where] } : where;
        const expected = all.filter((id) => letsThrough(tables, model, where, tables[model]?.get(id) ?? null));
        if (expected.length > 0 && expected.length < all.length) somewhere += 1;
        expect(await idsOf(field, persona, type.name, asked)).toEqual(expected);
      }),
      { numRuns: 120 },
    );
    expect(all.length).toBeGreaterThan(0);
    if (all.length > 3) expect(somewhere).toBeGreaterThan(0);
  });
});
