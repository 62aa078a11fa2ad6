import { createPool } from '@registry/prisma/client.ts';
import { FanOut } from '@registry/schema/base/fan-out.ts';
import { PendingRefreshes } from '@registry/schema/finding/pending-refreshes.ts';
import { schema as servedSchema } from '@registry/schema/schema.ts';
import type { ReadingOptions } from '@registry/schema/tenancy/reading-db.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import type { TenancyOptions } from '@registry/schema/tenancy/tenancy-options.ts';
import { registryAccountId } from '@registry/seed/rows/registry-account.ts';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { Admission } from './admission/admission.ts';
import { InFlightRequests } from './admission/in-flight-requests.ts';
import { admissionLimits } from './admission/limits.ts';
import { createRateLimits } from './admission/rate-limit.ts';
import { createRequestGuard } from './admission/request-guard.ts';
import type { Config } from './config.ts';
import { ANALYST_ROLE } from './database/provisioning/roles.ts';
import { errorFormatter } from './errors/format-error.ts';
import { shareRefreshes } from './findings/shared-refreshes.ts';
import { createApp } from './http/create-app.ts';
import { createDemoSignIn } from './http/routes/demo-sign-in.ts';
import { serveEditions } from './http/routes/edition-route.ts';
import { serveGraphql } from './http/routes/graphql-route.ts';
import { serveHealth } from './http/routes/health.ts';
import { serveMetrics } from './http/routes/metrics.ts';
import { serveOpenData } from './http/routes/open-data-route.ts';
import { subscriptionsElsewhere } from './http/subscriptions-elsewhere.ts';
import { serveIde } from './ide/ide.ts';
import { Counters } from './metrics/counters.ts';
import { createGraphqlServer } from './operations/graphql-server.ts';
import { NestedQueryRunner } from './operations/nested-queries.ts';
import { createResponseReuse } from './reuse/response-reuse.ts';
import { contextFactory } from './sign-in/create-context.ts';
import { oidcIssuer } from './sign-in/oidc-issuer.ts';
import { acceptSockets } from './subscriptions/serve-subscriptions.ts';
import { listenForStatusChanges } from './subscriptions/status-listener.ts';

export type ServerOptions = {
  readonly config: Pick<
    Config,
    | 'demoSignIn'
    | 'oidc'
    | 'limits'
    | 'http'
    | 'poolSize'
    | 'requestTimeoutMs'
    | 'statementTimeoutMs'
    | 'analysts'
    | 'responseCacheMb'
    | 'switches'
    | 'metrics'
  >;
  /** URL of a login that the row-level security policies bind. */
  readonly databaseUrl: string;
  readonly ideDir: string;
  readonly logger: Logger;
  /** Tests take one wall away to show that the other holds alone. */
  readonly schema?: GraphQLSchema;
  readonly filters?: boolean;
  /** Tests count the reads that are left to Prisma. */
  readonly onFallback?: ReadingOptions['onFallback'];
  /** Tests check sockets more often than clients need. */
  readonly checkSocketsEveryMs?: number;
};

/** The data as requests reach it, and over connections that only read, for what analysts have saved. */
function openTenancies(
  { config, databaseUrl, filters = true, onFallback, logger }: Omit<ServerOptions, 'ideDir'>,
  counters: Counters,
) {
  const { poolSize, statementTimeoutMs, analysts, switches } = config;
  const onError = ({ message }: Error): void => logger.warn({ reason: message }, 'idle database connection lost');
  const pool = createPool({ url: databaseUrl, max: poolSize, statementTimeoutMs, onError });
  const readingPool = createPool({
    url: databaseUrl,
    max: analysts.poolSize,
    statementTimeoutMs: analysts.timeoutMs,
    readOnlyRole: ANALYST_ROLE,
    onError,
  });
  const options: TenancyOptions = {
    filters,
    compiledReads: switches.compiledReads,
    onFallback(...read) {
      counters.add('prismaReads', read[3]);
      onFallback?.(...read);
    },
    onRetry: (reason) => counters.add('transactionRetries', reason),
  };
  return {
    tenancy: new Tenancy(pool, options),
    forAnalysts: new Tenancy(readingPool, options),
    async end() {
      await readingPool.end();
      await pool.end();
    },
  };
}

