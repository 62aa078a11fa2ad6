import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type GraphQLInputObjectType, getNamedType, isEnumType, isInputObjectType, isListType } from 'graphql';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import {
  asKept,
  everyFilter,
  type FilteredList,
  filteredLists,
  filtersWithin,
  relationOf,
  type Where,
} from './filtered-lists.ts';
import { letsThrough, seenBy, type Tables, tablesOf, valueIn } from './plain-filter.ts';

let registry: Registry;
let tables: Tables;
let seen: Readonly<Record<string, Tables>>;
beforeAll(async () => {
  registry = await startRegistry();
  tables = await tablesOf(registry.database);
  const own = [...(tables.Agency?.values() ?? [])].find(({ code }) => code === 'SAMPLE-1')?.id;
  seen = {
    'sample-1-editor': seenBy(tables, ({ agencyId }) => agencyId === own),
    centre: seenBy(tables, ({ disclosure }) => disclosure >= 1),
    auditor: seenBy(tables, () => false),
  };
});
afterAll(async () => registry.stop());

const LENGTH_MAX = 500;

/** Values that few rows have, or none. */
const odd: Readonly<Record<string, readonly unknown[]>> = {
  String: ['', 'ก', '%', 'R1', 'การ'],
  Int: [0, 2569],
  FiscalYear: [2500, 2568],
  Date: ['2025-10-01'],
  DateTime: ['2026-01-01T00:00:00Z'],
  Decimal: ['0', '250000.00'],
  Boolean: [true, false],
};

/** What some rows have in a column, and what none has. */
function valuesFor(type: GraphQLInputObjectType, model: string, name: string): fc.Arbitrary<unknown> {
  const { eq, has } = type.getFields();
  const named = getNamedType((eq ?? has)?.type);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map((each) => each.name));
  const rows = [...(tables[model]?.values() ?? [])].slice(0, 200);
  const there = rows.flatMap((row) => valueIn(tables, model, name, row) ?? []);
  const found = there.map((each) => {
    if (named?.name === 'Decimal') return String(each);
    return typeof each === 'string' ? each.slice(0, LENGTH_MAX) : each;
  });
  return fc.constantFrom(...new Set(found), ...(odd[named?.name ?? ''] ?? []));
}

const days = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.constantFrom(0, 1, -1, 36_525, -36_525));
const daysFilter = fc.dictionary(fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte'), days, { maxKeys: 2 });

function filterOf(type: GraphQLInputObjectType, model: string, name: string): fc.Arbitrary<Where> {
  const value = valuesFor(type, model, name);
  const operators = Object.values(type.getFields()).map((field) => {
    if (field.name === 'today') return daysFilter.map((each) => [field.name, each] as const);
    const given = isListType(field.type) ? fc.array(value, { maxLength: 3 }) : value;
    return (field.name === 'eq' ? fc.option(given, { freq: 4 }) : given).map((each) => [field.name, each] as const);
  });
  return fc.array(fc.oneof(...operators), { maxLength: 2 }).map((chosen) => Object.fromEntries(chosen));
}

/** The filter of records that `some`, `none` or `every` of a list is to meet; of one record, its own. */
function getWhere(type: GraphQLInputObjectType): GraphQLInputObjectType {
  const some = getNamedType(type.getFields().some?.type);
  return isInputObjectType(some) ? some : type;
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
    const relation = relationOf(model, field.name);
    if (!relation) return [said(filterOf(named, model, field.name))];
    if (depth === 0) return [];
    const inner = whereOf(getWhere(named), relation.model, depth - 1);
    if (!relation.isList) return [said(inner)];
    return [said(fc.dictionary(fc.constantFrom('some', 'none', 'every'), inner, { maxKeys: 2 }))];
  });
  return fc.array(fc.oneof(...parts), { maxLength: 2 }).map((chosen) => Object.fromEntries(chosen));
}

/** How many records a list holds, and the first of them. */
async function queryRows({ query, path, persona }: FilteredList, where: Where | null) {
  const { data, errors } = await registry.as(persona)(query, { where });
  if (errors.length > 0) throw new Error(JSON.stringify([where, errors]));
  const list = path.reduce((part, key) => part[key], data);
  return { count: list.totalCount, names: nodes(list).map(({ name }) => idIn(name)) };
}

/** The id of a record in what names it to clients; entries of the trail are named by their hash. */
const idIn = (name: string): string =>
  /^[0-9a-f]{64}$/.test(name) ? name : (Buffer.from(name, 'base64url').toString().split(':')[1] ?? '');

/** Whoever sees more rows than a page holds sees all of them. */
async function rowsSeen(list: FilteredList): Promise<readonly string[]> {
  const { count, names } = await queryRows(list, isFar(list) ? region : null);
  if (count === names.length) return names;
  const all = [...(tables[list.model]?.keys() ?? [])];
  expect(all).toHaveLength(count);
  return all;
}

/** Agencies are more than a page holds, and everybody sees all: some of them are asked about. */
const region = { kind: { in: ['SAMPLE', 'DEPARTMENT', 'OFFICE'] } };
const isFar = ({ model }: FilteredList): boolean => model === 'Agency';

const lists = filteredLists().map((list) => [list.path.join('.'), list] as const);

describe('the filter of a list', () => {
  it('is tried here, whichever it is', () => {
    const tried = new Set(lists.flatMap(([, { type }]) => [...filtersWithin(type)]));
    expect(everyFilter.filter((type) => !tried.has(type)).map(({ name }) => name)).toEqual([]);
    expect(lists.map(([path]) => path)).toEqual(
      expect.arrayContaining(['risks', 'agency.libraryResponses', 'auditTrail']),
    );
  });

  it.each(lists)('lets through what it lets through of plain rows: %s', async (_path, list) => {
    const { type, model, persona } = list;
    const all = await rowsSeen(list);
    let somewhere = 0;
    await fc.assert(
      fc.asyncProperty(whereOf(type, model, 3), async (where) => {
        const kept = asKept(type, where);
        const expected = all.filter((id) =>
          letsThrough(seen[persona] ?? {}, model, kept, tables[model]?.get(id) ?? null),
        );
        if (expected.length > 0 && expected.length < all.length) somewhere += 1;
        const { count, names } = await queryRows(list, isFar(list) ? { and: [region, where] } : where);
        expect(count).toBe(expected.length);
        expect(names).toHaveLength(Math.min(100, expected.length));
        expect(new Set(expected)).toEqual(new Set([...names, ...expected]));
      }),
      { numRuns: 250 },
    );
    expect(all.length).toBeGreaterThan(0);
    if (all.length > 3) expect(somewhere).toBeGreaterThan(0);
  });
});
