import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { operationKindOf, operationNameOf } from './operation.ts';
import { isRecord } from './record.ts';
import { keepReading } from './result/readings.ts';
import { createSender } from './send.ts';
import type { Session, SessionState } from './session/session.ts';
import { follow } from './subscription.ts';

const INTROSPECTION = 'IntrospectionQuery';

type Answer = Record<string, unknown>;

type Asked = Pick<SessionState, 'tab' | 'persona' | 'account'>;

const asWhom = ({ persona, account }: Asked, token: string | null): string => {
  if (persona !== null) return persona.nameTh;
  if (account?.session === 'OPEN') return account.name ?? 'ผู้ที่ลงชื่อเข้าใช้';
  return token === null ? 'ผู้ที่ไม่ลงชื่อเข้าใช้' : 'เจ้าของโทเคน';
};

const failure = (th: string, en: string): { errors: { message: string }[] } => ({
  errors: [{ message: `${th} · ${en}` }],
});

export const createFetcher = (session: Session, endpoint: string): Fetcher => {
  const send = createSender(session, endpoint);

  const ask = async (params: FetcherParams, asker: Asked, headers: Record<string, unknown>): Promise<Answer> => {
    try {
      const { query, variables } = params;
      const operationName = operationNameOf(query, params.operationName);
      const result = await send({ query, variables, operationName }, asker, headers);
      const token = await session.tokenOf(asker.persona);
      const answer = isRecord(result.answer)
        ? result.answer
        : failure(
            `เซิร์ฟเวอร์ตอบกลับในรูปแบบที่อ่านไม่ได้ (HTTP ${result.status}) โปรดลองอีกครั้ง`,
            'The server answered in a form that cannot be read; please try again',
          );
      keepReading(asker.tab, answer, {
        ...result,
        asWhom: asWhom(asker, token),
        asked: { query, variables, operationName },
      });
      return answer;
    } catch {
      return failure(
        'ติดต่อเซิร์ฟเวอร์ไม่ได้ โปรดตรวจสอบว่าระบบทำงานอยู่ แล้วลองอีกครั้ง',
        'The server cannot be reached; check that it is running and try again',
      );
    }
  };

  const answerOf = async (params: FetcherParams, headers: Record<string, unknown>): Promise<Answer> => {
    if (params.operationName === INTROSPECTION) return ask(params, { ...session.read(), tab: null }, headers);
    const asker = session.asks();
    const answer = await ask(params, asker, headers);
    // GraphiQL would write it into the tab in view, below a question that it does not answer.
    return session.read().tab === asker.tab ? answer : new Promise<Answer>(() => undefined);
  };

  const stream = async (params: FetcherParams, headers: Record<string, unknown>) => {
    const asker = session.asks();
    const token = await session.tokenOf(asker.persona);
    const { signIn, place } = session.read();
    const signedIn = {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(place !== null && signIn === 'account' && { 'x-agency': place }),
    };
    const operationName = operationNameOf(params.query, params.operationName);
    const onAnswer = (answer: unknown): void => keepReading(asker.tab, answer, { asWhom: asWhom(asker, token) });
    return follow(endpoint, { ...params, operationName }, { connectionParams: { ...signedIn, ...headers }, onAnswer });
  };

  return (params, options) => {
    const headers = options?.headers ?? {};
    return operationKindOf(params.query) === 'subscription' ? stream(params, headers) : answerOf(params, headers);
  };
};
