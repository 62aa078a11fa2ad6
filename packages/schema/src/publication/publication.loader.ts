import { recordLoader } from '../graphql/loader.ts';

/** A public item by id, for what points to one; null when the viewer may not see it. */
export const publicItemById = recordLoader((db) => db.publicItem);
