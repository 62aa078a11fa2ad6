import { recordLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** A finding by id, for what points to one; null when the viewer may not see it. */
export const findingById = recordLoader((context, selection, ids) =>
  agencyDb(context).finding.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);
