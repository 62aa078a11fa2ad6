import { recordLoader } from '../graphql/loader.ts';

/** A register by id, for records that point to one; null when the viewer may not see it. */
export const registerById = recordLoader((db) => db.riskRegister);

/** A risk by id, for records that point to one; null when the viewer may not see it. */
export const riskById = recordLoader((db) => db.risk);

/** A mitigation by id, for records that point to one; null when the viewer may not see it. */
export const mitigationById = recordLoader((db) => db.mitigation);
