import { ApolloServerErrorCode } from '@apollo/server/errors';
import { RegistryError } from '@registry/schema/core/errors.ts';
import { mapEvents } from '@registry/schema/core/event-stream.ts';
import { assertCost, assertPages } from '@registry/schema/core/query-limits.ts';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Limits } from '../config.ts';
import type { RequestContext } from '../create-context.ts';
import { TOKENS_MAX } from '../graphql-server.ts';

const coded = (code: ApolloServerErrorCode, message: string, cause?: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    nodes: cause?.nodes,
    source: cause?.source,
    positions: cause?.positions,
    extensions: { code },
  });

/** What is to be followed, within the limits that a query has too; or why not. */
export function operationOf(
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
  context: RequestContext,
  limits: Limits,
): ExecutionArgs | readonly GraphQLError[] {
  let code = ApolloServerErrorCode.GRAPHQL_PARSE_FAILED;
  try {
    const document = parse(query, { maxTokens: TOKENS_MAX });
    const faults = validate(schema, document);
    if (faults.length > 0)
      return faults.map((fault) => coded(ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED, fault.message, fault));
    const kind = getOperationAST(document, operationName)?.operation;
    if (kind !== OperationTypeNode.SUBSCRIPTION)
      return [
        coded(ApolloServerErrorCode.BAD_REQUEST, 'Name one subscription; queries and mutations go to POST /graphql.'),
      ];
    // From here on only a variable of the wrong kind can be at fault, besides the limits.
    code = ApolloServerErrorCode.BAD_USER_INPUT;
    const asked = { schema, document, operationName, variables: variables ?? {} };
    assertPages(asked);
    assertCost(asked, context, limits);
    return { schema, document, operationName, variableValues: variables, contextValue: context };
  } catch (error) {
    if (error instanceof RegistryError) return [error];
    if (error instanceof GraphQLError) return [coded(code, error.message, error)];
    throw error;
  }
}

/** Answers each event in a context of its own: what was loaded for one event is not good for the next. */
export async function followAfresh(
  operation: ExecutionArgs,
  contextOfEvent: () => Promise<RequestContext>,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(operation);
  if (!(Symbol.asyncIterator in source)) return source;
  return mapEvents(source, async (event) =>
    execute({ ...operation, rootValue: event, contextValue: await contextOfEvent() }),
  );
}
