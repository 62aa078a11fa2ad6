import { RegistryError } from '@registry/schema/base/errors.ts';
import type { Viewer } from '@registry/schema/base/viewer.logic.ts';
import type { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import {
  type ContextOf,
  type RequestContext,
  type SignedInContext,
  unknownAccount,
} from '../sign-in/create-context.ts';
import type { Headers } from '../sign-in/headers.ts';
import type { Requester } from './admission.ts';
import { addressKey } from './client-address.ts';
import type { Allowance, RateLimits } from './rate-limit.ts';

/** Signs requests in, and counts them against the rate limits. */
export type RequestGuard = {
  /** The context of a request; a token that is not good counts against the address that sent it. */
  signIn(headers: Headers, ip: string, deadline: RequestDeadline): Promise<RequestContext>;
  /** The same, and whom the registry does not know is met as a stranger: it may accept an invitation. */
  meet(headers: Headers, ip: string, deadline: RequestDeadline): Promise<RequestContext>;
  /** Counts a request for the account that signed in, or for the address of the public. */
  count(viewer: Viewer, ip: string): Promise<Allowance>;
};

export function createRequestGuard(contextOf: ContextOf, limits: RateLimits): RequestGuard {
  const counted = async (ip: string, signingIn: Promise<SignedInContext>): Promise<RequestContext> => {
    try {
      const context = await signingIn;
      return { ...context, requester: requesterFrom(context.viewer, ip) };
    } catch (error) {
      // A good token is accepted even then, so that others behind the same address cannot lock anybody out.
      if (error instanceof RegistryError && error.code === 'UNAUTHENTICATED') await limits.refusedToken(addressKey(ip));
      throw error;
    }
  };
  const known = async (signingIn: Promise<SignedInContext>): Promise<SignedInContext> => {
    const context = await signingIn;
    if (context.isStranger) throw unknownAccount();
    return context;
  };
  return {
    signIn: (headers, ip, deadline) => counted(ip, known(contextOf(headers, deadline, false))),
    meet: (headers, ip, deadline) => counted(ip, contextOf(headers, deadline, true)),
    count: (viewer, ip) => limits.client(accountOf(viewer, ip)),
  };
}

const accountOf = ({ account }: Viewer, ip: string): string => account?.id ?? addressKey(ip);

/** Members of one agency share what it may take; a city account and an address of the public each stand for themselves. */
export function requesterFrom(viewer: Viewer, ip: string): Requester {
  const account = accountOf(viewer, ip);
  return { agency: viewer.agency?.id ?? account, account };
}
