import fc from 'fast-check';
import { type Where, whereOf } from './conditions.ts';
import type { Row } from './samples.ts';
import { modelOf, type Source, type Style } from './source.ts';

const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });
/** An object of what was given: Prisma does not take an absent `take` for none in every place. */
const given = (args: Row): Row => Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));

const direction = fc.constantFrom('asc', 'desc');

function rank(name: string, depth: number, style: Style): fc.Arbitrary<Where> {
  const { columns, relations } = modelOf(name);
  const nulls = style === 'api' ? fc.constant('last') : fc.constantFrom('first', 'last');
  const nullable = fc.oneof(direction, fc.record({ sort: direction, nulls }));
  const own = Object.entries(columns)
    .filter(([, { type, isList }]) => type !== 'Json' && type !== 'Bytes' && !isList)
    .map(([column, { isRequired }]) => (isRequired ? direction : nullable).map((sort) => ({ [column]: sort })));
  const ranks: fc.WeightedArbitrary<Where>[] = [{ weight: 6, arbitrary: fc.oneof(...own) }];
  if (depth > 0 && style === 'slice') {
    const related = Object.entries(relations).map(([relation, { model, isList }]) => {
      const inner: fc.Arbitrary<Where> = isList
        ? direction.map((sort) => ({ _count: sort }))
        : rank(model, depth - 1, style);
      return inner.map((sort) => ({ [relation]: sort }));
    });
    if (related.length > 0) ranks.push({ weight: 1, arbitrary: fc.oneof(...related) });
  }
  return fc.oneof(...ranks);
}

const orderOf = (name: string, style: Style): fc.Arbitrary<Where | Where[]> =>
  fc.oneof(rank(name, 1, style), fc.array(rank(name, 1, style), { maxLength: 3 }));

/** The name of one row, by one of the keys of its model; null when the model has no row to name. */
export function nameOfRow(source: Source, name: string): fc.Arbitrary<Where> | null {
  const part = (row: Row, columns: readonly string[]) => Object.fromEntries(columns.map((each) => [each, row[each]]));
  const names = Object.entries(modelOf(name).keys).flatMap(([key, columns]) =>
    source
      .rowsOf(name)
      .filter((row) => columns.every((column) => row[column] !== null))
      .map((row) => ({ [key]: columns.length > 1 ? part(row, columns) : row[key] })),
  );
  return names.length > 0 ? fc.constantFrom(...names) : null;
}

/** Which rows of a list: a page as the connections ask for it, or any. */
function pageOf(source: Source): fc.Arbitrary<Row> {
  const take = fc.oneof(
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: -12, max: -1 }),
  );
  const skip = optional(fc.integer({ min: 0, max: 2 }));
  return fc.record({ take: source.style === 'api' ? take : optional(take), skip }).map(given);
}

/** Which rows of a model, and in which order. */
export const listOf = (source: Source, name: string, depth: number): fc.Arbitrary<Row> =>
  source.once('list', name, depth, () => newListOf(source, name, depth));

function newListOf(source: Source, name: string, depth: number): fc.Arbitrary<Row> {
  const rows = fc.record({
    where: optional(whereOf(source, name, Math.min(depth, 2))),
    orderBy: optional(orderOf(name, source.style)),
  });
  const page = fc.oneof(pageOf(source), fc.constant({}));
  return fc.tuple(rows, page).map(([all, some]) => given({ ...all, ...some }));
}
