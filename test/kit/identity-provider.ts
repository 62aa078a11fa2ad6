import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { freePort } from './debian-postgres.ts';

const CLIENT = 'front-end';
const SECRET = 'secret-of-the-front-end';
const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-in-all';

export type Tokens = { readonly accessToken: string; readonly idToken: string };

/** The registry as a client, where people sign in with a browser. */
const PAGES = { id: 'registry-pages', secret: 'secret-of-the-registry' };

export type IdentityProvider = {
  readonly issuer: string;
  readonly client: typeof PAGES;
  /** From now on it signs with another key, and no longer publishes the one before. */
  rotateKeys(): Promise<void>;
  /** What a front end gets when the person behind a subject has signed in. */
  signIn(subject: string): Promise<Tokens>;
  stop(): Promise<void>;
};

/** A browser, as far as signing in needs one: it keeps cookies and follows redirects within the provider. */
function browser(issuer: string, callback: string) {
  const cookies = new Map<string, string>();
  const visit = async (
    url: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ url: string; body: string }> => {
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      body: form ? new URLSearchParams(form) : null,
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return { url, body: await response.text() };
    const next = new URL(location, issuer).href;
    return next.startsWith(callback) ? { url: next, body: '' } : visit(next);
  };
  return visit;
}

/** The package warns of what is only for trying out; here it is meant. */
async function withoutWarnings<Result>(work: () => Promise<Result>): Promise<Result> {
  const { warn, info } = console;
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, info });
  }
}

/** What is registered for the registry at `publicUrl`. */
const pagesAt = (publicUrl: string) => ({
  client_id: PAGES.id,
  client_secret: PAGES.secret,
  redirect_uris: [`${publicUrl}/sign-in/callback`],
  post_logout_redirect_uris: [`${publicUrl}/`],
  backchannel_logout_uri: `${publicUrl}/sign-in/back-channel`,
  backchannel_logout_session_required: true,
  application_type: 'web',
});

async function signingKey(kid: string) {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid };
}

type Options = {
  /** Where the registry's pages are, for which people sign in. */
  readonly publicUrl?: string;
  readonly port?: number;
};

/** A certified OpenID Connect provider on this machine, which issues access tokens as JWT for one audience. */
export async function startIdentityProvider(
  audience: string,
  { publicUrl, port: wanted }: Options = {},
): Promise<IdentityProvider> {
  const port = wanted ?? (await freePort());
  const issuer = `http://127.0.0.1:${port}`;
  const callback = 'http://127.0.0.1/signed-in';
  const resource = `urn:${audience}`;
  const configuration = {
    clients: [
      { client_id: CLIENT, client_secret: SECRET, redirect_uris: [callback], application_type: 'web' },
      ...(publicUrl === undefined ? [] : [pagesAt(publicUrl)]),
    ],
    cookies: { keys: ['a key of the test'] },
    ttl: { AccessToken: 600, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
    // By itself it sends nothing to addresses of this machine, where the registry is.
    fetch: (url: string, { dispatcher: _guarded, ...options }: RequestInit & { dispatcher?: unknown }) =>
      fetch(url, options),
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
    features: {
      devInteractions: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        logoutSource: (context: { body: string }, form: string) =>
          Object.assign(context, {
            body: `${form}<button form="op.logoutForm" name="logout" value="yes">Yes</button>`,
          }),
        postLogoutSuccessSource: (context: { body: string }) => Object.assign(context, { body: 'Signed out.' }),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: 'registry', audience, accessTokenFormat: 'jwt' }),
      },
    },
  };
  const answering = (kid: string) =>
    withoutWarnings(async () => {
      const { Provider } = await import('oidc-provider');
      return new Provider(issuer, { ...configuration, jwks: { keys: [await signingKey(kid)] } }).callback();
    });
  let answer = await answering('one');
  const server = createServer((request, response) => answer(request, response)).listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  const discovered = async () =>
    (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as {
      authorization_endpoint: string;
      token_endpoint: string;
    };

  return {
    issuer,
    client: PAGES,
    async rotateKeys() {
      answer = await answering('two');
    },
    async signIn(subject) {
      const { authorization_endpoint, token_endpoint } = await discovered();
      const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(VERIFIER))).toString('base64url');
      const asked = new URLSearchParams({
        client_id: CLIENT,
        response_type: 'code',
        redirect_uri: callback,
        scope: 'openid registry',
        resource,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      });
      const visit = browser(issuer, callback);
      let page = await visit(`${authorization_endpoint}?${asked}`);
      page = await visit(page.url, { prompt: 'login', login: subject, password: 'any' });
      if (!page.url.startsWith(callback)) page = await visit(page.url, { prompt: 'consent' });
      const code = new URL(page.url).searchParams.get('code');
      if (!code) throw new Error(`The provider answered ${page.url}: ${page.body}`);
      const response = await fetch(token_endpoint, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${CLIENT}:${SECRET}`).toString('base64')}` },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code,
          redirect_uri: callback,
          code_verifier: VERIFIER,
          resource,
        }),
      });
      const { access_token: accessToken, id_token: idToken } = (await response.json()) as any;
      return { accessToken, idToken };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
