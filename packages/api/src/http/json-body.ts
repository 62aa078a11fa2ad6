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

/** JSON is UTF-8 (RFC 8259, 8.1), and is sent as it is: what was packed small may be of any size. */
function assertPlain({ headers }: FastifyRequest): void {
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) throw new RequestFault('CHARSET');
  if (!/^(identity)?$/i.test(headers['content-encoding'] ?? '')) throw new RequestFault('CONTENT_ENCODING');
}

/** Takes bodies of JSON in as text. They are parsed by `jsonOf` when their turn has come, and nothing else is taken in. */
export function acceptJson(app: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, bytes: Buffer) => {
      assertPlain(request);
      try {
        return utf8.decode(bytes);
      } catch {
        throw new RequestFault('INVALID_UTF8');
      }
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
