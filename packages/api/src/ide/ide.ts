import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isKnownTo } from '../reuse/entity-tag.ts';

/**
 * Nothing from outside and no inline script. Inline styles are needed by the editor, which positions every glyph, and
 * `data:` by the fonts and icons inside its style sheet.
 */
export const ideContentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** Every file but the page has a hash in its name, so it may be cached for ever. */
const HASHED_NAME = /-[A-Z0-9]{8}\.[a-z0-9]+$/;

interface IdeFile {
  readonly plain: Buffer;
  readonly gzipped: Buffer | null;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly etag: string;
}

const readIde = async (ideDir: string): Promise<ReadonlyMap<string, IdeFile>> => {
  const names = await readdir(ideDir).catch((): string[] => []);
  const files = await Promise.all(
    names
      .filter((name) => CONTENT_TYPES[extname(name)] !== undefined)
      .map(async (name): Promise<[string, IdeFile]> => {
        const plain = await readFile(join(ideDir, name));
        const file = {
          plain,
          gzipped: names.includes(`${name}.gz`) ? await readFile(join(ideDir, `${name}.gz`)) : null,
          contentType: CONTENT_TYPES[extname(name)] ?? 'application/octet-stream',
          cacheControl: HASHED_NAME.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
          etag: createHash('sha256').update(plain).digest('base64url').slice(0, 27),
        };
        return [name, file];
      }),
  );
  return new Map(files);
};

const send = (request: FastifyRequest, reply: FastifyReply, file: IdeFile): FastifyReply => {
  const gzipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? file.gzipped : null;
  // Two encodings of one file are two representations, so each has a tag of its own.
  const etag = gzipped ? `"${file.etag}-gz"` : `"${file.etag}"`;
  reply
    .header('content-security-policy', ideContentSecurityPolicy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', file.cacheControl)
    .header('etag', etag)
    .header('vary', 'accept, accept-encoding');
  if (isKnownTo(request, etag)) return reply.code(304).send();
  if (gzipped) reply.header('content-encoding', 'gzip');
  return reply.type(file.contentType).send(gzipped ?? file.plain);
};

/**
 * Serves the built IDE from memory: the page at `/`, its files under `/ide/`. A name is looked up among the files read at start and never
 * joined to a path, so that no request reaches another file.
 */
export const serveIde = async (app: FastifyInstance, { ideDir }: { readonly ideDir: string }): Promise<void> => {
  const files = await readIde(ideDir);

  app.get('/', (request, reply) => {
    if (!(request.headers.accept ?? '').includes('text/html')) {
      return reply.send({ graphql: '/graphql', health: '/health/ready' });
    }
    const page = files.get('index.html');
    if (page) return send(request, reply, page);
    return reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send(
        'ยังไม่ได้สร้างหน้า IDE โปรดสั่ง npm run build แล้วเริ่มระบบใหม่\nThe IDE is not built: run "npm run build", then restart.\n',
      );
  });

  // Redirects from addresses that people guess.
  app.get('/ide', (_request, reply) => reply.redirect('/'));

  app.get<{ Params: { '*': string } }>('/ide/*', (request, reply) => {
    const file = files.get(request.params['*']);
    return file ? send(request, reply, file) : reply.callNotFound();
  });
};
