import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const riskRules = {
  Query: {
    riskRegisters: isReaderOfRecords,
    risks: isReaderOfRecords,
    risksGrouped: isReaderOfRecords,
    mitigations: isReaderOfRecords,
    mitigationsGrouped: isReaderOfRecords,
  },
  RiskRegister: allow,
  Risk: allow,
  AreaWithoutRisk: allow,
  RiskCause: allow,
  Assessment: allow,
  Control: allow,
  Mitigation: allow,
  Acceptance: allow,
  RegisterMatrix: allow,
  RegisterMatrixCell: allow,
  RegisterUnderMethod: allow,
  RiskUnderMethod: allow,
  LevelTransition: allow,
  AssessmentPoint: allow,
  YearChange: allow,
};
