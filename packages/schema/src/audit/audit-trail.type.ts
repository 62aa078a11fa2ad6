import { builder } from '../core/builder.ts';
import { models } from '../tenancy/model.ts';
import { trailLengthOfRecord, trailOfRecord } from './audit.loader.ts';
import { AuditEntry, AuditEntryConnection } from './audit-entry.type.ts';
import { auditPage, auditPages } from './audit-page.ts';

/**
 * Records of agencies have a trail of their own; what the city changed is in the trail as a whole. All of them have the id that the field
 * selects, so that the compiler may take each for a risk: the union of all models would cost it minutes and gigabytes.
 */
const isRecordOfAgency = (model: string): model is 'Risk' =>
  models[model]?.ownership === 'tenant' && builder.configStore.hasImplementation(model);

for (const model of Object.keys(models).filter(isRecordOfAgency)) {
  builder.prismaObjectField(model, 'auditTrail', (t) =>
    t.connection(
      {
        type: AuditEntry,
        extensions: auditPages,
        nullable: true,
        description:
          'ประวัติการเปลี่ยนแปลงของข้อมูลนี้และส่วนประกอบ ใหม่สุดก่อน · Entries of the audit trail about this record and its parts, newest first. For editors, approvers and administrators of the agency. Errors: UNAUTHENTICATED, FORBIDDEN.',
        select: { id: true },
        resolve: ({ id }, args, context) =>
          auditPage(args, {
            read: (window) => trailOfRecord(context).load({ recordId: id, window }),
            count: () => trailLengthOfRecord(context).load(id),
          }),
      },
      AuditEntryConnection,
    ),
  );
}
