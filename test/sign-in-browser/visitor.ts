import type { Answer } from '../kit/client.ts';

export type Seen = { readonly status: number; readonly url: string; readonly headers: Headers; readonly body: string };

type Sent = { readonly form?: Readonly<Record<string, string>>; readonly follow?: boolean };

/** A browser without a window: it keeps cookies, follows redirects, and asks as the pages of the registry do. */
export function visitor(publicUrl: string, at: string = publicUrl) {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  const keep = (headers: Headers): void => {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line) || value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
  };

  const visit = async (address: string, { form, follow = true }: Sent = {}): Promise<Seen> => {
    const url = new URL(address, publicUrl).href;
    const response = await fetch(url.replace(publicUrl, at), {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: cookie(), accept: 'text/html' },
      body: form ? new URLSearchParams(form) : null,
    });
    keep(response.headers);
    const location = response.headers.get('location');
    if (location !== null && follow) return visit(new URL(location, url).href);
    return { status: response.status, url, headers: response.headers, body: await response.text() };
  };

  const post = async (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(at + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        origin: publicUrl,
        'sec-fetch-site': 'same-origin',
        cookie: cookie(),
        ...headers,
      },
      body: JSON.stringify(body),
    });
    keep(response.headers);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  return {
    cookies,
    visit,
    post,
    /** From the address of sign-in to the page of the registry that comes after it, or to what the provider or the registry says instead. */
    async signIn(subject: string, address = '/sign-in', follow = true): Promise<Seen> {
      const login = await visit(address);
      const consent = await visit(login.url, { form: { prompt: 'login', login: subject, password: 'any' } });
      return consent.url.startsWith(publicUrl) ? consent : visit(consent.url, { form: { prompt: 'consent' }, follow });
    },
    /** Asks as a page of the registry does, where `headers` do not say otherwise. */
    async ask(query: string, variables = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
      const { status, headers: answered, text } = await post('/graphql', { query, variables }, headers);
      const { data = null, errors = [], extensions = {} } = JSON.parse(text);
      return { status, data, errors, extensions, text, headers: Object.fromEntries(answered) };
    },
    /** What the registry tells its pages of who is signed in. */
    async session(): Promise<any> {
      const response = await fetch(`${at}/sign-in/session`, {
        headers: { cookie: cookie(), 'sec-fetch-site': 'same-origin' },
      });
      keep(response.headers);
      return response.json();
    },
  };
}

export type Visitor = ReturnType<typeof visitor>;

/** The cookie of a session where there is no HTTPS. */
export const SESSION = 'registry-session';

/** Somebody who has signed in with a browser, and is back at the first page. */
export async function signedInAt(publicUrl: string, subject = 'editor'): Promise<Visitor> {
  const person = visitor(publicUrl);
  const { url } = await person.signIn(subject);
  if (url !== `${publicUrl}/`) throw new Error(`Signing in ended at ${url}.`);
  return person;
}
