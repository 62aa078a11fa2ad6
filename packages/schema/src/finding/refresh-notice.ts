import type { CheckedModel } from '../tenancy/derivation.ts';

/** The notices between instances of the registry about the findings of an agency. */
export type RefreshNotice = {
  readonly agencyId: string;
  /** Records that acts have changed; their findings are due. */
  readonly changed: readonly (readonly [id: string, model: CheckedModel])[];
  /** Records whose findings are up to date again. */
  readonly refreshed: readonly string[];
};
