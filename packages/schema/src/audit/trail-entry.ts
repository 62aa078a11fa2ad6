import type { AuditRow } from '../tenancy/audit-trail.ts';

/** An entry as it is shown; where its values are not, `fields` names the columns that were changed. */
export type TrailEntry = Omit<AuditRow, 'previousHash'> & { readonly fields?: readonly string[] };
