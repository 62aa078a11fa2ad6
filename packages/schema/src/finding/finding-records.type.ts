import { delegationOrderById } from '../delegation/delegation.loader.ts';
import { DelegationOrder } from '../delegation/orders/order.type.ts';
import { builder } from '../graphql/builder.ts';
import { planById, projectById } from '../plan/plan.loader.ts';
import { Plan } from '../plan/plan.type.ts';
import { Project } from '../plan/project.type.ts';
import { yearReportById } from '../report/report.loader.ts';
import { YearReport } from '../report/year-report.type.ts';
import { Mitigation } from '../risk/mitigation.type.ts';
import { RiskRegister } from '../risk/register.type.ts';
import { mitigationById, registerById, riskById } from '../risk/risk.loader.ts';
import { Risk } from '../risk/risk.type.ts';
import { swotAnalysisById } from '../swot/swot.loader.ts';
import { SwotAnalysis } from '../swot/swot.type.ts';
import { Finding } from './finding.type.ts';

/** The records that a finding is about, as far as the viewer may see them. */
builder.prismaObjectFields(Finding, (t) => ({
  plan: t.field({
    type: Plan,
    nullable: true,
    description: 'แผนที่เกี่ยวข้อง · The plan concerned.',
    select: { planId: true },
    resolve: ({ planId }, _args, context, info) => planById(planId, context, info),
  }),
  project: t.field({
    type: Project,
    nullable: true,
    description: 'โครงการที่เกี่ยวข้อง · The project concerned.',
    select: { projectId: true },
    resolve: ({ projectId }, _args, context, info) => projectById(projectId, context, info),
  }),
  swotAnalysis: t.field({
    type: SwotAnalysis,
    nullable: true,
    description: 'การวิเคราะห์ SWOT ที่เกี่ยวข้อง · The SWOT analysis concerned.',
    select: { analysisId: true },
    resolve: ({ analysisId }, _args, context, info) => swotAnalysisById(analysisId, context, info),
  }),
  riskRegister: t.field({
    type: RiskRegister,
    nullable: true,
    description: 'ทะเบียนความเสี่ยงที่เกี่ยวข้อง · The risk register concerned.',
    select: { registerId: true },
    resolve: ({ registerId }, _args, context, info) => registerById(registerId, context, info),
  }),
  risk: t.field({
    type: Risk,
    nullable: true,
    description: 'ความเสี่ยงที่เกี่ยวข้อง · The risk concerned.',
    select: { riskId: true },
    resolve: ({ riskId }, _args, context, info) => riskById(riskId, context, info),
  }),
  delegationOrder: t.field({
    type: DelegationOrder,
    nullable: true,
    description: 'คำสั่งมอบอำนาจที่เกี่ยวข้อง · The delegation order concerned.',
    select: { orderId: true },
    resolve: ({ orderId }, _args, context, info) => delegationOrderById(orderId, context, info),
  }),
  mitigation: t.field({
    type: Mitigation,
    nullable: true,
    description: 'มาตรการที่เกี่ยวข้อง · The mitigation concerned.',
    select: { mitigationId: true },
    resolve: ({ mitigationId }, _args, context, info) => mitigationById(mitigationId, context, info),
  }),
  yearReport: t.field({
    type: YearReport,
    nullable: true,
    description: 'รายงานผลที่เกี่ยวข้อง · The year report concerned.',
    select: { yearReportId: true },
    resolve: ({ yearReportId }, _args, context, info) => yearReportById(yearReportId, context, info),
  }),
  position: t.relation('position', {
    nullable: true,
    description: 'ตำแหน่งที่เกี่ยวข้อง · The position concerned.',
  }),
}));
