import { type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import type { Logger } from 'pino';
import { addressKey } from '../admission/client-address.ts';
import type { InFlightRequests } from '../admission/in-flight-requests.ts';
import type { RateLimits } from '../admission/rate-limit.ts';
import type { HttpConfig } from '../config.ts';
import type { Counters } from '../metrics/counters.ts';
import { boundConnections } from './connections.ts';
import { allowOrigins } from './cross-origin.ts';
import { answerBrokenRequest, errorHandler } from './faults.ts';
import { acceptJson } from './json-body.ts';
import { boundLargeBodies } from './large-bodies.ts';
import { paceConnections } from './paced-connections.ts';
import { answerUnknownPlaces } from './places.ts';
import { secureAnswers } from './security-headers.ts';
import { stopWithin } from './stopping.ts';

const BODY_BYTES_MAX = 1_048_576;

/** How long a client may take to send its headers, and the whole of its request; how often Node looks. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const LOOK_MS = 5_000;
/** How long nothing may move on a connection, besides the time that its answer is waited for. */
const SILENT_MS = 30_000;
/** How long a client may take to read an answer that does not fit into the buffers of its connection. */
const READ_MS = 60_000;
const BUFFERED_BYTES = 65_536;

type Parts = {
  readonly config: HttpConfig;
  readonly requestTimeoutMs: number;
  readonly limits: RateLimits;
  readonly open: InFlightRequests;
  readonly logger: Logger;
  readonly counters: Counters;
};

/** The HTTP server before it serves anything: what it takes in, how long it waits, how it says no, and how it ends. */
export async function createApp({
  config,
  requestTimeoutMs,
  limits,
  open,
  logger,
  counters,
}: Parts): Promise<FastifyInstance> {
  const onError = errorHandler(logger, counters);
  const app = fastify({
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: LOOK_MS },
    requestTimeout: REQUEST_MS,
    connectionTimeout: SILENT_MS + requestTimeoutMs,
    bodyLimit: BODY_BYTES_MAX,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true },
    trustProxy: trusted(config.trustProxy),
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: onError,
  });
  app.setErrorHandler(onError);
  answerUnknownPlaces(app);
  acceptJson(app);
  secureAnswers(app);
  await allowOrigins(app, config.allowedOrigins);
  stopWithin(app, open, config.stopTimeoutMs);
  app.addHook('onRequest', (request, _reply, done) => {
    // Health checks are never turned away.
    if (request.url.startsWith('/health/')) return done();
    limits.address(addressKey(request.ip)).then(() => done(), done);
  });
  boundLargeBodies(app, BODY_BYTES_MAX);
  paceConnections(app.server);
  boundConnections(app.server, { isBehindProxy: isBehindProxy(config.trustProxy) });
  app.addHook('onSend', (_request, reply, payload, done) => {
    const isBody = typeof payload === 'string' || Buffer.isBuffer(payload);
    if (isBody && Buffer.byteLength(payload) > BUFFERED_BYTES) cutOffSlowReader(reply.raw);
    done();
  });
  return app;
}

/** Whose word is taken for the address of the client: so many proxies before the server, or those at the addresses named. */
const trusted = (proxies: HttpConfig['trustProxy']) =>
  typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : [...proxies];

const isBehindProxy = (proxies: HttpConfig['trustProxy']): boolean =>
  typeof proxies === 'number' ? proxies > 0 : proxies.length > 0;

function cutOffSlowReader(response: FastifyReply['raw']): void {
  const late = setTimeout(() => response.destroy(), READ_MS).unref();
  response.once('close', () => clearTimeout(late));
}
