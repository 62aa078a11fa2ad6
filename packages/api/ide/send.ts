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

const isUnauthenticated = ({ status, answer }: Received): boolean =>
  status === 401 ||
  (isRecord(answer) &&
    Array.isArray(answer.errors) &&
    answer.errors.some(
      (error: unknown) => isRecord(error) && isRecord(error.extensions) && error.extensions.code === 'UNAUTHENTICATED',
    ));

/** Sends questions as somebody of the page; one whose token has ended is signed in anew, once. */
export const createSender = (session: Session, endpoint: string) => {
  const post = async (sent: Sent, headers: Record<string, unknown>, token: string | null): Promise<Received> => {
    const request = new Headers({ 'content-type': 'application/json', 'accept-language': 'th, en;q=0.8' });
    if (token !== null) request.set('authorization', `Bearer ${token}`);
    for (const [name, value] of Object.entries(headers)) request.set(name, String(value));
    const started = performance.now();
    const response = await fetch(endpoint, { method: 'POST', headers: request, body: JSON.stringify(sent) });
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
    if (token === null || !isUnauthenticated(received)) return received;
    const renewed = await session.renew(asker.persona);
    return renewed === null ? received : post(sent, headers, renewed);
  };
};

export type Send = ReturnType<typeof createSender>;
