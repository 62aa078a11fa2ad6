import { isAdministratorOfAgency, isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const agencyRules = {
  Query: { agency: allow, agencies: allow },
  Mutation: {
    addUnit: isAdministratorOfAgency,
    addUnits: isAdministratorOfAgency,
    editUnit: isAdministratorOfAgency,
    editUnits: isAdministratorOfAgency,
    removeUnit: isAdministratorOfAgency,
    addPosition: isAdministratorOfAgency,
    addPositions: isAdministratorOfAgency,
    editPosition: isAdministratorOfAgency,
    editPositions: isAdministratorOfAgency,
    removePosition: isAdministratorOfAgency,
    declareStatutoryPower: isAdministratorOfAgency,
    declareStatutoryPowers: isAdministratorOfAgency,
    endStatutoryPower: isAdministratorOfAgency,
  },
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
    segregationConflicts: isReaderOfRecords,
    findings: isReaderOfRecords,
    libraryResponses: isReaderOfRecords,
  },
  Unit: allow,
  Position: allow,
};
