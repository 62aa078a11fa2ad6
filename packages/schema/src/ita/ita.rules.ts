import { allow } from '../access/shield.ts';

export const itaRules = {
  Query: { itaRuleSets: allow, itaRuleSet: allow },
  ItaRuleSet: allow,
  ItaInstrument: allow,
  ItaIndicator: allow,
  ItaGradeBand: allow,
};
