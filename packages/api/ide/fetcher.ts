import type { Fetcher, FetcherOpts, FetcherParams } from '@graphiql/toolkit';
import { operationKindOf, operationNameOf } from './operation.ts';
import { isRecord, parseJson } from './record.ts';
import { keepReading } from './result/readings.ts';
import type { Session } from './session/session.ts';
import { follow } from './subscription.ts';

const INTROSPECTION = 'IntrospectionQuery';

const isUnauthenticated = (status: number, answer: unknown): boolean =>
  status === 401 ||
  (isRecord(answer) &&
    Array.isArray(answer.errors) &&
    answer.errors.some(
      (error: unknown) => isRecord(error) && isRecord(error.extensions) && error.extensions.code === 'UNAUTHENTICATED',
    ));

const failure = (th: string, en: string): { errors: { message: string }[] } => ({
  errors: [{ message: `${th} · ${en}` }],
});

export const createFetcher = (session: Session, endpoint: string): Fetcher => {
  const send = async (params: FetcherParams, headers: Record<string, unknown>, token: string | null) => {
    const request = new Headers({ 'content-type': 'application/json', 'accept-language': 'th, en;q=0.8' });
    if (token !== null) request.set('authorization', `Bearer ${token}`);
    for (const [name, value] of Object.entries(headers)) request.set(name, String(value));
    const operationName = operationNameOf(params.query, params.operationName);
    const started = performance.now();
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: request,
      body: JSON.stringify({ query: params.query, variables: params.variables, operationName }),
    });
    const answer = parseJson(await response.text());
    return { status: response.status, answer, milliseconds: performance.now() - started };
  };

  const ask = async (params: FetcherParams, options?: FetcherOpts): Promise<Record<string, unknown>> => {
    const headers = options?.headers ?? {};
    const { token } = session.read();
    try {
      let result = await send(params, headers, token);
      if (token !== null && isUnauthenticated(result.status, result.answer)) {
        const renewed = await session.renew();
        if (renewed !== null) result = await send(params, headers, renewed);
      }
      const answer = isRecord(result.answer)
        ? result.answer
        : failure(
            `เซิร์ฟเวอร์ตอบกลับในรูปแบบที่อ่านไม่ได้ (HTTP ${result.status}) โปรดลองอีกครั้ง`,
            'The server answered in a form that cannot be read; please try again',
          );
      if (params.operationName !== INTROSPECTION) keepReading(answer, result);
      return answer;
    } catch {
      return failure(
        'ติดต่อเซิร์ฟเวอร์ไม่ได้ โปรดตรวจสอบว่าระบบทำงานอยู่ แล้วลองอีกครั้ง',
        'The server cannot be reached; check that it is running and try again',
      );
    }
  };

  return (params, options) => {
    if (operationKindOf(params.query) !== 'subscription') return ask(params, options);
    const { token } = session.read();
    const operationName = operationNameOf(params.query, params.operationName);
    const signedIn = token === null ? {} : { authorization: `Bearer ${token}` };
    return follow(endpoint, { ...params, operationName }, { ...signedIn, ...options?.headers });
  };
};
