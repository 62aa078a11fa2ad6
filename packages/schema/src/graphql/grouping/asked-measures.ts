import { type FieldNode, type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import { collectAsked } from '../../execution/collect.ts';
import type { Measures } from './measures.ts';

type Asked = { readonly type: unknown; readonly nodes: readonly FieldNode[] };

/** The fields that an operation asks of an object, by their names. */
function fieldsOf(
  { type, nodes }: Asked,
  { schema, fragments, variableValues }: GraphQLResolveInfo,
): Map<string, Asked> {
  const found = new Map<string, Asked>();
  if (!isObjectType(type)) return found;
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  for (const each of collectAsked(schema, fragments, type, selectionSets, variableValues).values()) {
    const name = each[0]?.name.value ?? '';
    found.set(name, {
      type: getNamedType(type.getFields()[name]?.type),
      nodes: [...(found.get(name)?.nodes ?? []), ...each],
    });
  }
  return found;
}

/** The measures that an operation shows: no others are worked out for every group. */
export function askedMeasures(measures: Measures, info: GraphQLResolveInfo): string[] {
  const groups = fieldsOf({ type: getNamedType(info.returnType), nodes: info.fieldNodes }, info).get('groups');
  const fields = groups ? fieldsOf(groups, info) : new Map<string, Asked>();
  const places = [...fields].flatMap(([name, field]) => [
    name,
    ...[...fieldsOf(field, info).keys()].map((inner) => `${name}.${inner}`),
  ]);
  return places.filter((place) => measures.has(place));
}
