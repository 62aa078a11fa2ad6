import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const planRules = {
  Query: { plans: isReaderOfRecords, projects: isReaderOfRecords },
  Plan: allow,
  PlanDimension: allow,
  PlanStatement: allow,
  PrintedFigure: allow,
  Project: allow,
  ProjectStep: allow,
  TargetGroup: allow,
  BudgetLine: allow,
  Indicator: allow,
  ProjectNote: allow,
  ProgressReport: allow,
  ProgressIndicatorValue: allow,
};
