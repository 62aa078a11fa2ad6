import {
  type FieldNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { RegistryError } from '../../base/errors.ts';
import { collectAsked, type Fragments } from '../../execution/collect.ts';
import { CURSOR_LENGTH_MAX, PAGE_MAX } from '../limits.ts';
import { pagedListOf } from '../paging/paged-list.ts';
import { lengthProblem, type Path, pageProblem, refusalAt } from './refusals.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A page that an operation asks for. */
export type AskedPage = {
  readonly field: GraphQLField<unknown, unknown>;
  readonly type: GraphQLObjectType;
  readonly node: FieldNode;
  readonly nodes: readonly FieldNode[];
  readonly path: Path;
  readonly args: Variables;
  readonly selectionSets: readonly SelectionSetNode[];
};

type SelectedOperation = {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly variables: Variables;
};

/** The most items of a page, or what is wrong with its size. A query for the count alone reads no page. */
export function pageOf(
  page: AskedPage,
  selected: SelectedOperation,
): { readonly size: number; readonly problem?: GraphQLError } {
  const { field, nodes, path, args } = page;
  const given = [args.first, args.last].filter((value) => value !== null && value !== undefined);
  const [size] = given;
  if (given.length === 0 && asksForTheCountAlone(page, selected)) return { size: 0 };
  if (given.length === 1 && typeof size === 'number' && size >= 1 && size <= PAGE_MAX) return { size };
  return { size: PAGE_MAX, problem: refusalAt(pageProblem(field.name), nodes, path) };
}

function asksForTheCountAlone({ type, selectionSets }: AskedPage, selected: SelectedOperation): boolean {
  const asked = collectAsked(selected.schema, selected.fragments, type, selectionSets, selected.variables);
  return [...asked.values()].every(([node]) => ['totalCount', '__typename'].includes(node?.name.value ?? ''));
}

export const isCursorName = (name: string): boolean => name === 'after' || name === 'before';

const tooLong = (cursor: unknown): boolean => typeof cursor === 'string' && cursor.length > CURSOR_LENGTH_MAX;

/** What is wrong with the cursors of pages. They differ between otherwise equal requests, and so does the order that they belong to. */
export function cursorProblems(
  pages: readonly AskedPage[],
  { schema, operation, variables }: { schema: GraphQLSchema; operation: OperationDefinitionNode; variables: Variables },
): GraphQLError[] {
  const paging = pages.filter(({ node }) => node.arguments?.some(({ name }) => isCursorName(name.value)));
  if (paging.length === 0) return [];
  // Variables of the wrong kind are refused in words of their own.
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return coerced ? paging.flatMap((page) => cursorProblemOf(page, coerced) ?? []) : [];
}

function cursorProblemOf({ field, node, nodes, path }: AskedPage, variables: Variables): GraphQLError | null {
  const args = getArgumentValues(field, node, variables);
  const long = ['after', 'before'].find((name) => tooLong(args[name]));
  if (long) return refusalAt(lengthProblem(long, CURSOR_LENGTH_MAX), nodes, path);
  try {
    pagedListOf(field)?.between(args);
    return null;
  } catch (error) {
    if (error instanceof RegistryError) return refusalAt(error, nodes, path);
    throw error;
  }
}
