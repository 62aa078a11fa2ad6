import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** A strong entity tag from a hash of the content. */
export const tagFrom = (hash: string): string => `"${hash}"`;

export const tagOf = (content: Buffer): string => tagFrom(createHash('sha256').update(content).digest('base64url'));

/** Whether the client already has the answer with this tag, in any encoding (`If-None-Match`). */
export const isKnownTo = (request: FastifyRequest, tag: string): boolean =>
  (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((each) =>
      each
        .trim()
        .replace(/^W\//, '')
        .replace(/-(br|gzip)"$/, '"'),
    )
    .some((each) => each === tag || each === '*');
