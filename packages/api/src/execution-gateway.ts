import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { createExecutor } from '@registry/schema/core/execution/executor.ts';
import { tellWrongVariables } from '@registry/schema/core/limits/wrong-values.ts';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { answerLimitsOf } from './check-operation.ts';
import type { RequestContext } from './create-context.ts';

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

/** Has Apollo leave the execution of what it has parsed, validated and let through to the registry's own executor. */
export function executionGateway(schema: GraphQLSchema, logger: Logger): Gateway {
  const execute = createExecutor(schema, {
    onAskedAgain: (err) => logger.debug({ err }, 'a query was executed again, by graphql-js'),
  });
  return {
    onSchemaLoadOrUpdate(accept) {
      accept({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, operation, request: { operationName, variables = {} }, context }) => {
        const answer = await execute({
          document,
          operationName,
          variableValues: variables,
          contextValue: context,
          limits: answerLimitsOf(context),
        });
        return tellWrongVariables(answer, { schema, operation, variables });
      },
    }),
    stop: async () => undefined,
  };
}
