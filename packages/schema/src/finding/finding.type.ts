import { accountNameById } from '../agency/account.loader.ts';
import { delegationOrderById } from '../delegation/delegation.loader.ts';
import { DelegationOrder } from '../delegation/orders/order.type.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { recordNode } from '../graphql/nodes.ts';
import { RuleBasis } from '../graphql/rule-basis.ts';
import { auditObservationById, internalAuditById } from '../internal-audit/internal-audit.loader.ts';
import { InternalAudit } from '../internal-audit/internal-audit.type.ts';
import { AuditObservation } from '../internal-audit/observation.type.ts';
import { planById, projectById } from '../plan/plan.loader.ts';
import { Plan } from '../plan/plan.type.ts';
import { Project } from '../plan/project.type.ts';
import { Mitigation } from '../risk/mitigation.type.ts';
import { RiskRegister } from '../risk/register.type.ts';
import { mitigationById, registerById, riskById } from '../risk/risk.loader.ts';
import { Risk } from '../risk/risk.type.ts';
import { swotAnalysisById } from '../swot/swot.loader.ts';
import { SwotAnalysis } from '../swot/swot.type.ts';
import { basisOf } from './basis.type.ts';
import { FindingSeverity, FindingState } from './finding.enums.ts';
import { findingStateOf } from './finding-state.logic.ts';

export const Finding = builder.prismaNode('Finding', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานที่เกี่ยวข้อง · The agency concerned.' }),
    code: t.exposeString('code'),
    severity: t.expose('severity', { type: FindingSeverity }),
    state: t.field({
      type: FindingState,
      description: 'สถานะ · State.',
      select: { dismissedAt: true, closedAs: true },
      resolve: findingStateOf,
    }),
    messageTh: t.exposeString('messageTh'),
    messageEn: t.exposeString('messageEn'),
    basis: t.field({
      type: RuleBasis,
      description:
        'สิ่งที่กำหนด · Whether a law, a document or the registry itself asks for it; what was transcribed is by its document.',
      select: { code: true, ruleKey: true },
      resolve: basisOf,
    }),
    basisTh: t.exposeString('basisTh', { nullable: true }),
    isComputed: t.boolean({
      description:
        'ทะเบียนตรวจพบเองตามกฎใน `findingRules` · True when the registry found it by a rule of `findingRules`; false when it was transcribed.',
      select: { ruleKey: true },
      resolve: ({ ruleKey }) => ruleKey !== null,
    }),
    printed: t.exposeString('printed', { nullable: true }),
    computed: t.exposeString('computed', { nullable: true }),
    dimensionNumber: t.exposeInt('dimensionNumber', { nullable: true }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', nullable: true }),
    resolvedIn: t.relation('resolvedIn', {
      nullable: true,
      description: 'ฉบับที่แก้ไขแล้ว · The edition in which it is resolved.',
    }),
    dismissalReason: t.exposeString('dismissalReason', { nullable: true }),
    dismissedAt: t.expose('dismissedAt', { type: 'DateTime', nullable: true }),
    dismissedBy: t.string({
      nullable: true,
      description:
        'ชื่อผู้ยุติข้อสังเกต เห็นเฉพาะสมาชิกของหน่วยงานเดียวกัน · Who closed it; shown to members of the same agency, null for others.',
      select: { dismissedById: true },
      resolve: ({ dismissedById }, _args, context) => dismissedById && accountNameById(context).load(dismissedById),
    }),
    version: t.exposeInt('version'),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
  }),
});

/** The subjects of a finding that the viewer may see. */
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
  internalAudit: t.field({
    type: InternalAudit,
    nullable: true,
    description: 'การตรวจสอบภายในที่เกี่ยวข้อง · The internal audit concerned.',
    select: { internalAuditId: true },
    resolve: ({ internalAuditId }, _args, context, info) => internalAuditById(internalAuditId, context, info),
  }),
  auditObservation: t.field({
    type: AuditObservation,
    nullable: true,
    description: 'ข้อตรวจพบที่เกี่ยวข้อง · The observation of an internal audit concerned.',
    select: { auditObservationId: true },
    resolve: ({ auditObservationId }, _args, context, info) => auditObservationById(auditObservationId, context, info),
  }),
  position: t.relation('position', {
    nullable: true,
    description: 'ตำแหน่งที่เกี่ยวข้อง · The position concerned.',
  }),
}));
