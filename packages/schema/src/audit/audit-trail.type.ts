import type { DefaultConnectionArguments } from '@pothos/plugin-relay';
import { models as facts } from '@registry/prisma/generated/model.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../tenancy/context.ts';
import { models } from '../tenancy/model.ts';
import { trailLengthOfRecord, trailOfRecord } from './audit.loader.ts';
import { AuditEntry, AuditEntryConnection } from './audit-entry.type.ts';
import { auditPage, auditPages } from './audit-page.ts';

const isShown = (model: string): boolean =>
  models[model]?.ownership === 'tenant' && builder.configStore.hasImplementation(model);
const hasId = (model: string): boolean => facts[model]?.columns.id !== undefined;

/**
 * Records of agencies have a trail of their own; what the city changed is in the trail as a whole. All of them have the id that the field
 * selects, so that the compiler may take each for a risk: the union of all models would cost it minutes and gigabytes.
 */
const isRecordOfAgency = (model: string): model is 'Risk' => isShown(model) && hasId(model);

/** Lines of reports have no id; the trail knows them as parts of their report. The compiler may take each for the use of a power. */
const isLineOfReport = (model: string): model is 'PowerUse' => isShown(model) && !hasId(model);

const readers = 'For editors, approvers and administrators of the agency. Errors: UNAUTHENTICATED, FORBIDDEN.';

const pageOf = (recordId: string, args: DefaultConnectionArguments, context: Context) =>
  auditPage(args, {
    read: (window) => trailOfRecord(context).load({ recordId, window }),
    count: () => trailLengthOfRecord(context).load(recordId),
  });

for (const model of Object.keys(models).filter(isRecordOfAgency)) {
  builder.prismaObjectField(model, 'auditTrail', (t) =>
    t.connection(
      {
        type: AuditEntry,
        extensions: auditPages,
        nullable: true,
        description: `ประวัติการเปลี่ยนแปลงของข้อมูลนี้และส่วนประกอบ ใหม่สุดก่อน · Entries of the audit trail about this record and its parts, newest first. ${readers}`,
        select: { id: true },
        resolve: ({ id }, args, context) => pageOf(id, args, context),
      },
      AuditEntryConnection,
    ),
  );
}

for (const model of Object.keys(models).filter(isLineOfReport)) {
  builder.prismaObjectField(model, 'auditTrail', (t) =>
    t.connection(
      {
        type: AuditEntry,
        extensions: auditPages,
        nullable: true,
        description: `ประวัติการเปลี่ยนแปลงของรายงานที่มีรายการนี้ ใหม่สุดก่อน · Entries of the audit trail about the report of this line and its parts, newest first. ${readers}`,
        select: { reportId: true },
        resolve: ({ reportId }, args, context) => pageOf(reportId, args, context),
      },
      AuditEntryConnection,
    ),
  );
}
