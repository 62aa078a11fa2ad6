import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { RequestContext } from '../sign-in/create-context.ts';

/** HTTP's own words for what could not be served, and after how many seconds it may be tried again. */
const statuses: Readonly<Record<string, { readonly status: number; readonly retryAfter?: string }>> = {
  UNAVAILABLE: { status: 503, retryAfter: '5' },
  // Asking for the same again would only take as long again.
  DEADLINE_EXCEEDED: { status: 504 },
};

/**
 * Sets an error status when nothing was served; a partial answer stays a 200, since its data must be read. A request that ran out of time
 * is logged once, however many of its fields did.
 */
export const failureStatus = (logger: Logger): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    async willSendResponse({ response: { body, http }, contextValue: { requestId, viewer } }) {
      if (body.kind !== 'single') return;
      const { data, errors = [] } = body.singleResult;
      const codes = errors.map(({ extensions }) => String(extensions?.code));
      if (codes.includes('DEADLINE_EXCEEDED'))
        logger.warn({ requestId, accountId: viewer.account?.id ?? null }, 'a request ran out of time');
      if (Object.values(data ?? {}).some((value) => value !== null)) return;
      const [found] = codes.flatMap((code) => statuses[code] ?? []);
      if (!found) return;
      http.status = found.status;
      if (found.retryAfter) http.headers.set('retry-after', found.retryAfter);
    },
  }),
});
