import { publicViewer } from '@registry/schema/base/viewer.logic.ts';
import type { FastifyInstance } from 'fastify';
import { decodeJwt } from 'jose';
import type { Logger } from 'pino';
import type { RequestGuard } from '../../admission/request-guard.ts';
import { withoutSlash } from '../../sign-in/authenticate.ts';
import type { BrowserSignIn } from '../../sign-in/browser-sign-in.ts';
import { failureOf } from '../../sign-in/sign-in-failure.ts';
import { sendError } from '../refusal.ts';

type Parts = { readonly signIn: BrowserSignIn; readonly guard: RequestGuard; readonly logger: Logger };

const FORM_BYTES_MAX = 65_536;

/** The issuer that a token names; null where it is no token. Nothing is believed of it before its signature is checked. */
function issuerIn(token: string): string | null {
  try {
    return withoutSlash(decodeJwt(token).iss ?? '');
  } catch {
    return null;
  }
}

/** Lets identity providers say that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0): their sessions here end too. */
export async function serveBackChannel(app: FastifyInstance, { signIn, guard, logger }: Parts): Promise<void> {
  // Forms are taken in here alone: pages of every site may send them.
  await app.register(async (forms) => {
    const type = 'application/x-www-form-urlencoded';
    forms.addContentTypeParser(type, { parseAs: 'string', bodyLimit: FORM_BYTES_MAX }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    forms.post('/sign-in/back-channel', async (request, reply) => {
      await guard.count(publicViewer, request.ip);
      const token = request.body instanceof URLSearchParams ? (request.body.get('logout_token') ?? '') : '';
      const named = issuerIn(token);
      const client = signIn.clients.find(({ issuer }) => issuer === named);
      const refuse = (status: 400 | 503, code: 'BAD_REQUEST' | 'UNAVAILABLE') =>
        sendError(reply, status, code, 'ไม่รับโทเคนออกจากระบบนี้ · The logout token is not taken.');
      if (!client) return refuse(400, 'BAD_REQUEST');
      try {
        const ended = await client.ended(token);
        await signIn.sessions.endAt(ended);
        logger.info({ provider: client.provider.key, subject: ended.subject }, 'signed out at the provider');
      } catch (error) {
        const { problem, reason } = failureOf(error);
        logger.warn({ reason, problem }, 'logout token refused');
        return problem === 'UNREACHABLE' ? refuse(503, 'UNAVAILABLE') : refuse(400, 'BAD_REQUEST');
      }
      return reply.header('cache-control', 'no-store').send();
    });
  });
}
