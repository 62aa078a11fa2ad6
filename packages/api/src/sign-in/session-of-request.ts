import type { Identity } from '@registry/schema/tenancy/sign-in-row.ts';
import type { BrowserSessions } from './browser-sessions.ts';
import type { Cookies } from './cookies.ts';
import type { Headers } from './headers.ts';
import { isAskedByOwnPage } from './own-page.ts';

/** Who is signed in by the cookie of a request; null where it has none, or where the cookie does not count. */
export type SessionOfRequest = (headers: Headers, isUse: boolean) => Promise<Identity | null>;

type Parts = { readonly sessions: BrowserSessions; readonly cookies: Cookies; readonly publicUrl: () => string };

/** A cookie counts only where a page of the registry itself asks: pages of other sites, which browsers may send it for, are the public. */
export const sessionReader =
  ({ sessions, cookies, publicUrl }: Parts): SessionOfRequest =>
  async (headers, isUse) => {
    const token = cookies.read(headers, 'session');
    return token !== null && isAskedByOwnPage(headers, publicUrl()) ? sessions.identityOf(token, isUse) : null;
  };
