import { ApolloServer, type ApolloServerPlugin, type GraphQLRequest, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { RegistryError } from '@registry/schema/base/errors.ts';
import { TOKENS_MAX } from '@registry/schema/graphql/limits.ts';
import { noticesOf } from '@registry/schema/graphql/notices.ts';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { type ErrorFormatter, localizeResponse } from '../errors/format-error.ts';
import type { Counters } from '../metrics/counters.ts';
import type { RequestContext } from '../sign-in/create-context.ts';
import type { Left } from '../spending/spending.ts';
import { type Admitting, admitOperation } from './admit-operation.ts';
import { costOf } from './answer-budget.ts';
import { callByLabels } from './argument-labels.ts';
import type { Checked } from './check-operation.ts';
import { executionGateway } from './execution-gateway.ts';
import { failureStatus } from './failure-status.ts';
import { keptDocuments } from './kept-documents.ts';

/** Whether the answer to a request is kept, and given again to others. */
type IsKept = (request: GraphQLRequest) => boolean;

/** The HTTP status that an error asks for. */
function statusOf({ extensions: { http } }: GraphQLError): number | undefined {
  const isHead = typeof http === 'object' && http !== null && 'status' in http;
  return isHead && typeof http.status === 'number' ? http.status : undefined;
}

const retryAfterOf = (problems: readonly GraphQLError[]): HeaderMap => {
  const headers = new HeaderMap();
  for (const problem of problems)
    if (problem instanceof RegistryError && problem.retryAfterSeconds !== undefined)
      headers.set('retry-after', String(problem.retryAfterSeconds));
  return headers;
};

type Parts = { readonly admitting: Admitting; readonly format: ErrorFormatter; readonly isKept: IsKept };

/** Refuses what is wrong or too large before anything is read, says what a request cost, and answers in the client's language. */
const limitsAndLanguage = ({ admitting, format, isKept }: Parts): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    const { limits, spending } = admitting;
    let checked: Checked | undefined;
    return {
      async didResolveOperation({ schema, document, queryHash, request, contextValue }) {
        const { operationName, variables = {} } = request;
        const asked = { schema, document, operationName, variables };
        checked = await admitOperation(asked, queryHash, contextValue, admitting);
      },
      // Apollo's hook before this one takes a single error; here all can be reported. Nothing has run, and the HTTP status says so.
      async responseForOperation() {
        if (!checked || !('problems' in checked)) return null;
        const errors = checked.problems.map((error) => format(error.toJSON(), error));
        const [status = 400] = checked.problems.map(statusOf).filter((each) => each !== undefined);
        return {
          http: { status, headers: retryAfterOf(checked.problems) },
          body: { kind: 'single', singleResult: { errors } },
        };
      },
      async willSendResponse(request) {
        const { response, contextValue, document } = request;
        if (contextValue.language === 'th' && document && response.body.kind === 'single')
          callByLabels(request.schema, document, response.body.singleResult.errors ?? []);
        localizeResponse(response, contextValue.language);
        if (checked && 'cost' in checked && response.body.kind === 'single') {
          const { singleResult } = response.body;
          const notices = noticesOf(contextValue, contextValue.language);
          singleResult.extensions = {
            ...singleResult.extensions,
            cost: {
              requested: costOf(contextValue) ?? checked.cost.requested,
              limit: limits.costMax,
              // What is left changes with every request, and what is kept does not.
              ...(spending && !isKept(request.request) && leftAsTold(spending.leftOf(contextValue))),
            },
            ...(notices.length > 0 && { notices }),
          };
        }
      },
    };
  },
});

const leftAsTold = ({ remaining, resetAt }: Left) => ({ remaining, resetAt: new Date(resetAt).toISOString() });

/** Apollo Server over the schema, without anything that reports, caches or fetches by itself. */
export const createGraphqlServer = (
  schema: GraphQLSchema,
  { switches }: Pick<Config, 'switches'>,
  {
    logger,
    counters,
    format,
    admitting,
    isKept,
  }: {
    readonly logger: Logger;
    readonly counters: Counters;
    readonly format: ErrorFormatter;
    readonly admitting: Admitting;
    readonly isKept: IsKept;
  },
  plugins: readonly ApolloServerPlugin<RequestContext>[],
) => {
  return new ApolloServer<RequestContext>({
    gateway: executionGateway(schema, switches, counters),
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    documentStore: null,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // The plugin above validates: graphql-js needs to know whether its messages may suggest names of the schema.
    dangerouslyDisableValidation: true,
    parseOptions: { maxTokens: TOKENS_MAX },
    formatError: format,
    logger,
    plugins: [
      keptDocuments(),
      limitsAndLanguage({ admitting, format, isKept }),
      failureStatus(logger),
      ...plugins,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
};
