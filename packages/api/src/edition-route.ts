import { publicViewer } from '@registry/schema/core/viewer.logic.ts';
import { EDITIONS_PATH } from '@registry/schema/lifecycle/edition.logic.ts';
import { agencyDb, type Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isKnownTo, tagFrom } from './entity-tag.ts';
import { sendError } from './graphql-route.ts';
import type { RateLimit } from './rate-limit.ts';

type Parts = { readonly tenancy: Tenancy; readonly rateLimit: RateLimit };

const uuid = z.uuid();

/** Serves the content of every edition to everybody, byte for byte: its SHA-256 is the hash that the edition carries. */
export function serveEditions(app: FastifyInstance, { tenancy, rateLimit }: Parts): void {
  app.get<{ Params: { id: string } }>(`${EDITIONS_PATH}/:id`, async (request, reply) => {
    await rateLimit(request.ip);
    const id = uuid.safeParse(request.params.id).data;
    const edition =
      id === undefined
        ? null
        : await agencyDb({ viewer: publicViewer, tenancy }).edition.findUnique({
            where: { id },
            select: { content: true, contentHash: true },
          });
    if (!edition) return sendError(reply, 404, 'NOT_FOUND', 'ไม่พบฉบับเผยแพร่นี้ · There is no such edition.');
    const tag = tagFrom(edition.contentHash);
    // An edition never changes, so whoever has it may keep it.
    reply.header('etag', tag).header('cache-control', 'public, max-age=31536000, immutable');
    if (isKnownTo(request, tag)) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(Buffer.from(edition.content, 'utf8'));
  });
}
