import { isApproverOfAgency, isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const findingRules = {
  Query: { findings: isReaderOfRecords, findingRules: allow },
  Mutation: {
    dismissFinding: isApproverOfAgency,
    dismissFindings: isApproverOfAgency,
    reopenFinding: isApproverOfAgency,
    acknowledgeFinding: isApproverOfAgency,
    resolveFinding: isApproverOfAgency,
  },
  Finding: allow,
  FindingRule: allow,
};
