import { recordLoader } from '../graphql/loader.ts';

/** A year report by id, for records that point to one; null when the viewer may not see it. */
export const yearReportById = recordLoader((db) => db.yearReport);

/** An item of a year report by id; null when the viewer may not see it. */
export const yearReportItemById = recordLoader((db) => db.yearReportItem);
