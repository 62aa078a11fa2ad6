import type { FetcherParams } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';

const refusals: Readonly<Record<number, string>> = {
  4401: 'โปรดเลือกผู้ใช้ก่อน หรือลงชื่อเข้าใช้ใหม่ · Choose a persona first, or sign in again',
  4403: 'บัญชีนี้ไม่มีบทบาทในหน่วยงานที่ระบุ หรือบทบาทเปลี่ยนไป · The account has no role there, or its roles have changed',
  4429: 'เชื่อมต่อหรือส่งคำขอบ่อยเกินไป · Too many connections or requests',
};

const messageFor = (failure: unknown): string => {
  const code = typeof failure === 'object' && failure !== null && 'code' in failure ? Number(failure.code) : 0;
  return refusals[code] ?? 'การเชื่อมต่อขาด โปรดกดเรียกใช้อีกครั้ง · The connection was lost; run it again';
};

/** Follows a subscription over a socket of its own, which is closed when the run is stopped. */
export async function* follow(
  endpoint: string,
  { query, variables, operationName }: FetcherParams,
  connectionParams: Record<string, unknown>,
): AsyncGenerator<Record<string, unknown>> {
  const url = new URL(endpoint, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const client = createClient({
    url: url.href,
    connectionParams: { 'accept-language': 'th, en;q=0.8', ...connectionParams },
    retryAttempts: 0,
  });
  try {
    for await (const answer of client.iterate({ query, variables, operationName })) yield { ...answer };
  } catch (failure) {
    const errors = Array.isArray(failure) ? failure : [{ message: messageFor(failure) }];
    yield { errors };
  } finally {
    await client.dispose();
  }
}
