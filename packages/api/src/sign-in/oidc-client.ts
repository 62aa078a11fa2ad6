import type { EndedAtProvider } from '@registry/schema/tenancy/browser-sessions.ts';
import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
} from 'openid-client';
import type { IdentityProvider } from '../config.ts';
import type { Attempt } from './attempt.ts';
import { withoutSlash } from './authenticate.ts';
import type { SignedIn } from './browser-sessions.ts';
import { ALGORITHMS } from './oidc-issuer.ts';
import { failureOf, SignInFailure } from './sign-in-failure.ts';

const REACH_SECONDS = 5;
/** The one event of a logout token (OpenID Connect Back-Channel Logout 1.0, 2.4). */
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const LOGOUT_AGE_MAX = '5m';

type Options = {
  readonly provider: IdentityProvider;
  readonly client: NonNullable<IdentityProvider['client']>;
  /** The keys with which the provider signs. */
  readonly keys: JWTVerifyGetKey;
};

/** The registry as a client of one provider, where people sign in by the authorization code flow with PKCE. */
export class OidcClient {
  readonly provider: IdentityProvider;
  /** The issuer as accounts know it. */
  readonly issuer: string;
  readonly #client: Options['client'];
  readonly #keys: JWTVerifyGetKey;
  #discovered: Promise<Configuration> | undefined;

  constructor({ provider, client, keys }: Options) {
    this.provider = provider;
    this.issuer = withoutSlash(provider.issuer);
    this.#client = client;
    this.#keys = keys;
  }

  /** What the provider says of itself; asked again when it could not be reached. */
  #configuration(): Promise<Configuration> {
    const { id, secret } = this.#client;
    const server = new URL(this.provider.issuer);
    const execute = server.protocol === 'http:' ? [allowInsecureRequests] : [];
    this.#discovered ??= discovery(server, id, secret ?? undefined, undefined, {
      timeout: REACH_SECONDS,
      execute,
    }).catch((cause) => {
      this.#discovered = undefined;
      throw new SignInFailure('UNREACHABLE', { cause });
    });
    return this.#discovered;
  }

  /** Where the browser goes to sign in. */
  async authorizationUrl({ state, nonce, codeVerifier }: Attempt, redirectUri: string): Promise<string> {
    const configuration = await this.#configuration();
    return buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid',
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    }).href;
  }

  /** Who has signed in, from the address to which the provider sent the browser back. */
  async finish(address: URL, { state, nonce, codeVerifier }: Attempt): Promise<SignedIn> {
    const configuration = await this.#configuration();
    try {
      const { id_token: idToken } = await authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      if (idToken === undefined) throw new SignInFailure('REFUSED');
      const { sub, sid } = await this.#verified(idToken, configuration, {});
      if (!sub) throw new SignInFailure('REFUSED');
      return { issuer: this.issuer, subject: sub, providerSession: typeof sid === 'string' ? sid : null, idToken };
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** Where the browser goes to sign out at the provider too; null where it offers none, or cannot be reached. */
  async endSessionUrl(idToken: string | null, afterwards: string): Promise<string | null> {
    const configuration = await this.#configuration().catch(() => null);
    if (!configuration?.serverMetadata().end_session_endpoint) return null;
    const asked = new URLSearchParams({ post_logout_redirect_uri: afterwards });
    if (idToken !== null) asked.set('id_token_hint', idToken);
    return buildEndSessionUrl(configuration, asked).href;
  }

  /** What a logout token of the provider ends; refused where it is not one. */
  async ended(logoutToken: string): Promise<EndedAtProvider> {
    const configuration = await this.#configuration();
    try {
      const { sub, sid, events, nonce } = await this.#verified(logoutToken, configuration, {
        maxTokenAge: LOGOUT_AGE_MAX,
      });
      const isOfLogout = typeof events === 'object' && events !== null && LOGOUT_EVENT in events && nonce === undefined;
      const [subject, providerSession] = [sub ?? null, typeof sid === 'string' ? sid : null];
      if (!isOfLogout || (subject === null && providerSession === null)) throw new SignInFailure('REFUSED');
      return { issuer: this.issuer, subject, providerSession };
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** What a token says that this provider signed for this client. */
  async #verified(token: string, configuration: Configuration, more: { readonly maxTokenAge?: string }) {
    const { payload } = await jwtVerify(token, this.#keys, {
      issuer: configuration.serverMetadata().issuer,
      audience: this.#client.id,
      algorithms: [...ALGORITHMS],
      requiredClaims: ['iat'],
      clockTolerance: 5,
      ...more,
    });
    return payload;
  }
}
