import type { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { TokenIssuer } from './authenticate.ts';
import { type BrowserSignIn, openBrowserSignIn } from './browser-sign-in.ts';
import { issuersOfTokens, keysOfProvider } from './oidc-issuer.ts';

type Parts = {
  /** Who issues tokens to personas; undefined where there are none. */
  readonly demo: TokenIssuer | undefined;
  readonly tenancy: Tenancy;
  readonly logger: Logger;
  /** Where the server listens. */
  readonly listeningAt: () => string;
};

/** The ways in: whose tokens are accepted, and sign-in with a browser, which is null where no provider knows the registry as a client. */
export function openSignIn(
  { identityProviders, browserSignIn }: Pick<Config, 'identityProviders' | 'browserSignIn'>,
  { demo, tenancy, logger, listeningAt }: Parts,
): { readonly issuers: readonly TokenIssuer[]; readonly browserSignIn: BrowserSignIn | null } {
  const providers = identityProviders.map((each) => ({ ...each, keys: keysOfProvider(each.issuer, logger) }));
  return {
    issuers: [...(demo ? [demo] : []), ...issuersOfTokens(providers)],
    browserSignIn: openBrowserSignIn({ ...browserSignIn, providers, tenancy, listeningAt }),
  };
}
