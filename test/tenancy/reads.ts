import { crossRecordRelations } from '@registry/schema/tenancy/model.ts';
import fc from 'fast-check';
import { type Where, whereOf } from './conditions.ts';
import { listOf, nameOfRow } from './lists.ts';
import { isMiscounted } from './miscounted.ts';
import type { Row, Samples } from './samples.ts';
import { modelOf, Source, type Style } from './source.ts';

export type Read = { readonly model: string; readonly operation: string; readonly args: Row; readonly style: Style };

/** PostgreSQL takes an id in capitals for the same. */
const inCapitals = (name: Where): Where => (typeof name.id === 'string' ? { id: name.id.toUpperCase() } : name);

/** How many rows some relations lead to, all or those of a condition; null where no relation leads to many. */
function countsOf(source: Source, name: string): fc.Arbitrary<Row> | null {
  const lists = Object.entries(modelOf(name).relations).filter(([, { isList }]) => isList);
  if (lists.length === 0) return null;
  const counts = lists.map(([relation, { model }]) =>
    fc
      .oneof(
        fc.constant(true),
        whereOf(source, model, 1).map((where) => ({ where })),
      )
      .map((value) => ({ [relation]: value })),
  );
  return fc
    .array(fc.oneof(...counts), { minLength: 1, maxLength: 3 })
    .map((parts) => ({ _count: { select: Object.assign({}, ...parts) } }));
}

/** What is read beneath a row. */
const membersOf = (source: Source, name: string, depth: number): fc.Arbitrary<Row> =>
  source.once('members', name, depth, () => newMembersOf(source, name, depth));

function newMembersOf(source: Source, name: string, depth: number): fc.Arbitrary<Row> {
  const relations = Object.entries(modelOf(name).relations).filter(
    ([relation]) => !crossRecordRelations.has(`${name}.${relation}`),
  );
  const parts: fc.Arbitrary<Row>[] = [];
  if (depth > 0)
    for (const [relation, { model, isList }] of relations) {
      const inner = fc
        .tuple(selectionOf(source, model, depth - 1), isList ? listOf(source, model, 1) : fc.constant({}))
        .map(([selection, list]) => ({ ...list, ...selection }));
      parts.push(fc.oneof(fc.constant(true), inner, inner).map((value) => ({ [relation]: value })));
    }
  const counts = countsOf(source, name);
  if (counts) parts.push(counts);
  return parts.length === 0
    ? fc.constant({})
    : fc.array(fc.oneof(...parts), { maxLength: 3 }).map((several) => Object.assign({}, ...several));
}

/** Nothing said, `include`, or `select`. */
const selectionOf = (source: Source, name: string, depth: number): fc.Arbitrary<Row> =>
  source.once('selection', name, depth, () => newSelectionOf(source, name, depth));

function newSelectionOf(source: Source, name: string, depth: number): fc.Arbitrary<Row> {
  const columns = Object.keys(modelOf(name).columns);
  const members = membersOf(source, name, depth);
  const chosen = fc
    .subarray(columns, { minLength: 1, maxLength: Math.min(8, columns.length) })
    .map((names) => Object.fromEntries(names.map((each) => [each, true])));
  const included = members.map((include) => (Object.keys(include).length > 0 ? { include } : {}));
  return fc.oneof(
    included,
    fc.tuple(chosen, members).map(([own, related]) => ({ select: { ...own, ...related } })),
  );
}

/** How many rows there are of each kind; null for a model without a column that tells kinds apart. */
function groupsOf(source: Source, model: string): fc.Arbitrary<{ operation: string; args: Row }> | null {
  const columns = Object.entries(modelOf(model).columns).filter(
    ([, { type, isList }]) => !isList && ['String', 'Int', 'Boolean'].includes(type),
  );
  const names = columns.map(([name]) => name);
  if (names.length === 0) return null;
  return fc
    .tuple(fc.subarray(names, { minLength: 1, maxLength: Math.min(3, names.length) }), whereOf(source, model, 2))
    .map(([by, where]) => ({ operation: 'groupBy', args: { by, where, _count: { _all: true } } }));
}

const DEPTH = 3;

function readOf(source: Source, model: string): fc.Arbitrary<Read> {
  const { style } = source;
  const selection = selectionOf(source, model, DEPTH);
  const many = fc
    .tuple(listOf(source, model, 2), selection)
    .map(([list, members]) => ({ operation: 'findMany', args: { ...list, ...members } }));
  const first = fc
    .tuple(fc.constantFrom('findFirst', 'findFirstOrThrow'), listOf(source, model, 2), selection)
    .map(([operation, { take: _take, ...list }, members]) => ({ operation, args: { ...list, ...members } }));
  const count = whereOf(source, model, 2).map((where) => ({ operation: 'count', args: { where } }));
  const groups = groupsOf(source, model);
  const found = nameOfRow(source, model);
  const name = found && fc.oneof({ weight: 9, arbitrary: found }, { weight: 1, arbitrary: found.map(inCapitals) });
  const unique =
    name &&
    fc
      .tuple(
        fc.constantFrom('findUnique', 'findUniqueOrThrow'),
        name,
        fc.option(whereOf(source, model, 1), { nil: null, freq: 3 }),
        selection,
      )
      .map(([operation, key, more, members]) => ({
        operation,
        args: { where: more ? { ...key, AND: [more] } : key, ...members },
      }));
  return fc
    .oneof(
      { weight: 5, arbitrary: many },
      { weight: 1, arbitrary: first },
      { weight: 1, arbitrary: count },
      ...(groups ? [{ weight: 1, arbitrary: groups }] : []),
      ...(unique ? [{ weight: 2, arbitrary: unique }] : []),
    )
    .map(({ operation, args }) => ({ model, operation, args, style }));
}

/** Any read that may be asked: every model, operation, selection, condition, order and page; without those that Prisma itself answers wrongly. */
export function anyRead(samples: Samples): fc.Arbitrary<Read> {
  const sources = [new Source(samples, 'api'), new Source(samples, 'slice')];
  return fc
    .tuple(fc.constantFrom(...Object.keys(samples)), fc.constantFrom(...sources))
    .chain(([model, source]) => readOf(source, model))
    .filter(({ args }) => !isMiscounted(args));
}
