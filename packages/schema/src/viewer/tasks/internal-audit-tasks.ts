import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import type { TaskSource } from './task.ts';

const { dueSoonDays } = thresholds;

/** What the internal audits of the year wait for. */
export const internalAuditTasks: readonly TaskSource[] = [
  {
    kind: 'INTERNAL_AUDIT_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning:
      'การตรวจสอบภายในของเดือนที่วางแผนไว้และยังไม่ตรวจ · An internal audit whose month has begun and that is not noted as done.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ตรวจภายในเดือนที่วางแผน`,
    titleTh: 'ตรวจสอบภายใน: %1$s',
    titleEn: 'Internal audit: %2$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'InternalAudit' AS type, a.id,
        ARRAY[left(a."topicTh" COLLATE "C", 200), left(coalesce(a."topicEn", a."topicTh") COLLATE "C", 200)] AS said,
        app.internal_audit_due_on(a."plannedMonth") AS "dueOn", a."agencyId"
      FROM "InternalAudit" a
      WHERE a."agencyId" = ${agencyId}::uuid AND app.is_internal_audit_due(a.status, a."plannedMonth", a."heldFrom", ${today}::date)`,
  },
  {
    kind: 'AUDIT_FOLLOW_UP_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning: `ข้อเสนอแนะของการตรวจสอบภายในที่ครบกำหนดใน ${dueSoonDays} วันหรือเลยกำหนด · A recommendation of an internal audit that is due within ${dueSoonDays} days, or overdue.`,
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ดำเนินการภายในกำหนดของข้อตรวจพบ`,
    titleTh: 'ดำเนินการตามข้อตรวจพบที่ %3$s ของ %1$s',
    titleEn: 'Follow observation %3$s of %2$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'AuditObservation' AS type, o.id, ARRAY[left(a."topicTh" COLLATE "C", 200), left(coalesce(a."topicEn", a."topicTh") COLLATE "C", 200),
        o.number::text COLLATE "C"] AS said, o."dueOn", o."agencyId"
      FROM "AuditObservation" o JOIN "InternalAudit" a ON a."agencyId" = ${agencyId}::uuid AND a.id = o."auditId"
      WHERE o."agencyId" = ${agencyId}::uuid AND app.is_observation_open(o.status, o."followUp") AND o."dueOn" <= ${today}::date + app.due_soon_days()`,
  },
  {
    kind: 'INTERNAL_AUDIT_TO_CONFIRM',
    roles: ['APPROVER'],
    meaning:
      'การตรวจสอบภายในหรือข้อตรวจพบที่รอผู้อนุมัติยืนยัน · An internal audit or an observation, new or corrected, that waits for an approver.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: แผนการตรวจสอบภายในและข้อตรวจพบนับเมื่อผู้อนุมัติยืนยัน`,
    titleTh: 'ยืนยันการตรวจสอบภายใน: %1$s',
    titleEn: 'Confirm the internal audit: %2$s',
    found: ({ agencyId }) => Prisma.sql`
      SELECT 'InternalAudit' AS type, a.id,
        ARRAY[left(a."topicTh" COLLATE "C", 200), left(coalesce(a."topicEn", a."topicTh") COLLATE "C", 200)] AS said, NULL::date AS "dueOn", a."agencyId"
      FROM "InternalAudit" a WHERE a."agencyId" = ${agencyId}::uuid AND a.status IN ('DRAFT', 'CORRECTING')
      UNION ALL
      SELECT 'AuditObservation', o.id,
        ARRAY[left(o."observationTh" COLLATE "C", 200), left(o."observationTh" COLLATE "C", 200)], NULL::date, o."agencyId"
      FROM "AuditObservation" o WHERE o."agencyId" = ${agencyId}::uuid AND o.status IN ('DRAFT', 'CORRECTING')`,
  },
];
