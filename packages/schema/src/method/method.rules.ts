import { allow } from '../access/shield.ts';

export const methodRules = {
  Query: { riskMethods: allow, riskMethod: allow },
  RiskMethod: allow,
  RiskMethodLevel: allow,
  RiskScalePoint: allow,
  RiskMethodCell: allow,
};
