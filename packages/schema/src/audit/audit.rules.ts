import { isReaderOfHistory } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const auditRules = {
  Query: { auditTrail: isReaderOfHistory },
  AuditEntry: allow,
  AuditChange: allow,
  // Permission to read a record does not include its history.
  '*': { auditTrail: isReaderOfHistory },
};
