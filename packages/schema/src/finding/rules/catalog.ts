import { dutyRules, fundingRules, powerRules } from './agency.ts';
import { orderRules } from './order.ts';
import { planRules } from './plan.ts';
import { registerRules } from './register.ts';
import type { RuleDomain } from './rule.ts';
import { swotRules } from './swot.ts';

/** Everything that the registry checks by itself. */
export const ruleDomains: readonly RuleDomain[] = [
  planRules,
  swotRules,
  registerRules,
  orderRules,
  fundingRules,
  powerRules,
  dutyRules,
];
