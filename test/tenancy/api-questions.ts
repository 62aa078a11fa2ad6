import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import fc from 'fast-check';
import { type GraphQLArgument, type GraphQLField, isNonNullType } from 'graphql';
import { type Literals, literal } from '../kit/input-literal.ts';
import { argumentsOf, objectTypeOf, selectionOf } from '../kit/schema-walk.ts';

type Field = GraphQLField<unknown, unknown>;

/** The ids of some rows of each type. */
export type Ids = ReadonlyMap<string, readonly string[]>;

const oneOf = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

const scalars: Literals['scalars'] = {
  String: oneOf('"ก"', '"การ"', '"R01"', '"SAMPLE-1"', '"%"', '"\\\\"'),
  Int: oneOf('0', '1', '12', '2568'),
  Boolean: oneOf('true', 'false'),
  Date: oneOf('"2025-10-01"', '"2023-01-15"'),
  DateTime: oneOf('"2026-01-01T00:00:00Z"'),
  Float: oneOf('0.3', '0.7'),
  Decimal: oneOf('"0"', '"50000.00"'),
  FiscalYear: oneOf('2567', '2568'),
  JSON: oneOf('{}', '{first: 2}'),
};

/** Small values, of which many are true of something: what is asked is to be found. */
const literalsFor = (ids: Ids): Literals => ({
  scalars: {
    ...scalars,
    ID: oneOf(
      ...[...ids].flatMap(([name, of]) => of.slice(0, 1).map((id) => JSON.stringify(encodeGlobalId(name, id)))),
    ),
  },
  insideMax: 2,
});

const paging = ['first', 'last', 'after', 'before'];

/** A page from either end; pages that go on are the matter of test/contract/cursors.test.ts, which leaves none to Prisma. */
const page: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('first', 'last'), fc.integer({ min: 1, max: 20 }))
  .map(([end, size]) => `${end}: ${size}`);

/** Whether a field is read from either end. */
const isPage = ({ args }: Field): boolean => args.some(({ name }) => name === 'last');

/** The arguments that must be given, without the page. */
function neededBy(field: Field): string {
  if (field.name === 'agency') return 'code: "SAMPLE-1"';
  const needed = argumentsOf(field).replace(/^\(|\)$/g, '');
  return isPage(field) ? needed.replace(/first: \d+(, )?/, '') : needed;
}

const isOptional = ({ name, type }: GraphQLArgument): boolean => !isNonNullType(type) && !paging.includes(name);

/** A field with arguments as clients give them, and what it shows to some depth; null when it shows no objects. */
export function question(field: Field, ids: Ids, depth: number): fc.Arbitrary<string> | null {
  const target = objectTypeOf(field.type);
  if (!target) return null;
  const given = neededBy(field);
  const literals = literalsFor(ids);
  const optional = field.args.filter(isOptional);
  const parts = [
    isPage(field) ? page : fc.constant(''),
    fc
      .subarray(optional, { maxLength: Math.min(2, optional.length) })
      .chain((chosen) =>
        fc.tuple(...chosen.map(({ name, type }) => literal(type, literals, 2).map((value) => `${name}: ${value}`))),
      ),
  ] as const;
  return fc.tuple(...parts).map(([pageArguments, others]) => {
    const all = [given, pageArguments, ...others].filter((each) => each !== '').join(', ');
    return `${field.name}${all ? `(${all})` : ''} { ${selectionOf(target, depth)} }`;
  });
}
