import { recordLoader } from '../core/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** A delegation order by id, for records that point to one; null when the viewer may not see it. */
export const delegationOrderById = recordLoader((context, selection, ids) =>
  agencyDb(context).delegationOrder.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);
