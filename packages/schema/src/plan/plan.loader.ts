import { recordLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** A plan by id, for records that point to one; null when the viewer may not see it. */
export const planById = recordLoader((context, selection, ids) =>
  agencyDb(context).plan.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);

/** A project by id, for records that point to one; null when the viewer may not see it. */
export const projectById = recordLoader((context, selection, ids) =>
  agencyDb(context).project.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);
