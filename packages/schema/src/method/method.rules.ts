import { isCityAdministrator } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const methodRules = {
  Query: { riskMethods: allow, riskMethod: allow },
  Mutation: { addRiskMethod: isCityAdministrator },
  RiskMethod: allow,
  RiskMethodLevel: allow,
  RiskScalePoint: allow,
  RiskMethodCell: allow,
};
