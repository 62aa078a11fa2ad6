import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  locatedError,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { RegistryError } from '../base/errors.ts';
import { type AnswerLimits, unlimited } from './answer-size.ts';
import { collectAsked, type Fragments } from './collect.ts';
import type { Request } from './executor.ts';

/** The argument of a root field by which it, and everything below it, is asked as of a moment. */
export const AS_OF = 'asOf';

/** How many moments one request may ask about: each is executed by itself. */
export const MOMENTS_MAX = 4;

type RequestByMoment = Request & {
  /** The context in which fields are resolved as of a moment; throws when nothing can be said of it. */
  readonly contextAt: (moment: Date) => Promise<unknown>;
};

/** Root fields, by their keys in the answer, that are asked about one moment; null is now. */
type Part = { readonly moment: Date | null; readonly fields: Map<string, readonly FieldNode[]> };

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** The selections at the root that lead to some of its fields; fragments are written out, for they may lead to others as well. */
const leadingTo = (
  { selections }: SelectionSetNode,
  fragments: Fragments,
  isWanted: (field: FieldNode) => boolean,
): SelectionNode[] =>
  selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return isWanted(selection) ? [selection] : [];
    const meant = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    if (!meant) return [];
    const inner = leadingTo(meant.selectionSet, fragments, isWanted);
    if (inner.length === 0) return [];
    const { typeCondition } = meant;
    const selectionSet = { kind: Kind.SELECTION_SET, selections: inner } as const;
    return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, directives: selection.directives, selectionSet }];
  });

/** How many divisions of an operation are kept. */
const DIVISIONS_MAX = 20;
const divisions = new WeakMap<OperationDefinitionNode, Map<string, DocumentNode>>();

/** The document with some root fields of its operation alone; the same one for the same fields, so that plans for it are kept. */
function documentOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  { fields }: Part,
): DocumentNode {
  const known = divisions.get(operation) ?? new Map<string, DocumentNode>();
  divisions.set(operation, known);
  const keys = [...fields.keys()].join();
  const made = known.get(keys) ?? {
    ...document,
    definitions: document.definitions.map((definition) =>
      definition === operation
        ? {
            ...operation,
            selectionSet: {
              ...operation.selectionSet,
              selections: leadingTo(operation.selectionSet, fragments, (field) => fields.has(keyOf(field))),
            },
          }
        : definition,
    ),
  };
  if (known.size < DIVISIONS_MAX) known.set(keys, made);
  return made;
}

const asking = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether any root field names a moment; of almost all operations none does. */
function namesMoment(operation: OperationDefinitionNode, fragments: Fragments): boolean {
  const known = asking.get(operation);
  if (known !== undefined) return known;
  const names = (field: FieldNode): boolean => field.arguments?.some(({ name }) => name.value === AS_OF) ?? false;
  const found = leadingTo(operation.selectionSet, fragments, names).length > 0;
  asking.set(operation, found);
  return found;
}

const fragmentsIn = ({ definitions }: DocumentNode): Fragments =>
  Object.fromEntries(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

/** The root fields by the moments that they ask about; null when variables are wrong, which the execution then says. */
function partsOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variableValues: Request['variableValues'],
): Part[] | null {
  const query = schema.getQueryType();
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  if (!query || !coerced) return null;
  const parts = new Map<number | null, Part>();
  for (const [key, nodes] of collectAsked(schema, fragments, query, [operation.selectionSet], coerced)) {
    const [node] = nodes;
    const field = node && query.getFields()[node.name.value];
    const given = field && getArgumentValues(field, node, coerced)[AS_OF];
    const moment = given instanceof Date ? given : null;
    const part = parts.get(moment?.getTime() ?? null) ?? { moment, fields: new Map() };
    part.fields.set(key, nodes);
    parts.set(moment?.getTime() ?? null, part);
  }
  return [...parts.values()];
}

const tooManyMoments = (): RegistryError =>
  new RegistryError(
    'QUERY_TOO_COSTLY',
    {
      th: `คำขอหนึ่งถามย้อนเวลาได้ไม่เกิน ${MOMENTS_MAX} เวลา`,
      en: `A request asks about at most ${MOMENTS_MAX} moments; now is one of them.`,
    },
    [],
    { refusesRequest: true },
  );

const refused = ({ fields }: Part, error: unknown): ExecutionResult => ({
  data: Object.fromEntries([...fields.keys()].map((key) => [key, null])),
  errors: [...fields].map(([key, nodes]): GraphQLError => locatedError(error, nodes, [key])),
});

const shareOf = ({ bytesMax, objectsMax }: AnswerLimits, parts: number): AnswerLimits => ({
  bytesMax: Math.floor(bytesMax / parts),
  objectsMax,
});

/** The answers to the parts as one, with the fields in the order of the operation. */
function together(parts: readonly Part[], answers: readonly ExecutionResult[]): ExecutionResult {
  const failed = answers.find(({ data }) => !data);
  if (failed) return failed;
  const data = Object.assign({}, ...answers.map((answer) => answer.data));
  const errors = answers.flatMap((answer) => answer.errors ?? []);
  const order = parts.flatMap(({ fields }) => [...fields.keys()]);
  return {
    data: Object.fromEntries(order.filter((key) => key in data).map((key) => [key, data[key]])),
    ...(errors.length > 0 ? { errors } : {}),
  };
}

/**
 * Executes operations whose root fields may each be asked as of a moment. Everything below such a field is resolved in a context of that moment, so the
 * operation is divided by moments, and the answers are put together again. Operations that name no moment pass as they are.
 */
export function executingByMoment(
  schema: GraphQLSchema,
  execute: (request: Request) => Promise<ExecutionResult>,
): (request: RequestByMoment) => Promise<ExecutionResult> {
  return async ({ contextAt, ...request }) => {
    const { document, operationName, variableValues, limits = unlimited } = request;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return execute(request);
    const fragments = fragmentsIn(document);
    const parts = namesMoment(operation, fragments) ? partsOf(schema, operation, fragments, variableValues) : null;
    if (!parts) return execute(request);
    if (parts.length > MOMENTS_MAX) return { errors: [tooManyMoments()] };
    const answerOf = async (part: Part): Promise<ExecutionResult> => {
      const own = {
        ...request,
        limits: shareOf(limits, parts.length),
        document: parts.length > 1 ? documentOf(document, operation, fragments, part) : document,
      };
      if (!part.moment) return execute(own);
      try {
        return await execute({ ...own, contextValue: await contextAt(part.moment) });
      } catch (error) {
        if (error instanceof RegistryError) return refused(part, error);
        throw error;
      }
    };
    return together(parts, await Promise.all(parts.map(answerOf)));
  };
}
