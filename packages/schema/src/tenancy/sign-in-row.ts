import type { Viewer } from '../base/viewer.logic.ts';

/** A role of an account that signs in, and where it is held. */
export type SignInRow = {
  accountId: string;
  name: string;
  role: Viewer['roles'][number] | null;
  agencyId: string | null;
  agencyCode: string | null;
};
