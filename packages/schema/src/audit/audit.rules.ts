import { isReaderOfHistory } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const auditRules = {
  Query: { auditTrail: isReaderOfHistory },
  AuditEntry: allow,
  AuditChange: allow,
  // Whatever record has a trail: who reads the record does not thereby read its history.
  '*': { auditTrail: isReaderOfHistory },
};
