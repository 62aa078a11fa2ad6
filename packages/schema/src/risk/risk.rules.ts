import { isEditorOfAgency, isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const riskRules = {
  Query: { riskRegisters: isReaderOfRecords, risks: isReaderOfRecords, mitigations: isReaderOfRecords },
  Mutation: { assessRisk: isEditorOfAgency },
  AssessRiskPayload: allow,
  RiskRegister: allow,
  Risk: allow,
  RiskCause: allow,
  Assessment: allow,
  Control: allow,
  Mitigation: allow,
  Acceptance: allow,
};
