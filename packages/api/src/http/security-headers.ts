import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { ideContentSecurityPolicy } from '../ide/ide.ts';

/** Helmet's headers, which are the same on every answer and so computed once. */
function headersOfHelmet(): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  // Whether the registry is reached by HTTPS is for the proxy before it to say.
  helmet({ contentSecurityPolicy: false, strictTransportSecurity: false })(request, response, (error) => {
    if (error) throw error;
  });
  return response.getHeaders();
}

/** Keeps browsers from using an answer for anything else. */
export function secureAnswers(app: FastifyInstance): void {
  const headers = { ...headersOfHelmet(), 'content-security-policy': ideContentSecurityPolicy };
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
