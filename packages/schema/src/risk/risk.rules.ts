import { isApproverOfAgency, isCentre, isEditorOfAgency, isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const riskRules = {
  Query: { riskRegisters: isReaderOfRecords, risks: isReaderOfRecords, mitigations: isReaderOfRecords },
  Mutation: {
    assessRisk: isEditorOfAgency,
    assessRisks: isEditorOfAgency,
    submitRiskRegister: isApproverOfAgency,
    returnRiskRegister: isCentre,
    reviseRiskRegister: isEditorOfAgency,
    approveRiskRegister: isCentre,
    approveRiskRegisters: isCentre,
    publishRiskRegister: isApproverOfAgency,
    amendRiskRegister: isApproverOfAgency,
    closeRiskRegister: isApproverOfAgency,
  },
  RiskRegister: allow,
  Risk: allow,
  RiskCause: allow,
  Assessment: allow,
  Control: allow,
  Mitigation: allow,
  Acceptance: allow,
};
