import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { sampleQueryId } from '@registry/seed/people/sample-queries.ts';
import { positionId } from '@registry/seed/rows/identifiers.ts';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A value for an argument that must be given. */
function literalFor({ name, type }: GraphQLArgument): string {
  const named = getNamedType(type);
  if (name === 'fiscalYearFrom') return '2566';
  if (named.name === 'FiscalYear') return '2568';
  if (isEnumType(named)) return named.getValues()[0]?.name ?? '';
  if (named.name === 'Boolean') return 'false';
  if (named.name === 'Int') return '1';
  if (named.name === 'Date') return '"2025-10-01"';
  if (name === 'version') return '"3x3-2566"';
  if (name === 'agencyCode' || name === 'code') return '"SAMPLE-1"';
  if (name === 'position') return JSON.stringify(encodeGlobalId('Position', positionId('SAMPLE-1', 'DIR')));
  if (name === 'text') return '"การตรวจ"';
  if (name === 'id') return JSON.stringify(encodeGlobalId('SavedQuery', sampleQueryId('unanswered-risks')));
  if (name === 'enum') return '"RecordStatus"';
  if (name === 'clock') return '"ABG-5.2a"';
  throw new Error(`Say in test/kit/schema-walk.ts what to give for ${name}: ${named.name}.`);
}

const isPaged = (field: GraphQLField<unknown, unknown>): boolean => field.args.some(({ name }) => name === 'first');

/** The arguments without which a field cannot be asked. */
export function argumentsOf(field: GraphQLField<unknown, unknown>, page = 5): string {
  const given = isPaged(field) ? [`first: ${page}`] : [];
  for (const argument of field.args.filter(({ name }) => name !== 'first')) {
    if (isNonNullType(argument.type) && argument.defaultValue === undefined)
      given.push(`${argument.name}: ${literalFor(argument)}`);
  }
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

export const objectTypeOf = (type: GraphQLOutputType): GraphQLObjectType | null => {
  const named = getNamedType(type);
  return isObjectType(named) ? named : null;
};

type Wanted = (type: GraphQLObjectType, field: string) => boolean;

const leaves = (type: GraphQLObjectType, isWanted: Wanted): string[] =>
  Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && isWanted(type, field.name))
    .map((field) => `${field.name}${argumentsOf(field)}`);

/** Everything that a field can show to a given depth, as far as it is wanted: its values, and those of the objects beneath it. */
export function selectionOf(type: GraphQLObjectType, depth: number, isWanted: Wanted = () => true): string {
  const parts = leaves(type, isWanted);
  if (depth > 0) {
    for (const field of Object.values(type.getFields())) {
      if (!isWanted(type, field.name)) continue;
      const target = objectTypeOf(field.type);
      if (!target || isInterfaceType(getNamedType(field.type))) continue;
      parts.push(
        `${field.name}${argumentsOf(field)} { ${selectionOf(target, target.name.endsWith('Connection') ? depth + 1 : target.name.endsWith('Edge') ? depth : depth - 1, isWanted)} }`,
      );
    }
  }
  return parts.length > 0 ? parts.join(' ') : '__typename';
}
