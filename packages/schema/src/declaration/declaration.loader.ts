import { recordLoader } from '../graphql/loader.ts';

/** A declaration by id, for records that point to one; null when the viewer may not see it. */
export const declarationById = recordLoader((db) => db.declaration);
