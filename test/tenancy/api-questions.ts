import { encodeGlobalId } from '@registry/schema/core/global-id.logic.ts';
import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { argumentsOf, objectTypeOf, selectionOf } from '../kit/schema-walk.ts';

type Field = GraphQLField<unknown, unknown>;

/** The ids of some rows of each type. */
export type Ids = ReadonlyMap<string, readonly string[]>;

const scalars: Readonly<Record<string, readonly string[]>> = {
  String: ['"ก"', '"การ"', '"R01"', '"SAMPLE-1"', '"%"', '"\\\\"'],
  Int: ['0', '1', '12', '2568'],
  Boolean: ['true', 'false'],
  Date: ['"2025-10-01"', '"2023-01-15"'],
  DateTime: ['"2026-01-01T00:00:00Z"'],
  Decimal: ['"0"', '"50000.00"'],
  FiscalYear: ['2567', '2568'],
};

/** A value of an input type as a client writes it. */
function literal(type: GraphQLInputType, ids: Ids, depth: number): fc.Arbitrary<string> {
  const inner = getNullableType(type);
  if (isListType(inner))
    return fc
      .array(literal(inner.ofType, ids, depth), { minLength: 1, maxLength: 2 })
      .map((each) => `[${each.join(', ')}]`);
  const named = getNamedType(inner);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map(({ name }) => name));
  if (named.name === 'ID')
    return fc.constantFrom(
      ...[...ids].flatMap(([name, of]) => of.slice(0, 1).map((id) => JSON.stringify(encodeGlobalId(name, id)))),
    );
  if (!isInputObjectType(named)) return fc.constantFrom(...(scalars[named.name] ?? []));
  const fields = Object.values(named.getFields());
  const simple = fields.filter((field) => !['and', 'or', 'not'].includes(field.name));
  const offered = depth > 0 ? fields : simple;
  const needed = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  return fc
    .subarray(offered, { minLength: 1, maxLength: Math.min(2, offered.length) })
    .chain((chosen) =>
      fc.tuple(
        ...[...new Set([...needed, ...chosen])].map((field) =>
          literal(field.type, ids, depth - 1).map((value) => `${field.name}: ${value}`),
        ),
      ),
    )
    .map((parts) => `{${parts.join(', ')}}`);
}

const paging = ['first', 'last', 'after', 'before'];

/** A page from either end; pages that go on are the matter of test/contract/cursors.test.ts, which leaves none to Prisma. */
const page: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('first', 'last'), fc.integer({ min: 1, max: 20 }))
  .map(([end, size]) => `${end}: ${size}`);

/** The arguments that must be given, without the page. */
function neededBy(field: Field): string {
  if (field.name === 'agency') return 'code: "SAMPLE-1"';
  return argumentsOf(field)
    .replace(/^\(|\)$/g, '')
    .replace(/first: \d+(, )?/, '');
}

const isOptional = ({ name, type }: GraphQLArgument): boolean => !isNonNullType(type) && !paging.includes(name);

/** A field with arguments as clients give them, and what it shows to some depth; null when it shows no objects. */
export function question(field: Field, ids: Ids, depth: number): fc.Arbitrary<string> | null {
  const target = objectTypeOf(field.type);
  if (!target) return null;
  const given = neededBy(field);
  const optional = field.args.filter(isOptional);
  const isPaged = field.args.some(({ name }) => name === 'first');
  const parts = [
    isPaged ? page : fc.constant(''),
    fc
      .subarray(optional, { maxLength: Math.min(2, optional.length) })
      .chain((chosen) =>
        fc.tuple(...chosen.map(({ name, type }) => literal(type, ids, 2).map((value) => `${name}: ${value}`))),
      ),
  ] as const;
  return fc.tuple(...parts).map(([pageArguments, others]) => {
    const all = [given, pageArguments, ...others].filter((each) => each !== '').join(', ');
    return `${field.name}${all ? `(${all})` : ''} { ${selectionOf(target, depth)} }`;
  });
}
