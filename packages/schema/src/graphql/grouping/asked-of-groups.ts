import { type FieldNode, type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import { collectAsked } from '../../execution/collect.ts';

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

/** What an operation shows of each group, as `count` and `avg.score`: nothing else is worked out for all of them. */
export function askedOfGroups(info: GraphQLResolveInfo): string[] {
  const groups = fieldsOf({ type: getNamedType(info.returnType), nodes: info.fieldNodes }, info).get('groups');
  const fields = groups ? fieldsOf(groups, info) : new Map<string, Asked>();
  return [...fields].flatMap(([name, field]) => [
    name,
    ...[...fieldsOf(field, info).keys()].map((inner) => `${name}.${inner}`),
  ]);
}
