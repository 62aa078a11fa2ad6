import { recordLoader } from '../graphql/loader.ts';

/** An internal audit by id, for what points to one; null when the viewer may not see it. */
export const internalAuditById = recordLoader((db) => db.internalAudit);

/** An observation of an internal audit by id; null when the viewer may not see it. */
export const auditObservationById = recordLoader((db) => db.auditObservation);
