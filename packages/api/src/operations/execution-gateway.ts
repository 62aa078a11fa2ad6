import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { executingByMoment } from '@registry/schema/execution/by-moment.ts';
import { createExecutor } from '@registry/schema/execution/executor.ts';
import { describeWrongVariables } from '@registry/schema/graphql/limits/wrong-values.ts';
import { contextAsOf } from '@registry/schema/tenancy/moment.ts';
import type { GraphQLSchema } from 'graphql';
import type { Switches } from '../config.ts';
import type { Counters } from '../metrics/counters.ts';
import type { RequestContext } from '../sign-in/create-context.ts';
import { answerLimitsOf } from './answer-budget.ts';

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

/** Makes Apollo use the registry's executor for what it has parsed, validated and admitted. */
export function executionGateway(schema: GraphQLSchema, { plainExecution }: Switches, counters: Counters): Gateway {
  const execute = executingByMoment(schema, createExecutor(schema, { usesPlans: plainExecution }));
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
          // Apollo's gateways know of no type of context.
          contextAt: (moment) => contextAsOf(context as RequestContext, moment),
          limits: answerLimitsOf(context),
          onExecuted(fallback) {
            counters.add('operations', fallback ?? 'none');
            context.trace?.executed(fallback);
          },
        });
        return describeWrongVariables(answer, { schema, operation, variables });
      },
    }),
    stop: async () => undefined,
  };
}
