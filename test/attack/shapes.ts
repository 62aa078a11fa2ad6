import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type Literals, literal } from '../kit/input-literal.ts';

type Field = GraphQLField<unknown, unknown>;

const SEED = 1_404;
/** How deep conditions stand inside each other, and objects beneath what a list holds. */
const CONDITION_DEPTH = 3;
const SELECTION_DEPTH = 2;
const INSIDE_MAX = 4;
const LISTS_MAX = 3;
const FIELDS_MAX = 8;
const PAGE_MAX = 30;
const KEYS_MAX = 3;

const quoted = (values: fc.Arbitrary<string>) => values.map((value) => JSON.stringify(value));
const text = fc.string({ unit: fc.constantFrom('ก', 'ข', 'R', '1', '-'), minLength: 1, maxLength: 6 });
const day = fc.integer({ min: 2022, max: 2028 }).map((year) => `${year}-10-01`);
const literals: Literals = {
  insideMax: INSIDE_MAX,
  scalars: {
    String: quoted(text),
    Date: quoted(day),
    DateTime: quoted(day.map((value) => `${value}T00:00:00Z`)),
    Boolean: fc.boolean().map(String),
    Decimal: quoted(fc.nat({ max: 9_999_999 }).map((satang) => (satang / 100).toFixed(2))),
    Int: fc.nat({ max: 25 }).map(String),
    FiscalYear: fc.integer({ min: 2560, max: 2580 }).map(String),
  },
};

const needsNothing = ({ args }: Field): boolean =>
  args.every(
    ({ name, type, defaultValue }) => name !== 'first' && (!isNonNullType(type) || defaultValue !== undefined),
  );

/** Some fields of a type, and of the objects beneath it. */
function selection(type: GraphQLObjectType, depth: number): fc.Arbitrary<string> {
  const offered = Object.values(type.getFields()).filter((field) => {
    const of = getNamedType(field.type);
    return needsNothing(field) && (isLeafType(of) || (depth > 0 && isObjectType(of)));
  });
  if (offered.length === 0) return fc.constant('__typename');
  return fc
    .subarray(offered, { minLength: 1, maxLength: Math.min(FIELDS_MAX, offered.length) })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(({ name, type: shown }) => {
          const of = getNamedType(shown);
          return isObjectType(of) ? selection(of, depth - 1).map((inside) => `${name}{${inside}}`) : fc.constant(name);
        }),
      ),
    )
    .map((parts) => parts.join(' '));
}

/** What a list is a list of: the type of its pages' nodes. */
function nodeOf(list: Field): GraphQLObjectType {
  const connection = getNamedType(list.type);
  const edges = isObjectType(connection) && getNamedType(connection.getFields().edges?.type);
  const node = isObjectType(edges) && getNamedType(edges.getFields().node?.type);
  if (!isObjectType(node)) throw new Error(`${list.name} is no list of pages.`);
  return node;
}

/** A page of a list with conditions, an order and fields of its own. */
function asked(list: Field): fc.Arbitrary<string> {
  const shaping = list.args.filter(({ name }) => name === 'where' || name === 'orderBy');
  return fc
    .tuple(
      fc.integer({ min: 1, max: PAGE_MAX }),
      fc.tuple(
        ...shaping.map(({ name, type }) =>
          literal(type, literals, CONDITION_DEPTH).map((value) => `${name}: ${value}`),
        ),
      ),
      selection(nodeOf(list), SELECTION_DEPTH),
    )
    .map(
      ([first, args, inside]) => `${list.name}(first:${first} ${args.join(' ')}){totalCount edges{node{${inside}}}}`,
    );
}

/** A grouping by keys, conditions and an order of its own. */
function groupsAsked(grouping: Field): fc.Arbitrary<string> {
  const keys = getNamedType(grouping.args.find(({ name }) => name === 'groupBy')?.type);
  const names = isEnumType(keys) ? keys.getValues().map(({ name }) => name) : [];
  const shaping = grouping.args.filter(({ name }) => name === 'where' || name === 'having');
  const given = shaping.map(({ name, type }) =>
    literal(type, literals, CONDITION_DEPTH).map((value) => `${name}: ${value}`),
  );
  return fc
    .tuple(fc.subarray(names, { minLength: 1, maxLength: KEYS_MAX }), fc.tuple(...given))
    .map(
      ([groupBy, args]) =>
        `${grouping.name}(groupBy:[${groupBy.join(' ')}] first:${PAGE_MAX} ${args.join(' ')}){groupCount groups{count labels{th}}}`,
    );
}

/** So many documents over the lists and groupings of a schema, of which no two have one shape; the same ones each time. Each says `%n` where its number goes. */
export function shapes(schema: GraphQLSchema, count: number): string[] {
  const taking = (...needed: string[]) =>
    Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
      needed.every((each) => args.some(({ name }) => name === each)),
    );
  const part = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...taking('where', 'last')).chain(asked) },
    { weight: 1, arbitrary: fc.constantFrom(...taking('where', 'groupBy')).chain(groupsAsked) },
  );
  const document = fc
    .array(part, { minLength: 1, maxLength: LISTS_MAX })
    .map((parts) => `query q%n{${parts.map((part, index) => `l${index}:${part}`).join(' ')}}`);
  return [...new Set(fc.sample(document, { numRuns: count, seed: SEED }))];
}
