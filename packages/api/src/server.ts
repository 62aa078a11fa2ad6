import helmet from '@fastify/helmet';
import { createPool } from '@registry/prisma/client.ts';
import { RegistryError } from '@registry/schema/core/errors.ts';
import { FanOut } from '@registry/schema/core/fan-out.ts';
import { PendingRefreshes } from '@registry/schema/finding/pending-refreshes.ts';
import { schema as servedSchema } from '@registry/schema/schema.ts';
import type { Sources } from '@registry/schema/tenancy/reading-db.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { registryAccountId } from '@registry/seed/registry-account.ts';
import { type FastifyInstance, fastify } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { oidcIssuer } from './authenticate.ts';
import type { Config } from './config.ts';
import { contextFactory } from './create-context.ts';
import { createDemoSignIn } from './demo-sign-in.ts';
import { serveEditions } from './edition-route.ts';
import { sendError, sendRefusal, serveGraphql } from './graphql-route.ts';
import { createGraphqlServer } from './graphql-server.ts';
import { serveHealth } from './health.ts';
import { ideContentSecurityPolicy, serveIde } from './ide.ts';
import { createRateLimit } from './rate-limit.ts';
import { RequestSignals } from './request-signal.ts';
import { createResponseReuse } from './response-reuse.ts';
import { acceptSockets } from './subscriptions/serve-subscriptions.ts';
import { listenForStatusChanges } from './subscriptions/status-listener.ts';

const BODY_BYTES_MAX = 1_048_576;

export type ServerOptions = {
  readonly config: Pick<
    Config,
    'demoSignIn' | 'oidc' | 'limits' | 'poolSize' | 'requestTimeoutMs' | 'statementTimeoutMs' | 'responseCacheMb'
  >;
  /** URL of a login that the row-level security policies bind. */
  readonly databaseUrl: string;
  readonly ideDir: string;
  readonly logger: Logger;
  /** Tests take one wall away to show that the other holds alone. */
  readonly schema?: GraphQLSchema;
  readonly filters?: boolean;
  /** Tests count the reads that are left to Prisma. */
  readonly onFallback?: Sources['onFallback'];
  /** Tests do not wait as long as clients may until a socket is looked after. */
  readonly checkSocketsEveryMs?: number;
};

const faults: Readonly<Record<string, readonly [number, string, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'PAYLOAD_TOO_LARGE', 'คำขอใหญ่เกิน 1 MB · The request is larger than 1 MB.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'BAD_REQUEST', 'ต้องส่งเป็น application/json · Send application/json.'],
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'BAD_REQUEST', 'JSON ไม่ถูกต้อง · The body is not valid JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'BAD_REQUEST', 'ไม่มีเนื้อหาคำขอ · The body is empty.'],
};

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
  const pool = createPool({
    url: databaseUrl,
    max: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    onError: (error) => logger.warn({ err: error }, 'idle database connection lost'),
  });
  const tenancy = new Tenancy(pool, { filters: filters ?? true, onFallback });
  const refreshes = new PendingRefreshes({
    tenancy,
    accountId: registryAccountId,
    onError: (error) => logger.error({ err: error }, 'the findings of an agency were not refreshed'),
  });
  tenancy.derive(refreshes);
  const demo = config.demoSignIn ? await createDemoSignIn() : undefined;
  const issuers = [...(demo ? [demo.issuer] : []), ...(config.oidc ? [oidcIssuer(config.oidc)] : [])];

  // Prisma wakes up with its first question: asked now, so that no client waits for it.
  await tenancy.signIn('');

  const statusChanges = new FanOut<string>();
  const listener = await listenForStatusChanges({ url: databaseUrl, fanOut: statusChanges, logger });

  const reuse = config.responseCacheMb > 0 ? createResponseReuse(config.responseCacheMb, logger) : null;
  const graphql = createGraphqlServer(schema ?? servedSchema, config.limits, logger, reuse ? [reuse.plugin] : []);
  await graphql.start();

  const app: FastifyInstance = fastify({ bodyLimit: BODY_BYTES_MAX, forceCloseConnections: 'idle' });
  await app.register(helmet, { contentSecurityPolicy: false, strictTransportSecurity: false });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', ideContentSecurityPolicy);
  });
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof RegistryError) return sendRefusal(request, reply, error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const fault = faults[code] ?? (error instanceof SyntaxError ? faults.FST_ERR_CTP_INVALID_JSON_BODY : undefined);
    if (fault) return sendError(reply, ...fault);
    logger.error({ err: error }, 'unexpected error');
    return sendError(
      reply,
      500,
      'INTERNAL_SERVER_ERROR',
      'เกิดข้อผิดพลาดภายในระบบ · Something went wrong inside the registry.',
    );
  });
  app.setNotFoundHandler((_request, reply) =>
    sendError(reply, 404, 'NOT_FOUND', 'ไม่มีที่อยู่นี้ ใช้ POST /graphql · There is nothing here: use POST /graphql.'),
  );

  const asking = {
    logger,
    contextOf: contextFactory({ tenancy, statusChanges }, config.requestTimeoutMs, issuers),
    signals: new RequestSignals(),
    rateLimit: createRateLimit(config.limits.requestsPerMinute),
  };
  const { limits } = config;
  const onSocket = await acceptSockets(app, {
    ...asking,
    schema: schema ?? servedSchema,
    limits,
    statusChanges,
    checkEveryMs: checkSocketsEveryMs,
  });
  serveHealth(app, pool);
  demo?.register(app);
  serveEditions(app, { tenancy, rateLimit: asking.rateLimit });
  serveGraphql(app, { ...asking, server: graphql, reuse, onSocket });
  await app.register(serveIde, { ideDir });

  app.addHook('onClose', async () => {
    await listener.stop();
    await refreshes.stop();
    await graphql.stop();
    await pool.end();
  });
  return app;
}
