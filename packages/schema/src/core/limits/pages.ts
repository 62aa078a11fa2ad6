import {
  type FieldNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { decodePlace } from '../audit-place.logic.ts';
import { collectAsked, type Fragments } from '../execution/collect.ts';
import { CURSOR_LETTERS_MAX, PAGE_MAX } from './limits.ts';
import { cursorProblem, type Path, pageProblem, refusalAt } from './refusals.ts';

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

type Chosen = { readonly schema: GraphQLSchema; readonly fragments: Fragments; readonly variables: Variables };

/** The most items of a page, or what is wrong with its size. Whoever asks how many there are, and nothing else, asks for no page. */
export function pageOf(page: AskedPage, chosen: Chosen): { readonly size: number; readonly problem?: GraphQLError } {
  const { field, nodes, path, args } = page;
  const given = [args.first, args.last].filter((value) => value !== null && value !== undefined);
  const [size] = given;
  if (given.length === 0 && asksForTheCountAlone(page, chosen)) return { size: 0 };
  if (given.length === 1 && typeof size === 'number' && size >= 1 && size <= PAGE_MAX) return { size };
  return { size: PAGE_MAX, problem: refusalAt(pageProblem(field.name), nodes, path) };
}

function asksForTheCountAlone({ type, selectionSets }: AskedPage, chosen: Chosen): boolean {
  const asked = collectAsked(chosen.schema, chosen.fragments, type, selectionSets, chosen.variables);
  return [...asked.values()].every(([node]) => ['totalCount', '__typename'].includes(node?.name.value ?? ''));
}

export const isCursorName = (name: string): boolean => name === 'after' || name === 'before';

/** What is wrong with the cursors of a page: they change from request to request, where all else stays. */
export const cursorProblems = (
  { node, nodes, path }: AskedPage,
  operation: OperationDefinitionNode,
  variables: Variables,
): GraphQLError[] =>
  (node.arguments ?? [])
    .filter(({ name }) => isCursorName(name.value))
    .filter(({ value }) => {
      const cursor = givenValue(value, operation, variables);
      return cursor !== null && !isCursor(cursor);
    })
    .map(({ name }) => refusalAt(cursorProblem(name.value), nodes, path));

function givenValue(node: ValueNode, operation: OperationDefinitionNode, variables: Variables): unknown {
  if (node.kind === Kind.STRING) return node.value;
  if (node.kind !== Kind.VARIABLE) return null;
  const name = node.name.value;
  if (variables[name] !== undefined) return variables[name];
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue ? givenValue(definition.defaultValue, operation, variables) : null;
}

/** A cursor as the connections make it: the id of the item, encoded; or a place in the audit trail, whose entries have no id. */
const isCursor = (cursor: unknown): boolean =>
  typeof cursor === 'string' &&
  cursor.length <= CURSOR_LETTERS_MAX &&
  (/^GPC:S:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(Buffer.from(cursor, 'base64').toString('utf8')) ||
    decodePlace(cursor) !== null);
