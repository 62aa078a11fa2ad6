import { recordLoader } from '../graphql/loader.ts';

/** An activity by id, for what points to one; null when the viewer may not see it. */
export const activityById = recordLoader((db) => db.integrityActivity);
