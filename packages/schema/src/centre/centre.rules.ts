import { isCentre, isReaderAcrossAgencies } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const centreRules = {
  Query: { centre: isReaderAcrossAgencies },
  Centre: { '*': isReaderAcrossAgencies, libraryCoverage: isCentre },
  CountedRows: allow,
  RiskMatrixCell: allow,
  RiskLevelCounts: allow,
  MitigationProgress: allow,
  Completeness: allow,
  PlanCompleteness: allow,
  DutyCompleteness: allow,
  FindingCount: allow,
  CopiedTexts: allow,
  CopiedText: allow,
  OrdersEnding: allow,
  EndingOrder: allow,
  PowerLoss: allow,
  EarlyWarning: allow,
  AgencyStanding: allow,
  ItaTableRow: allow,
  ItaTrendYear: allow,
  BudgetSum: allow,
  LibraryCoverage: allow,
  SimilarRisks: allow,
  SimilarRiskLevel: allow,
  SimilarRiskOfCluster: allow,
};
