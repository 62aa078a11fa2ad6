import type { OwningModel } from '../tenancy/derivation.ts';

/** What the instances of the registry tell each other about the findings of an agency. */
export type RefreshNotice = {
  readonly agencyId: string;
  /** Records that acts have changed; their findings are due. */
  readonly changed: readonly (readonly [id: string, model: OwningModel])[];
  /** Records whose findings are up to date again. */
  readonly refreshed: readonly string[];
};
