import { recordLoader } from '../graphql/loader.ts';

/** A risk of the library by id, for what points to one; null when the viewer may not see it. */
export const libraryRiskById = recordLoader((db) => db.libraryRisk);
