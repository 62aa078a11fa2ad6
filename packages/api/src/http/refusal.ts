import { type ErrorCode, httpStatusOf, type RegistryError } from '@registry/schema/base/errors.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../language/language.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Codes of what is wrong with a request as HTTP sees it. */
export const httpCodes = [
  'BAD_REQUEST',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'PAYLOAD_TOO_LARGE',
  'REQUEST_TIMEOUT',
] as const;
export type HttpCode = (typeof httpCodes)[number];

/** An error met before GraphQL, in GraphQL's own shape. */
export const sendError = (
  reply: FastifyReply,
  status: number,
  code: HttpCode | ErrorCode,
  message: string,
  details: RegistryError['details'] = {},
) =>
  reply
    .code(status)
    .type(JSON_TYPE)
    .header('cache-control', 'no-store')
    .send({ errors: [{ message, extensions: { code, ...details } }] });

/** Sent with every 401 (RFC 6750, 3), which only an invalid token gets. */
const CHALLENGE = 'Bearer realm="registry", error="invalid_token"';

/** These refusals may be retried, and say when. */
const temporary: ReadonlySet<number> = new Set([429, 503]);
const RETRY_SECONDS = '1';

/** Adds what a status promises: how to sign in, or when to ask again. */
export function explainStatus(reply: FastifyReply, status: number, retryAfterSeconds?: number): void {
  if (status === 401) reply.header('www-authenticate', CHALLENGE);
  if (temporary.has(status) && !reply.hasHeader('retry-after'))
    reply.header('retry-after', retryAfterSeconds === undefined ? RETRY_SECONDS : String(retryAfterSeconds));
}

/** An expected failure of a whole request, in the client's language. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: RegistryError) {
  const status = httpStatusOf(refusal.code);
  explainStatus(reply, status, refusal.retryAfterSeconds);
  const message = refusal.text[languageOf(request.headers['accept-language'])];
  return sendError(reply, status, refusal.code, message, refusal.details);
}
