import { ApolloServerErrorCode } from '@apollo/server/errors';
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
import type { Limits } from '../config.ts';
import { answerLimitsOf } from '../operations/answer-budget.ts';
import { checkOperation } from '../operations/check-operation.ts';
import { isLargeText, largeRequests } from '../operations/large-requests.ts';
import type { RequestContext } from '../sign-in/create-context.ts';
import type { Spending } from '../spending/spending.ts';

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
  limits: Limits,
  spending: Spending | null,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { query, operationName, variables } = payload;
  let document: DocumentNode;
  if (isLargeText(JSON.stringify(payload))) await largeRequests.next();
  try {
    document = parse(query, { maxTokens: TOKENS_MAX });
  } catch (error) {
    return refuse(notParsed(error));
  }
  const checked = await checkOperation(
    { schema, document, operationName, variables: variables ?? {} },
    context,
    limits,
  );
  if ('problems' in checked) return refuse(...checked.problems);
  if (checked.operation.operation !== OperationTypeNode.SUBSCRIPTION) return refuse(noSubscription());
  const refusal = await spending?.charge(context, checked.cost.requested);
  if (refusal) return refuse(refusal);
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
