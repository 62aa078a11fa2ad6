import { parseCookie, stringifySetCookie } from 'cookie';
import type { Headers } from './headers.ts';

/** What the registry keeps in a browser: who is signed in, and a sign-in that is under way. */
export type CookieName = 'session' | 'sign-in';

export type Cookies = {
  read(headers: Headers, name: CookieName): string | null;
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
  const attributes = (name: CookieName) => {
    const secure = publicUrl().startsWith('https:');
    return {
      name: `${secure ? '__Host-' : ''}registry-${name}`,
      httpOnly: true,
      secure,
      sameSite: 'lax',
      path: '/',
    } as const;
  };
  return {
    read({ cookie }, name) {
      const text = Array.isArray(cookie) ? cookie.join('; ') : cookie;
      return (text && parseCookie(text)[attributes(name).name]) || null;
    },
    keeping: (name, value, seconds) =>
      stringifySetCookie({ ...attributes(name), value, ...(seconds !== undefined && { maxAge: seconds }) }),
    removing: (name) => stringifySetCookie({ ...attributes(name), value: '', maxAge: 0 }),
  };
}
