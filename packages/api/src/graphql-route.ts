import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { WebSocket } from '@fastify/websocket';
import type { ErrorCode, RegistryError } from '@registry/schema/core/errors.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type ContextOf, languageOf, type RequestContext } from './create-context.ts';
import { isKnownTo } from './entity-tag.ts';
import type { RateLimit } from './rate-limit.ts';
import type { RequestSignals } from './request-signal.ts';
import type { ResponseReuse } from './response-reuse.ts';

type Parts = {
  readonly logger: Logger;
  readonly server: ApolloServer<RequestContext>;
  readonly contextOf: ContextOf;
  readonly signals: RequestSignals;
  readonly rateLimit: RateLimit;
  readonly reuse: ResponseReuse | null;
  readonly onSocket: (socket: WebSocket, request: FastifyRequest) => void;
};

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** An error met before GraphQL, in GraphQL's own shape. */
export const sendError = (reply: FastifyReply, status: number, code: string, message: string) =>
  reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code } }] });

const operationNameOf = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'operationName' in body && typeof body.operationName === 'string'
    ? body.operationName.slice(0, 100)
    : null;

const refusalStatus: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, RATE_LIMITED: 429 };

/** An expected failure of a whole request, in the client's language. */
export const sendRefusal = (request: FastifyRequest, reply: FastifyReply, { code, text }: RegistryError) =>
  sendError(reply, refusalStatus[code] ?? 400, code, text[languageOf(request.headers['accept-language'])]);

/** Of answers that may be given again: whoever keeps one asks every time whether it is still good. */
const revalidated = { 'cache-control': 'private, no-cache', vary: 'authorization, x-agency, accept-language, accept' };

/** Serves GraphQL at /graphql: over HTTP, and to whoever asks for a socket there. */
export function serveGraphql(
  app: FastifyInstance,
  { server, contextOf, signals, rateLimit, reuse, logger, onSocket }: Parts,
): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const since = performance.now();
    const context = await contextOf(request.headers, signals.of(reply.raw));
    await rateLimit(context.viewer.account?.id ?? request.ip);
    const asked = {
      method: request.method,
      headers: headersOf(request),
      search: new URL(request.url, 'http://localhost').search,
      body: request.body,
    };
    const answered = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: asked,
      context: async () => context,
    });
    const text = answered.body.kind === 'complete' ? answered.body.string : '';
    const reusable = reuse?.finish(asked, { status: answered.status, text });
    const isKnown = reusable && request.method === 'GET' && isKnownTo(request, reusable.tag);
    const status = isKnown ? 304 : (answered.status ?? 200);
    for (const [name, value] of answered.headers) reply.header(name, value);
    reply.headers(reusable ? { ...revalidated, etag: reusable.tag } : { 'cache-control': 'no-store' });
    reply.header('x-request-id', context.requestId);
    const { requestId, viewer } = context;
    // Who asked and how long it took; never what was asked with, nor what was answered.
    logger.info(
      {
        requestId,
        accountId: viewer.account?.id ?? null,
        agency: viewer.agency?.code ?? null,
        operation: operationNameOf(request.body),
        status,
        ...(reusable && { isReused: reusable.isReused }),
        ms: Math.round(performance.now() - since),
      },
      'graphql',
    );
    return reply.code(status).send(isKnown ? undefined : (reusable?.bytes ?? text));
  };
  app.route({ method: 'GET', url: '/graphql', handler: answer, wsHandler: onSocket });
  app.route({ method: 'POST', url: '/graphql', handler: answer });
}
