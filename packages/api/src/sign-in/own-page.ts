import type { Headers } from './headers.ts';

/**
 * Whether a browser says that a page of the registry itself asks: the only one whose cookie counts. Browsers send `Sec-Fetch-Site` or `Origin`
 * with whatever a page asks for, and let no page choose them.
 */
export function isAskedByOwnPage(headers: Headers, publicUrl: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined ? site === 'same-origin' : origin === publicUrl;
}
