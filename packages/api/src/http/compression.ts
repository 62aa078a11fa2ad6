import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply } from 'fastify';

/** Below this the headers of a compressed answer outweigh what it saves. */
const BYTES_MIN = 1_024;

/** How hard is tried: what takes about as long as sending the bytes over a fast line would. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 5;

const pressers = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: GZIP_LEVEL }),
} as const;

type Encoding = keyof typeof pressers;

const isEncoding = (name: string | null): name is Encoding => name === 'br' || name === 'gzip';

export type Encoded = { readonly body: string | Buffer; readonly encoding: Encoding | null };

/** Compressed forms of bytes that are sent again and again. */
const kept = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

function keptForm(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  const forms = kept.get(bytes) ?? new Map<Encoding, Promise<Buffer>>();
  kept.set(bytes, forms);
  const form = forms.get(encoding) ?? pressers[encoding](bytes);
  forms.set(encoding, form);
  return form;
}

/** The first of some encodings that the client says it can take. */
export function encodingFor(acceptEncoding: string | undefined, among: readonly Encoding[]): Encoding | null {
  if (acceptEncoding === undefined) return null;
  // Names of codings have no case (RFC 9110, 8.4.1).
  const encoding = negotiate(acceptEncoding.toLowerCase(), [...among]);
  return isEncoding(encoding) ? encoding : null;
}

/** A body as the client can take it: by Brotli, else gzip, when it says that it can and it is worth it. */
export function encoded(body: string | Buffer, acceptEncoding: string | undefined): Encoded | Promise<Encoded> {
  if (Buffer.byteLength(body) < BYTES_MIN) return { body, encoding: null };
  const encoding = encodingFor(acceptEncoding, ['br', 'gzip']);
  if (!encoding) return { body, encoding };
  return keptForm(typeof body === 'string' ? Buffer.from(body) : body, encoding).then((form) => ({
    body: form,
    encoding,
  }));
}

/** Names what an answer depends on, besides what was named before (the origin, of pages of other sites). */
export function addVary(reply: FastifyReply, names: string): void {
  const before = reply.getHeader('vary');
  reply.header('vary', before === undefined ? names : `${before}, ${names}`);
}

/** Each encoding of an answer is a representation of its own, with a tag of its own. */
export const tagOfEncoded = (tag: string, encoding: Encoding | null): string =>
  encoding === null ? tag : tag.replace(/"$/, `-${encoding}"`);
