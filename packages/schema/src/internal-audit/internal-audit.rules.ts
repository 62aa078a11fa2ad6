import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const internalAuditRules = {
  Query: {
    internalAudits: isReaderOfRecords,
    internalAuditsGrouped: isReaderOfRecords,
    auditObservations: isReaderOfRecords,
    auditObservationsGrouped: isReaderOfRecords,
  },
  InternalAudit: allow,
  AuditObservation: allow,
};
