import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Admission } from '../../admission/admission.ts';
import type { InFlightRequests } from '../../admission/in-flight-requests.ts';
import type { Allowance } from '../../admission/rate-limit.ts';
import type { RequestGuard } from '../../admission/request-guard.ts';
import { isLarge, largeRequests } from '../../operations/large-requests.ts';
import { withText } from '../../operations/named-document.ts';
import type { TrustedDocuments } from '../../operations/trusted-documents.ts';
import { isKnownTo } from '../../reuse/entity-tag.ts';
import type { ResponseReuse, ReusableAnswer } from '../../reuse/response-reuse.ts';
import type { RequestContext } from '../../sign-in/create-context.ts';
import type { Spending } from '../../spending/spending.ts';
import { addVary, encoded, tagOfEncoded } from '../compression.ts';
import { jsonOf } from '../json-body.ts';
import { explainStatus } from '../refusal.ts';
import { isOpenedByPerson, sendGraphqlPage } from './graphql-page.ts';

type Parts = {
  readonly logger: Logger;
  readonly server: ApolloServer<RequestContext>;
  readonly guard: RequestGuard;
  readonly admission: Admission;
  readonly spending: Spending | null;
  readonly documents: TrustedDocuments;
  readonly open: InFlightRequests;
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

/** The request as Apollo takes it. HEAD is GET whose body stays here. */
function askedBy(request: FastifyRequest): HTTPGraphQLRequest {
  const isPost = request.method === 'POST';
  const queryAt = request.url.indexOf('?');
  return {
    method: isPost ? 'POST' : 'GET',
    headers: headersOf(request),
    search: queryAt < 0 ? '' : request.url.slice(queryAt),
    body: isPost ? jsonOf(request.body) : undefined,
  };
}

const operationNameOf = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'operationName' in body && typeof body.operationName === 'string'
    ? body.operationName.slice(0, 100)
    : null;

/** Cached answers have to be revalidated each time. */
const REVALIDATED = 'private, no-cache';
const DEPENDS_ON = 'authorization, x-on-behalf-of, cookie, x-agency, accept-language, accept, accept-encoding';

type Answered = {
  readonly status: number;
  readonly headers: HeaderMap;
  readonly text: string;
  readonly reusable: ReusableAnswer | null;
};

/** Serves GraphQL at /graphql: over HTTP, and over WebSockets. */
export function serveGraphql(
  app: FastifyInstance,
  { server, guard, admission, spending, documents, open, reuse, logger, onSocket }: Parts,
): void {
  const execute = async (asked: HTTPGraphQLRequest, context: RequestContext): Promise<Answered> => {
    const {
      status = 200,
      headers,
      body,
    } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: asked,
      context: async () => context,
    });
    const text = body.kind === 'complete' ? body.string : '';
    return { status, headers, text, reusable: reuse?.finish(asked, { status, text }) ?? null };
  };

  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { status, headers, text, reusable }: Answered,
    allowances: readonly Allowance[],
  ) => {
    const isKnown = reusable !== null && request.method !== 'POST' && isKnownTo(request, reusable.tag);
    const { body, encoding } = await encoded(reusable?.bytes ?? text, request.headers['accept-encoding']);
    for (const [name, value] of headers) if (name !== 'content-length') reply.header(name, value);
    addVary(reply, reusable ? DEPENDS_ON : 'accept-encoding');
    reply.header('cache-control', reusable ? REVALIDATED : 'no-store');
    if (reusable) reply.header('etag', tagOfEncoded(reusable.tag, encoding));
    reply.headers({
      'ratelimit-policy': allowances.map(({ policy }) => policy).join(', '),
      ratelimit: allowances.map(({ left }) => left).join(', '),
    });
    explainStatus(reply, status);
    if (isKnown) return reply.code(304).send();
    if (encoding) reply.header('content-encoding', encoding);
    return reply.code(status).send(body);
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const since = performance.now();
    const deadline = open.deadlineOf(reply.raw);
    const context = await guard.meet(request.headers, request.ip, deadline);
    const { requestId, viewer, requester: asker } = context;
    const allowance = await guard.count(viewer, request.ip).catch((refusal) => {
      admission.markExhausted(asker);
      throw refusal;
    });
    const leave = await admission.enter(asker, deadline);
    const begun = performance.now();
    let operation: string | null = null;
    let answered: Answered;
    try {
      if (isLarge(request)) await largeRequests.next();
      const asked = await withText(askedBy(request), documents);
      operation = operationNameOf(asked.body);
      answered = await execute(asked, context);
    } finally {
      leave();
    }
    reply.header('x-request-id', requestId);
    await send(request, reply, answered, [allowance, ...(spending ? [spending.allowanceOf(context)] : [])]);
    // Who asked and how long it took, never the variables or the answer.
    logger.info(
      {
        requestId,
        accountId: viewer.account?.id ?? null,
        agency: viewer.agency?.code ?? null,
        operation,
        status: reply.statusCode,
        ...(spending && { cost: spending.costOf(context) }),
        ...(answered.reusable && { isReused: answered.reusable.isReused }),
        ...(begun - since > 1 && { waitedMs: Math.round(begun - since) }),
        ms: Math.round(performance.now() - since),
      },
      'graphql',
    );
    const { trace } = context;
    if (trace)
      logger.debug({ requestId, operation, ...trace.logFields, ms: performance.now() - since }, 'graphql trace');
    return reply;
  };
  const lookAt = (request: FastifyRequest, reply: FastifyReply) =>
    isOpenedByPerson(request) ? sendGraphqlPage(reply) : answer(request, reply);
  app.route({ method: 'GET', url: '/graphql', handler: lookAt, wsHandler: onSocket });
  app.route({ method: 'POST', url: '/graphql', handler: answer });
}
