import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendError } from './refusal.ts';

type Place = { readonly pattern: RegExp; readonly methods: Set<string> };

/** A route's address as a pattern: `:id` is one part of a path, `*` the rest. */
const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .replace(/\/$/, '')
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:\w+/g, '[^/]+')
      .replace(/\*/g, '.*')}/?$`,
  );

/** Says what is where: another method of a known address is 405 with those that are allowed, all else 404. */
export function answerUnknownPlaces(app: FastifyInstance): void {
  const places = new Map<string, Place>();
  app.addHook('onRoute', ({ url, method }) => {
    // Preflights are answered everywhere.
    if (url === '*') return;
    const place = places.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const each of [method].flat()) place.methods.add(each);
    places.set(url, place);
  });
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '';
    const methods = [...places.values()].find(({ pattern }) => pattern.test(path))?.methods;
    if (!methods || methods.has(request.method)) {
      return sendError(reply, 404, 'NOT_FOUND', 'ไม่มีที่อยู่นี้ ใช้ POST /graphql · There is nothing here: use POST /graphql.');
    }
    const allowed = [...methods].sort().join(', ');
    reply.header('allow', allowed);
    if (request.method === 'OPTIONS') return reply.code(204).send();
    return sendError(reply, 405, 'METHOD_NOT_ALLOWED', `ใช้ได้เฉพาะ ${allowed} · Only ${allowed} here.`);
  };
  app.setNotFoundHandler(answer);
  // A request to an address that does not exist is refused first, of any type and without reading its body.
  app.addHook('preParsing', (request, reply, _payload, done) => {
    if (request.is404) answer(request, reply);
    else done();
  });
}
