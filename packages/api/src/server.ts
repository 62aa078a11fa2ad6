import { FanOut } from '@registry/schema/base/fan-out.ts';
import { schema as servedSchema } from '@registry/schema/schema.ts';
import type { ReadingOptions } from '@registry/schema/tenancy/reading-db.ts';
import { signIn } from '@registry/schema/tenancy/sign-in.ts';
import type { TenancyOptions } from '@registry/schema/tenancy/tenancy-options.ts';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { Admission } from './admission/admission.ts';
import { InFlightRequests } from './admission/in-flight-requests.ts';
import { admissionLimits } from './admission/limits.ts';
import { createRateLimits } from './admission/rate-limit.ts';
import { createRequestGuard } from './admission/request-guard.ts';
import type { Config } from './config.ts';
import { poolBehindRequests } from './database/behind-requests.ts';
import { openTenancies } from './database/open-tenancies.ts';
import { errorFormatter } from './errors/format-error.ts';
import { findingsBesideRequests } from './findings/findings-beside-requests.ts';
import { createApp } from './http/create-app.ts';
import { createDemoSignIn } from './http/routes/demo-sign-in.ts';
import { serveEditions } from './http/routes/edition-route.ts';
import { serveGraphql } from './http/routes/graphql-route.ts';
import { serveHealth } from './http/routes/health.ts';
import { serveMetrics } from './http/routes/metrics.ts';
import { serveOpenData } from './http/routes/open-data-route.ts';
import { serveSignIn } from './http/routes/sign-in-route.ts';
import { subscriptionsElsewhere } from './http/subscriptions-elsewhere.ts';
import { serveIde } from './ide/ide.ts';
import { Counters } from './metrics/counters.ts';
import { createGraphqlServer } from './operations/graphql-server.ts';
import { NestedQueryRunner } from './operations/nested-queries.ts';
import { TrustedDocuments } from './operations/trusted-documents.ts';
import { createResponseReuse } from './reuse/response-reuse.ts';
import { contextFactory } from './sign-in/create-context.ts';
import { openSignIn } from './sign-in/open-sign-in.ts';
import { SignInNotes } from './sign-in/sign-in-notes.ts';
import { openSpending } from './spending/open-spending.ts';
import { acceptSockets } from './subscriptions/serve-subscriptions.ts';
import { listenForStatusChanges } from './subscriptions/status-listener.ts';

export type ServerOptions = {
  readonly config: Pick<
    Config,
    | 'demoSignIn'
    | 'identityProviders'
    | 'browserSignIn'
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
  /** Tests read when somebody signed in last. */
  readonly noteSignInsEveryMs?: number;
};

/** Counts what the data does in a second way. */
const countedIn = (counters: Counters, onFallback: ServerOptions['onFallback']): TenancyOptions => ({
  onFallback(...read) {
    counters.add('prismaReads', read[3]);
    onFallback?.(...read);
  },
  onRetry: (reason) => counters.add('transactionRetries', reason),
});

/** The HTTP server with everything it serves; `app.close()` drains it and then lets the database connections go. */
export async function createServer({
  config,
  databaseUrl,
  ideDir,
  logger,
  schema: served = servedSchema,
  filters = true,
  onFallback,
  checkSocketsEveryMs,
  noteSignInsEveryMs,
}: ServerOptions): Promise<FastifyInstance> {
  const counters = new Counters();
  const onError = ({ message }: Error): void => logger.warn({ reason: message }, 'idle database connection lost');
  const { requestTimeoutMs } = config;
  const { compiledReads } = config.switches;
  const { tenancy, forAnalysts, end } = openTenancies(
    { ...config, databaseUrl, onError },
    { filters, compiledReads, ...countedIn(counters, onFallback) },
  );
  const findings = findingsBesideRequests({
    tenancy,
    forAnalysts,
    announce: (payloads) => listener.announce(payloads),
    logger,
  });
  const demo = config.demoSignIn ? await createDemoSignIn() : undefined;
  const listeningAt = () => app.listeningOrigin;
  const { issuers, browserSignIn } = openSignIn(config, { demo: demo?.issuer, tenancy, logger, listeningAt });

  // Prisma wakes up with its first question: asked now, so that no client waits for it.
  await signIn(tenancy, { issuer: '', subject: '' });

  const signIns = new SignInNotes({ tenancy, logger, writeEveryMs: noteSignInsEveryMs });
  const statusChanges = new FanOut<string>();
  const { hear: onFindings } = findings;
  const listener = await listenForStatusChanges({ url: databaseUrl, fanOut: statusChanges, onFindings, logger });

  const reuse = config.responseCacheMb > 0 ? createResponseReuse(config.responseCacheMb, logger) : null;
  const format = errorFormatter(logger, counters);
  const admission = new Admission(admissionLimits({ ...config.http, requestTimeoutMs }));
  const behind = poolBehindRequests(databaseUrl);
  const documents = new TrustedDocuments({ tenancy, behind, logger });
  const spending = openSpending({
    budgets: config.limits.budgets,
    behind,
    counters,
    logger,
    onExhausted: (requester) => admission.markExhausted(requester),
  });
  const nested = new NestedQueryRunner({ schema: served, config, counters, format, forAnalysts, spending, documents });
  const admitting = { limits: config.limits, spending, documents };
  const isKept = reuse ? reuse.isKept : () => false;
  const graphql = createGraphqlServer(served, config, { logger, counters, format, admitting, isKept }, [
    subscriptionsElsewhere,
    ...(reuse ? [reuse.plugin] : []),
  ]);
  await graphql.start();

  const limits = createRateLimits({ ...config.limits, ...config.http });
  const open = new InFlightRequests(requestTimeoutMs);
  const app = await createApp({ config: config.http, requestTimeoutMs, limits, open, logger, counters });
  const sessionOfRequest = browserSignIn?.sessionOfRequest ?? null;
  const contextOf = contextFactory({ tenancy, nested, statusChanges, logger, signIns, sessionOfRequest }, issuers);
  const guard = createRequestGuard(contextOf, limits);
  const onSocket = await acceptSockets(app, {
    logger,
    counters,
    guard,
    open,
    schema: served,
    admitting,
    allowedOrigins: [...config.http.allowedOrigins, config.browserSignIn.publicUrl ?? []].flat(),
    statusChanges,
    checkEveryMs: checkSocketsEveryMs,
  });
  serveHealth(app, databaseUrl);
  if (config.metrics) serveMetrics(app, counters);
  demo?.register(app, guard);
  if (browserSignIn) await serveSignIn(app, { signIn: browserSignIn, tenancy, guard, open, logger });
  serveEditions(app, { tenancy, guard, open });
  serveOpenData(app, { tenancy, guard, open, schema: served, licence: config.http.openDataLicence });
  serveGraphql(app, { logger, guard, open, admission, spending, documents, server: graphql, reuse, onSocket });
  await app.register(serveIde, { ideDir });

  app.addHook('onClose', async () => {
    await signIns.stop();
    await findings.stop();
    await listener.stop();
    await graphql.stop();
    await spending?.stop();
    await documents.stop();
    await behind.end();
    await end();
  });
  return app;
}
