import { BREAK, type DocumentNode, type FragmentDefinitionNode, Kind, visit } from 'graphql';
import type { RegistryError } from '../../base/errors.ts';
import type { Fragments } from '../../execution/collect.ts';
import { DOCUMENT_NESTING_MAX, LINES_MAX, NAME_LENGTH_MAX } from '../limits.ts';
import { tooDeepDocument, tooLongName, tooManyLines } from './refusals.ts';

/** Computing an error's position counts the lines before it, and there may be thousands of errors. */
function hasTooManyLines({ loc }: DocumentNode): boolean {
  const ends = /\r\n|[\n\r]/g;
  const text = loc?.source.body ?? '';
  let lines = 1;
  while (lines <= LINES_MAX && ends.test(text)) lines += 1;
  return lines > LINES_MAX;
}

/** What is wrong with the size of a document, before its meaning is read, which recurses for each nested part. */
export function documentProblem(document: DocumentNode): RegistryError | null {
  if (hasTooManyLines(document)) return tooManyLines(LINES_MAX);
  let depth = 0;
  let problem: RegistryError | null = null;
  visit(document, {
    enter(node) {
      depth += 1;
      if (depth > DOCUMENT_NESTING_MAX) problem = tooDeepDocument(DOCUMENT_NESTING_MAX);
      // Messages about a part of a document repeat its name, in each sentence and in every path through it.
      else if (node.kind === Kind.NAME && node.value.length > NAME_LENGTH_MAX) problem = tooLongName(NAME_LENGTH_MAX);
      return problem ? BREAK : undefined;
    },
    leave() {
      depth -= 1;
    },
  });
  return problem;
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
