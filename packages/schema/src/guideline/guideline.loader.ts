import { recordLoader } from '../graphql/loader.ts';

/** A guideline by id, for what points to one; null when the viewer may not see it. */
export const guidelineById = recordLoader((db) => db.guideline);

/** A result of guidelines by id, likewise. */
export const guidelineResultById = recordLoader((db) => db.guidelineResult);
