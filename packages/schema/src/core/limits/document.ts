import { BREAK, type DocumentNode, type FragmentDefinitionNode, Kind, visit } from 'graphql';
import type { Fragments } from '../execution/collect.ts';
import { DOCUMENT_NESTING_MAX } from './limits.ts';
import { tooDeepDocument } from './refusals.ts';

/** What is wrong with the size of a document, before its meaning is looked at: whatever does that calls itself for each part inside another. */
export function documentProblem(document: DocumentNode) {
  let depth = 0;
  let isTooDeep = false;
  visit(document, {
    enter() {
      depth += 1;
      isTooDeep ||= depth > DOCUMENT_NESTING_MAX;
      return isTooDeep ? BREAK : undefined;
    },
    leave() {
      depth -= 1;
    },
  });
  return isTooDeep ? tooDeepDocument(DOCUMENT_NESTING_MAX) : null;
}

const kept = new WeakMap<DocumentNode, Fragments>();

/** The fragments of a document by their names. */
export function fragmentsOf(document: DocumentNode): Fragments {
  const known = kept.get(document);
  if (known) return known;
  const fragments = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const named = Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
  kept.set(document, named);
  return named;
}
