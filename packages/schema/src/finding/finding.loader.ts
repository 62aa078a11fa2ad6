import { recordLoader } from '../graphql/loader.ts';

/** A finding by id, for what points to one; null when the viewer may not see it. */
export const findingById = recordLoader((db) => db.finding);
