import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const agencyRules = {
  Query: { agency: allow, agencies: allow },
  Agency: {
    '*': allow,
    units: isReaderOfRecords,
    positions: isReaderOfRecords,
    plans: isReaderOfRecords,
    projects: isReaderOfRecords,
    swotAnalyses: isReaderOfRecords,
    riskRegisters: isReaderOfRecords,
    risks: isReaderOfRecords,
    mitigations: isReaderOfRecords,
    delegationOrders: isReaderOfRecords,
    delegationMeasures: isReaderOfRecords,
    findings: isReaderOfRecords,
  },
  Unit: allow,
  Position: allow,
};
