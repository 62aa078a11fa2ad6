import { BREAK, type GraphQLResolveInfo, type OperationDefinitionNode, visit } from 'graphql';

/** What is known of an operation; not all of it when Pothos only estimates the cost of a field. */
type Asked = Pick<GraphQLResolveInfo, 'fragments'> & { readonly operation?: OperationDefinitionNode };

const known = new WeakMap<OperationDefinitionNode, boolean>();

function find(operation: OperationDefinitionNode, fragments: Asked['fragments']): boolean {
  let found = false;
  const look = (name: string) => {
    found ||= name === 'cursor' || name === 'pageInfo';
    return found ? BREAK : undefined;
  };
  for (const part of [operation, ...Object.values(fragments)]) visit(part, { Field: ({ name }) => look(name.value) });
  return found;
}

/** Whether an operation may show cursors: for them alone the columns of an order are read. Looked up once for each document. */
export function mayAskForCursors({ operation, fragments }: Asked): boolean {
  if (!operation) return true;
  const answer = known.get(operation) ?? find(operation, fragments);
  known.set(operation, answer);
  return answer;
}
