import { isCentre, isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const findingRules = {
  Query: {
    findings: isReaderOfRecords,
    findingsGrouped: isReaderOfRecords,
    findingRules: allow,
    crossAgencyFindings: isCentre,
  },
  Finding: allow,
  CrossAgencyFinding: allow,
  CrossAgencyEvidence: allow,
  FindingRule: allow,
};
