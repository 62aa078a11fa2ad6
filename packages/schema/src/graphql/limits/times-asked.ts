import { type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import { collectAsked } from '../../execution/collect.ts';

/** Under how many names an operation asks for a field of the object that is being resolved: so often its value is sent. */
export function timesAsked(
  { schema, fragments, fieldNodes, variableValues, returnType }: GraphQLResolveInfo,
  field: string,
): number {
  const type = getNamedType(returnType);
  if (!isObjectType(type)) return 0;
  const selectionSets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const asked = collectAsked(schema, fragments, type, selectionSets, variableValues);
  return [...asked.values()].filter(([node]) => node?.name.value === field).length;
}
