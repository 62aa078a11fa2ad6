import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A fault of the request, by the code under which it is answered (`faults.ts`). */
export class RequestFault extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = 'RequestFault';
    this.code = code;
  }
}

const CHARSET = /;\s*charset\s*=\s*"?([\w-]+)"?/i;

/** What is wrong with how a body was sent. JSON is UTF-8 (RFC 8259, 8.1), and is sent as it is: what was packed small may be of any size. */
function faultOf({ headers }: FastifyRequest): string | null {
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) return 'CHARSET';
  return /^(identity)?$/i.test(headers['content-encoding'] ?? '') ? null : 'CONTENT_ENCODING';
}

const BYTE_ORDER_MARK = 0xfeff;

function textOf(bytes: Buffer): string | null {
  if (!isUtf8(bytes)) return null;
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}

/** Takes bodies of JSON in as text. They are parsed by `jsonOf` when their turn has come, and nothing else is taken in. */
export function acceptJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, bytes: Buffer, done) => {
      const text = textOf(bytes);
      const fault = faultOf(request) ?? (text === null ? 'INVALID_UTF8' : null);
      if (fault) done(new RequestFault(fault));
      else done(null, text);
    },
  );
}

/** The value of a body that was taken in. */
export function jsonOf(body: unknown): unknown {
  if (typeof body !== 'string' || body === '') throw new RequestFault('EMPTY_BODY');
  try {
    return JSON.parse(body);
  } catch {
    throw new RequestFault('INVALID_JSON');
  }
}
