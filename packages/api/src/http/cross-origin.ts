import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** Lets pages of the origins named ask. */
export async function allowOrigins(app: FastifyInstance, allowedOrigins: readonly string[]): Promise<void> {
  await app.register(cors, {
    origin: allowedOrigins.length > 0 ? [...allowedOrigins] : false,
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: ['etag', 'x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after', 'www-authenticate'],
    // Tokens travel in a header that pages set themselves; the cookie of a session counts for the registry's own pages alone.
    credentials: false,
    strictPreflight: false,
    maxAge: 600,
  });
}

/** The configuration of a route that pages of every site may ask: what an agency has published. */
export const openToAll: { readonly cors: FastifyCorsOptions } = { cors: { origin: '*' } };

/** Whether a socket may be opened by a page: its own, one of the origins named, or by a program, which sends no origin. */
export const mayOpenSocket = (
  origin: string | undefined,
  host: string | undefined,
  allowedOrigins: readonly string[],
): boolean =>
  origin === undefined || allowedOrigins.includes(origin) || (URL.canParse(origin) && new URL(origin).host === host);
