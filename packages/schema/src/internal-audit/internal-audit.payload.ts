import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { InternalAudit } from './internal-audit.type.ts';
import { AuditObservation } from './observation.type.ts';

export const InternalAuditPayload = builder.objectRef<{ id: string }>('InternalAuditPayload').implement({
  description: 'การตรวจสอบภายในหลังการเปลี่ยนแปลง · The internal audit after the change.',
  fields: (t) => ({
    internalAudit: t.prismaField({
      type: InternalAudit,
      description: 'การตรวจสอบภายใน · The internal audit.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).internalAudit.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

export const AuditObservationPayload = builder.objectRef<{ id: string }>('AuditObservationPayload').implement({
  description: 'ข้อตรวจพบหลังการเปลี่ยนแปลง · The observation after the change.',
  fields: (t) => ({
    auditObservation: t.prismaField({
      type: AuditObservation,
      description: 'ข้อตรวจพบ · The observation.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).auditObservation.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
