import { isRecord, parseJson } from './record.ts';
import type { Asker, Session } from './session/session.ts';

export interface Sent {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | undefined;
}

export interface Received {
  readonly status: number;
  readonly answer: unknown;
  readonly milliseconds: number;
}

const isRefusedWith = ({ answer }: Received, code: string): boolean =>
  isRecord(answer) &&
  Array.isArray(answer.errors) &&
  answer.errors.some(
    (error: unknown) => isRecord(error) && isRecord(error.extensions) && error.extensions.code === code,
  );

const isUnauthenticated = (received: Received): boolean =>
  received.status === 401 || isRefusedWith(received, 'UNAUTHENTICATED');

/** Sends questions as somebody of the page; one whose token has ended is signed in anew, once. */
export const createSender = (session: Session, endpoint: string) => {
  const post = async (sent: Sent, headers: Record<string, unknown>, token: string | null): Promise<Received> => {
    const request = new Headers({ 'content-type': 'application/json', 'accept-language': 'th, en;q=0.8' });
    if (token !== null) request.set('authorization', `Bearer ${token}`);
    const { signIn, place } = session.read();
    if (place !== null && signIn === 'account') request.set('x-agency', place);
    for (const [name, value] of Object.entries(headers)) request.set(name, String(value));
    const started = performance.now();
    // Whoever is signed in with the browser asks only where the page says that they do.
    const credentials = signIn === 'account' ? 'same-origin' : 'omit';
    const body = JSON.stringify(sent);
    const response = await fetch(endpoint, { method: 'POST', headers: request, body, credentials });
    const answer = parseJson(await response.text());
    return { status: response.status, answer, milliseconds: performance.now() - started };
  };

  return async (
    sent: Sent,
    asker: Pick<Asker, 'persona'>,
    headers: Record<string, unknown> = {},
  ): Promise<Received> => {
    const token = await session.tokenOf(asker.persona);
    const received = await post(sent, headers, token);
    // The session has ended, or the account has lost a role: the page says so.
    if (isUnauthenticated(received) || isRefusedWith(received, 'FORBIDDEN')) void session.refreshAccount();
    if (token === null || !isUnauthenticated(received)) return received;
    const renewed = await session.renew(asker.persona);
    return renewed === null ? received : post(sent, headers, renewed);
  };
};

export type Send = ReturnType<typeof createSender>;
