import type { WebSocket } from '@fastify/websocket';
import { type ErrorCode, RegistryError, unauthenticated } from '@registry/schema/base/errors.ts';
import type { FanOut } from '@registry/schema/base/fan-out.ts';
import type { FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { makeServer, type WebSocket as ProtocolSocket } from 'graphql-ws';
import type { Logger } from 'pino';
import type { InFlightRequests } from '../admission/in-flight-requests.ts';
import type { RequestGuard } from '../admission/request-guard.ts';
import { errorFormatter, localizedErrors } from '../errors/format-error.ts';
import type { Counters } from '../metrics/counters.ts';
import type { Admitting } from '../operations/admit-operation.ts';
import type { AccountSockets } from './account-sockets.ts';
import { followAfresh, isRefusal, operationOf } from './operation.ts';
import { headersFrom, headersOfOpening, openSession, type Session } from './session.ts';

const SUBSCRIPTIONS_MAX = 10;
const UNREAD_BYTES_MAX = 1_048_576;

/** Close codes of graphql-transport-ws. */
const closeCodes: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 4401, FORBIDDEN: 4403, RATE_LIMITED: 4429 };
/** How often it is checked that its client is still signed in, in the roles that it had: as often as they are read anew. */
const SIGN_IN_EVERY_MS = 5_000;
/** The one after which clients connect again by themselves. */
const TRY_AGAIN_LATER = 1013;

export type SocketOptions = {
  readonly schema: GraphQLSchema;
  readonly admitting: Admitting;
  readonly logger: Logger;
  readonly counters: Counters;
  readonly guard: RequestGuard;
  readonly open: InFlightRequests;
  readonly statusChanges: FanOut<string>;
  readonly accounts: AccountSockets;
  /** How often a socket's presence is checked. */
  readonly checkEveryMs: number;
};

const tooMany = () =>
  new RegistryError('RATE_LIMITED', {
    th: `การเชื่อมต่อหนึ่งติดตามได้พร้อมกันไม่เกิน ${SUBSCRIPTIONS_MAX} รายการ`,
    en: `A connection follows at most ${SUBSCRIPTIONS_MAX} subscriptions at a time: complete one first.`,
  });

/** Asks a socket every so often whether it is there: one that did not answer is ended. */
function watchPresence(socket: WebSocket, everyMs: number): NodeJS.Timeout {
  let isThere = true;
  socket.on('pong', () => {
    isThere = true;
  });
  return setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    socket.ping();
  }, everyMs).unref();
}

/** The client of a socket, as the protocol sees it. */
const clientAt = (socket: WebSocket, onFailure: (error: unknown) => void): ProtocolSocket => ({
  protocol: socket.protocol,
  close: (code, reason) => socket.close(code, reason),
  onMessage: (handle) => socket.on('message', (data) => handle(String(data)).catch(onFailure)),
  // The next event waits until this one is sent; a client that reads nothing is disconnected instead.
  send: (text) =>
    new Promise((resolve) => {
      if (socket.readyState !== socket.OPEN) return resolve();
      if (socket.bufferedAmount > UNREAD_BYTES_MAX) socket.terminate();
      socket.send(text, () => resolve());
    }),
});

/** Speaks graphql-transport-ws with one client for as long as it is signed in. */
export function serveSocket(socket: WebSocket, request: FastifyRequest, options: SocketOptions): void {
  const { schema, admitting, logger, counters, guard, open, statusChanges, accounts, checkEveryMs } = options;
  const format = errorFormatter(logger, counters);
  const deadlines = open.ofSocket();
  let session: Session | undefined;

  const shown = (errors: readonly GraphQLError[]) =>
    localizedErrors(
      errors.map((error) => format(error.toJSON(), error)),
      session?.language ?? 'th',
    );

  const closeFor = (error: unknown): void => {
    if (error instanceof RegistryError) {
      socket.close(closeCodes[error.code] ?? TRY_AGAIN_LATER, error.text.en);
    } else {
      logger.error({ err: error }, 'socket failed');
      socket.close(TRY_AGAIN_LATER, 'Something went wrong inside the registry.');
    }
  };

  const server = makeServer({
    async onConnect({ connectionParams }) {
      const headers = { ...headersOfOpening(request.headers), ...headersFrom(connectionParams) };
      const opened = await openSession(() => guard.signIn(headers, request.ip, deadlines.next()));
      if (socket.readyState !== socket.OPEN) return false;
      accounts.admit(opened.accountId);
      session = opened;
      return true;
    },
    async onSubscribe({ subscriptions }, id, payload) {
      if (!session) throw unauthenticated();
      const context = await session.context();
      await guard.count(context.viewer, request.ip);
      // Many may have been asked for at once: the first ten of them are followed.
      return Object.keys(subscriptions).indexOf(id) >= SUBSCRIPTIONS_MAX
        ? [tooMany()]
        : operationOf(schema, payload, context, admitting);
    },
    async subscribe(operation) {
      if (!session) throw unauthenticated();
      const answers = await followAfresh(operation, session.context);
      if (Symbol.asyncIterator in answers) {
        const [{ accountId }, name] = [session, operation.operationName ?? null];
        logger.info({ accountId, operation: name, listening: statusChanges.size }, 'subscribed');
      }
      return answers;
    },
    onNext: (_context, _id, _payload, _operation, { errors, ...answer }) =>
      errors ? { ...answer, errors: shown(errors) } : undefined,
    onError: (_context, _id, _payload, errors) => {
      // An operation that was refused leaves the others alone; a stream that broke takes its socket with it.
      for (const error of errors) if (error.originalError && !isRefusal(error)) closeFor(error.originalError);
      return shown(errors);
    },
  });

  const presence = watchPresence(socket, checkEveryMs);
  const askWhoThereIs = () => session?.context().catch(closeFor);
  const signedIn = setInterval(askWhoThereIs, Math.min(checkEveryMs, SIGN_IN_EVERY_MS)).unref();
  const closed = server.opened(clientAt(socket, closeFor), undefined);
  socket.once('close', (code, reason) => {
    clearInterval(presence);
    clearInterval(signedIn);
    deadlines.close();
    if (session) accounts.release(session.accountId);
    closed(code, String(reason))
      .then(() =>
        logger.info({ accountId: session?.accountId ?? null, code, listening: statusChanges.size }, 'socket closed'),
      )
      .catch(closeFor);
  });
}
