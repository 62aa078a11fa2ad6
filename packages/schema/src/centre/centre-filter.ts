import type { CityCounts } from '../graphql/limits/list-size.ts';

/** Which agencies and process areas an aggregate is about. */
export type CentreFilter = {
  readonly agencyCodes?: readonly string[] | null;
  readonly agencyKinds?: readonly string[] | null;
  readonly districtGroups?: readonly string[] | null;
  readonly processAreas?: readonly string[] | null;
  readonly includeSamples?: boolean | null;
  readonly includeNotOverseen?: boolean | null;
};

/** How many agencies there can be in an aggregate: all, or those that are named. */
export const agenciesMax = (filter: CentreFilter | null | undefined, { agencies }: CityCounts): number =>
  Math.min(agencies, filter?.agencyCodes?.length ?? agencies);
