import { forbidden, unauthenticated } from '@registry/schema/base/errors.ts';
import type { Viewer } from '@registry/schema/base/viewer.logic.ts';
import type { Language } from '../language/language.ts';
import type { RequestContext } from '../sign-in/create-context.ts';
import type { Headers } from '../sign-in/headers.ts';

/** The client of a socket. */
export type Session = {
  readonly accountId: string;
  readonly language: Language;
  /** A context for one operation or event. Refused once the token, the account or the roles are not what they were. */
  context(): Promise<RequestContext>;
};

const identityOf = ({ account, agency, roles }: Viewer): string => JSON.stringify([account?.id, agency?.id, roles]);

const rolesChanged = () =>
  forbidden('บทบาทของบัญชีนี้เปลี่ยนไป โปรดเชื่อมต่อใหม่', 'The roles of the account have changed: connect again.');

/** Signs a socket in with the payload of `connection_init`, and again for every context. */
export async function openSession(signIn: () => Promise<RequestContext>): Promise<Session> {
  const { viewer, language } = await signIn();
  if (!viewer.account) throw unauthenticated();
  const identity = identityOf(viewer);
  return {
    accountId: viewer.account.id,
    language,
    async context() {
      const context = await signIn();
      if (identityOf(context.viewer) !== identity) throw rolesChanged();
      return context;
    },
  };
}

const carried = new Set(['authorization', 'x-on-behalf-of', 'x-agency', 'accept-language']);

/** The headers that a browser cannot send with a socket, from the payload of `connection_init`. */
export const headersFrom = (payload: Readonly<Record<string, unknown>> | undefined): Headers =>
  Object.fromEntries(
    Object.entries(payload ?? {}).flatMap(([name, value]) =>
      carried.has(name.toLowerCase()) && typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );

/** What the request that opens a socket says of its client: its language, and who is signed in with the browser whose page opens it. */
export function headersOfOpening(headers: Headers): Headers {
  const { 'accept-language': language, cookie, origin, 'sec-fetch-site': site } = headers;
  return { 'accept-language': language, cookie, origin, 'sec-fetch-site': site };
}
