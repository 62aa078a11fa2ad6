import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { WebSocket } from '@fastify/websocket';
import type { ErrorCode, RegistryError } from '@registry/schema/core/errors.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type ContextOf, languageOf, type RequestContext } from './create-context.ts';
import type { RateLimit } from './rate-limit.ts';

type Parts = {
  readonly logger: Logger;
  readonly server: ApolloServer<RequestContext>;
  readonly contextOf: ContextOf;
  readonly rateLimit: RateLimit;
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

/** Serves GraphQL at /graphql: over HTTP, and to whoever asks for a socket there. */
export function serveGraphql(app: FastifyInstance, { server, contextOf, rateLimit, logger, onSocket }: Parts): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const since = performance.now();
    const context = await contextOf(request.headers);
    await rateLimit(context.viewer.account?.id ?? request.ip);
    const { body, headers, status } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: new URL(request.url, 'http://localhost').search,
        body: request.body,
      },
      context: async () => context,
    });
    for (const [name, value] of headers) reply.header(name, value);
    reply.header('cache-control', 'no-store').header('x-request-id', context.requestId);
    const { requestId, viewer } = context;
    // Who asked and how long it took; never what was asked with, nor what was answered.
    logger.info(
      {
        requestId,
        accountId: viewer.account?.id ?? null,
        agency: viewer.agency?.code ?? null,
        operation: operationNameOf(request.body),
        status: status ?? 200,
        ms: Math.round(performance.now() - since),
      },
      'graphql',
    );
    return reply.code(status ?? 200).send(body.kind === 'complete' ? body.string : '');
  };
  app.route({ method: 'GET', url: '/graphql', handler: answer, wsHandler: onSocket });
  app.route({ method: 'POST', url: '/graphql', handler: answer });
}
