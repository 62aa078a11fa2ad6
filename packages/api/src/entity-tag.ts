import type { FastifyRequest } from 'fastify';

/** Whether the client has the representation with this tag already (`If-None-Match`). */
export const isKnownTo = (request: FastifyRequest, tag: string): boolean =>
  (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === tag || each === '*');
