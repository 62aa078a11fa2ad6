import { recordLoader } from '../core/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** A delegation order by id, for records that point to one; null when the viewer may not see it. */
export const delegationOrderById = recordLoader((context, selection, ids) =>
  agencyDb(context).delegationOrder.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);

/** A delegated power by id, for records that point to one; null when the viewer may not see it. */
export const delegatedPowerById = recordLoader((context, selection, ids) =>
  agencyDb(context).delegatedPower.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);
