import { connect, type NetConnectOpts } from 'node:net';
import type pg from 'pg';

/** PostgreSQL's code for "this is no session, but a request to cancel what another one does". */
const CANCEL_REQUEST = 80_877_102;
const REQUEST_BYTES = 16;
const ANSWER_MS_MAX = 2_000;

/** What of a client of `pg` names its session to PostgreSQL; the types of `pg` leave it out. */
type Session = {
  readonly host: string;
  readonly port: number;
  readonly processID: number | null;
  readonly secretKey: number | null;
};

const addressOf = ({ host, port }: Session): NetConnectOpts =>
  host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };

/**
 * Asks PostgreSQL, over a separate connection, to cancel a session's statement. It resolves when PostgreSQL has delivered that, so that
 * later statements of the session are not affected. It rejects when that is uncertain, and then the session must not be used again.
 */
export function cancelStatement(connection: pg.PoolClient): Promise<void> {
  const session = connection as unknown as Session;
  const { processID, secretKey } = session;
  if (processID === null || secretKey === null)
    return Promise.reject(new Error('The session has no key to cancel with.'));
  const request = Buffer.alloc(REQUEST_BYTES);
  request.writeInt32BE(REQUEST_BYTES, 0);
  request.writeInt32BE(CANCEL_REQUEST, 4);
  request.writeInt32BE(processID, 8);
  request.writeInt32BE(secretKey, 12);
  return new Promise((resolve, reject) => {
    const socket = connect(addressOf(session));
    socket.setTimeout(ANSWER_MS_MAX, () => socket.destroy(new Error('PostgreSQL did not take a request to cancel.')));
    socket.once('connect', () => socket.write(request));
    socket.once('error', reject);
    // PostgreSQL answers nothing: it closes the connection when it has signalled the session.
    socket.once('end', () => socket.end());
    socket.once('close', (hasFailed) => (hasFailed ? undefined : resolve()));
    socket.resume();
  });
}
