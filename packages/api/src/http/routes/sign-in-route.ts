import { publicViewer } from '@registry/schema/base/viewer.logic.ts';
import type { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { InFlightRequests } from '../../admission/in-flight-requests.ts';
import type { RequestGuard } from '../../admission/request-guard.ts';
import { FIRST_PROVIDER } from '../../config.ts';
import { ATTEMPT_SECONDS, attemptIn, beginAttempt, nameOfAttempt, placeIn } from '../../sign-in/attempt.ts';
import type { BrowserSignIn } from '../../sign-in/browser-sign-in.ts';
import type { OidcClient } from '../../sign-in/oidc-client.ts';
import { isAskedByOwnPage } from '../../sign-in/own-page.ts';
import { failureOf, SignInFailure } from '../../sign-in/sign-in-failure.ts';
import { jsonOf } from '../json-body.ts';
import { sendError } from '../refusal.ts';
import { serveBackChannel } from './back-channel-route.ts';
import { sendChoice, sendProblem } from './sign-in-page.ts';
import { serveSession } from './sign-in-session.ts';

const CALLBACK = '/sign-in/callback';
/** So many sign-ins may be under way in a browser; the next one begins anew, so that its cookies never fill a request. */
const ATTEMPTS_MAX = 8;

export type SignInParts = {
  readonly signIn: BrowserSignIn;
  readonly tenancy: Tenancy;
  readonly guard: RequestGuard;
  readonly open: InFlightRequests;
  readonly logger: Logger;
};

/** The provider of the variables `OIDC_…` has the plain address, every other one of its own, so that none is taken for another. */
const callbackOf = ({ provider }: OidcClient): string =>
  provider.key === FIRST_PROVIDER ? CALLBACK : `${CALLBACK}/${provider.key}`;

type Asked = { Querystring: { provider?: unknown; to?: unknown } };
type Returned = { Params: { provider?: string }; Querystring: { state?: unknown } };

/** Sign-in and sign-out of people with a browser, at the city's identity providers. */
export async function serveSignIn(app: FastifyInstance, parts: SignInParts): Promise<void> {
  const { signIn, guard, logger } = parts;
  const { clients, cookies, sessions, publicUrl } = signIn;

  const tell = ({ ip: address }: FastifyRequest, reply: FastifyReply, failure: SignInFailure): FastifyReply => {
    const level = failure.problem === 'DECLINED' ? 'info' : 'warn';
    logger[level]({ address, reason: failure.reason, problem: failure.problem }, 'nobody was signed in');
    return sendProblem(reply, failure.problem);
  };

  app.get<Asked>('/sign-in', async (request, reply) => {
    await guard.count(publicViewer, request.ip);
    const returnTo = placeIn(request.query.to);
    const chosen =
      clients.length === 1 ? clients[0] : clients.find(({ provider }) => provider.key === request.query.provider);
    if (!chosen)
      return sendChoice(
        reply,
        clients.map(({ provider }) => provider),
        returnTo,
      );
    const { attempt, kept } = beginAttempt(chosen.provider.key, returnTo);
    try {
      const address = await chosen.authorizationUrl(attempt, publicUrl() + callbackOf(chosen));
      const others = cookies.attempts(request.headers);
      if (others.length >= ATTEMPTS_MAX) reply.header('set-cookie', others.map(cookies.removing));
      reply.header('set-cookie', cookies.keeping(nameOfAttempt(attempt.state), kept, ATTEMPT_SECONDS));
      return reply.header('cache-control', 'no-store').redirect(address);
    } catch (error) {
      return tell(request, reply, failureOf(error));
    }
  });

  const comeBack = async (request: FastifyRequest<Returned>, reply: FastifyReply) => {
    await guard.count(publicViewer, request.ip);
    const name = nameOfAttempt(request.query.state);
    const attempt = attemptIn(cookies.read(request.headers, name));
    // The code is spent, whatever comes of it, and so is what the browser kept for it.
    if (attempt) reply.header('set-cookie', cookies.removing(name));
    const client = clients.find(({ provider }) => provider.key === attempt?.provider);
    const isExpected = client && callbackOf(client) === request.url.split('?')[0];
    if (!attempt || !client || !isExpected) return tell(request, reply, new SignInFailure('REFUSED'));
    try {
      const signedIn = await client.finish(new URL(request.url, publicUrl()), attempt);
      const token = await sessions.begin(signedIn, cookies.read(request.headers, 'session'));
      logger.info({ address: request.ip, provider: attempt.provider, subject: signedIn.subject }, 'signed in');
      reply.header('set-cookie', cookies.keeping('session', token));
      return reply.header('cache-control', 'no-store').redirect(attempt.returnTo, 303);
    } catch (error) {
      if (error instanceof SignInFailure) return tell(request, reply, error);
      throw error;
    }
  };
  app.get<Returned>(CALLBACK, comeBack);
  app.get<Returned>(`${CALLBACK}/:provider`, comeBack);

  app.post('/sign-out', async (request, reply) => {
    await guard.count(publicViewer, request.ip);
    jsonOf(request.body);
    if (!isAskedByOwnPage(request.headers, publicUrl()))
      return sendError(
        reply,
        403,
        'FORBIDDEN',
        'ออกจากระบบได้จากหน้าของทะเบียนเท่านั้น · Only pages of the registry sign out.',
      );
    const token = cookies.read(request.headers, 'session');
    const ended = token === null ? null : await sessions.end(token);
    const client = clients.find(({ issuer }) => issuer === ended?.issuer);
    if (ended)
      logger.info(
        { address: request.ip, provider: client?.provider.key ?? null, subject: ended.subject },
        'signed out',
      );
    const next = (await client?.endSessionUrl(ended?.idToken ?? null, `${publicUrl()}/`)) ?? '/';
    reply.header('set-cookie', cookies.removing('session'));
    return reply.header('cache-control', 'no-store').send({ next });
  });

  serveSession(app, parts);
  await serveBackChannel(app, parts);
}
