import { recordLoader } from '../graphql/loader.ts';

/** A plan by id, for records that point to one; null when the viewer may not see it. */
export const planById = recordLoader((db) => db.plan);

/** A project by id, for records that point to one; null when the viewer may not see it. */
export const projectById = recordLoader((db) => db.project);
