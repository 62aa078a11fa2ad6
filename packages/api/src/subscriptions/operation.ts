import { ApolloServerErrorCode } from '@apollo/server/errors';
import { RegistryError } from '@registry/schema/base/errors.ts';
import { mapEvents } from '@registry/schema/base/event-stream.ts';
import { withinSize } from '@registry/schema/execution/answer-size.ts';
import { refused } from '@registry/schema/graphql/limits/refusals.ts';
import { describeWrongVariables } from '@registry/schema/graphql/limits/wrong-values.ts';
import { TOKENS_MAX } from '@registry/schema/graphql/limits.ts';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { type Admitting, admitOperation } from '../operations/admit-operation.ts';
import { answerLimitsOf } from '../operations/answer-budget.ts';
import { isLargeText, largeRequests } from '../operations/large-requests.ts';
import { withNamedDocument } from '../operations/named-document.ts';
import { hashOfText } from '../operations/trusted-documents.ts';
import type { RequestContext } from '../sign-in/create-context.ts';

const notParsed = (error: unknown): GraphQLError =>
  new GraphQLError(error instanceof Error ? error.message : String(error), {
    ...(error instanceof GraphQLError && { source: error.source, positions: error.positions }),
    ...(error instanceof Error && { originalError: error }),
    extensions: { code: ApolloServerErrorCode.GRAPHQL_PARSE_FAILED },
  });

const noSubscription = () =>
  refused('BAD_REQUEST', {
    th: 'ระบุการติดตามหนึ่งรายการ การสอบถามและการสั่งทำให้ส่งแบบ "POST" ไปที่ "/graphql"',
    en: 'Name one subscription; queries and mutations go to POST /graphql.',
  });

const refusals = new WeakSet<GraphQLError>();

/** Whether an operation was refused, rather than that its events broke off. */
export const isRefusal = (error: GraphQLError): boolean => refusals.has(error);

function refuse(...errors: readonly GraphQLError[]): readonly GraphQLError[] {
  for (const error of errors) refusals.add(error);
  return errors;
}

/** What is to be followed, within the limits that a query has too; or why not. */
export async function operationOf(
  schema: GraphQLSchema,
  payload: SubscribePayload,
  context: RequestContext,
  admitting: Admitting,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { operationName, variables } = payload;
  let query: string;
  let document: DocumentNode;
  if (isLargeText(JSON.stringify(payload))) await largeRequests.next();
  try {
    ({ query } = await withNamedDocument({ ...payload }, admitting.documents));
    document = parse(query, { maxTokens: TOKENS_MAX });
  } catch (error) {
    return refuse(error instanceof RegistryError ? error : notParsed(error));
  }
  const asked = { schema, document, operationName, variables: variables ?? {} };
  const checked = await admitOperation(asked, hashOfText(query), context, admitting);
  if ('problems' in checked) return refuse(...checked.problems);
  if (checked.operation.operation !== OperationTypeNode.SUBSCRIPTION) return refuse(noSubscription());
  return { schema, document, operationName, variableValues: variables, contextValue: context };
}

/** Why nothing is followed. */
function notFollowed(answer: ExecutionResult, { schema, document, operationName, variableValues }: ExecutionArgs) {
  const operation = getOperationAST(document, operationName);
  return operation ? describeWrongVariables(answer, { schema, operation, variables: variableValues ?? {} }) : answer;
}

/** Answers each event in a context of its own: what was loaded for one event is not good for the next. */
export async function followAfresh(
  operation: ExecutionArgs,
  contextOfEvent: () => Promise<RequestContext>,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(operation);
  if (!(Symbol.asyncIterator in source)) return notFollowed(source, operation);
  const limits = answerLimitsOf(operation.contextValue);
  return mapEvents(source, async (event) => {
    const answer = await execute({ ...operation, rootValue: event, contextValue: await contextOfEvent() });
    return withinSize(answer, limits, false);
  });
}
