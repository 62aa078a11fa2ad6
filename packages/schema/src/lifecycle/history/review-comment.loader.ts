import { recordLoader } from '../../graphql/loader.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';

/** A comment of the centre by id, for what points to one; null when the viewer may not see it. */
export const reviewCommentById = recordLoader((context, selection, ids) =>
  agencyDb(context).reviewComment.findMany({ ...selection, where: { id: { in: [...ids] } } }),
);
