import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import fc from 'fast-check';
import {
  GraphQLID,
  type GraphQLInputObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { relatedBy, type Where } from './filtered-lists.ts';
import { type Tables, valueIn } from './plain-filter.ts';

const LENGTH_MAX = 500;
const NOBODY = '00000000-0000-7000-8000-00000000dead';

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
function valuesFor(tables: Tables, type: GraphQLInputObjectType, model: string, name: string): fc.Arbitrary<unknown> {
  const { eq, has } = type.getFields();
  const named = getNamedType((eq ?? has)?.type);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map((each) => each.name));
  const rows = [...(tables[model]?.values() ?? [])].slice(0, 200);
  const there = rows.flatMap((row) => valueIn(tables, model, name, row) ?? []);
  if (named === GraphQLID) return fc.constantFrom(...[...there, NOBODY].map((id) => encodeGlobalId(model, id)));
  const found = there.map((each) => {
    if (named?.name === 'Decimal') return String(each);
    return typeof each === 'string' ? each.slice(0, LENGTH_MAX) : each;
  });
  return fc.constantFrom(...new Set(found), ...(odd[named?.name ?? ''] ?? []));
}

const days = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.constantFrom(0, 1, -1, 36_525, -36_525));
const daysFilter = fc.dictionary(fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte'), days, { maxKeys: 2 });

function filterOf(tables: Tables, type: GraphQLInputObjectType, model: string, name: string): fc.Arbitrary<Where> {
  const value = valuesFor(tables, type, model, name);
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

const made = new WeakMap<Tables, Map<string, fc.Arbitrary<Where>>>();

/** Any filter that the schema lets a client write, to a given depth, with values that rows have. Each is made once: filters hold each other. */
export function whereOf(
  tables: Tables,
  type: GraphQLInputObjectType,
  model: string,
  depth: number,
): fc.Arbitrary<Where> {
  const known = made.get(tables) ?? new Map<string, fc.Arbitrary<Where>>();
  made.set(tables, known);
  const key = `${type.name} ${depth}`;
  const where = known.get(key) ?? makeWhere(tables, type, model, depth);
  known.set(key, where);
  return where;
}

function makeWhere(tables: Tables, type: GraphQLInputObjectType, model: string, depth: number): fc.Arbitrary<Where> {
  const parts = Object.values(type.getFields()).flatMap((field): fc.Arbitrary<readonly [string, unknown]>[] => {
    const named = getNamedType(field.type);
    if (!isInputObjectType(named)) return [];
    const said = (value: fc.Arbitrary<unknown>) => value.map((each) => [field.name, each] as const);
    if (['and', 'or', 'not'].includes(field.name)) {
      if (depth === 0) return [];
      const inner = whereOf(tables, type, model, depth - 1);
      return [said(isListType(field.type) ? fc.array(inner, { maxLength: 3 }) : inner)];
    }
    const relation = relatedBy(model, field.name);
    if (!relation) return [said(filterOf(tables, named, model, field.name))];
    if (depth === 0) return [];
    const inner = whereOf(tables, getWhere(named), relation.model, depth - 1);
    if (!relation.isList) return [said(inner)];
    return [said(fc.dictionary(fc.constantFrom('some', 'none', 'every'), inner, { maxKeys: 2 }))];
  });
  return fc.array(fc.oneof(...parts), { maxLength: 2 }).map((chosen) => Object.fromEntries(chosen));
}
