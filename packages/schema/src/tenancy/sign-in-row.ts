import type { Viewer } from '../base/viewer.logic.ts';

/** Who a token names: a subject, and the issuer at which it means somebody; the issuer is empty for personas, whom no provider knows. */
export type Identity = { readonly issuer: string; readonly subject: string };

/** A role of an account that signs in, and where it is held. */
export type SignInRow = {
  accountId: string;
  name: string;
  /** The issuer to which the account is bound; empty when it has not signed in yet. */
  issuer: string;
  role: Viewer['roles'][number] | null;
  agencyId: string | null;
  agencyCode: string | null;
};
