import type { Prisma } from '@registry/prisma/generated/client/client.ts';

/** The rows of one agency, ready to be written; parts of the seed each add theirs. */
export type TenantRows = {
  unit: Prisma.UnitCreateManyInput[];
  position: Prisma.PositionCreateManyInput[];
  statutoryPower: Prisma.StatutoryPowerCreateManyInput[];
  actingAppointment: Prisma.ActingAppointmentCreateManyInput[];
  plan: Prisma.PlanCreateManyInput[];
  planStatement: Prisma.PlanStatementCreateManyInput[];
  printedFigure: Prisma.PrintedFigureCreateManyInput[];
  project: Prisma.ProjectCreateManyInput[];
  projectStep: Prisma.ProjectStepCreateManyInput[];
  targetGroup: Prisma.TargetGroupCreateManyInput[];
  budgetLine: Prisma.BudgetLineCreateManyInput[];
  indicator: Prisma.IndicatorCreateManyInput[];
  projectUnit: Prisma.ProjectUnitCreateManyInput[];
  projectNote: Prisma.ProjectNoteCreateManyInput[];
  progressReport: Prisma.ProgressReportCreateManyInput[];
  progressIndicatorValue: Prisma.ProgressIndicatorValueCreateManyInput[];
  delegationOrder: Prisma.DelegationOrderCreateManyInput[];
  delegatedPower: Prisma.DelegatedPowerCreateManyInput[];
  monthlyReport: Prisma.MonthlyReportCreateManyInput[];
  powerUse: Prisma.PowerUseCreateManyInput[];
  riskRegister: Prisma.RiskRegisterCreateManyInput[];
  areaWithoutRisk: Prisma.AreaWithoutRiskCreateManyInput[];
  risk: Prisma.RiskCreateManyInput[];
  riskCause: Prisma.RiskCauseCreateManyInput[];
  assessment: Prisma.AssessmentCreateManyInput[];
  control: Prisma.ControlCreateManyInput[];
  mitigation: Prisma.MitigationCreateManyInput[];
  acceptance: Prisma.AcceptanceCreateManyInput[];
  riskPower: Prisma.RiskPowerCreateManyInput[];
  swotAnalysis: Prisma.SwotAnalysisCreateManyInput[];
  swotItem: Prisma.SwotItemCreateManyInput[];
  swotItemRisk: Prisma.SwotItemRiskCreateManyInput[];
  swotItemProject: Prisma.SwotItemProjectCreateManyInput[];
  delegationMeasure: Prisma.DelegationMeasureCreateManyInput[];
  delegationChain: Prisma.DelegationChainCreateManyInput[];
  delegationDuty: Prisma.DelegationDutyCreateManyInput[];
  finding: Prisma.FindingCreateManyInput[];
  statusChange: Prisma.StatusChangeCreateManyInput[];
  reviewComment: Prisma.ReviewCommentCreateManyInput[];
  declaration: Prisma.DeclarationCreateManyInput[];
  declarationAcknowledgement: Prisma.DeclarationAcknowledgementCreateManyInput[];
  integrityActivity: Prisma.IntegrityActivityCreateManyInput[];
};

/** In the order of writing: a row comes after the rows that it refers to. */
export const noRows = (): TenantRows => ({
  unit: [],
  position: [],
  statutoryPower: [],
  actingAppointment: [],
  plan: [],
  planStatement: [],
  printedFigure: [],
  project: [],
  projectStep: [],
  targetGroup: [],
  budgetLine: [],
  indicator: [],
  projectUnit: [],
  projectNote: [],
  progressReport: [],
  progressIndicatorValue: [],
  delegationOrder: [],
  delegatedPower: [],
  monthlyReport: [],
  powerUse: [],
  riskRegister: [],
  areaWithoutRisk: [],
  risk: [],
  riskCause: [],
  assessment: [],
  control: [],
  mitigation: [],
  acceptance: [],
  riskPower: [],
  swotAnalysis: [],
  swotItem: [],
  swotItemRisk: [],
  swotItemProject: [],
  delegationMeasure: [],
  delegationChain: [],
  delegationDuty: [],
  finding: [],
  statusChange: [],
  reviewComment: [],
  declaration: [],
  declarationAcknowledgement: [],
  integrityActivity: [],
});
