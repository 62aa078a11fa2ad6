import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { RegistryError } from '@registry/schema/core/errors.ts';
import { assertCost, assertPages, type Cost } from '@registry/schema/core/query-limits.ts';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from './config.ts';
import type { RequestContext } from './create-context.ts';
import { executionGateway } from './execution-gateway.ts';
import { errorFormatter, speak } from './format-error.ts';
import { unserved } from './unserved.ts';

export const TOKENS_MAX = 5_000;

/** Refuses what is too large before anything is read, says what a request cost, and answers in the client's language. */
const limitsAndLanguage = (limits: Limits): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    let cost: Cost | undefined;
    return {
      async didResolveOperation({ schema, document, operationName, request, contextValue }) {
        const asked = { schema, document, operationName, variables: request.variables ?? {} };
        try {
          assertPages(asked);
          cost = assertCost(asked, contextValue, limits);
        } catch (error) {
          // Nothing has run yet: the request as a whole is refused, and HTTP says so too.
          if (error instanceof RegistryError)
            throw new RegistryError(error.code, error.text, error.fields, { refusesRequest: true });
          // Variables of the wrong kind have no cost; the execution refuses them before it asks anything.
          if (error instanceof GraphQLError) return;
          throw error;
        }
      },
      async willSendResponse({ response, contextValue }) {
        speak(response, contextValue.language);
        if (cost && response.body.kind === 'single') {
          const { singleResult } = response.body;
          singleResult.extensions = {
            ...singleResult.extensions,
            cost: { requested: cost.requested, limit: limits.costMax },
          };
        }
      },
    };
  },
});

/** Apollo Server over the schema, without anything that reports, caches or fetches by itself. */
export const createGraphqlServer = (
  schema: GraphQLSchema,
  limits: Limits,
  logger: Logger,
  plugins: readonly ApolloServerPlugin<RequestContext>[],
) =>
  new ApolloServer<RequestContext>({
    gateway: executionGateway(schema, logger),
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: TOKENS_MAX },
    formatError: errorFormatter(logger),
    logger,
    plugins: [
      limitsAndLanguage(limits),
      unserved(logger),
      ...plugins,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
