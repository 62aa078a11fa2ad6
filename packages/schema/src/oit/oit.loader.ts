import { recordLoader } from '../graphql/loader.ts';

/** An item of the OIT by id, for what points to one; null when the viewer may not see it. */
export const oitItemById = recordLoader((db) => db.oitItem);
