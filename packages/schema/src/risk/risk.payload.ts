import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Mitigation } from './mitigation.type.ts';
import { Risk } from './risk.type.ts';
import { Assessment, Control } from './risk-parts.type.ts';

export const RiskPayload = builder.objectRef<{ riskId: string }>('RiskPayload').implement({
  description: 'ความเสี่ยงหลังการเปลี่ยนแปลง · The risk after the change.',
  fields: (t) => ({
    risk: t.prismaField({
      type: Risk,
      description: 'ความเสี่ยง · The risk.',
      resolve: (query, { riskId }, _args, context) =>
        agencyDb(context).risk.findUniqueOrThrow({ ...query, where: { id: riskId } }),
    }),
  }),
});

export const ControlPayload = builder.objectRef<{ riskId: string; controlId: string }>('ControlPayload').implement({
  description: 'การควบคุมหลังการเปลี่ยนแปลง · The control after the change, and its risk.',
  fields: (t) => ({
    control: t.prismaField({
      type: Control,
      description: 'การควบคุม · The control.',
      resolve: (query, { controlId }, _args, context) =>
        agencyDb(context).control.findUniqueOrThrow({ ...query, where: { id: controlId } }),
    }),
    risk: t.prismaField({
      type: Risk,
      description: 'ความเสี่ยง · The risk that it is a control of.',
      resolve: (query, { riskId }, _args, context) =>
        agencyDb(context).risk.findUniqueOrThrow({ ...query, where: { id: riskId } }),
    }),
  }),
});

type MitigationResult = { riskId: string; mitigationId: string };

export const MitigationPayload = builder.objectRef<MitigationResult>('MitigationPayload').implement({
  description: 'มาตรการหลังการเปลี่ยนแปลง · The mitigation after the change, and its risk.',
  fields: (t) => ({
    mitigation: t.prismaField({
      type: Mitigation,
      description: 'มาตรการ · The mitigation.',
      resolve: (query, { mitigationId }, _args, context) =>
        agencyDb(context).mitigation.findUniqueOrThrow({ ...query, where: { id: mitigationId } }),
    }),
    risk: t.prismaField({
      type: Risk,
      description: 'ความเสี่ยง · The risk that it is a mitigation of.',
      resolve: (query, { riskId }, _args, context) =>
        agencyDb(context).risk.findUniqueOrThrow({ ...query, where: { id: riskId } }),
    }),
  }),
});

type AssessRiskResult = { riskId: string; assessmentId: string };

export const AssessRiskPayload = builder.objectRef<AssessRiskResult>('AssessRiskPayload').implement({
  description: 'ผลของการประเมิน · The assessed risk and its new assessment.',
  fields: (t) => ({
    risk: t.prismaField({
      type: Risk,
      description: 'ความเสี่ยงหลังการประเมิน · The risk with its current level.',
      resolve: (query, { riskId }, _args, context) =>
        agencyDb(context).risk.findUniqueOrThrow({ ...query, where: { id: riskId } }),
    }),
    assessment: t.prismaField({
      type: Assessment,
      description: 'การประเมินที่บันทึก · The assessment that was recorded.',
      resolve: (query, { assessmentId }, _args, context) =>
        agencyDb(context).assessment.findUniqueOrThrow({ ...query, where: { id: assessmentId } }),
    }),
  }),
});
