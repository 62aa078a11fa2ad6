import { RegistryError } from '@registry/schema/base/errors.ts';
import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';

/** Why nobody was signed in: the provider cannot be reached, the person did not go on there, or what came back is not what was asked for. */
export type SignInProblem = 'UNREACHABLE' | 'DECLINED' | 'REFUSED';

/** A sign-in that did not succeed. */
export class SignInFailure extends Error {
  readonly problem: SignInProblem;

  constructor(problem: SignInProblem, options?: ErrorOptions) {
    super(`Sign-in: ${problem}`, options);
    this.name = 'SignInFailure';
    this.problem = problem;
  }

  /** The cause in a sentence, for the log: errors about tokens carry what the tokens say. */
  get reason(): string | null {
    return this.cause instanceof Error ? this.cause.message : null;
  }
}

/** What openid-client says of a provider that answers late, not at all, or with what is no answer. */
const OF_PROVIDER: ReadonlySet<unknown> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

/** What the provider itself answers while it is in trouble (RFC 6749, 4.1.2.1). */
const IN_TROUBLE: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable']);

function problemOf(error: unknown): SignInProblem {
  if (error instanceof AuthorizationResponseError) return IN_TROUBLE.has(error.error) ? 'UNREACHABLE' : 'DECLINED';
  if (error instanceof ResponseBodyError) return error.status >= 500 ? 'UNREACHABLE' : 'REFUSED';
  if (error instanceof RegistryError) return error.code === 'UNAVAILABLE' ? 'UNREACHABLE' : 'REFUSED';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return OF_PROVIDER.has(code) || (error instanceof TypeError && code === undefined) ? 'UNREACHABLE' : 'REFUSED';
}

/** Why a sign-in did not succeed, from what was thrown. */
export const failureOf = (error: unknown): SignInFailure =>
  error instanceof SignInFailure ? error : new SignInFailure(problemOf(error), { cause: error });
