import { createReadStream, openSync } from 'node:fs';
import { Readable } from 'node:stream';
import { publicViewer } from '@registry/schema/base/viewer.logic.ts';
import type { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { InFlightRequests } from '../../admission/in-flight-requests.ts';
import type { RequestGuard } from '../../admission/request-guard.ts';
import { catalogueOf, OPEN_DATA_PATH } from '../../open-data/catalogue.ts';
import type { Dataset } from '../../open-data/dataset.ts';
import { DatasetFiles } from '../../open-data/dataset-files.ts';
import { datasets } from '../../open-data/datasets.ts';
import type { Form } from '../../open-data/forms.ts';
import type { MadeFile } from '../../open-data/made-file.ts';
import { isKnownTo, tagFrom, tagOf } from '../../reuse/entity-tag.ts';
import { addVary, encoded, encodingFor, tagOfEncoded } from '../compression.ts';
import { openToAll } from '../cross-origin.ts';
import { JSON_TYPE, sendError } from '../refusal.ts';

type Parts = {
  readonly tenancy: Tenancy;
  readonly guard: RequestGuard;
  readonly open: InFlightRequests;
  readonly schema: GraphQLSchema;
  readonly licence: string | undefined;
};

/** Caches of browsers and proxies may hold a file for so long before they ask whether it is still good. */
const FRESH_SECONDS = 300;

const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

type Asked = { readonly dataset: Dataset; readonly form: Form };

type DataRequest = FastifyRequest<{ Params: { file: string }; Querystring: { bom?: string } }>;

/** The data set and the form that an address names; null where there is none. */
function askedFor({ params, query }: DataRequest): Asked | null {
  const [, name, format] = /^([a-z-]+)\.(csv|json)$/.exec(params.file) ?? [];
  const dataset = datasets.find((each) => each.name === name);
  if (!dataset) return null;
  return { dataset, form: format === 'json' ? 'json' : query.bom === '1' ? 'csv-bom' : 'csv' };
}

const shareable = {
  'cache-control': `public, max-age=${FRESH_SECONDS}`,
  'cross-origin-resource-policy': 'cross-origin',
};

function sendFile(request: FastifyRequest, reply: FastifyReply, file: MadeFile, { dataset, form }: Asked) {
  const encoding = encodingFor(request.headers['accept-encoding'], ['gzip']);
  const { path, bytes } = encoding ? file.gzip : file.plain;
  const tag = tagFrom(file.hash);
  const extension = form === 'json' ? 'json' : 'csv';
  reply.headers({ ...shareable, etag: tagOfEncoded(tag, encoding) });
  addVary(reply, 'accept-encoding');
  if (isKnownTo(request, tag)) return reply.code(304).send();
  reply.headers({
    'content-length': bytes,
    'content-disposition': `inline; filename="${dataset.name}.${extension}"`,
    ...(encoding && { 'content-encoding': encoding }),
  });
  reply.type(form === 'json' ? JSON_TYPE : CSV_TYPE);
  // An answer to HEAD is an empty stream, since Fastify counts the bytes of anything else anew.
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  // Opened at once: what is open is read to its end, also when a newer file takes its place meanwhile.
  return reply.send(createReadStream(path, { fd: openSync(path, 'r') }));
}

/** Serves what agencies have published as tables, to everybody and to pages of every site. */
export function serveOpenData(app: FastifyInstance, { tenancy, guard, open, schema, licence }: Parts): void {
  const files = new DatasetFiles(tenancy);
  app.addHook('onClose', () => files.close());
  let made: Buffer | undefined;
  const catalogueNow = () => {
    made ??= Buffer.from(catalogueOf(schema, licence));
    return made;
  };

  const url = `${OPEN_DATA_PATH}/:file`;
  // Preflights are answered before they get here.
  for (const each of [OPEN_DATA_PATH, url])
    app.options(each, { config: openToAll }, (_request, reply) => reply.callNotFound());

  app.get(OPEN_DATA_PATH, { config: openToAll }, async (request, reply) => {
    await guard.count(publicViewer, request.ip);
    const catalogue = catalogueNow();
    const tag = tagOf(catalogue);
    const { body, encoding } = await encoded(catalogue, request.headers['accept-encoding']);
    reply.headers({ ...shareable, etag: tagOfEncoded(tag, encoding) });
    addVary(reply, 'accept-encoding');
    if (isKnownTo(request, tag)) return reply.code(304).send();
    if (encoding) reply.header('content-encoding', encoding);
    return reply.type(JSON_TYPE).send(body);
  });

  app.get(url, { config: openToAll }, async (request: DataRequest, reply) => {
    const deadline = open.deadlineOf(reply.raw);
    await guard.count(publicViewer, request.ip);
    const asked = askedFor(request);
    if (!asked)
      return sendError(
        reply,
        404,
        'NOT_FOUND',
        `ไม่มีชุดข้อมูลนี้ ดูรายการที่ ${OPEN_DATA_PATH} · There is no such data set: ${OPEN_DATA_PATH} names them.`,
      );
    return sendFile(request, reply, await files.file(asked.dataset, asked.form, deadline), asked);
  });
}
