import cors from '@fastify/cors';
import { EDITIONS_PATH } from '@registry/schema/lifecycle/edition.logic.ts';
import type { FastifyInstance } from 'fastify';

const shared = {
  methods: ['GET', 'HEAD', 'POST'],
  exposedHeaders: ['etag', 'x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after', 'www-authenticate'],
  // Tokens travel in a header that pages set themselves; there are no cookies.
  credentials: false,
  strictPreflight: false,
  maxAge: 600,
};

/** Lets pages of the origins named ask; what an agency has published, pages of everybody. */
export async function allowOrigins(app: FastifyInstance, allowedOrigins: readonly string[]): Promise<void> {
  const ofApi = { ...shared, origin: allowedOrigins.length > 0 ? [...allowedOrigins] : false };
  const ofEditions = { ...shared, origin: '*' };
  await app.register(cors, {
    delegator: (request, done) => done(null, request.url?.startsWith(`${EDITIONS_PATH}/`) ? ofEditions : ofApi),
  });
}

/** Whether a socket may be opened by a page: its own, one of the origins named, or by a program, which sends no origin. */
export const mayOpenSocket = (
  origin: string | undefined,
  host: string | undefined,
  allowedOrigins: readonly string[],
): boolean =>
  origin === undefined || allowedOrigins.includes(origin) || (URL.canParse(origin) && new URL(origin).host === host);
