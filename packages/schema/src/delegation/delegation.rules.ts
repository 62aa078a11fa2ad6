import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const delegationRules = {
  Query: { delegationOrders: isReaderOfRecords },
  DelegationOrder: allow,
  DelegatedPower: allow,
  StatutoryPower: allow,
  MonthlyReport: allow,
  PowerUse: allow,
  DelegationMeasure: allow,
  DelegationChain: allow,
  DelegationDuty: allow,
};
