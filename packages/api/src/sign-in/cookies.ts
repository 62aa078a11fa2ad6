import { parseCookie, stringifySetCookie } from 'cookie';
import { type AttemptName, isAttemptName } from './attempt.ts';
import type { Headers } from './headers.ts';

/** What the registry keeps in a browser: who is signed in, and each sign-in that is under way. */
export type CookieName = 'session' | AttemptName;

export type Cookies = {
  read(headers: Headers, name: CookieName): string | null;
  /** The sign-ins that are under way in a browser. */
  attempts(headers: Headers): readonly AttemptName[];
  /** The header `Set-Cookie` that keeps a value; without a number of seconds, for as long as the browser is open. */
  keeping(name: CookieName, value: string, seconds?: number): string;
  /** The header that removes it. */
  removing(name: CookieName): string;
};

/**
 * Cookies that no script reads and no other host sets. `__Host-` has browsers see to the latter, but needs HTTPS, which there is everywhere but
 * on this machine itself. They come along when another site leads here, as the identity provider does; what they allow is asked by own pages.
 */
export function cookiesOf(publicUrl: () => string): Cookies {
  const isSecure = () => publicUrl().startsWith('https:');
  const prefix = () => `${isSecure() ? '__Host-' : ''}registry-`;
  const attributes = (name: CookieName) =>
    ({ name: prefix() + name, httpOnly: true, secure: isSecure(), sameSite: 'lax', path: '/' }) as const;
  const sent = ({ cookie }: Headers): Readonly<Record<string, string | undefined>> =>
    parseCookie((Array.isArray(cookie) ? cookie.join('; ') : cookie) ?? '');
  return {
    read: (headers, name) => sent(headers)[attributes(name).name] || null,
    attempts(headers) {
      const own = Object.keys(sent(headers)).filter((name) => name.startsWith(prefix()));
      return own.map((name) => name.slice(prefix().length)).filter(isAttemptName);
    },
    keeping: (name, value, seconds) =>
      stringifySetCookie({ ...attributes(name), value, ...(seconds !== undefined && { maxAge: seconds }) }),
    removing: (name) => stringifySetCookie({ ...attributes(name), value: '', maxAge: 0 }),
  };
}
