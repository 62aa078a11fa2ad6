import type { FetcherParams } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';

type Answer = Record<string, unknown>;

const over = { done: true, value: undefined } as const;

const refusals: Readonly<Record<number, string>> = {
  4401: 'โปรดเลือกผู้ใช้ก่อน หรือลงชื่อเข้าใช้ใหม่ · Choose a persona first, or sign in again',
  4403: 'บัญชีนี้ไม่มีบทบาทในหน่วยงานที่ระบุ หรือบทบาทเปลี่ยนไป · The account has no role there, or its roles have changed',
  4429: 'เชื่อมต่อหรือส่งคำขอบ่อยเกินไป · Too many connections or requests',
};

const messageFor = (failure: unknown): string => {
  const code = typeof failure === 'object' && failure !== null && 'code' in failure ? Number(failure.code) : 0;
  return refusals[code] ?? 'การเชื่อมต่อขาด โปรดกดเรียกใช้อีกครั้ง · The connection was lost; run it again';
};

interface Following {
  readonly connectionParams: Record<string, unknown>;
  readonly onAnswer: (answer: Answer) => void;
}

/** Follows a subscription over a socket of its own, which closes when the run is stopped or over. */
export const follow = (
  endpoint: string,
  { query, variables, operationName }: FetcherParams,
  { connectionParams, onAnswer }: Following,
): AsyncIterableIterator<Answer> => {
  const url = new URL(endpoint, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const answers = createClient({
    url: url.href,
    connectionParams: { 'accept-language': 'th, en;q=0.8', ...connectionParams },
    retryAttempts: 0,
  }).iterate({ query, variables, operationName });
  const told = (value: Answer): IteratorResult<Answer> => {
    onAnswer(value);
    return { done: false, value };
  };
  // An async generator could not be stopped while it waits for the next event.
  const stream: AsyncIterableIterator<Answer> = {
    async next() {
      try {
        const answer = await answers.next();
        return answer.done ? over : told({ ...answer.value });
      } catch (failure) {
        return told({ errors: Array.isArray(failure) ? failure : [{ message: messageFor(failure) }] });
      }
    },
    async return() {
      await answers.return?.();
      return over;
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
};
