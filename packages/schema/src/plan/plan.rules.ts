import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const planRules = {
  Query: {
    plans: isReaderOfRecords,
    projects: isReaderOfRecords,
    projectsGrouped: isReaderOfRecords,
    budgetLines: isReaderOfRecords,
    budgetLinesGrouped: isReaderOfRecords,
  },
  Plan: allow,
  PlanDimension: allow,
  PlanStatement: allow,
  PrintedFigure: allow,
  Project: allow,
  ProjectObjective: allow,
  ProjectStep: allow,
  TargetGroup: allow,
  BudgetLine: allow,
  Indicator: allow,
  ProjectNote: allow,
  Spending: allow,
  PlanSum: allow,
  IndicatorResult: allow,
  ReportDue: allow,
  ProgressReport: allow,
  ProgressIndicatorValue: allow,
};