/** The HTTP server with everything it serves; `app.close()` drains it and then lets the database connections go. */
export async function createServer({
  config,
  databaseUrl,
  ideDir,
  logger,
  schema,
  filters,
  onFallback,
  checkSocketsEveryMs,
}: ServerOptions): Promise<FastifyInstance> {
  const counters = new Counters();
  const { tenancy, forAnalysts, end } = openTenancies({ config, databaseUrl, filters, onFallback, logger }, counters);
  const shared = shareRefreshes(
    (payloads) => listener.announce(payloads),
    (error) => logger.warn({ err: error }, 'other instances were not told about findings'),
  );
  const refreshes = new PendingRefreshes({
    tenancy,
    accountId: registryAccountId,
    onError: (error) => logger.error({ err: error }, 'the findings of an agency were not refreshed'),
    share: (notice) => shared.share(notice),
  });
  tenancy.derive(refreshes);
  forAnalysts.derive(refreshes);
  const demo = config.demoSignIn ? await createDemoSignIn() : undefined;
  const issuers = [...(demo ? [demo.issuer] : []), ...(config.oidc ? [oidcIssuer({ ...config.oidc, logger })] : [])];

  // Prisma wakes up with its first question: asked now, so that no client waits for it.
  await tenancy.signIn('');

  const statusChanges = new FanOut<string>();
  const onFindings = (payload: string): void => {
    const notice = shared.read(payload);
    if (notice) refreshes.hear(notice);
  };
  const listener = await listenForStatusChanges({ url: databaseUrl, fanOut: statusChanges, onFindings, logger });

  const reuse = config.responseCacheMb > 0 ? createResponseReuse(config.responseCacheMb, logger) : null;
  const format = errorFormatter(logger, counters);
  const served = schema ?? servedSchema;
  const nested = new NestedQueryRunner({ schema: served, config, counters, format, forAnalysts });
  const graphql = createGraphqlServer(served, config, { logger, counters, format }, [
    subscriptionsElsewhere,
    ...(reuse ? [reuse.plugin] : []),
  ]);
  await graphql.start();

  const limits = createRateLimits({ ...config.limits, ...config.http });
  const open = new InFlightRequests(config.requestTimeoutMs);
  const app = await createApp({
    config: config.http,
    requestTimeoutMs: config.requestTimeoutMs,
    limits,
    open,
    logger,
    counters,
  });
  const guard = createRequestGuard(contextFactory({ tenancy, nested, statusChanges, logger }, issuers), limits);
  const onSocket = await acceptSockets(app, {
    logger,
    counters,
    guard,
    open,
    schema: served,
    limits: config.limits,
    allowedOrigins: config.http.allowedOrigins,
    statusChanges,
    checkEveryMs: checkSocketsEveryMs,
  });
  serveHealth(app, databaseUrl);
  if (config.metrics) serveMetrics(app, counters);
  demo?.register(app, guard);
  serveEditions(app, { tenancy, guard, open });
  serveOpenData(app, { tenancy, guard, open, schema: schema ?? servedSchema, licence: config.http.openDataLicence });
  const admission = new Admission(admissionLimits({ ...config.http, requestTimeoutMs: config.requestTimeoutMs }));
  serveGraphql(app, { logger, guard, open, admission, server: graphql, reuse, onSocket });
  await app.register(serveIde, { ideDir });

  app.addHook('onClose', async () => {
    await refreshes.stop();
    await shared.stop();
    await listener.stop();
    await graphql.stop();
    await end();
  });
  return app;
}
