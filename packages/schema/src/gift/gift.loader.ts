import { recordLoader } from '../graphql/loader.ts';

/** A gift report by id, for what points to one; null when the viewer may not see it. */
export const giftReportById = recordLoader((db) => db.giftReport);
