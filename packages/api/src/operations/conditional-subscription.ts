import type { Fragments } from '@registry/schema/execution/collect.ts';
import { fragmentsOf } from '@registry/schema/graphql/limits/document.ts';
import { refused } from '@registry/schema/graphql/limits/refusals.ts';
import {
  type DocumentNode,
  type GraphQLError,
  Kind,
  locatedError,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';

const conditions: ReadonlySet<string> = new Set(['skip', 'include']);

/** Whether a selection is conditional. Each fragment is visited once, since fragments may be cyclic. */
const isConditional = ({ selections }: SelectionSetNode, fragments: Fragments, seen: Set<string>): boolean =>
  selections.some((selection) => {
    if (selection.directives?.some(({ name }) => conditions.has(name.value))) return true;
    if (selection.kind === Kind.FIELD) return false;
    if (selection.kind === Kind.INLINE_FRAGMENT) return isConditional(selection.selectionSet, fragments, seen);
    const name = selection.name.value;
    const fragment = seen.has(name) ? undefined : fragments[name];
    seen.add(name);
    return fragment !== undefined && isConditional(fragment.selectionSet, fragments, seen);
  });

/**
 * A subscription asks for one field, come what may (GraphQL specification, 5.2.4.1). graphql-js does not say so of one under @skip or
 * @include: its check fails on their variables, and its execution on the field that is not there.
 */
export function conditionalSubscription(document: DocumentNode): GraphQLError | null {
  const found = document.definitions.find(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === OperationTypeNode.SUBSCRIPTION &&
      isConditional(definition.selectionSet, fragmentsOf(document), new Set()),
  );
  if (!found) return null;
  return locatedError(
    refused('GRAPHQL_VALIDATION_FAILED', {
      th: 'การติดตามต้องขอฟิลด์ของตนโดยไม่มีเงื่อนไข ("@skip", "@include")',
      en: 'A subscription asks for its field without conditions (@skip, @include).',
    }),
    [found],
  );
}
