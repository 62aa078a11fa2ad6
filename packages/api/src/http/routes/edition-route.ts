import { publicViewer } from '@registry/schema/base/viewer.logic.ts';
import { EDITIONS_PATH } from '@registry/schema/lifecycle/editions/edition.logic.ts';
import { agencyDb, type Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { InFlightRequests } from '../../admission/in-flight-requests.ts';
import type { RequestGuard } from '../../admission/request-guard.ts';
import { isKnownTo, tagFrom } from '../../reuse/entity-tag.ts';
import { addVary, encoded, tagOfEncoded } from '../compression.ts';
import { openToAll } from '../cross-origin.ts';
import { sendError } from '../refusal.ts';

type Parts = {
  readonly tenancy: Tenancy;
  readonly guard: RequestGuard;
  readonly open: InFlightRequests;
};

const uuid = z.uuid();

/** Serves the content of every edition to everybody, byte for byte: its SHA-256 is the hash that the edition carries. */
export function serveEditions(app: FastifyInstance, { tenancy, guard, open }: Parts): void {
  const url = `${EDITIONS_PATH}/:id`;
  // Preflights are answered before they get here.
  app.options(url, { config: openToAll }, (_request, reply) => reply.callNotFound());
  app.get<{ Params: { id: string } }>(url, { config: openToAll }, async (request, reply) => {
    const deadline = open.deadlineOf(reply.raw);
    await guard.count(publicViewer, request.ip);
    const id = uuid.safeParse(request.params.id).data;
    const edition =
      id === undefined
        ? null
        : await agencyDb({ viewer: publicViewer, tenancy, deadline }).edition.findUnique({
            where: { id },
            select: { content: true, contentHash: true },
          });
    if (!edition) return sendError(reply, 404, 'NOT_FOUND', 'ไม่พบฉบับเผยแพร่นี้ · There is no such edition.');
    const tag = tagFrom(edition.contentHash);
    const { body, encoding } = await encoded(edition.content, request.headers['accept-encoding']);
    // An edition never changes, so it may be cached anywhere and shown by pages of every site.
    reply.headers({
      etag: tagOfEncoded(tag, encoding),
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
    });
    addVary(reply, 'accept-encoding');
    if (isKnownTo(request, tag)) return reply.code(304).send();
    if (encoding) reply.header('content-encoding', encoding);
    return reply.type('application/json; charset=utf-8').send(body);
  });
}
