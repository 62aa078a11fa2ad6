import { recordLoader } from '../../graphql/loader.ts';

/** A comment of the centre by id, for what points to one; null when the viewer may not see it. */
export const reviewCommentById = recordLoader((db) => db.reviewComment);
