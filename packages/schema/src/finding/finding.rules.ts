import { isApproverOfAgency, isCentre, isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const findingRules = {
  Query: { findings: isReaderOfRecords, findingRules: allow, crossAgencyFindings: isCentre },
  Mutation: {
    dismissFinding: isApproverOfAgency,
    dismissFindings: isApproverOfAgency,
    reopenFinding: isApproverOfAgency,
    acknowledgeFinding: isApproverOfAgency,
    resolveFinding: isApproverOfAgency,
  },
  Finding: allow,
  CrossAgencyFinding: allow,
  CrossAgencyEvidence: allow,
  FindingRule: allow,
};
