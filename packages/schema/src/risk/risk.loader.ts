import { recordLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** A register by id, for records that point to one; null when the viewer may not see it. */
export const registerById = recordLoader((context, selection, ids) =>
  agencyDb(context).riskRegister.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);

/** A risk by id, for records that point to one; null when the viewer may not see it. */
export const riskById = recordLoader((context, selection, ids) =>
  agencyDb(context).risk.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);

/** A mitigation by id, for records that point to one; null when the viewer may not see it. */
export const mitigationById = recordLoader((context, selection, ids) =>
  agencyDb(context).mitigation.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);
