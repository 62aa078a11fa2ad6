import type { Column, Model, Relation } from '@registry/prisma/generated/model.ts';
import { shapeOf } from '@registry/schema/graphql/filters/shape.ts';
import { compileWhere } from '@registry/schema/graphql/filters/where.logic.ts';
import fc from 'fast-check';
import type { Row } from './samples.ts';
import { modelOf, type Source } from './source.ts';
import { comparedWith, isUuid, pieceOf } from './values.ts';

export type Where = Readonly<Record<string, unknown>>;

const ordered = new Set(['Int', 'BigInt', 'Decimal', 'DateTime', 'String']);
const isAsked = ({ type }: Column): boolean => type !== 'Json' && type !== 'Bytes';

const one = <Value>(name: string, value: fc.Arbitrary<Value>): fc.Arbitrary<Where> =>
  value.map((given) => ({ [name]: given }));
const joined = (parts: readonly Where[]): Where => Object.assign({}, ...parts);
const several = (part: fc.Arbitrary<Where>, minLength: number, maxLength: number): fc.Arbitrary<Where> =>
  fc.array(part, { minLength, maxLength }).map(joined);
const listOf = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> => fc.array(value, { maxLength: 4 });

/** The operators that a filter of the API has. */
function apiFilter(name: string, column: Column, rows: readonly Row[]): fc.Arbitrary<Where> | null {
  const value = comparedWith(name, column, rows);
  if (!value) return null;
  if (column.isList) return fc.oneof(one('has', value), one('hasSome', listOf(value)));
  const compared = [one('eq', value)];
  if (column.type !== 'Boolean') compared.push(one('in', listOf(value)));
  if (!column.isRequired) compared.push(fc.constant({ eq: null }));
  if (ordered.has(column.type) && !isUuid(name))
    compared.push(...['gt', 'gte', 'lt', 'lte'].map((each) => one(each, value)));
  const single = fc.oneof(...compared);
  const filters = [
    { weight: 8, arbitrary: single },
    { weight: 2, arbitrary: several(single, 2, 2) },
    { weight: 1, arbitrary: fc.constant({}) },
  ];
  if (column.type === 'String' && !isUuid(name)) {
    const found = fc.oneof(...['contains', 'startsWith'].map((each) => one(each, fc.oneof(pieceOf(value), value))));
    filters.push({ weight: 6, arbitrary: found }, { weight: 1, arbitrary: fc.tuple(found, single).map(joined) });
  }
  return fc.oneof(...filters);
}

/** A filter as a client of the API writes it. */
const apiWhere = (source: Source, name: string, depth: number): fc.Arbitrary<Where> =>
  source.once('filter', name, depth, () => newApiWhere(source, name, depth));

function newApiWhere(source: Source, name: string, depth: number): fc.Arbitrary<Where> {
  const { columns, relations } = modelOf(name);
  const rows = source.rowsOf(name);
  const parts: fc.Arbitrary<Where>[] = Object.entries(columns).flatMap(([column, facts]) => {
    const filter = isAsked(facts) ? apiFilter(column, facts, rows) : null;
    return filter ? [one(column, filter)] : [];
  });
  if (depth > 0) {
    const inner = apiWhere(source, name, depth - 1);
    const related = Object.entries(relations)
      .filter(([, { isList }]) => !isList)
      .map(([relation, { model }]) => one(relation, apiWhere(source, model, depth - 1)));
    if (related.length > 0) parts.push(fc.oneof(...related));
    parts.push(one('and', listOf(inner)), one('or', fc.array(inner, { maxLength: 3 })), one('not', inner));
  }
  return several(fc.oneof(...parts), 1, 2);
}

/** The operators that Prisma has for a column. */
function prismaFilter(name: string, column: Column, rows: readonly Row[]): fc.Arbitrary<unknown> | null {
  const value = comparedWith(name, column, rows);
  if (!value) return null;
  if (column.isList)
    return fc.oneof(
      ...['hasSome', 'hasEvery'].map((each) => one(each, listOf(value))),
      one('has', value),
      one('isEmpty', fc.boolean()),
    );
  const whole: fc.Arbitrary<unknown>[] = [value];
  const operators = [one('equals', value), one('not', value)];
  if (column.type !== 'Boolean') operators.push(one('in', listOf(value)), one('notIn', listOf(value)));
  if (!column.isRequired) {
    whole.push(fc.constant(null));
    operators.push(fc.constantFrom({ equals: null }, { not: null }));
  }
  if (ordered.has(column.type)) operators.push(...['gt', 'gte', 'lt', 'lte'].map((each) => one(each, value)));
  if (column.type === 'String' && !isUuid(name)) {
    const text = fc.oneof(pieceOf(value), value);
    const matches = fc.oneof(...['contains', 'startsWith', 'endsWith'].map((each) => one(each, text)));
    operators.push(matches, fc.tuple(matches, fc.constant({ mode: 'insensitive' })).map(joined));
  }
  return fc.oneof(...whole, several(fc.oneof(...operators), 1, 2), several(fc.oneof(...operators), 1, 2));
}

const ofList = ['some', 'every', 'none'];

function relationFilter(
  source: Source,
  { model, isList, from }: Relation,
  { columns }: Model,
  depth: number,
): fc.Arbitrary<unknown> {
  const inner = prismaWhere(source, model, depth - 1);
  if (isList)
    return fc.oneof(
      ...ofList.map((each) => one(each, inner)),
      one('some', fc.constant({})),
      one('none', fc.constant({})),
    );
  const mayBeAbsent = from.some((column) => !columns[column]?.isRequired);
  // Of a key of several columns Prisma takes `null` for no value in each of them, and finds nothing.
  const absences = from.length > 1 ? [{ isNot: {} }, { is: {} }] : [null, { is: null }, { isNot: null }];
  return fc.oneof(
    inner,
    one('is', inner),
    one('isNot', inner),
    ...(mayBeAbsent ? [fc.constantFrom<unknown>(...absences)] : []),
  );
}

/** A filter in Prisma's own words, as slices write them. */
const prismaWhere = (source: Source, name: string, depth: number): fc.Arbitrary<Where> =>
  source.once('where', name, depth, () => newPrismaWhere(source, name, depth));

function newPrismaWhere(source: Source, name: string, depth: number): fc.Arbitrary<Where> {
  const model = modelOf(name);
  const rows = source.rowsOf(name);
  const parts: fc.Arbitrary<Where>[] = Object.entries(model.columns).flatMap(([column, facts]) => {
    const filter = isAsked(facts) ? prismaFilter(column, facts, rows) : null;
    return filter ? [one(column, filter)] : [];
  });
  if (depth > 0) {
    const inner = fc.oneof(
      { weight: 9, arbitrary: prismaWhere(source, name, depth - 1) },
      { weight: 1, arbitrary: fc.constant({}) },
    );
    const combined = fc.oneof(inner, listOf(inner));
    const relations = Object.entries(model.relations);
    if (relations.length > 0)
      parts.push(
        fc.oneof(...relations.map(([relation, facts]) => one(relation, relationFilter(source, facts, model, depth)))),
      );
    parts.push(one('AND', combined), one('OR', listOf(inner)), one('NOT', combined));
  }
  return several(fc.oneof(...parts), 0, 2);
}

/** A condition as the source's style has it. */
export const whereOf = (source: Source, name: string, depth: number): fc.Arbitrary<Where> =>
  source.style === 'api'
    ? apiWhere(source, name, depth).map((where) => compileWhere(where, shapeOf(name)))
    : prismaWhere(source, name, depth);
