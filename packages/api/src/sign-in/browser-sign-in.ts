import type { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import type { JWTVerifyGetKey } from 'jose';
import type { BrowserSignInConfig, IdentityProvider } from '../config.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { type Cookies, cookiesOf } from './cookies.ts';
import { OidcClient } from './oidc-client.ts';
import { type SessionOfRequest, sessionReader } from './session-of-request.ts';

/** What it takes to sign in with a browser. */
export type BrowserSignIn = {
  readonly clients: readonly OidcClient[];
  readonly sessions: BrowserSessions;
  readonly cookies: Cookies;
  readonly sessionOfRequest: SessionOfRequest;
  /** Where people open the registry: an origin. */
  readonly publicUrl: () => string;
};

type Options = BrowserSignInConfig & {
  readonly providers: readonly (IdentityProvider & { readonly keys: JWTVerifyGetKey })[];
  readonly tenancy: Tenancy;
  /** Where the server listens: no request says where it is. */
  readonly listeningAt: () => string;
};

/** Sign-in with a browser at the providers that know the registry as a client; null where none does. */
export function openBrowserSignIn({
  providers,
  tenancy,
  limits,
  publicUrl,
  listeningAt,
}: Options): BrowserSignIn | null {
  const clients = providers.flatMap(({ keys, ...provider }) =>
    provider.client ? [new OidcClient({ provider, client: provider.client, keys })] : [],
  );
  if (clients.length === 0) return null;
  const address = () => publicUrl ?? listeningAt();
  const sessions = new BrowserSessions(tenancy, limits);
  const cookies = cookiesOf(address);
  const sessionOfRequest = sessionReader({ sessions, cookies, publicUrl: address });
  return { clients, sessions, cookies, sessionOfRequest, publicUrl: address };
}
