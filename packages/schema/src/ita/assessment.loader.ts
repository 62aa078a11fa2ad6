import { recordLoader } from '../graphql/loader.ts';

/** An assessment by id, for what points to one; null when the viewer may not see it. */
export const itaAssessmentById = recordLoader((db) => db.itaAssessment);
