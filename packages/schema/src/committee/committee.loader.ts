import { recordLoader } from '../graphql/loader.ts';

/** A committee by id, for what points to one; null when the viewer may not see it. */
export const committeeById = recordLoader((db) => db.committee);
