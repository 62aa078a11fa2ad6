import { recordLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** A SWOT analysis by id, for records that point to one; null when the viewer may not see it. */
export const swotAnalysisById = recordLoader((context, selection, ids) =>
  agencyDb(context).swotAnalysis.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);

/** A SWOT item by id, for risks that point to one; null when the viewer may not see it. */
export const swotItemById = recordLoader((context, selection, ids) =>
  agencyDb(context).swotItem.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);
