import { isKeeperOfMembers, isReaderOfPeople, isReaderOfRecords } from '../access/access.rules.ts';
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
    yearReports: isReaderOfRecords,
    guidelines: isReaderOfRecords,
    indicatorResults: isReaderOfRecords,
    riskRegisters: isReaderOfRecords,
    risks: isReaderOfRecords,
    mitigations: isReaderOfRecords,
    delegationOrders: isReaderOfRecords,
    delegationMeasures: isReaderOfRecords,
    actingAppointments: isReaderOfRecords,
    segregationConflicts: isReaderOfRecords,
    findings: isReaderOfRecords,
    libraryResponses: isReaderOfRecords,
    members: isReaderOfPeople,
    serviceKeys: isKeeperOfMembers,
  },
  Oversight: allow,
  Unit: allow,
  Position: allow,
};
