import { recordLoader } from '../graphql/loader.ts';

/** A SWOT analysis by id, for records that point to one; null when the viewer may not see it. */
export const swotAnalysisById = recordLoader((db) => db.swotAnalysis);

/** A SWOT item by id, for risks that point to one; null when the viewer may not see it. */
export const swotItemById = recordLoader((db) => db.swotItem);
