import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { argumentsOf } from '../kit/schema-walk.ts';

type Field = GraphQLField<unknown, unknown>;

/** Records to ask for by their ids. */
export type Known = { readonly type: string; readonly id: string };

const isPaged = ({ args }: Field): boolean => args.some(({ name }) => name === 'first');

const years = ['2560', '2566', '2567', '2568', '2570', '2600'];

/** What a client may give for an argument that decides how much comes back. */
function chosen({ name, type }: GraphQLArgument): fc.Arbitrary<string> | null {
  const named = getNamedType(type);
  if (name === 'fiscalYearFrom') return fc.constantFrom('2540', '2560', '2566');
  if (name === 'fiscalYearTo') return fc.constantFrom('2567', '2570', '2700');
  if (named.name === 'FiscalYear') return fc.constantFrom(...years);
  if (named.name === 'Boolean') return fc.constantFrom('true', 'false');
  if (name === 'until') return fc.constantFrom('"2026-12-31"', '"2025-01-31"');
  if (isEnumType(named) && isNonNullType(type)) return fc.constantFrom(...named.getValues().map((each) => each.name));
  if (name === 'filter' && named.name === 'CentreFilter')
    return fc.constantFrom('{}', '{agencyCodes: ["SAMPLE-1"]}', '{agencyKinds: [SAMPLE]}', 'null');
  return null;
}

function argumentsFor(field: Field): fc.Arbitrary<string> {
  const usual = argumentsOf(field).slice(1, -1);
  if (isPaged(field)) return fc.constantFrom(1, 2, 20, 100).map((size) => argumentsOf(field, size));
  const choices = field.args.flatMap((argument) => {
    const choice = chosen(argument);
    return choice ? [choice.map((value) => `${argument.name}: ${value}`)] : [];
  });
  if (choices.length === 0) return fc.constant(usual ? `(${usual})` : '');
  const named = new Set(field.args.filter((argument) => chosen(argument)).map(({ name }) => name));
  const others = usual.split(', ').filter((part) => part && !named.has(part.split(':')[0] ?? ''));
  return fc.tuple(...choices).map((given) => `(${[...others, ...given].join(', ')})`);
}

/** A selection of a type, up to a depth, with names of its own, fragments and conditions now and then. */
function selection(type: GraphQLObjectType, depth: number): fc.Arbitrary<string> {
  const fields = Object.values(type.getFields()).filter(({ name }) => name !== 'auditTrail');
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
  const branches = fields.filter((field) => isObjectType(getNamedType(field.type)));
  const picked = /(Connection|Edge|Payload)$/.test(type.name) ? branches : [...leaves, ...branches];
  const offered = depth > 0 ? picked : leaves;
  if (offered.length === 0) return fc.constant('__typename');
  return fc
    .subarray(offered, { minLength: 1, maxLength: Math.min(3, offered.length) })
    .chain((some) => fc.tuple(...some.map((field) => asked(field, depth))))
    .map((parts) => parts.join(' '));
}

const asked = (field: Field, depth: number): fc.Arbitrary<string> => {
  const type = getNamedType(field.type);
  const inner = isObjectType(type)
    ? selection(type, /(Connection|Edge)$/.test(type.name) ? depth : depth - 1).map((part) => ` { ${part} }`)
    : fc.constant('');
  return fc
    .tuple(argumentsFor(field), inner, fc.constantFrom('plain', 'twice', 'included', 'skipped', 'fragment'))
    .map(([args, part, way]) => {
      const once = `${field.name}${args}${part}`;
      switch (way) {
        case 'twice':
          return `${field.name}A: ${once} ${field.name}B: ${once}`;
        case 'included':
          return `${field.name}${args} @include(if: true)${part}`;
        case 'skipped':
          return `${field.name}C: ${field.name}${args} @skip(if: false)${part} typeName: __typename`;
        case 'fragment':
          return `... { ${once} }`;
        default:
          return once;
      }
    });
};

/** Any query of the schema: from its root fields, or from a record. */
export function questions(schema: GraphQLSchema, known: readonly Known[]): fc.Arbitrary<string> {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) => {
    const named = getNamedType(type);
    return !isLeafType(named) && !isInterfaceType(named);
  });
  const ofRecord = ({ type, id }: Known): fc.Arbitrary<string> => {
    const object = schema.getType(type);
    if (!isObjectType(object)) return fc.constant('__typename');
    const node = JSON.stringify(encodeGlobalId(type, id));
    return fc
      .tuple(selection(object, 3), fc.boolean())
      .map(([part, isMany]) =>
        isMany
          ? `nodes(ids: [${node}, ${node}]) { id ... on ${type} { ${part} } }`
          : `node(id: ${node}) { ... on ${type} { ${part} } }`,
      );
  };
  const fromRoot = fc.constantFrom(...roots).chain((field) => asked(field, 3));
  const fromRecord = fc.constantFrom(...known).chain(ofRecord);
  return fc.oneof(fromRoot, fromRecord).map((part) => `{ ${part} }`);
}
