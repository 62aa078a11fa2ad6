import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const delegationRules = {
  Query: {
    delegationOrders: isReaderOfRecords,
    delegationOrdersGrouped: isReaderOfRecords,
    actingAppointments: isReaderOfRecords,
    authority: isReaderOfRecords,
  },
  DelegationOrder: allow,
  ActingAppointment: allow,
  DelegatedPower: allow,
  StatutoryPower: allow,
  MonthlyReport: allow,
  ExpectedMonthlyReport: allow,
  IssueProblem: allow,
  PowerUse: allow,
  AuthorityAnswer: allow,
  AuthorityStep: allow,
  HeldPower: allow,
  SegregationConflict: allow,
  SegregationSide: allow,
  DelegationMeasure: allow,
  DelegationChain: allow,
  DelegationDuty: allow,
};
